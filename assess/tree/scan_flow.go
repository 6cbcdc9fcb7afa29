package tree

// flow reads a collection in brackets, on one line or several. Behind it stands the byte
// after its bracket.
func (s *scanner) flow() *Node {
	begin := s.at
	kind, closing := Sequence, byte(']')
	if s.text[begin] == '{' {
		kind, closing = Mapping, '}'
	}
	n := s.collection(begin, kind)
	base := len(s.open)
	s.at++
	for first := true; ; first = false {
		if !s.inFlow() {
			return nil
		}
		if s.text[s.at] == closing {
			break
		}
		if !first {
			if s.text[s.at] != ',' {
				return nil
			}
			s.at++
			if !s.inFlow() {
				return nil
			}
			if s.text[s.at] == closing {
				break
			}
		}
		if !s.flowEntry(n, base) {
			return nil
		}
	}
	s.at++
	s.fresh = false
	s.close(n, base)
	return n
}

// inFlow moves on to the next token; the text must not end before it.
func (s *scanner) inFlow() bool { return s.next() && s.at < len(s.text) }

// flowEntry reads an item, or a key and its value.
func (s *scanner) flowEntry(n *Node, base int) bool {
	if n.Kind == Sequence {
		return s.append(n, s.flowNode(), base)
	}
	key := s.flowKey()
	if !key.ok || !s.isKey(key) {
		return false
	}
	s.at++
	if !s.inFlow() {
		return false
	}
	if c := s.text[s.at]; c == ',' || c == '}' {
		return s.add(n, key, s.used(s.at, Empty, ""))
	}
	return s.add(n, key, s.flowNode())
}

// flowKey reads a key, up to its colon.
func (s *scanner) flowKey() word {
	var w word
	if c, line := s.text[s.at], s.line; c == '"' || c == '\'' {
		w = s.quote()
		w.ok = w.ok && s.line == line
		for s.at < len(s.text) && s.text[s.at] == ' ' {
			s.at++
		}
	} else {
		w = s.plainLine(true)
	}
	w.ok = w.ok && s.at < len(s.text) && s.text[s.at] == ':'
	return w
}

// flowNode reads a node inside of brackets.
func (s *scanner) flowNode() *Node {
	if !s.deeper() {
		return nil
	}
	var n *Node
	switch s.text[s.at] {
	case '{', '[':
		n = s.flow()
	case '"', '\'':
		n = s.scalar(s.quote())
	default:
		n = s.scalar(s.folded(s.plainLine(true), inBrackets))
	}
	s.depth--
	return n
}
