package tree

// blockText reads a text that stands in lines of its own below | or >, in a collection at
// the column indent. Behind it stands the line that is no part of it.
func (s *scanner) blockText(indent int) *Node {
	begin := s.at
	keep, more, ok := s.blockHead()
	if !ok {
		return nil
	}
	b := blockText{scanner: s, out: s.buffer[:0], above: indent, literal: s.text[begin] == '|'}
	if more > 0 {
		b.indent = max(indent, 0) + more
	}
	ok = b.read()
	if keep >= 0 && b.ended {
		b.out = append(b.out, '\n')
	}
	for ; keep > 0 && b.breaks > 0; b.breaks-- {
		b.out = append(b.out, '\n')
	}
	s.buffer = b.out[:0]
	if !ok {
		return nil
	}
	return s.quoted(begin, string(b.out))
}

// blockHead reads what stands behind | or >: what to do with line ends at the end (-1
// none, 0 one, 1 all), and how much deeper the text stands (0: see there).
func (s *scanner) blockHead() (keep, more int, ok bool) {
	s.at++
	for range 2 {
		if s.at == len(s.text) {
			break
		}
		switch c := s.text[s.at]; {
		case c == '+' && keep == 0:
			keep = 1
		case c == '-' && keep == 0:
			keep = -1
		case c >= '1' && c <= '9' && more == 0:
			more = int(c - '0')
		default:
			continue
		}
		s.at++
	}
	for s.at < len(s.text) && s.text[s.at] == ' ' {
		s.at++
	}
	if s.at < len(s.text) && s.text[s.at] == '#' && s.text[s.at-1] == ' ' {
		s.at = s.endOfLine()
	}
	if s.at == len(s.text) {
		return keep, more, true
	}
	if marks[s.text[s.at]]&endsLine == 0 {
		return 0, 0, false
	}
	s.breakLine()
	return keep, more, true
}

type blockText struct {
	*scanner
	out     []byte
	above   int  // column of the collection around
	indent  int  // column of the text; 0: not known yet
	literal bool // |
	ended   bool // a line end waits for what follows
	breaks  int  // and so many of empty lines
}

// read reads the lines. A line end between two that don't begin with a space becomes one
// below >.
func (b *blockText) read() bool {
	if !b.empties() {
		return false
	}
	blank := false // the line before begins with a space
	for b.at < len(b.text) && b.column() == b.indent {
		begins := b.text[b.at] == ' ' || b.text[b.at] == '\t'
		switch {
		case !b.ended:
		case b.literal || blank || begins:
			b.out = append(b.out, '\n')
		case b.breaks == 0:
			b.out = append(b.out, ' ')
		}
		for ; b.breaks > 0; b.breaks-- {
			b.out = append(b.out, '\n')
		}
		blank, b.ended = begins, false
		end := b.endOfLine()
		b.out = append(b.out, b.text[b.at:end]...)
		if b.at = end; b.at < len(b.text) {
			b.breakLine()
			b.ended = true
		}
		if !b.empties() {
			return false
		}
	}
	return true
}

// empties passes over the indent and over empty lines. Before the first line it finds how
// deep the text stands.
func (b *blockText) empties() bool {
	deepest := 0
	for {
		for b.at < len(b.text) && b.text[b.at] == ' ' && (b.indent == 0 || b.column() < b.indent) {
			b.at++
		}
		deepest = max(deepest, b.column())
		if b.at == len(b.text) {
			break
		}
		if b.text[b.at] == '\t' && (b.indent == 0 || b.column() < b.indent) {
			return false
		}
		if marks[b.text[b.at]]&endsLine == 0 {
			break
		}
		b.breakLine()
		b.breaks++
	}
	if b.indent == 0 {
		b.indent = max(deepest, b.above+1, 1)
	}
	return true
}
