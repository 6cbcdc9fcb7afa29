package codec

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess/diag"
)

// A Place is where something stands in a file.
type Place struct {
	Line, Column int    // from 1; the column in code points. 0, 0: the file as a whole
	Length       int    // code points
	Source       string // the line, or what lies around the place
	Before       int    // code points of the line that Source leaves out in front
}

// String names the line.
func (p Place) String() string { return fmt.Sprintf("on line %d", p.Line) }

// blame makes the diagnostic of a finding at the place.
func (p Place) blame(file string, f finding, message string) diag.Diagnostic {
	return diag.Diagnostic{
		File: file, Line: p.Line, Column: p.Column, Path: f.path, Severity: f.severity, Message: message, Hint: f.hint,
		Source: p.Source, Before: p.Before, Length: f.length,
	}
}

// around is how many code points a place keeps of its line on either side.
const around = 120

// places finds line and column of offsets in one pass over the text. A line
// ends with LF, CR LF or CR. Negative offsets have no place.
func (s *source) places(offsets []int) map[int]Place {
	offsets = slices.Clone(offsets)
	slices.Sort(offsets)
	offsets = slices.Compact(offsets)
	found := make(map[int]Place, len(offsets))
	line, start := 1, 0 // of the line that the offset is in
	column, counted := 1, 0
	scanned := 0 // line ends before here are counted
	for _, at := range offsets {
		if at < 0 {
			continue
		}
		at = min(at, len(s.text))
		for scanned < at {
			next := lineEnd(s.text, scanned, at)
			if next < 0 {
				scanned = at
				break
			}
			line, start, scanned = line+1, next, next
			column, counted = 1, next
		}
		column += utf8.RuneCountInString(s.text[counted:at])
		counted = at
		found[at] = s.place(at, start, line, column)
	}
	return found
}

// lineEnd returns where the next line begins, if it begins at or before limit;
// else -1.
func lineEnd(text string, from, limit int) int {
	i := strings.IndexAny(text[from:limit], "\r\n")
	if i < 0 {
		return -1
	}
	i += from + 1
	if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
		i++
	}
	if i > limit {
		return -1
	}
	return i
}

// place keeps the part of the line around an offset.
func (s *source) place(at, start, line, column int) Place {
	from := at
	before := column - 1
	for n := 0; n < around && from > start; n++ {
		_, size := utf8.DecodeLastRuneInString(s.text[start:from])
		from -= size
		before--
	}
	to := at
	for n := 0; n < 2*around && to < len(s.text) && s.text[to] != '\n' && s.text[to] != '\r'; n++ {
		_, size := utf8.DecodeRuneInString(s.text[to:])
		to += size
	}
	if c, ok := s.cells[at]; ok { // a line of the text is a cell
		return Place{Line: c.row, Column: c.column, Source: s.text[from:to], Before: c.column - 1, Length: 1}
	}
	return Place{Line: line, Column: column, Source: s.text[from:to], Before: before, Length: 1}
}
