package tree

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess/diag"
)

// A File is the text of a file, in which offsets have places. It outlives the nodes:
// who wants to blame something later keeps it, with a [Mark].
type File struct {
	Name  string
	Text  string       // without a byte order mark
	cells map[int]Cell // of a workbook: the cell that stands at an offset
	lines []int        // where lines begin, from the first time that somebody asked
}

// A Cell of a workbook, from 1.
type Cell struct {
	Row, Column int
	Sheet       string // where several are read
}

// String names a cell as in AB12.
func (c Cell) String() string {
	name := ""
	for column := c.Column; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return fmt.Sprint(name, c.Row)
}

// said is a message about a cell that names it.
func (c Cell) said(message string) string {
	if c.Sheet != "" {
		return fmt.Sprintf("sheet %s, cell %v: %s", Brief(c.Sheet), c, message)
	}
	return fmt.Sprintf("cell %v: %s", c, message)
}

// A Place is where something stands in a file.
type Place struct {
	Line, Column int    // from 1; the column in code points. 0, 0: the file as a whole
	Source       string // the line, or what lies around the place
	Before       int    // code points of the line that Source leaves out in front
}

// A Mark is what it takes to blame a node after it is gone.
type Mark struct {
	at     int
	kind   Kind
	quoted bool
	value  string
}

// Mark remembers where a node stands.
func (n *Node) Mark() Mark { return Mark{n.At, n.Kind, n.Quoted, n.Value} }

// Blame makes a diagnostic about a marked place.
func (f *File) Blame(m Mark, path string, severity diag.Severity, message, hint string) diag.Diagnostic {
	at := min(m.at, len(f.Text))
	if f.lines == nil {
		f.lines = []int{0}
		for next := 0; next >= 0; {
			if next = lineEnd(f.Text, next, len(f.Text)); next >= 0 {
				f.lines = append(f.lines, next)
			}
		}
	}
	line, exact := slices.BinarySearch(f.lines, at)
	if exact {
		line++
	}
	start := f.lines[line-1]
	if c, ok := f.cells[at]; ok {
		message = c.said(message)
	}
	place := f.place(at, start, line, 1+utf8.RuneCountInString(f.Text[start:at]))
	length := f.extent(&Node{At: m.at, Kind: m.kind, Quoted: m.quoted, Value: m.value})
	return f.diagnostic(place, finding{length: length, path: path, severity: severity, hint: hint}, message)
}

// diagnostic is a finding at its place.
func (f *File) diagnostic(p Place, found finding, message string) diag.Diagnostic {
	return diag.Diagnostic{
		File: f.Name, Line: p.Line, Column: p.Column, Path: found.path, Severity: found.severity, Message: message,
		Hint: found.hint, Source: p.Source, Before: p.Before, Length: found.length,
	}
}

// around is how many code points a place keeps of its line on either side.
const around = 120

// places finds line and column of offsets in one pass over the text. A line ends with
// LF, CR LF or CR. Negative offsets have no place.
func (f *File) places(offsets []int) map[int]Place {
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
		at = min(at, len(f.Text))
		for scanned < at {
			next := lineEnd(f.Text, scanned, at)
			if next < 0 {
				scanned = at
				break
			}
			line, start, scanned = line+1, next, next
			column, counted = 1, next
		}
		column += utf8.RuneCountInString(f.Text[counted:at])
		counted = at
		found[at] = f.place(at, start, line, column)
	}
	return found
}

// lineEnd returns where the next line begins, if it begins at or before limit; else -1.
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
func (f *File) place(at, start, line, column int) Place {
	from := at
	before := column - 1
	for n := 0; n < around && from > start; n++ {
		_, size := utf8.DecodeLastRuneInString(f.Text[start:from])
		from -= size
		before--
	}
	to := at
	for n := 0; n < 2*around && to < len(f.Text) && f.Text[to] != '\n' && f.Text[to] != '\r'; n++ {
		_, size := utf8.DecodeRuneInString(f.Text[to:])
		to += size
	}
	if c, ok := f.cells[at]; ok { // a line of the text is a cell
		return Place{Line: c.Row, Column: c.Column, Source: f.Text[from:to], Before: c.Column - 1}
	}
	return Place{Line: line, Column: column, Source: f.Text[from:to], Before: before}
}

// extent returns how many code points of its first line a node covers.
func (f *File) extent(n *Node) int {
	rest := f.Text[min(n.At, len(f.Text)):]
	rest = rest[:min(len(rest), 4*around)]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	if n.Kind != Scalar || rest == "" { // a scalar can begin on the next line, after its anchor
		return 1
	}
	if n.Quoted {
		return max(1, utf8.RuneCountInString(rest[:closing(rest)]))
	}
	if !strings.HasPrefix(rest, n.Value) {
		return 1
	}
	return max(1, utf8.RuneCountInString(n.Value))
}

// closing returns the offset after the quote that closes the one at the start, the end
// of the text where it stays open or there is none.
func closing(s string) int {
	q := s[0]
	if q != '"' && q != '\'' { // a block of text: its indicator
		return 1
	}
	for i := 1; i < len(s); i++ {
		switch {
		case q == '"' && s[i] == '\\':
			i++
		case s[i] == q && q == '\'' && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			return i + 1
		}
	}
	return len(s)
}
