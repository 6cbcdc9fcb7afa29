package codec

import (
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
)

// A cell is a value of a table and where it stands.
type cell struct {
	value string
	at    int
}

// A table makes nodes of rows: those of a CSV file, or those of the one response that a
// workbook holds.
type table struct {
	*tree.Source
	header []cell
}

// begin takes the header. It blames columns without a name, those that come twice, and
// those missing, and reports whether rows can be read below it.
func (t *table) begin(header []cell) bool {
	t.header = header
	line, hint := "column", "a table begins with the columns "+strings.Join(tableColumns, ", ")
	if t.Sheet() {
		line = "row"
		hint = "the hidden first column names each row; assess new answers -o sheet.xlsx writes a sheet to fill in"
	}
	seen := map[string]bool{}
	blamed := -1 // a row of a workbook stands for four columns, and is blamed once
	for i, c := range header {
		header[i].value = strings.TrimSpace(c.value)
		n := header[i].node()
		switch {
		case n.Value == "":
			t.Err(n, "a column has no name", "the header names every column")
		case seen[n.Value] && n.At != blamed:
			blamed = n.At
			t.Err(n, "the "+line+" "+tree.Brief(n.Value)+" stands here a second time", "")
		}
		seen[n.Value] = true
	}
	complete := true
	for _, name := range tableColumns {
		if !seen[name] && name != "respondent" && name != "role" {
			complete = false
			t.ErrPlace(0, 1, "the "+line+" "+name+" is missing", hint)
		}
	}
	return complete
}

// response makes the nodes of a row; nil for a row without any value.
func (t *table) response(cells []cell) *tree.Node {
	if !slices.ContainsFunc(cells, func(c cell) bool { return strings.TrimSpace(c.value) != "" }) {
		return nil
	}
	if len(cells) > len(t.header) {
		t.Err(cells[len(t.header)].node(), "this row has more fields than the header has columns", "")
	}
	r := tableRow{table: t, cells: cells, columns: map[string]int{}}
	begin := cells[0].at
	root, entries := &tree.Node{Kind: tree.Mapping, At: begin}, &tree.Node{Kind: tree.Mapping, At: begin}
	for i, c := range t.header {
		if _, twice := r.columns[c.value]; i < len(cells) && !twice && c.value != "" {
			r.columns[c.value] = i
		}
	}
	put(root, "format", cell{answersFormat, begin}, tree.Text)
	for _, name := range tableColumns {
		if c, ok := r.trimmed(name); ok && name != "respondent" && name != "role" {
			put(root, name, c, tree.Text)
		}
	}
	r.respondent(root, begin)
	for i, c := range t.header {
		if at, ok := r.columns[c.value]; ok && at == i && !slices.Contains(tableColumns, c.value) {
			r.answer(entries, c, cells[i])
		}
	}
	root.Add(&tree.Node{At: begin, Value: "answers"}, entries)
	return root
}

// A tableRow is a row on its way to becoming nodes.
type tableRow struct {
	*table
	cells   []cell
	columns map[string]int // by name
}

// trimmed returns the value of a column without the spaces around it.
func (r *tableRow) trimmed(name string) (cell, bool) {
	i, ok := r.columns[name]
	if !ok {
		return cell{at: r.cells[0].at}, false
	}
	c := r.cells[i]
	c.value = strings.TrimSpace(c.value)
	return c, true
}

// node is a cell that stands by itself.
func (c cell) node() *tree.Node { return &tree.Node{At: c.at, Value: c.value} }

func put(into *tree.Node, key string, c cell, class tree.Class) {
	n := &tree.Node{At: c.at, Value: c.value, Class: class}
	if c.value == "" {
		n.Class = tree.Empty
	}
	into.Add(&tree.Node{At: c.at, Value: key}, n)
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

// answer adds the entry of a question. Columns of notes, evidence and reasons belong to the
// column of their question, and are blamed where it is missing.
func (r *tableRow) answer(entries *tree.Node, column, value cell) {
	for _, part := range []string{noteColumn, evidenceColumn, reasonColumn} {
		if id, ok := strings.CutSuffix(column.value, part); ok {
			if _, has := r.columns[id]; !has {
				message := "there is no column " + tree.Brief(id) + " for " + tree.Brief(column.value)
				r.Err(column.node(), message, "")
			}
			return
		}
	}
	entries.Add(column.node(), r.entry(column.value, value))
}

// entry is an answer: a mapping, or a value where nothing else is answer, or nothing where all
// its cells are empty.
func (r *tableRow) entry(id string, value cell) *tree.Node {
	path := tree.PathOf("answers", id)
	answer := cell{strings.TrimSpace(value.value), value.at}
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
		put(n, "unknown", cell{"true", value.at}, tree.Boolean)
	case tree.IsNumeral(answer.value):
		put(n, "value", answer, tree.Number)
	default:
		hint := "accepted are an option's value, na with its reason, unknown, or nothing"
		if word := strings.ToLower(answer.value); word == "na" || word == "unknown" {
			hint = "write " + word
		}
		wrong := answer.node()
		r.ErrPath(wrong, path, wrong.Describe()+" is no answer", hint)
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

// filled returns a cell as it stands, if there is something to see in it.
func (r *tableRow) filled(name string) (cell, bool) {
	i, ok := r.columns[name]
	if !ok || strings.TrimSpace(r.cells[i].value) == "" {
		return cell{at: r.cells[0].at}, false
	}
	return r.cells[i], true
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
