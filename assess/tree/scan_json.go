package tree

import (
	"strings"
	"unicode/utf8"
)

// A jsonScanner makes the nodes of one JSON object in one pass. What is not valid JSON,
// or is nested too deep, it leaves to encoding/json.
type jsonScanner struct {
	*Arena
	text  string
	at    int
	depth int
}

// scanJSON returns the object that begins at an offset and ends with the text; nil at
// the first doubt.
func scanJSON(a *Arena, text string, from int) *Node {
	s := jsonScanner{Arena: a, text: text, at: from}
	a.open = a.open[:0]
	if s.space() != '{' {
		return nil
	}
	root := s.value()
	if root == nil || s.space() != 0 || s.at < len(text) {
		return nil
	}
	return root.root()
}

// space passes over white space and returns the byte behind it, 0 at the end.
func (s *jsonScanner) space() byte {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return c
		}
	}
	return 0
}

// value reads the value that begins here.
func (s *jsonScanner) value() *Node {
	begin := s.at
	if s.depth == maxDepth {
		return nil
	}
	switch s.space() {
	case '{':
		return s.object()
	case '[':
		return s.array()
	case '"':
		if text, ok := s.string(); ok {
			return s.quoted(begin, text)
		}
		return nil
	case 't':
		return s.word("true", Boolean)
	case 'f':
		return s.word("false", Boolean)
	case 'n':
		return s.word("null", Null)
	}
	if end := s.number(); end > begin {
		s.at = end
		return s.used(begin, Number, s.text[begin:end])
	}
	return nil
}

func (s *jsonScanner) word(word string, class Class) *Node {
	begin := s.at
	if !strings.HasPrefix(s.text[begin:], word) {
		return nil
	}
	s.at += len(word)
	return s.used(begin, class, s.text[begin:s.at])
}

// number returns the end of the number that begins here, by the grammar of JSON; where
// there is none, a place before.
func (s *jsonScanner) number() int {
	rest := s.text[s.at:]
	i := 0
	if strings.HasPrefix(rest, "-") {
		i++
	}
	n := digits(rest[i:])
	if n == 0 || n > 1 && rest[i] == '0' {
		return -1
	}
	i += n
	if i < len(rest) && rest[i] == '.' {
		if n = digits(rest[i+1:]); n == 0 {
			return -1
		}
		i += 1 + n
	}
	if i < len(rest) && (rest[i] == 'e' || rest[i] == 'E') {
		i++
		if i < len(rest) && (rest[i] == '+' || rest[i] == '-') {
			i++
		}
		if n = digits(rest[i:]); n == 0 {
			return -1
		}
		i += n
	}
	return s.at + i
}

func (s *jsonScanner) object() *Node {
	n := s.collection(s.at, Mapping)
	base := len(s.open)
	s.depth++
	for first := true; ; first = false {
		end, ok := s.entry('}', first)
		if end {
			break
		}
		if !ok || s.text[s.at] != '"' {
			return nil
		}
		at := s.at
		name, ok := s.string()
		if !ok || s.space() != ':' {
			return nil
		}
		s.at++
		s.space()
		v := s.value()
		if v == nil {
			return nil
		}
		v.up, v.Name, v.key = n, name, token{at, true, true}
		s.open = append(s.open, v)
	}
	s.depth--
	s.close(n, base)
	return n
}

func (s *jsonScanner) array() *Node {
	n := s.collection(s.at, Sequence)
	base := len(s.open)
	s.depth++
	for first := true; ; first = false {
		end, ok := s.entry(']', first)
		if end {
			break
		}
		if !ok {
			return nil
		}
		item := s.value()
		if item == nil {
			return nil
		}
		item.up, item.index, item.key.known = n, int32(len(s.open)-base), false
		s.open = append(s.open, item)
	}
	s.depth--
	s.close(n, base)
	return n
}

// entry moves on to the next entry of an object or list, over the comma in front of it or
// over the opening bracket; or over the closing one, which is the end.
func (s *jsonScanner) entry(closing byte, first bool) (end, ok bool) {
	if first {
		s.at++
	}
	c := s.space()
	if c == closing {
		s.at++
		return true, true
	}
	if !first {
		if c != ',' {
			return false, false
		}
		s.at++
		c = s.space()
	}
	return false, c != 0 && c != closing
}

// string reads a text in quotes.
func (s *jsonScanner) string() (string, bool) {
	s.at++
	for i := s.at; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '"':
			value := s.text[s.at:i]
			s.at = i + 1
			return value, true
		case c == '\\':
			return s.escaped(i)
		case c < ' ':
			return "", false
		}
	}
	return "", false
}

// escaped reads a text whose first escape stands at an offset.
func (s *jsonScanner) escaped(i int) (string, bool) {
	out := append(s.buffer[:0], s.text[s.at:i]...)
	s.at = i
	for s.at < len(s.text) {
		c := s.text[s.at]
		s.at++
		switch {
		case c == '"':
			s.buffer = out[:0]
			return string(out), true
		case c < ' ':
			return "", false
		case c != '\\':
			out = append(out, c)
			continue
		}
		r := s.escape()
		if r < 0 {
			return "", false
		}
		out = utf8.AppendRune(out, r)
	}
	return "", false
}

// escape returns the character of an escape behind its backslash, -1 if there is none.
func (s *jsonScanner) escape() rune {
	if s.at == len(s.text) {
		return -1
	}
	c := s.text[s.at]
	s.at++
	switch c {
	case '"', '\\', '/':
		return rune(c)
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'u':
		return s.unit()
	}
	return -1
}

// unit returns the character of \u and its digits, those of a surrogate pair included.
func (s *jsonScanner) unit() rune {
	r := s.hex4()
	switch {
	case r < 0xd800 || r >= 0xe000:
		return r
	case r >= 0xdc00 || !strings.HasPrefix(s.text[s.at:], `\u`):
		return -1
	}
	s.at += 2
	low := s.hex4()
	if low < 0xdc00 || low >= 0xe000 {
		return -1
	}
	return (r-0xd800)<<10 + low - 0xdc00 + 0x10000
}

func (s *jsonScanner) hex4() rune {
	if s.at+4 > len(s.text) {
		return -1
	}
	r := hex(s.text[s.at : s.at+4])
	s.at += 4
	return r
}
