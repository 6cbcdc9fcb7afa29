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
		item := s.flowNode()
		if item == nil {
			return false
		}
		item.up, item.index = n, int32(len(s.open)-base)
		s.open = append(s.open, item)
		return true
	}
	key := s.flowKey()
	if key == nil || !s.isKey(key) {
		return false
	}
	s.at++
	if !s.inFlow() {
		return false
	}
	var v *Node
	if c := s.text[s.at]; c == ',' || c == '}' {
		v = s.node(s.at, Empty, "")
	} else if v = s.flowNode(); v == nil {
		return false
	}
	key.Key, key.up, v.Key, v.up = key, n, key, n
	s.open = append(s.open, v)
	return true
}

// flowKey reads a key, up to its colon.
func (s *scanner) flowKey() *Node {
	begin := s.at
	if c := s.text[begin]; c != '"' && c != '\'' {
		end := s.plainLine(true)
		if end < 0 || s.at == len(s.text) || s.text[s.at] != ':' {
			return nil
		}
		return s.node(begin, classOf(s.text[begin:end]), s.text[begin:end])
	}
	line := s.line
	n := s.quote()
	for s.at < len(s.text) && s.text[s.at] == ' ' {
		s.at++
	}
	if n == nil || s.line != line || s.at == len(s.text) || s.text[s.at] != ':' {
		return nil
	}
	return n
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
		n = s.quote()
	default:
		n = s.plain(inBrackets)
	}
	s.depth--
	return n
}
