package tree

import "strings"

// A span is one of the YAML documents of a text, as offsets.
type span struct {
	from int // of what is parsed: the separator line included
	body int // of what is the document's own: after the separator
	to   int
}

// spans cuts a text at its separator lines: `---` begins a document, `...` ends one. In
// YAML such a line is a separator wherever it stands. What holds only comments before
// the first separator, or after the last, is no document.
func (s *Source) spans() []span {
	var docs []span
	cur := span{}
	begun := false // by ---
	flush := func(to int, last bool) {
		cur.to = to
		if !blankYAML(s.Text[cur.body:to]) || begun && !last {
			docs = append(docs, cur)
		}
	}
	for at := 0; at < len(s.Text); {
		next := lineEnd(s.Text, at, len(s.Text))
		if next < 0 {
			next = len(s.Text)
		}
		line := s.Text[at:next]
		switch {
		case separator(line, "---"):
			flush(at, false)
			cur, begun = span{from: at, body: next}, true
			if !blankYAML(line[3:]) {
				cur.body = at + 3
			}
		case separator(line, "..."):
			flush(at, false)
			cur, begun = span{from: next, body: next}, false
		}
		at = next
	}
	flush(len(s.Text), true)
	return docs
}

// separates reports whether a text begins with a line that separates documents.
func separates(text string) bool { return separator(text, "---") || separator(text, "...") }

// separator reports whether a line is the mark, alone or followed by a space.
func separator(line, mark string) bool {
	rest, ok := strings.CutPrefix(line, mark)
	return ok && (rest == "" || strings.ContainsRune(" \t\r\n", rune(rest[0])))
}

// Documents counts the documents of a YAML text.
func (s *Source) Documents() int { return len(s.spans()) }

// blankYAML reports whether a text holds nothing but white space and comments.
func blankYAML(text string) bool {
	comment := false
	for i := range len(text) {
		switch text[i] {
		case '\n', '\r':
			comment = false
		case ' ', '\t':
		case '#':
			comment = true
		default:
			if !comment {
				return false
			}
		}
	}
	return true
}
