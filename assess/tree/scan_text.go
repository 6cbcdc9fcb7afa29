package tree

import "strings"

// What a byte is to a plain text: an end in every place, or inside of brackets only.
const (
	endsLine  = 1 << iota // a line end
	endsMaybe             // a colon before a space, a # behind one
	endsFlow              // , ? [ ] { } inside of brackets
	opens                 // what can't begin a plain text
	doubts                // what can begin one only where no space follows
)

var marks = func() (m [256]uint8) {
	m['\n'], m['\r'] = endsLine|opens, endsLine|opens
	m[':'], m['#'] = endsMaybe|opens, endsMaybe|opens
	for _, c := range ",[]{}" {
		m[c] = endsFlow | opens
	}
	m['?'], m['-'] = endsFlow|doubts, doubts
	for _, c := range "&*!|>'\"%@` \t" {
		m[c] |= opens
	}
	return m
}()

// inBrackets stands for the indent of a text inside of brackets, which has none.
const inBrackets = -2

// plainLine reads a plain text as far as it stands on this line. Behind it stands what ends
// it: a line end, a comment, the colon of a key, or a mark of the brackets around.
func (s *scanner) plainLine(flow bool) word {
	begin := s.at
	c := s.text[begin]
	if marks[c]&opens != 0 || (c == '-' || c == '?') && (flow && c == '?' || s.blankAt(begin+1)) {
		return word{}
	}
	end := s.rest(flow)
	if end < 0 {
		return word{}
	}
	return word{at: begin, value: s.text[begin:end], ok: true}
}

// rest passes over what belongs to a plain text in this line and returns where it ends; -1
// in doubt.
func (s *scanner) rest(flow bool) int {
	text, stop := s.text, uint8(endsLine|endsMaybe)
	if flow {
		stop |= endsFlow
	}
	i := s.at
	for ; i < len(text); i++ {
		if marks[text[i]]&stop == 0 {
			continue
		}
		if text[i] == ':' && !s.blankAt(i+1) || text[i] == '#' && text[i-1] != ' ' && text[i-1] != '\t' {
			continue
		}
		break
	}
	if flow && i < len(text) && (text[i] == '?' || text[i] == '[' || text[i] == '{') {
		return -1
	}
	end := i
	for end > s.at && (text[end-1] == ' ' || text[end-1] == '\t') {
		end--
	}
	s.at, s.fresh = i, false
	return end
}

// folded adds the lines below that belong to a plain text, those deeper than the indent: a
// line end becomes a space, empty lines become line ends.
func (s *scanner) folded(w word, indent int) word {
	if !w.ok || s.at == len(s.text) || marks[s.text[s.at]]&endsLine == 0 {
		return w
	}
	flow := indent == inBrackets
	buffer := s.buffer[:0]
	for s.at < len(s.text) && marks[s.text[s.at]]&endsLine != 0 {
		breaks := s.breaks()
		if s.at == len(s.text) || s.text[s.at] == '#' || s.column() <= indent {
			break
		}
		c := s.text[s.at]
		if flow && marks[c]&endsFlow != 0 {
			break
		}
		begin := s.at
		end := s.rest(flow)
		if c == '\t' || end <= begin || s.at < len(s.text) && s.text[s.at] == ':' {
			return word{}
		}
		if len(buffer) == 0 {
			buffer = append(buffer, w.value...)
		}
		buffer = append(foldBreaks(buffer, breaks), s.text[begin:end]...)
	}
	if len(buffer) > 0 {
		w.value, s.buffer = string(buffer), buffer[:0]
	}
	return w
}

// breaks passes over spaces and line ends, and counts these.
func (s *scanner) breaks() int {
	n := 0
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ':
			s.at++
		case '\n', '\r':
			s.breakLine()
			n++
		default:
			return n
		}
	}
	return n
}

// foldBreaks writes so many line ends as they mean: one is a space, of more the first counts
// for nothing.
func foldBreaks(out []byte, breaks int) []byte {
	if breaks == 1 {
		return append(out, ' ')
	}
	for ; breaks > 1; breaks-- {
		out = append(out, '\n')
	}
	return out
}

// quote reads a text in quotes; behind it stands the byte after it.
func (s *scanner) quote() word {
	begin := s.at
	q := s.text[begin]
	s.at++
	i := strings.IndexByte(s.text[s.at:], q)
	if i < 0 {
		return word{}
	}
	inside, closed := s.text[s.at:s.at+i], s.at+i+1
	twice := q == '\'' && closed < len(s.text) && s.text[closed] == q
	if !twice && strings.IndexByte(inside, '\n') < 0 && strings.IndexByte(inside, '\r') < 0 &&
		(q == '\'' || strings.IndexByte(inside, '\\') < 0) {
		s.at, s.fresh = closed, false
		return word{begin, inside, true, true}
	}
	buffer, ok := s.unquote(s.buffer[:0], q)
	s.buffer, s.fresh = buffer[:0], false
	return word{begin, string(buffer), true, ok}
}

// unquote reads on to the closing quote, with escapes and over line ends.
func (s *scanner) unquote(out []byte, q byte) ([]byte, bool) {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == q && q == '\'' && s.at+1 < len(s.text) && s.text[s.at+1] == q:
			out = append(out, q)
			s.at += 2
		case c == q:
			s.at++
			return out, true
		case c == '\\' && q == '"':
			var ok bool
			if out, ok = s.escape(out); !ok {
				return out, false
			}
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			out = s.foldQuoted(out, false)
		default:
			out = append(out, c)
			s.at++
		}
	}
	return out, false
}

// foldQuoted passes over white space in quotes: within a line it stays, a line end
// becomes a space, more of them become line ends. escaped says that the first line end
// was, and counts for nothing.
func (s *scanner) foldQuoted(out []byte, escaped bool) []byte {
	begin, breaks := s.at, 0
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t':
			s.at++
		case '\n', '\r':
			s.breakLine()
			breaks++
		default:
			return s.fold(out, begin, breaks, escaped)
		}
	}
	return s.fold(out, begin, breaks, escaped)
}

func (s *scanner) fold(out []byte, begin, breaks int, escaped bool) []byte {
	switch {
	case escaped && breaks == 0:
		return out
	case escaped:
		return foldBreaks(out, breaks+1)
	case breaks == 0:
		return append(out, s.text[begin:s.at]...)
	}
	return foldBreaks(out, breaks)
}

// escapes of double quotes that are one character.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r",
	'e': "\x1b", ' ': " ", '"': `"`, '\'': "'", '\\': `\`,
	'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// escape reads an escape in double quotes.
func (s *scanner) escape(out []byte) ([]byte, bool) {
	s.at++
	if s.at == len(s.text) {
		return out, false
	}
	c := s.text[s.at]
	if c == '\n' || c == '\r' {
		s.breakLine()
		return s.foldQuoted(out, true), true
	}
	s.at++
	if word, ok := escapes[c]; ok {
		return append(out, word...), true
	}
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if size == 0 || s.at+size > len(s.text) {
		return out, false
	}
	r := hex(s.text[s.at : s.at+size])
	s.at += size
	if r < 0 || r >= 0xd800 && r < 0xe000 || r > 0x10ffff {
		return out, false
	}
	return append(out, string(r)...), true
}

// hex returns the value of hexadecimal digits, -1 if there are others.
func hex(digits string) rune {
	v := rune(0)
	for i := range len(digits) {
		c := digits[i]
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return -1
		}
		if v > 0x10ffff {
			return -1
		}
		v = v<<4 | rune(c)
	}
	return v
}

// classOf says what a plain text is. What looks odd the library is asked.
func classOf(v string) Class {
	switch c := v[0]; {
	case c >= '0' && c <= '9', c == '-', c == '+', c == '.':
		switch {
		case isPlain(v) && len(v) <= 18:
			return Number
		case strings.IndexByte(v, ' ') >= 0, len(v) == 10 && v[4] == '-' && v[7] == '-' && digits(v) == 4:
			return Text // a date is one
		}
		return classByLibrary(v)
	case c == '~' && len(v) == 1:
		return Tilde
	case len(v) > 5:
		return Text
	}
	switch v {
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return Boolean
	case "null":
		return Null
	case "Null", "NULL":
		return Tilde
	}
	return Text
}
