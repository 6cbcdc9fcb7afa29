package codec

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
)

// parseJSON returns the tree of the one object that a JSON file holds. A key
// "$schema" at the top is for editors and is left out.
func (s *source) parseJSON() []*node {
	root := s.parseObject(0, len(s.text), "a JSON file holds one object")
	if root == nil {
		return nil
	}
	return []*node{root}
}

// parseJSONLines returns the tree of the object on every line. Empty lines are
// passed over.
func (s *source) parseJSONLines() []*node {
	var roots []*node
	for from := 0; from < len(s.text); {
		to := from + strings.IndexByte(s.text[from:], '\n') + 1
		if to == from {
			to = len(s.text)
		}
		if strings.TrimSpace(s.text[from:to]) == "" {
			from = to
			continue
		}
		if len(strings.TrimRight(s.text[from:to], "\r\n")) > maxRecord {
			s.at(from, 1, "the line has more than 1 MiB", "")
		} else if root := s.parseObject(from, to, "a line holds one object"); root != nil {
			roots = append(roots, root)
		}
		from = to
	}
	return roots
}

// parseObject returns the tree of the one JSON object between two offsets.
func (s *source) parseObject(from, to int, hint string) *node {
	p := jsonParser{source: s, base: from, text: s.text[from:to], dec: json.NewDecoder(strings.NewReader(s.text[from:to]))}
	p.dec.UseNumber()
	root := p.value(0, nil)
	if root == nil {
		return nil
	}
	end := int(p.dec.InputOffset())
	if rest := strings.TrimLeft(p.text[end:], " \t\r\n"); rest != "" {
		s.at(to-len(rest), 1, "the text goes on after the end of the object", hint)
		return nil
	}
	for i, k := range root.keys {
		if k.value == "$schema" {
			root.keys = append(root.keys[:i:i], root.keys[i+1:]...)
			root.items = append(root.items[:i:i], root.items[i+1:]...)
			break
		}
	}
	root.from, root.to = from, from+len(strings.TrimRight(p.text, "\r\n"))
	return root
}

type jsonParser struct {
	*source
	base int    // offset of the text
	text string // of the object
	dec  *json.Decoder
}

// value reads a value; nil after an error, which ends the reading.
func (p *jsonParser) value(depth int, way *steps) *node {
	token, at, ok := p.token()
	if !ok {
		return nil
	}
	n := &node{at: at}
	if depth >= maxDepth {
		p.err(n, nil, "nested deeper than "+strconv.Itoa(maxDepth)+" levels", "")
		return nil
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return p.object(n, depth, way)
		}
		return p.array(n, depth, way)
	case string:
		n.value, n.quoted = t, true
	case json.Number:
		n.class, n.value = number, t.String()
	case bool:
		n.class, n.value = boolean, strconv.FormatBool(t)
	default:
		n.class, n.value = null, "null"
	}
	return n
}

func (p *jsonParser) object(n *node, depth int, way *steps) *node {
	n.kind = mapping
	for p.dec.More() {
		key, at, ok := p.token()
		if !ok {
			return nil
		}
		k := &node{at: at, quoted: true}
		k.value, _ = key.(string)
		v := p.value(depth+1, way.key(k.value))
		if v == nil {
			return nil
		}
		n.keys, n.items = append(n.keys, k), append(n.items, v)
	}
	if _, _, ok := p.token(); !ok {
		return nil
	}
	return n
}

func (p *jsonParser) array(n *node, depth int, way *steps) *node {
	n.kind = sequence
	for p.dec.More() {
		v := p.value(depth+1, way.item(len(n.items)))
		if v == nil {
			return nil
		}
		n.items = append(n.items, v)
	}
	if _, _, ok := p.token(); !ok {
		return nil
	}
	return n
}

// token returns the next token and the offset at which it begins. A syntax
// error is blamed where it is.
func (p *jsonParser) token() (json.Token, int, bool) {
	from := int(p.dec.InputOffset())
	token, err := p.dec.Token()
	at := p.base + len(p.text) - len(strings.TrimLeft(p.text[from:], " \t\r\n,:"))
	if err != nil {
		p.broken(at, err)
		return nil, 0, false
	}
	if _, ok := token.(string); ok {
		if lone := loneSurrogate(p.text[at-p.base : p.dec.InputOffset()]); lone >= 0 {
			p.at(at+lone, 6, "half of a surrogate pair stands for no character", "")
		}
	}
	return token, at, true
}

func (p *jsonParser) broken(at int, err error) {
	var wrong *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &wrong) && strings.Contains(wrong.Error(), "unexpected end"):
		p.at(p.base+len(strings.TrimRight(p.text, " \t\r\n")), 1, "the JSON ends too early", "a bracket or quote is not closed")
		return
	case errors.As(err, &wrong):
		at = max(at, p.base+int(wrong.Offset)-1)
	}
	p.at(at, 1, "this is not valid JSON", "keys and texts stand in double quotes, commas only between entries")
}

// loneSurrogate returns the offset of an escape \uD800 to \uDFFF in a JSON
// string that is not one of a pair, -1 if there is none.
func loneSurrogate(raw string) int {
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		unit := utf16At(raw[i:])
		switch {
		case unit >= 0xdc00 && unit < 0xe000:
			return i
		case unit >= 0xd800 && unit < 0xdc00:
			if low := utf16At(raw[i+6:]); low < 0xdc00 || low >= 0xe000 {
				return i
			}
			i += 11
		default:
			i++
		}
	}
	return -1
}

// utf16At returns the code unit of an escape \uXXXX at the start, -1 if there
// is none.
func utf16At(raw string) int {
	if len(raw) < 6 || raw[:2] != `\u` {
		return -1
	}
	unit, err := strconv.ParseUint(raw[2:6], 16, 16)
	if err != nil {
		return -1
	}
	return int(unit)
}
