package codec

import (
	"regexp"
	"slices"
	"strings"

	"bankmaturity/assess/tree"
)

// Columns of a table of answers that are not about a question.
var tableColumns = []string{
	"questionnaire", "questionnaire_version", "organization", "respondent", "role", "date",
}

// The parts of a question's answer that have columns of their own.
const (
	noteColumn     = ".note"
	evidenceColumn = ".evidence"
	reasonColumn   = ".reason"
	countColumn    = ".count"
)

// A cell is a value of a table and where it stands. What is wrong with a blamed one was
// said where the cell was read; nothing follows from its value.
type cell struct {
	value  string
	at     int
	blamed bool
	lost   bool // the column of a sheet in which it stood is missing
}

// blank reports whether no cell of a row has anything to see in it.
func blank(row []cell) bool {
	return !slices.ContainsFunc(row, func(c cell) bool { return strings.TrimSpace(c.value) != "" })
}

// A column is the head of one, with the name by which it is known: its own in small
// letters. Of two columns of one name the second is not read.
type column struct {
	cell
	name   string
	second bool
}

// node is what is blamed for a column.
func (c column) node() *tree.Node { return &tree.Node{At: c.at, Value: c.value} }

// A table makes nodes of rows: those of a CSV file, or those of the one response that a
// sheet of a workbook holds.
type table struct {
	*tree.Source
	header       []column
	columns      map[string]int // by name
	decimalComma bool           // a number may be written as 0,25
}

// begin takes the header. It blames columns that come twice, and those missing, and
// reports whether rows can be read below it.
func (t *table) begin(header []cell) bool {
	line, hint := "column", "a table begins with the columns "+strings.Join(tableColumns, ", ")
	if t.Sheet() {
		line = "row"
		hint = "the hidden column of ids names each row; assess new answers -o sheet.xlsx writes a sheet to fill in"
	}
	t.columns = map[string]int{}
	blamed := -1 // a row of a workbook stands for four columns, and is blamed once
	for i, c := range header {
		c.value = strings.TrimSpace(c.value)
		column := column{cell: c, name: strings.ToLower(c.value)}
		if _, column.second = t.columns[column.name]; !column.second {
			t.columns[column.name] = i
		} else if column.name != "" && c.at != blamed {
			blamed = c.at
			message := "the " + line + " " + tree.Brief(c.value) + " stands here a second time"
			t.Err(column.node(), message, "keep one of the two")
		}
		t.header = append(t.header, column)
	}
	delete(t.columns, "")
	complete := true
	for _, name := range tableColumns {
		if _, has := t.columns[name]; !has && name != "respondent" && name != "role" {
			complete = false
			t.ErrPlace(header[0].at, 1, "the "+line+" "+name+" is missing", hint)
		}
	}
	return complete
}

// response makes the nodes of a row; nil for a row without any value.
func (t *table) response(cells []cell) *tree.Node {
	if blank(cells) {
		return nil
	}
	r := tableRow{table: t, cells: cells}
	r.nameless()
	begin := cells[0].at
	root, entries := &tree.Node{Kind: tree.Mapping, At: begin}, &tree.Node{Kind: tree.Mapping, At: begin}
	put(root, "format", cell{value: answersFormat, at: begin}, tree.Text)
	for _, name := range tableColumns {
		if c, ok := r.trimmed(name); ok && name != "respondent" && name != "role" {
			if name == "date" {
				c.value = r.day(c)
			}
			put(root, name, c, tree.Text)
		}
	}
	r.respondent(root, begin)
	for i, c := range t.header {
		if i < len(cells) && !c.second && c.name != "" && !slices.Contains(tableColumns, c.name) {
			r.answer(entries, c, cells[i])
		}
	}
	root.Add(&tree.Node{At: begin, Value: "answers"}, entries)
	return root
}

// A tableRow is a row on its way to becoming nodes.
type tableRow struct {
	*table
	cells []cell
}

// nameless blames the cells that stand in a column without a name, or in none.
func (r *tableRow) nameless() {
	for i, c := range r.cells {
		switch {
		case strings.TrimSpace(c.value) == "":
		case i >= len(r.header):
			r.Err(c.node(), "this row has more cells than the header has columns", "the header names every column")
			return
		case r.header[i].name == "":
			hint := "give it a name in the header, or delete the column"
			r.Err(c.node(), "this cell stands in a column that has no name", hint)
		}
	}
}

// cell returns the cell of a column.
func (r *tableRow) cell(name string) (cell, bool) {
	i, ok := r.columns[name]
	if !ok || i >= len(r.cells) {
		return cell{at: r.cells[0].at}, false
	}
	return r.cells[i], true
}

// trimmed returns the value of a column without the spaces around it.
func (r *tableRow) trimmed(name string) (cell, bool) {
	c, ok := r.cell(name)
	c.value = strings.TrimSpace(c.value)
	return c, ok
}

// filled returns a cell as it stands, if there is something to see in it.
func (r *tableRow) filled(name string) (cell, bool) {
	c, ok := r.cell(name)
	if !ok || strings.TrimSpace(c.value) == "" {
		return cell{at: c.at}, false
	}
	return c, true
}

// node is a cell that stands by itself.
func (c cell) node() *tree.Node { return &tree.Node{At: c.at, Value: strings.TrimSpace(c.value)} }

func put(into *tree.Node, key string, c cell, class tree.Class) {
	n := &tree.Node{At: c.at, Value: c.value, Class: class}
	if c.value == "" {
		n.Class = tree.Empty
	}
	into.Add(&tree.Node{At: c.at, Value: key}, n)
}

// day is a day as year-month-day. One that could be two days is blamed, and stays as it is
// spelled where it is none.
func (r *tableRow) day(c cell) string {
	days := ParseDay(c.value)
	switch {
	case c.blamed:
		return "2000-01-01" // any: nothing more is to be said of it
	case len(days) == 0:
		return c.value
	case len(days) == 2:
		message := tree.Brief(c.value) + " may be " + days[0] + " or " + days[1]
		r.ErrPath(c.node(), "date", message, "write the day as year-month-day, like 2026-11-23")
	}
	return days[0]
}

func (r *tableRow) respondent(root *tree.Node, begin int) {
	n := &tree.Node{Kind: tree.Mapping, At: begin}
	for _, column := range [][2]string{{"respondent", "name"}, {"role", "role"}} {
		if c, ok := r.trimmed(column[0]); ok && c.value != "" {
			put(n, column[1], c, tree.Text)
		}
	}
	if len(n.Items) > 0 {
		root.Add(&tree.Node{At: begin, Value: "respondent"}, n)
	}
}

// answer adds the entry of a question. Columns of notes, evidence and reasons belong to the column
// of their question, and are blamed where it is missing; one of counts may stand alone.
func (r *tableRow) answer(entries *tree.Node, c column, value cell) {
	for _, part := range []string{noteColumn, evidenceColumn, reasonColumn, countColumn} {
		if id, ok := strings.CutSuffix(c.name, part); ok {
			_, has := r.columns[id]
			switch {
			case has:
			case part == countColumn: // a count is an answer by itself
				entries.Add(&tree.Node{At: c.at, Value: id}, r.entry(id, cell{at: value.at}))
			default:
				message := "there is no column " + tree.Brief(id) + " for " + tree.Brief(c.value)
				r.Err(c.node(), message, "add the column of the question, or delete this one")
			}
			return
		}
	}
	entries.Add(&tree.Node{At: c.at, Value: c.name}, r.entry(c.name, value))
}

// entry is an answer: a mapping, or a value where nothing else is answer, or nothing where all
// its cells are empty.
func (r *tableRow) entry(id string, value cell) *tree.Node {
	if value.blamed {
		return &tree.Node{At: value.at, Class: tree.Empty}
	}
	path := tree.PathOf("answers", id)
	answer := cell{value: r.number(strings.TrimSpace(value.value)), at: value.at}
	n := &tree.Node{Kind: tree.Mapping, At: value.at}
	reason, _ := r.filled(id + reasonColumn)
	switch {
	case answer.value == "":
	case answer.value == "na":
		if reason.value == "" {
			reason.at = value.at
		}
		put(n, "not_applicable", reason, tree.Text)
		n.Child("not_applicable").Class = tree.Text // without a reason it is blank, and not absent
	case answer.value == "unknown":
		put(n, "unknown", cell{value: "true", at: value.at}, tree.Boolean)
	case tree.IsNumeral(answer.value):
		put(n, "value", answer, tree.Number)
	default: // blamed by who knows the question
		put(n, "value", answer, tree.Text)
	}
	if c, ok := r.filled(id + countColumn); ok && !c.blamed {
		n.Add(&tree.Node{At: c.at, Value: "count"}, r.count(c))
	}
	if reason.value != "" && answer.value != "na" {
		hint := "write na as the answer, or remove the reason"
		r.ErrPath(reason.node(), path, "a reason stands only beside na", hint)
	}
	if c, ok := r.filled(id + noteColumn); ok {
		put(n, "note", c, tree.Text)
	}
	if c, ok := r.filled(id + evidenceColumn); ok {
		n.Add(&tree.Node{At: c.at, Value: "evidence"}, evidence(c))
	}
	switch {
	case len(n.Items) == 0:
		return &tree.Node{At: value.at, Class: tree.Empty}
	case len(n.Items) == 1 && n.Items[0].Name == "value":
		return n.Items[0]
	}
	return n
}

var withComma = regexp.MustCompile(`^-?[0-9]+,[0-9]+$`)

// count is a cell with a count: a list of two for 8/14, else a number.
func (r *tableRow) count(c cell) *tree.Node {
	number := func(text string) *tree.Node {
		n := &tree.Node{At: c.at, Value: r.number(strings.TrimSpace(text))}
		if tree.IsNumeral(n.Value) {
			n.Class = tree.Number
		}
		return n
	}
	part, whole, share := strings.Cut(c.value, "/")
	if !share {
		return number(c.value)
	}
	list := &tree.Node{Kind: tree.Sequence, At: c.at}
	list.Append(number(part))
	list.Append(number(whole))
	return list
}

// number is a number with a point where it may have a comma; every other text stays.
func (r *tableRow) number(value string) string {
	if r.decimalComma && withComma.MatchString(value) {
		return strings.Replace(value, ",", ".", 1)
	}
	return value
}

// evidence splits a cell at semicolons; one inside a text is doubled.
func evidence(c cell) *tree.Node {
	list := &tree.Node{Kind: tree.Sequence, At: c.at}
	const doubled = "\x00"
	for _, part := range strings.Split(strings.ReplaceAll(c.value, ";;", doubled), ";") {
		if part = strings.TrimSpace(strings.ReplaceAll(part, doubled, ";")); part != "" {
			list.Append(&tree.Node{At: c.at, Value: part})
		}
	}
	return list
}
