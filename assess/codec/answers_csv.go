package codec

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"bankmaturity/assess/tree"
)

// parseCSV returns a document for each row of a table: the same that a YAML file with these
// answers has. The header names the columns. Fields are separated by commas, semicolons or
// tabs, whichever the header has most of.
func parseCSV(s *tree.Source) []tree.Document {
	t := table{Source: s}
	r := csv.NewReader(strings.NewReader(s.Text))
	r.Comma = delimiter(s.Text)
	r.FieldsPerRecord = -1
	starts := lineStarts(s.Text)
	var docs []tree.Document
	for {
		begin := int(r.InputOffset())
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			t.quotes(broken, starts)
			if t.header == nil {
				return nil
			}
			continue // the rows below may say more
		}
		row := make([]cell, len(record))
		for i, value := range record {
			line, column := r.FieldPos(i)
			row[i] = cell{value, starts[line-1] + column - 1}
		}
		if t.header == nil {
			s.Once(int(r.InputOffset())) // every row meets what is wrong with the header
			if !t.begin(row) {
				return nil
			}
			continue
		}
		end := begin + len(strings.TrimRight(s.Text[begin:r.InputOffset()], "\r\n"))
		if end-begin > tree.MaxRecord {
			s.ErrPlace(row[0].at, 1, "the row has more than 1 MiB", "")
		} else if root := t.response(row); root != nil {
			docs = append(docs, tree.Document{Root: root, From: begin, To: end})
		}
	}
	if len(docs) == 0 && !s.Failed() {
		s.ErrFile("the table has no row of answers", "each row below the header is a response")
	}
	return docs
}

// quotes blames a quotation mark: one that is never closed where its row begins.
func (t *table) quotes(broken *csv.ParseError, starts []int) {
	at := func(line, column int) int { return starts[min(line, len(starts))-1] + max(0, column-1) }
	if end := at(broken.Line, broken.Column); strings.TrimSpace(t.Text[min(end, len(t.Text)):]) != "" {
		hint := "a field with quotes in it stands in quotes, and each quote in it is doubled"
		t.ErrPlace(end, 1, "a quotation mark stands where it can't", hint)
		return
	}
	t.ErrPlace(at(broken.StartLine, 1), 1, "a quotation mark in this row is never closed", "")
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
