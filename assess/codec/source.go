package codec

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess/diag"
)

// A source is the text of one file and what was found wrong in it. Places are
// kept as byte offsets until the end: [source.places] then turns all of them
// into lines and columns in one pass.
type source struct {
	name   string
	data   []byte
	text   string // without a byte order mark
	found  []finding
	failed bool           // an error was found
	near   int            // comparisons still spent on hints
	once   int            // what is found before this offset is told once
	cells  map[int]cellAt // of a workbook: the cell that stands at an offset
}

// A finding is a diagnostic whose place is still an offset.
type finding struct {
	at       int // -1: the file as a whole
	length   int // code points
	also     int // offset of a second place that the message ends with, -1: none
	path     string
	severity diag.Severity
	message  string
	hint     string
}

func newSource(name string, data []byte) *source {
	return &source{name: name, data: data, near: 2_000_000}
}

// readable checks what every format needs: a bounded size, UTF-8, something in
// it. It sets the text.
func (s *source) readable() bool {
	data := bytes.TrimPrefix(s.data, []byte("\ufeff"))
	if len(data) > maxBytes && !recordwise(s.name) {
		s.file("the file has more than 64 MiB", "")
		return false
	}
	s.text = string(data)
	if at := invalid(s.text); at >= 0 {
		s.text = s.text[:at] + strings.ToValidUTF8(s.text[at:], "\ufffd")
		s.at(at, 1, "the text is not UTF-8 here", "save the file as UTF-8")
		return false
	}
	if strings.TrimSpace(s.text) == "" {
		s.file("the file is empty", hintFormats)
		return false
	}
	if entries(s.text) > maxEntries && !recordwise(s.name) {
		s.file("the file has more than 4,000,000 lines and commas", "split it into several files")
		return false
	}
	return true
}

// entries counts what separates the parts of a text in either format.
func entries(text string) int {
	n := 0
	for _, separator := range []string{",", "\n", "\r", "\u0085", "\u2028", "\u2029"} {
		n += strings.Count(text, separator)
	}
	return n
}

// invalid returns the offset of the first byte that is not UTF-8, -1 if all is.
func invalid(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// err blames a node.
func (s *source) err(n *node, p *steps, message, hint string) {
	s.add(finding{at: n.at, length: s.extent(n), also: -1, path: p.String(), severity: diag.Error, message: message, hint: hint})
}

// warn blames a node, lightly.
func (s *source) warn(n *node, p *steps, message, hint string) {
	s.add(finding{at: n.at, length: s.extent(n), also: -1, path: p.String(), severity: diag.Warning, message: message, hint: hint})
}

// at blames a place that is no node.
func (s *source) at(offset, length int, message, hint string) {
	s.add(finding{at: offset, length: length, also: -1, severity: diag.Error, message: message, hint: hint})
}

// file blames the file as a whole.
func (s *source) file(message, hint string) {
	s.add(finding{at: -1, also: -1, severity: diag.Error, message: message, hint: hint})
}

func (s *source) add(f finding) {
	s.failed = s.failed || f.severity == diag.Error
	if f.at >= 0 && f.at < s.once && slices.ContainsFunc(s.found, func(o finding) bool { return o.at == f.at && o.message == f.message }) {
		return
	}
	if len(s.found) <= maxFindings {
		s.found = append(s.found, f)
	}
}

// nearest returns a hint that names the known word a person probably meant. It
// stops looking once a file has cost too many comparisons.
func (s *source) nearest(word string, known []string) string {
	if s.near < len(known) {
		return ""
	}
	s.near -= len(known)
	if near := diag.Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	return ""
}

// diagnostics returns what was found in order of place.
func (s *source) diagnostics() []diag.Diagnostic {
	slices.SortStableFunc(s.found, func(a, b finding) int { return cmp.Compare(a.at, b.at) })
	if len(s.found) > maxFindings {
		s.found = s.found[:maxFindings]
		s.found = append(s.found, finding{at: s.found[maxFindings-1].at, also: -1, severity: diag.Error, message: "there is more wrong below; only the first 100,000 findings are listed"})
	}
	offsets := make([]int, 0, len(s.found))
	for _, f := range s.found {
		offsets = append(offsets, f.at, f.also)
	}
	places := s.places(offsets)
	ds := make([]diag.Diagnostic, len(s.found))
	for i, f := range s.found {
		message := f.message
		if f.also >= 0 {
			message += " " + places[f.also].String()
		}
		if c, ok := s.cells[f.at]; ok {
			message = "cell " + c.String() + ": " + message
		}
		ds[i] = places[f.at].blame(s.name, f, message)
	}
	return ds
}
