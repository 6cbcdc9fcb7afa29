package report

import (
	"bytes"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/workbook"

	"github.com/xuri/excelize/v2"
)

// changeHead is the header of a comparison as CSV, by which it is known.
const changeHead = "kind,id,title,before,after,change"

// changed is a row of a comparison as a table.
type changed struct {
	kind, id, title       string
	before, after, change assess.Number
}

// comparisonTable lists a comparison: the overall score, its change like for like and by
// scope, the sections like for like, and the questions (in points) that moved, were
// answered only after, or only before.
func comparisonTable(c *assess.Comparison, language string) []changed {
	title := func(id string) string {
		for _, q := range []*assess.Questionnaire{c.After.Questionnaire, c.Before.Questionnaire} {
			if s := q.Section(id); s != nil {
				return s.Title.In(language)
			}
			if qu := q.Question(id); qu != nil {
				return qu.Title.In(language)
			}
		}
		return ""
	}
	whole, none := c.Overall.ID, assess.Number{}
	rows := []changed{
		{"overall", whole, c.After.Questionnaire.Title.In(language), c.Overall.Before, c.Overall.After, c.Overall.Delta()},
		{"like_for_like", whole, "", none, none, c.LikeForLike},
		{"scope_change", whole, "", none, none, c.ScopeChange},
	}
	for _, s := range c.Sections {
		rows = append(rows, changed{"section", s.ID, title(s.ID), s.Before, s.After, s.Delta()})
	}
	for _, m := range c.Moved {
		rows = append(rows, changed{"question", m.ID, title(m.ID), m.Before, m.After, m.Delta()})
	}
	before, after := pointsOf(c.Before), pointsOf(c.After)
	for _, id := range c.Entered {
		rows = append(rows, changed{"entered", id, title(id), none, after[id], none})
	}
	for _, id := range c.Left {
		rows = append(rows, changed{"left", id, title(id), before[id], none, none})
	}
	return rows
}

// pointsOf are the points of the questions of a result, by their ids.
func pointsOf(res *assess.Result) map[string]assess.Number {
	points := map[string]assess.Number{}
	for _, it := range res.Overall.AllItems() {
		points[it.Question.ID] = it.Points
	}
	return points
}

// ComparisonCSV writes a comparison as a table. What is undefined is empty.
func ComparisonCSV(c *assess.Comparison, opts Options) []byte {
	var b bytes.Buffer
	b.Write(csvRow(strings.Split(changeHead, ",")))
	for _, r := range comparisonTable(c, opts.language(c.After.Questionnaire)) {
		b.Write(csvRow([]string{r.kind, r.id, unformula(r.title), decimal(r.before), decimal(r.after), decimal(r.change)}))
	}
	return b.Bytes()
}

// ComparisonXLSX writes the same table as a workbook.
func ComparisonXLSX(c *assess.Comparison, opts Options) ([]byte, error) {
	v, err := newView(c.After, opts, escapePlain)
	if err != nil {
		return nil, err
	}
	b := &book{view: v, file: excelize.NewFile()}
	defer b.file.Close()
	b.styles()
	var rows [][]any
	for _, r := range comparisonTable(c, v.language) {
		rows = append(rows, []any{b.say("change." + r.kind), r.id, b.plain(r.title), r.before, r.after, r.change})
	}
	titles := []string{b.say("xlsx.what"), "id", b.say("xlsx.title"), b.say("compare.before"), b.say("compare.after"), b.say("compare.change")}
	b.sheet("xlsx.comparison", titles, []float64{34, 26, 44, 10, 10, 10}, rows)
	b.do(b.file.DeleteSheet("Sheet1"))
	if b.err != nil {
		return nil, b.err
	}
	return workbook.Bytes(b.file)
}
