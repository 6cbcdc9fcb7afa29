package codec

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// ImportOptions of ReadExport.
type ImportOptions struct {
	Organization string     // "" where a column names it
	Today        string     // for rows without a date, YYYY-MM-DD
	Map          *ImportMap // nil for none
	Open         bool       // columns and answers that are not understood are left out, with a warning
}

// An Import is what an export of a survey tool gives.
type Import struct {
	Records []Record
	Rows    []int    // in which the records stand, counted from 1
	Map     []byte   // what was understood, to be completed
	Silent  []string // ids of the questions that no column answers
}

// ReadExport reads what a survey tool exports: a row per person. Where the diagnostics hold an
// error there are no records, but a map, and nothing at all where the table can't be read.
func ReadExport(
	name string, data []byte, q *assess.Questionnaire, opts ImportOptions,
) (*Import, []diag.Diagnostic) {
	s := tree.New(name, data, nil)
	words, err := newImportWords()
	if err != nil {
		s.ErrFile(err.Error(), "")
		return nil, s.Diagnostics()
	}
	g := readGrid(s)
	if g == nil {
		return nil, s.Diagnostics()
	}
	m := &importer{
		grid: g, q: q, words: words, opts: opts, heads: newHeadNames(q, words), comparisons: 200_000,
		readers: map[*assess.Question]*answerReader{}, blamed: map[string]*blame{},
		byNumber: map[int]*importColumn{}, fields: map[string]*importColumn{},
	}
	m.readHeads()
	m.placeColumns()
	out := m.readRows()
	m.tell()
	out.Map, out.Silent = m.writeMap(), m.silent()
	if s.Failed() {
		out.Records, out.Rows = nil, nil
	}
	return out, s.Diagnostics()
}

// An importer reads an export.
type importer struct {
	*grid
	q           *assess.Questionnaire
	words       *importWords
	opts        ImportOptions
	heads       *headNames
	headers     int // rows of heads
	columns     []*importColumn
	byNumber    map[int]*importColumn
	fields      map[string]*importColumn // that are filled
	readers     map[*assess.Question]*answerReader
	likely      []nearby // what a column may be, made when first asked for
	comparisons int      // still spent on hints
	blamed      map[string]*blame
	blames      []*blame
}

// body are the rows of people.
func (m *importer) body() []gridRow { return m.rows[m.headers:] }

// reader is that of a question.
func (m *importer) reader(qu *assess.Question) *answerReader {
	r := m.readers[qu]
	if r == nil {
		r = newAnswerReader(qu, m)
		m.readers[qu] = r
	}
	return r
}

// A blame is one thing that is wrong, in all the rows in which it is.
type blame struct {
	at            gridCell
	row           int
	rows          []int // the others
	message, hint string
	weight        weight
}

// A weight says what becomes of what is wrong.
type weight uint8

const (
	leftOut weight = iota // an error, unless it may be left out
	always                // an error
	light                 // a warning
)

// blame notes what is wrong with a cell. What has the same key is the same.
func (m *importer) blame(key string, b blame) {
	if before, again := m.blamed[key]; again {
		if last := before.rows; b.row != before.row && (len(last) == 0 || last[len(last)-1] != b.row) {
			before.rows = append(before.rows, b.row)
		}
		return
	}
	m.blamed[key] = &b
	m.blames = append(m.blames, &b)
}

// mostRows is how many rows are named in which something is wrong.
const mostRows = 20

// tell tells all that was noted: errors, or warnings where it is left open.
func (m *importer) tell() {
	for _, b := range m.blames {
		message := b.message
		if n := len(b.rows); n > 0 {
			rows := strings.Trim(strings.ReplaceAll(fmt.Sprint(b.rows[:min(n, mostRows)]), " ", ", "), "[]")
			message += "; also in row " + rows
			if n > mostRows {
				message += fmt.Sprintf(" and %d more", n-mostRows)
			}
		}
		path := "" // a cell of a workbook is named already
		if !m.Sheet() {
			path = fmt.Sprintf("row %d, column %d", b.row, b.at.column)
		}
		severity := diag.Error
		switch {
		case b.weight == light:
			severity = diag.Warning
		case b.weight == leftOut && m.opts.Open:
			severity = diag.Warning
			message += "; left out"
		}
		m.Remark(b.at.node(), path, severity, message, b.hint)
	}
}

// readRows makes a record of each row.
func (m *importer) readRows() *Import {
	out := &Import{}
	bottom := m.rows[m.headers-1].number
	for _, in := range m.merged {
		if in.Bottom > bottom {
			message := "cells are merged at %v: nobody's answer stands in them alone"
			m.ErrFile(fmt.Sprintf(message, tree.Cell{Row: in.Top, Column: in.Left}), "undo the merging")
			break
		}
	}
	for i := range m.body() {
		row := &m.body()[i]
		a := answers{Source: m.Source, find: m.only, words: wordsOfText}
		a.entry.answers = &a
		a.read(m.response(row))
		out.Records = append(out.Records, Record{a.response, m.q, m.Name, m.File, a.marks})
		out.Rows = append(out.Rows, row.number)
	}
	if len(out.Records) == 0 && !m.Failed() {
		m.ErrFile("the export has no row of answers", "each row below the header is a person")
	}
	return out
}

// only finds the questionnaire that is answered.
func (m *importer) only(string, string) (*assess.Questionnaire, string, []string) {
	return m.q, "", nil
}

// response makes the nodes of a row, as an answers file has them.
func (m *importer) response(row *gridRow) *tree.Node {
	root := &tree.Node{Kind: tree.Mapping, At: row.at}
	text := func(into *tree.Node, key string, c cell) { put(into, key, c, tree.Text) }
	text(root, "format", cell{value: answersFormat, at: row.at})
	text(root, "questionnaire", cell{value: m.q.ID, at: row.at})
	text(root, "questionnaire_version", cell{value: m.q.Version, at: row.at})
	text(root, "organization", m.organization(row))
	text(root, "date", m.day(row))
	who := &tree.Node{Kind: tree.Mapping, At: row.at}
	for _, field := range [][2]string{{fieldRespondent, "name"}, {fieldRole, "role"}} {
		if c, ok := m.field(row, field[0]); ok {
			text(who, field[1], c.cell)
		}
	}
	if len(who.Items) > 0 {
		root.Add(&tree.Node{At: row.at, Value: "respondent"}, who)
	}
	root.Add(&tree.Node{At: row.at, Value: "answers"}, m.answers(row))
	return root
}

// field returns the cell of a field, if there is something in it.
func (m *importer) field(row *gridRow, field string) (gridCell, bool) {
	c, ok := m.fields[field]
	if !ok {
		return gridCell{}, false
	}
	return row.in(c.number)
}

// organization is who answers: the option, or a column, which may not contradict it.
func (m *importer) organization(row *gridRow) cell {
	c, ok := m.field(row, fieldOrganization)
	said := m.opts.Organization
	if ok && (said == "" || assess.OrganizationKey(said) == assess.OrganizationKey(c.value)) {
		return c.cell
	}
	if !ok && said != "" {
		return cell{value: said, at: row.at}
	}
	b := blame{at: row.cells[0], row: row.number, weight: always, hint: "--organization NAME says it"}
	key := "organization"
	switch _, named := m.fields[fieldOrganization]; {
	case ok:
		key += " " + c.value
		b.at, b.hint = c, "leave one of the two out: write ignore, or role, behind the header in the map"
		message := "the organization is %s here, but --organization says %s"
		b.message = fmt.Sprintf(message, tree.Brief(c.value), tree.Brief(said))
	case named:
		b.message = "the organization is left empty"
	default:
		b.message = "no column says which organization answers"
		b.hint += ", or organization behind a header in the map"
	}
	m.blame(key, b)
	return cell{value: "-", at: row.at} // any: what is wrong was noted
}

// day is the day of a row: that of its column, else today.
func (m *importer) day(row *gridRow) cell {
	today := cell{value: m.opts.Today, at: row.at}
	column, ok := m.fields[fieldDate]
	if !ok {
		return today
	}
	c, ok := row.in(column.number)
	if !ok {
		message := fmt.Sprintf("there is no date in column %d: %s stands for it", column.number, m.opts.Today)
		m.blame("no date", blame{at: row.cells[0], row: row.number, message: message, weight: light})
		return today
	}
	days := ParseDay(c.value)
	if column.holds.field != fieldDate && len(days) == 2 {
		days = dayIn(c.value, column.holds.field)
	}
	if m.book != nil && len(days) == 0 {
		if day, ok := m.book.Day(c.value); ok {
			days = []string{day}
		}
	}
	if len(days) == 1 {
		return cell{value: days[0], at: c.at}
	}
	key, hint := "date "+c.value, "write a day as year-month-day, like 2026-11-23"
	if len(days) == 2 {
		key, hint = "date", "write "+monthFirst+", or "+dayFirst+", behind the header in the map"
	}
	m.blame(key, blame{at: c, row: row.number, message: notOneDay(c.value, days), hint: hint, weight: always})
	return today
}
