package tree

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess/diag"
)

// A Source is one file while it is read: its text, and what was found wrong in it.
type Source struct {
	*File
	data   []byte
	arena  *Arena
	found  []finding
	failed bool            // an error was found
	near   int             // comparisons still spent on hints
	once   int             // what is found before this offset is told once
	told   map[string]bool // what was, by offset and message
	plain  bool            // nothing in the text that some reader of YAML takes for a line end, or refuses
}

// New begins to read a file. The name says what to blame. The nodes live in the arena,
// which is emptied; nil is a new one.
func New(name string, data []byte, arena *Arena) *Source {
	if arena == nil {
		arena = &Arena{}
	}
	arena.reset()
	return &Source{File: &File{Name: name}, data: data, arena: arena, near: 2_000_000}
}

// Recode puts the same text in other bytes: what was not UTF-8 and is now.
func (s *Source) Recode(data []byte) { s.data = data }

// Data returns the bytes of the file.
func (s *Source) Data() []byte { return s.data }

// Failed reports whether an error was found.
func (s *Source) Failed() bool { return s.failed }

// Lay sets the text of a workbook: offsets of its cells, one to a line.
func (s *Source) Lay(text string, cells map[int]Cell) { s.Text, s.cells = text, cells }

// Sheet reports whether the text is that of a workbook.
func (s *Source) Sheet() bool { return s.cells != nil }

// Once tells what is found before an offset only once: every row of a table meets what
// is wrong with its header.
func (s *Source) Once(before int) { s.once = before }

// Readable checks what every text needs: a bounded size, UTF-8, something in it. One of
// many records has no bound of its own: each record has one.
func (s *Source) Readable(records bool, begin string) bool {
	data := bytes.TrimPrefix(s.data, []byte("\ufeff"))
	if len(data) > MaxBytes && !records {
		s.ErrFile("the file has more than 64 MiB", "")
		return false
	}
	s.Text = string(data)
	var valid bool
	if valid, s.plain = survey(s.Text); !valid {
		at := invalid(s.Text)
		s.Text = s.Text[:at] + strings.ToValidUTF8(s.Text[at:], "\ufffd")
		s.ErrPlace(at, 1, "the text is not UTF-8 here", "save the file as UTF-8")
		return false
	}
	if strings.TrimSpace(s.Text) == "" {
		s.ErrFile("the file is empty", begin)
		return false
	}
	if len(s.Text) > MaxEntries && entries(s.Text) > MaxEntries && !records {
		s.ErrFile("the file has more than 4,000,000 lines and commas", "split it into several files")
		return false
	}
	return true
}

// survey looks at every byte once: whether a text is UTF-8, and whether it is free of
// the characters at which readers of YAML part ways. Eight bytes at a time where all
// are plain ASCII.
func survey(text string) (valid, plain bool) {
	const ones, highs, lows = 0x0101010101010101, 0x8080808080808080, 0x7f7f7f7f7f7f7f7f
	plain = true
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			b := text[i : i+8]
			x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
				uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
			y := x ^ 0x0a*ones
			newline := ^((y&lows + lows) | y | lows)
			control := ^(x&lows + 0x60*ones) & highs
			if (x|(x&lows+ones)|control&^newline)&highs == 0 {
				i += 8
				continue
			}
		}
		for end := min(i+8, len(text)); i < end; {
			c := text[i]
			if c < utf8.RuneSelf {
				plain = plain && (c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t')
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 {
				return false, false
			}
			plain = plain && r >= 0xa0 && r != '\u2028' && r != '\u2029' && r != '\ufeff' && r != 0xfffe && r != 0xffff
			i += size
		}
	}
	return true, plain
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
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
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

// Err blames a node.
func (s *Source) Err(n *Node, message, hint string) { s.ErrPath(n, n.Path(), message, hint) }

// ErrPath blames a node under another path than its own.
func (s *Source) ErrPath(n *Node, path, message, hint string) {
	s.add(finding{n.At, s.extent(n), -1, path, diag.Error, message, hint})
}

// Warn blames a node, lightly.
func (s *Source) Warn(n *Node, message, hint string) { s.WarnPath(n, n.Path(), message, hint) }

// WarnPath blames a node lightly, under another path than its own.
func (s *Source) WarnPath(n *Node, path, message, hint string) {
	s.add(finding{n.At, s.extent(n), -1, path, diag.Warning, message, hint})
}

// ErrTwice blames a node that contradicts an earlier one; the message ends with the
// line of that one.
func (s *Source) ErrTwice(n, before *Node, message string) {
	s.Err(n, message, "")
	if len(s.found) > 0 {
		s.found[len(s.found)-1].also = before.At
	}
}

// ErrPlace blames so many code points at an offset that is no node's.
func (s *Source) ErrPlace(offset, length int, message, hint string) {
	s.add(finding{offset, length, -1, "", diag.Error, message, hint})
}

// ErrFile blames the file as a whole.
func (s *Source) ErrFile(message, hint string) {
	s.add(finding{-1, 0, -1, "", diag.Error, message, hint})
}

// WarnFile blames the file as a whole, lightly.
func (s *Source) WarnFile(message, hint string) {
	s.add(finding{-1, 0, -1, "", diag.Warning, message, hint})
}

// Remark says something about a node, under a path.
func (s *Source) Remark(n *Node, path string, severity diag.Severity, message, hint string) {
	s.add(finding{n.At, s.extent(n), -1, path, severity, message, hint})
}

func (s *Source) add(f finding) {
	s.failed = s.failed || f.severity == diag.Error
	if f.at >= 0 && f.at < s.once {
		key := strconv.Itoa(f.at) + " " + f.message
		if s.told[key] {
			return
		}
		if s.told == nil {
			s.told = map[string]bool{}
		}
		s.told[key] = true
	}
	if len(s.found) <= maxFindings {
		s.found = append(s.found, f)
	}
}

// EachWarning tells the warnings among what was found so far.
func (s *Source) EachWarning(tell func(path, message string)) {
	for _, f := range s.found {
		if f.severity == diag.Warning {
			tell(f.path, f.message)
		}
	}
}

// Nearest returns a hint that names the known word a person probably meant. It stops
// looking once a file has cost too many comparisons.
func (s *Source) Nearest(word string, known []string) string {
	if s.near < len(known) {
		return ""
	}
	s.near -= len(known)
	if near := diag.Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	return ""
}

// Diagnostics returns what was found, in order of place.
func (s *Source) Diagnostics() []diag.Diagnostic {
	if len(s.found) == 0 {
		return []diag.Diagnostic{}
	}
	slices.SortStableFunc(s.found, func(a, b finding) int { return cmp.Compare(a.at, b.at) })
	if len(s.found) > maxFindings {
		s.found = s.found[:maxFindings]
		more := "there is more wrong below; only the first 100,000 findings are listed"
		s.found = append(s.found, finding{s.found[maxFindings-1].at, 0, -1, "", diag.Error, more, ""})
	}
	offsets := make([]int, 0, 2*len(s.found))
	for _, f := range s.found {
		offsets = append(offsets, f.at, f.also)
	}
	places := s.places(offsets)
	ds := make([]diag.Diagnostic, len(s.found))
	for i, f := range s.found {
		message := f.message
		if f.also >= 0 {
			message += " on line " + strconv.Itoa(places[f.also].Line)
		}
		if c, ok := s.cells[f.at]; ok {
			message = c.said(message)
		}
		ds[i] = s.diagnostic(places[f.at], f, message)
	}
	return ds
}
