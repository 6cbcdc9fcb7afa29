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
		byNumber: map[int]*importColumn{}, fields: map[string]*importColumn{}, offered: map[string]bool{},
	}
	for _, qu := range q.Questions() {
		for _, o := range qu.Offered() {
			for _, name := range optionNames(o) {
				m.offered[bare(name)] = true
			}
		}
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
	headers     int             // rows of heads
	offered     map[string]bool // the options of all questions, by their bare names
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
	for _, b := range m.broken {
		column := m.byNumber[b.cell.column]
		if column == nil || b.row <= bottom || column.holds.field == ignored {
			continue
		}
		message, hint := tree.Brief(b.cell.value)+" stands where a text should", "save the workbook with its values"
		m.blame("broken "+b.cell.value, blame{at: b.cell, row: b.row, message: message, hint: hint, weight: always})
	}
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
