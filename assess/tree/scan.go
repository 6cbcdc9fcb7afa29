package tree

import "strings"

// A scanner makes the nodes of one YAML document in one pass over its bytes. It takes
// what it is sure of: block and flow collections, plain and quoted texts, blocks of
// text, comments. At anchors, tags, complex keys, tabs between tokens, mistakes and
// whatever else is rare it gives up, and yaml.v3 reads the document again. What it does
// take it takes exactly as yaml.v3 does, whose rules it follows in their order.
type scanner struct {
	*Arena
	text  string // up to the end of the document
	at    int    // the next byte
	line  int    // where the line of that byte begins
	depth int    // of the node being read
	cut   bool   // a line was met that separates documents
	fresh bool   // no token but dashes stands before in the line: a key may begin here
}

// scanYAML returns the root of the document that begins at an offset and ends with the
// text; nil at the first doubt. The text holds nothing at which readers part ways.
func scanYAML(a *Arena, text string, from int) *Node {
	s := scanner{Arena: a, text: text, at: from, line: from, fresh: true}
	a.open = a.open[:0]
	if strings.HasPrefix(text[from:], "---") {
		s.at, s.fresh = from+3, false // what stands on this line can't be a key
	}
	if !s.next() || s.at == len(text) || !s.fresh {
		return nil
	}
	root := s.block(-1)
	if root == nil || s.cut || s.at < len(text) {
		return nil
	}
	return root.root()
}

// next passes over spaces, line ends and comments. It reports false where it is in
// doubt; at the end of the text it stops.
func (s *scanner) next() bool {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ':
			s.at++
		case '\n', '\r':
			s.breakLine()
		case '#':
			if s.at > s.line && s.text[s.at-1] != ' ' {
				return false
			}
			s.at = s.endOfLine()
		case '\t':
			return false
		default:
			return true
		}
	}
	return true
}

// breakLine passes over a line end.
func (s *scanner) breakLine() {
	if s.text[s.at] == '\r' && s.at+1 < len(s.text) && s.text[s.at+1] == '\n' {
		s.at++
	}
	s.at++
	s.line, s.fresh = s.at, true
	if s.at+2 < len(s.text) && (s.text[s.at] == '-' || s.text[s.at] == '.') && separates(s.text[s.at:]) {
		s.cut = true
	}
}

// endOfLine returns where the present line ends, before its line end. It looks no further
// than twice the line: a text may have no line feed at all.
func (s *scanner) endOfLine() int {
	rest := s.text[s.at:]
	for size := 128; ; size *= 2 {
		line := rest[:min(size, len(rest))]
		feed := strings.IndexByte(line, '\n')
		if feed >= 0 {
			line = line[:feed]
		}
		if i := strings.IndexByte(line, '\r'); i >= 0 {
			return s.at + i
		}
		if feed >= 0 || len(line) == len(rest) {
			return s.at + len(line)
		}
	}
}

// column counts the bytes before the next one in its line: spaces and dashes, wherever a
// column is asked for.
func (s *scanner) column() int { return s.at - s.line }

// blankAt reports whether a space or the end of a line or of the text stands at an offset.
func (s *scanner) blankAt(i int) bool {
	return i >= len(s.text) || s.text[i] == ' ' || s.text[i] == '\n' || s.text[i] == '\r' || s.text[i] == '\t'
}

// dash reports whether an item of a list begins here.
func (s *scanner) dash() bool {
	return s.at < len(s.text) && s.text[s.at] == '-' && s.blankAt(s.at+1)
}

// A word is a scalar as the scanner meets it: a key, or a value to make a node of.
type word struct {
	at     int
	value  string
	quoted bool
	ok     bool // the scanner is sure of it
}

// scalar makes a node of a word.
func (s *scanner) scalar(w word) *Node {
	switch {
	case !w.ok:
		return nil
	case w.quoted:
		return s.Arena.quoted(w.at, w.value)
	}
	return s.used(w.at, classOf(w.value), w.value)
}

// add puts a value under a key of a mapping that is still being read, if there is one.
func (s *scanner) add(m *Node, key word, v *Node) bool {
	if v == nil {
		return false
	}
	v.up, v.Name, v.key = m, key.value, token{key.at, key.quoted, true}
	s.open = append(s.open, v)
	return true
}

// append puts an item into a list that is still being read, if there is one.
func (s *scanner) append(list, item *Node, base int) bool {
	if item == nil {
		return false
	}
	item.up, item.index, item.key.known = list, int32(len(s.open)-base), false
	s.open = append(s.open, item)
	return true
}

// deeper begins a node below the present one; false if that is too deep.
func (s *scanner) deeper() bool {
	s.depth++
	return s.depth <= maxDepth
}

// block reads the node that begins here, in a collection at the column indent, -1 at the
// top. Behind it stands the next token, on a line of its own.
func (s *scanner) block(indent int) *Node {
	if !s.deeper() {
		return nil
	}
	n := s.blockNode(indent)
	s.depth--
	return n
}

func (s *scanner) blockNode(indent int) *Node {
	column, line, fresh := s.column(), s.line, s.fresh
	switch c := s.text[s.at]; c {
	case '-':
		if s.blankAt(s.at + 1) {
			if !fresh {
				return nil
			}
			return s.sequence(column, false)
		}
	case '{', '[':
		return s.ended(s.flow())
	case '|', '>':
		return s.ended(s.blockText(indent))
	case '"', '\'':
		w := s.quote()
		if !w.ok || !s.colon() {
			return s.ended(s.scalar(w))
		}
		if !fresh || s.line != line {
			return nil
		}
		return s.mapping(column, w)
	}
	w := s.plainLine(false)
	if w.ok && s.at < len(s.text) && s.text[s.at] == ':' {
		if !fresh {
			return nil
		}
		return s.mapping(column, w)
	}
	return s.ended(s.scalar(s.folded(w, indent)))
}

// colon passes over spaces and reports whether a colon follows that ends a key.
func (s *scanner) colon() bool {
	at := s.at
	for at < len(s.text) && s.text[at] == ' ' {
		at++
	}
	if at < len(s.text) && s.text[at] == ':' && s.blankAt(at+1) {
		s.at = at
		return true
	}
	return false
}

// ended moves on from a value to the next token, which has to stand on another line.
func (s *scanner) ended(n *Node) *Node {
	if n == nil || !s.next() || s.at < len(s.text) && !s.fresh {
		return nil
	}
	return n
}

// mapping reads the mapping whose first key was just read, up to its colon.
func (s *scanner) mapping(column int, key word) *Node {
	m := s.collection(key.at, Mapping)
	base := len(s.open)
	for {
		if !s.isKey(key) {
			return nil
		}
		s.at++
		if !s.add(m, key, s.value(column)) {
			return nil
		}
		if s.at == len(s.text) || s.column() < column {
			break
		}
		if s.column() > column {
			return nil
		}
		if key = s.key(); !key.ok {
			return nil
		}
	}
	s.close(m, base)
	return m
}

// isKey reports whether a word, up to the colon here, is surely a key. (A long one needs a
// question mark in YAML.)
func (s *scanner) isKey(w word) bool {
	if s.at-w.at > 1000 || s.depth == maxDepth {
		return false
	}
	if w.quoted {
		return true
	}
	class := classOf(w.value)
	return (class == Text || class == Number) && w.value != "<<"
}

// key reads a key, up to its colon.
func (s *scanner) key() word {
	if c := s.text[s.at]; c == '"' || c == '\'' {
		line := s.line
		w := s.quote()
		w.ok = w.ok && s.line == line && s.colon()
		return w
	}
	w := s.plainLine(false)
	w.ok = w.ok && s.at < len(s.text) && s.text[s.at] == ':'
	return w
}

// value reads what stands behind the colon of a key in a mapping at a column.
func (s *scanner) value(column int) *Node {
	if n := s.usual(column); n != nil {
		return n
	}
	colon, line := s.at, s.line
	s.fresh = false
	if !s.next() {
		return nil
	}
	switch {
	case s.at == len(s.text):
	case s.line == line:
		return s.block(column)
	case s.column() > column:
		return s.block(column)
	case s.column() == column && s.dash():
		if !s.deeper() {
			return nil
		}
		n := s.sequence(column, true)
		s.depth--
		return n
	}
	return s.used(colon, Empty, "")
}

// usual reads what most keys and dashes have behind them: a space, one plain word, and a
// next line that does not go on with it. Where anything else stands it returns nil and stays
// where it is.
func (s *scanner) usual(column int) *Node {
	text, begin := s.text, s.at+1
	if begin >= len(text) || text[s.at] != ' ' || marks[text[begin]]&(opens|doubts) != 0 {
		return nil
	}
	end := begin + 1
	for end < len(text) && marks[text[end]]&(endsLine|endsMaybe) == 0 {
		end++
	}
	if end == len(text) || text[end] != '\n' || text[end-1] == ' ' || text[end-1] == '\t' {
		return nil
	}
	next := end + 1
	for next < len(text) && text[next] == ' ' {
		next++
	}
	if next == len(text) || next-end-1 > column || marks[text[next]]&opens != 0 || s.depth >= maxDepth {
		return nil
	}
	if next == end+1 && separates(text[next:]) {
		return nil
	}
	s.at, s.line, s.fresh = next, end+1, true
	return s.used(begin, classOf(text[begin:end]), text[begin:end])
}

// sequence reads a list whose first dash stands here. One that is the value of a key in
// the same column ends where the next key begins.
func (s *scanner) sequence(column int, ofKey bool) *Node {
	if s.depth == maxDepth {
		return nil
	}
	n := s.collection(s.at, Sequence)
	base := len(s.open)
	for {
		if !s.append(n, s.item(column), base) {
			return nil
		}
		if s.at == len(s.text) || s.column() < column {
			break
		}
		if s.column() > column || !s.dash() {
			if ofKey && s.column() == column {
				break
			}
			return nil
		}
	}
	s.close(n, base)
	return n
}

// item reads what stands behind a dash.
func (s *scanner) item(column int) *Node {
	s.at++
	if n := s.usual(column); n != nil {
		return n
	}
	dash, line := s.at, s.line
	s.fresh = true
	if !s.next() {
		return nil
	}
	if s.at < len(s.text) && (s.line == line || s.column() > column) {
		return s.block(column)
	}
	return s.used(dash, Empty, "")
}
