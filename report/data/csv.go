package data

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/report/words"
)

// The headers of tables, by which they are known again.
const (
	tidyHead    = "kind,id,parent,title,weight,method,status,value," + words.InData
	summaryHead = "organization,date,responses,source," + summaryColumns
	periodHead  = "organization,date,period,responses,source," + summaryColumns
	answersHead = "organization,date,period,source,question,points,status,coverage"
	changeHead  = "kind,id,title,before,after,change"

	summaryColumns = "score,level,stage,coverage,low,high" // by which those of any version are known

	// summaryFrom is what a row's figures are from and by, behind them.
	summaryFrom = "evidenced,provisional,questionnaire,questionnaire_version,questionnaire_sha256"
)

// CSV writes the result as a table: a row for the whole, each section and each
// question. A question's score is its points. What is undefined is empty.
func CSV(res *assess.Result, opts Options) []byte {
	t := table{language: words.Language(res.Questionnaire, opts.Language), columns: words.Columns(words.InData)}
	t.writer = csv.NewWriter(&t.out)
	t.add(strings.Split(tidyHead, ",")...)
	t.node(res.Overall, "overall", "")
	return t.bytes()
}

// table is a CSV file in the making.
type table struct {
	out      bytes.Buffer
	writer   *csv.Writer
	language string
	columns  []*words.Column
}

func (t *table) add(cells ...string) { _ = t.writer.Write(cells) } // a buffer takes everything

func (t *table) bytes() []byte {
	t.writer.Flush()
	return t.out.Bytes()
}

func (t *table) node(n *assess.Node, kind, parent string) {
	status := "applicable"
	if !n.Applicable {
		status = "not_applicable"
	}
	row := []string{
		kind, unformula(n.ID), unformula(parent), unformula(words.Coded(n.Code, n.Title, t.language)),
		decimal(assess.Num(n.Weight)), string(n.Method), status, "",
	}
	for _, c := range t.columns {
		row = append(row, decimal(c.Value(n)))
	}
	t.add(row...)
	for _, child := range n.Sections {
		t.node(child, "section", n.ID)
	}
	for _, it := range n.Items {
		t.item(it, n.ID)
	}
}

func (t *table) item(it *assess.Item, parent string) {
	row := []string{
		"question", it.Question.ID, unformula(parent),
		unformula(words.Coded(it.Question.Code, it.Question.Title, t.language)),
		decimal(assess.Num(it.Question.Weight)), "", string(it.Status), decimal(it.Value),
	}
	for _, c := range t.columns {
		cell := ""
		if c.Item != nil {
			cell = decimal(c.Item(it))
		}
		row = append(row, cell)
	}
	t.add(row...)
}

// SummaryHeader is the header of the summary of results by one questionnaire: a score per
// dimension and an answer per profile question come last. Results of a period have a column
// that says which.
func SummaryHeader(q *assess.Questionnaire, period assess.Period) []byte {
	head := summaryHead
	if period != "" {
		head = periodHead
	}
	row := strings.Split(head+","+summaryFrom, ",")
	for _, d := range q.Dimensions() {
		row = append(row, d.ID)
	}
	for _, qu := range q.Questions() {
		if qu.Profile {
			row = append(row, qu.ID)
		}
	}
	return csvRow(row)
}

// SummaryRow is the row of a result, below a header of the same period.
func SummaryRow(res *assess.Result, period assess.Period) []byte {
	row := []string{unformula(res.Organization), res.Date}
	if period != "" {
		row = append(row, period.Of(res.Date))
	}
	row = append(row, strconv.Itoa(len(res.Responses)), unformula(sourceOf(res)))
	for _, c := range words.Columns(summaryColumns) {
		row = append(row, decimal(c.Value(res.Overall)))
	}
	q := res.Questionnaire
	row = append(row, decimal(res.Overall.Evidenced), strconv.Itoa(res.Provisional()),
		q.ID, unformula(q.Version), q.SHA256)
	dims := res.Overall.Dimensions()
	for _, d := range q.Dimensions() {
		cell := "" // a dimension of profile questions alone has no score
		if len(dims) > 0 && dims[0].ID == d.ID {
			cell, dims = decimal(dims[0].Score), dims[1:]
		}
		row = append(row, cell)
	}
	for _, p := range res.Profile() {
		var said []string
		for _, a := range p.Answers {
			said = append(said, given(a))
		}
		row = append(row, unformula(strings.Join(said, " / ")))
	}
	return csvRow(row)
}

// AnswersHeader is the header of the table of questions of many results.
func AnswersHeader() string { return answersHead + "\n" }

// AnswersRows are a row for each question of a result: its points, what became of it, and
// whether it counts as answered. A profile question has a status alone.
func AnswersRows(res *assess.Result, period assess.Period) []byte {
	var t table
	t.writer = csv.NewWriter(&t.out)
	organization, source := unformula(res.Organization), unformula(sourceOf(res))
	for _, it := range res.Overall.AllItems() {
		points := it.Points
		if it.Question.Profile {
			points = assess.Number{}
		}
		t.add(organization, res.Date, period.Of(res.Date), source,
			it.Question.ID, decimal(points), string(it.Status), decimal(it.Coverage()))
	}
	return t.bytes()
}

// sourceOf is where the first response of a result comes from, "" where that is not known.
func sourceOf(res *assess.Result) string {
	if len(res.Responses) == 0 {
		return ""
	}
	return res.Responses[0].Source
}

// given is an answer to a profile question in a cell: the text, the ids of what is ticked, or
// the number or option's value.
func given(a *assess.Answer) string {
	switch {
	case a.Text != "":
		return a.Text
	case a.Ticked != nil:
		return strings.Join(a.Ticked, ";")
	}
	return decimal(a.Value)
}

func csvRow(row []string) []byte {
	var t table
	t.writer = csv.NewWriter(&t.out)
	t.add(row...)
	return t.bytes()
}

// decimal writes a number as JSON does, nothing where it is undefined.
func decimal(n assess.Number) string {
	if !n.Defined() {
		return ""
	}
	return string(n.AppendJSON(nil))
}

// unformula keeps a user's text from starting a formula in a spreadsheet, by a ' in front, and
// writes as escapes what a terminal would obey. A text that has such a ' gets another one, so that
// no two texts have one cell for it (docs/formats.md, Joining tables).
func unformula(s string) string {
	s = diag.Harmless(s)
	if startsFormula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// formula takes away the ' that unformula put in front.
func formula(cell string) string {
	if strings.HasPrefix(cell, "'") && startsFormula(strings.TrimLeft(cell, "'")) {
		return cell[1:]
	}
	return cell
}

func startsFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) && !ofPipe.MatchString(s)
}

// ofPipe is the place of a record on standard input, which no spreadsheet computes with.
var ofPipe = regexp.MustCompile(`^-[#:][0-9]+$`)
