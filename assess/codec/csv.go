package codec

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Columns of a table of answers that are not about a question.
var tableColumns = []string{"questionnaire", "questionnaire_version", "organization", "respondent", "role", "date"}

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

// parseCSV returns a tree for each row of a table: the same that a YAML file with
// these answers has. The header names the columns. Fields are separated by
// commas, semicolons or tabs, whichever the header has most of.
func (s *source) parseCSV() []*node {
	r := csv.NewReader(strings.NewReader(s.text))
	r.Comma = delimiter(s.text)
	r.FieldsPerRecord = -1
	starts := lineStarts(s.text)
	var header []cell
	var roots []*node
	for {
		begin := int(r.InputOffset())
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			s.quotes(broken, starts)
			if header == nil {
				return nil
			}
			continue // the rows below may say more
		}
		row := make([]cell, len(record))
		for i, value := range record {
			line, column := r.FieldPos(i)
			row[i] = cell{value, starts[line-1] + column - 1}
		}
		if header == nil {
			s.once = int(r.InputOffset()) // every row meets what is wrong with the header
			if header = row; !s.header(header) {
				return nil
			}
			continue
		}
		if end := begin + len(strings.TrimRight(s.text[begin:r.InputOffset()], "\r\n")); end-begin > maxRecord {
			s.at(row[0].at, 1, "the row has more than 1 MiB", "")
			continue
		} else if root := s.row(header, row, begin, end); root != nil {
			roots = append(roots, root)
		}
	}
	if len(roots) == 0 && !s.failed {
		s.file("the table has no row of answers", "each row below the header is a response")
	}
	return roots
}

// quotes blames a quotation mark: one that is never closed where its row begins.
func (s *source) quotes(broken *csv.ParseError, starts []int) {
	at := func(line, column int) int { return starts[min(line, len(starts))-1] + max(0, column-1) }
	if end := at(broken.Line, broken.Column); strings.TrimSpace(s.text[min(end, len(s.text)):]) != "" {
		s.at(end, 1, "a quotation mark stands where it can't", "a field with quotes in it stands in quotes, and each quote in it is doubled")
		return
	}
	s.at(at(broken.StartLine, 1), 1, "a quotation mark in this row is never closed", "")
}

// delimiter is the separator that stands most often in the header, outside of
// quotes.
func delimiter(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	count := map[rune]int{}
	quoted := false
	for _, c := range line {
		switch c {
		case '"':
			quoted = !quoted
		case ',', ';', '\t':
			if !quoted {
				count[c]++
			}
		}
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// header blames columns without a name, those that come twice, and those missing. It
// reports whether rows can be read below it.
func (s *source) header(header []cell) bool {
	line, hint := "column", "a table begins with the columns "+strings.Join(tableColumns, ", ")
	if s.cells != nil {
		line, hint = "row", "the hidden first column names each row; assess new answers -o sheet.xlsx writes a sheet to fill in"
	}
	seen := map[string]*node{}
	blamed := -1 // a row of a workbook stands for four columns, and is blamed once
	for i, c := range header {
		header[i].value = strings.TrimSpace(c.value)
		n := &node{at: c.at, value: header[i].value}
		switch {
		case n.value == "":
			s.err(n, nil, "a column has no name", "the header names every column")
		case seen[n.value] != nil && n.at != blamed:
			blamed = n.at
			s.err(n, nil, "the "+line+" "+brief(n.value)+" stands here a second time", "")
		}
		seen[n.value] = n
	}
	complete := true
	for _, name := range tableColumns {
		if seen[name] == nil && name != "respondent" && name != "role" {
			complete = false
			s.at(0, 1, "the "+line+" "+name+" is missing", hint)
		}
	}
	return complete
}

// row makes the tree of a response; nil for a row without any value.
func (s *source) row(header, row []cell, from, to int) *node {
	if !slices.ContainsFunc(row, func(c cell) bool { return strings.TrimSpace(c.value) != "" }) {
		return nil
	}
	if len(row) > len(header) {
		s.err(&node{at: row[len(header)].at, value: row[len(header)].value}, nil, "this row has more fields than the header has columns", "")
	}
	t := tableRow{source: s, root: &node{kind: mapping, at: row[0].at, from: from, to: to}, answers: &node{kind: mapping, at: row[0].at}, by: map[string]int{}}
	for i, c := range header {
		if _, twice := t.by[c.value]; i < len(row) && !twice && c.value != "" {
			t.by[c.value] = i
		}
	}
	t.row = row
	t.put(t.root, "format", cell{answersFormat, row[0].at}, text)
	for _, name := range tableColumns {
		if c, ok := t.cell(name); ok && name != "respondent" && name != "role" {
			t.put(t.root, name, c, text)
		}
	}
	t.respondent()
	for i, c := range header {
		if at, ok := t.by[c.value]; ok && at == i && !slices.Contains(tableColumns, c.value) {
			t.answer(c, row[i])
		}
	}
	t.root.keys = append(t.root.keys, &node{at: row[0].at, value: "answers"})
	t.root.items = append(t.root.items, t.answers)
	return t.root
}

// A tableRow is a row on its way to becoming a tree.
type tableRow struct {
	*source
	row           []cell
	by            map[string]int // column by name
	root, answers *node
}

// cell returns the trimmed value of a column.
func (t *tableRow) cell(name string) (cell, bool) {
	i, ok := t.by[name]
	if !ok {
		return cell{at: t.row[0].at}, false
	}
	c := t.row[i]
	c.value = strings.TrimSpace(c.value)
	return c, true
}

func (t *tableRow) put(into *node, key string, c cell, class class) {
	n := &node{at: c.at, value: c.value, class: class}
	if c.value == "" {
		n.class = empty
	}
	into.keys = append(into.keys, &node{at: c.at, value: key})
	into.items = append(into.items, n)
}

func (t *tableRow) respondent() {
	n := &node{kind: mapping, at: t.row[0].at}
	for _, column := range []string{"respondent", "role"} {
		if c, ok := t.cell(column); ok && c.value != "" {
			t.put(n, map[string]string{"respondent": "name", "role": "role"}[column], c, text)
		}
	}
	if len(n.keys) > 0 {
		t.root.keys = append(t.root.keys, &node{at: n.at, value: "respondent"})
		t.root.items = append(t.root.items, n)
	}
}

// answer makes the entry of a question. Columns of notes, evidence and reasons
// belong to the column of their question, and are blamed where it is missing.
func (t *tableRow) answer(column, value cell) {
	for _, part := range []string{noteColumn, evidenceColumn, reasonColumn} {
		if id, ok := strings.CutSuffix(column.value, part); ok {
			if _, has := t.by[id]; !has {
				t.err(&node{at: column.at, value: column.value}, nil, "there is no column "+brief(id)+" for "+brief(column.value), "")
			}
			return
		}
	}
	t.answers.keys = append(t.answers.keys, &node{at: column.at, value: column.value})
	t.answers.items = append(t.answers.items, t.entry(column.value, value))
}

// entry is an answer: a mapping, or a value where nothing else is said, or nothing
// where all its cells are empty.
func (t *tableRow) entry(id string, value cell) *node {
	at := (*steps)(nil).key("answers").key(id)
	said := cell{strings.TrimSpace(value.value), value.at}
	n := &node{kind: mapping, at: value.at}
	reason, _ := t.text(id + reasonColumn)
	switch {
	case said.value == "":
	case said.value == "na":
		if reason.value == "" {
			reason.at = value.at
		}
		t.put(n, "not_applicable", reason, text)
	case said.value == "unknown":
		t.put(n, "unknown", cell{"true", value.at}, boolean)
	case numeral(said.value):
		t.put(n, "value", said, number)
	default:
		hint := "accepted are an option's value, na with its reason, unknown, or nothing"
		if word := strings.ToLower(said.value); word == "na" || word == "unknown" {
			hint = "write " + word
		}
		wrong := &node{at: value.at, value: said.value}
		t.err(wrong, at, describe(wrong)+" is no answer", hint)
	}
	if reason.value != "" && said.value != "na" {
		t.err(&node{at: reason.at, value: reason.value}, at, "a reason stands only beside na", "write na as the answer, or remove the reason")
	}
	if c, ok := t.text(id + noteColumn); ok {
		t.put(n, "note", c, text)
	}
	if c, ok := t.text(id + evidenceColumn); ok {
		t.evidence(n, c)
	}
	switch {
	case len(n.keys) == 0:
		return &node{at: value.at, class: empty}
	case len(n.keys) == 1 && n.keys[0].value == "value":
		return n.items[0]
	}
	return n
}

// text returns a cell as it stands, if there is something to see in it.
func (t *tableRow) text(name string) (cell, bool) {
	i, ok := t.by[name]
	if !ok || strings.TrimSpace(t.row[i].value) == "" {
		return cell{at: t.row[0].at}, false
	}
	return t.row[i], true
}

// numeral reports whether a cell holds what somebody means as a number: whether it is
// a plain one is said where numbers of every format are read.
func numeral(s string) bool {
	n := yaml.Node{Kind: yaml.ScalarNode, Value: s}
	tag := n.ShortTag()
	return tag == "!!int" || tag == "!!float"
}

// evidence splits a cell at semicolons; one inside a text is doubled.
func (t *tableRow) evidence(into *node, c cell) {
	list := &node{kind: sequence, at: c.at}
	const doubled = "\x00"
	for _, part := range strings.Split(strings.ReplaceAll(c.value, ";;", doubled), ";") {
		if part = strings.TrimSpace(strings.ReplaceAll(part, doubled, ";")); part != "" {
			list.items = append(list.items, &node{at: c.at, value: part, class: text})
		}
	}
	into.keys = append(into.keys, &node{at: c.at, value: "evidence"})
	into.items = append(into.items, list)
}
