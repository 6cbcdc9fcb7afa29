package data

import (
	"encoding/csv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// changed is a row of a comparison as a table.
type changed struct {
	kind, id, title       string
	before, after, change assess.Number
}

// comparisonTable lists a comparison: the number of questions that are not agreed where a
// side has any, the overall score and the stage, the score's change like for like and by
// scope, the sections like for like, and the questions (in points) that moved, were
// answered only after, or only before.
func comparisonTable(c *assess.Comparison, language string) []changed {
	title := func(id string) string { return titleOf(c, id, language) }
	whole, none := c.Overall.ID, assess.Number{}
	name := c.After.Questionnaire.Title.In(language)
	var rows []changed
	if a, b := c.Before.Provisional(), c.After.Provisional(); a+b > 0 { // before any figure
		open := assess.Change{Before: assess.Num(float64(a)), After: assess.Num(float64(b))}
		rows = append(rows, changed{"provisional", whole, "", open.Before, open.After, open.Delta()})
	}
	rows = append(rows, changed{"overall", whole, name, c.Overall.Before, c.Overall.After, c.Overall.Delta()})
	if stage := c.Stage(); stage.Before.Defined() || stage.After.Defined() {
		rows = append(rows, changed{"stage", whole, "", stage.Before, stage.After, stage.Delta()})
	}
	rows = append(rows, []changed{
		{"like_for_like", whole, "", none, none, c.LikeForLike},
		{"scope_change", whole, "", none, none, c.ScopeChange},
	}...)
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

// titleOf is the title of a section or question, from whichever questionnaire has it.
func titleOf(c *assess.Comparison, id, language string) string {
	for _, q := range []*assess.Questionnaire{c.After.Questionnaire, c.Before.Questionnaire} {
		if s := q.Section(id); s != nil {
			return words.Coded(s.Code, s.Title, language)
		}
		if qu := q.Question(id); qu != nil {
			return words.Coded(qu.Code, qu.Title, language)
		}
	}
	return ""
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
	var t table
	t.writer = csv.NewWriter(&t.out)
	t.add(strings.Split(changeHead, ",")...)
	for _, r := range comparisonTable(c, words.Language(c.After.Questionnaire, opts.Language)) {
		t.add(r.kind, r.id, unformula(r.title), decimal(r.before), decimal(r.after), decimal(r.change))
	}
	return t.bytes()
}
