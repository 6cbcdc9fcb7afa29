package tree

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
)

// JSON returns the one object that a JSON file holds. A key "$schema" at the top is for
// editors and is left out.
func (s *Source) JSON(opts Options) []Document {
	return s.Checked(s.object(nil, 0, len(s.Text), "a JSON file holds one object", opts))
}

// JSONLines returns the object on every line. Empty lines are passed over.
func (s *Source) JSONLines(opts Options) []Document {
	var docs []Document
	for from := 0; from < len(s.Text); {
		to := from + strings.IndexByte(s.Text[from:], '\n') + 1
		if to == from {
			to = len(s.Text)
		}
		switch line := s.Text[from:to]; {
		case strings.TrimSpace(line) == "":
		case len(strings.TrimRight(line, "\r\n")) > MaxRecord:
			s.ErrPlace(from, 1, "the line has more than 1 MiB", "")
		default:
			docs = s.object(docs, from, to, "a line holds one object", opts)
		}
		from = to
	}
	return s.Checked(docs)
}

// object adds the one JSON object between two offsets, if it can be read.
func (s *Source) object(docs []Document, from, to int, hint string, opts Options) []Document {
	var root *Node
	if opts.Scan {
		root = scanJSON(s.arena, s.Text[:to], from)
	}
	if root == nil {
		root = s.parsed(from, to, hint)
	}
	if root == nil {
		return docs
	}
	for i, v := range root.Items {
		if root.Kind == Mapping && v.Name == "$schema" {
			root.Items = append(root.Items[:i:i], root.Items[i+1:]...)
			break
		}
	}
	return append(docs, Document{root, from, from + len(strings.TrimRight(s.Text[from:to], "\r\n"))})
}

// parsed reads the one JSON object between two offsets with encoding/json.
func (s *Source) parsed(from, to int, hint string) *Node {
	p := jsonParser{Source: s, base: from, text: s.Text[from:to]}
	p.dec = json.NewDecoder(strings.NewReader(p.text))
	p.dec.UseNumber()
	root := p.value(0)
	if root == nil {
		return nil
	}
	end := int(p.dec.InputOffset())
	if rest := strings.TrimLeft(p.text[end:], " \t\r\n"); rest != "" {
		s.ErrPlace(to-len(rest), 1, "the text goes on after the end of the object", hint)
		return nil
	}
	return root
}

type jsonParser struct {
	*Source
	base int    // offset of the text
	text string // of the object
	dec  *json.Decoder
}

// value reads a value; nil after an error, which ends the reading.
func (p *jsonParser) value(depth int) *Node {
	token, at, ok := p.token()
	if !ok {
		return nil
	}
	n := p.arena.node(at, Text, "")
	if depth >= maxDepth {
		p.Err(n, "nested deeper than "+strconv.Itoa(maxDepth)+" levels", "")
		return nil
	}
	switch t := token.(type) {
	case json.Delim:
		if n.Kind = Sequence; t == '{' {
			n.Kind = Mapping
		}
		return p.collection(n, depth)
	case string:
		n.Value, n.Quoted = t, true
	case json.Number:
		n.Class, n.Value = Number, t.String()
	case bool:
		n.Class, n.Value = Boolean, strconv.FormatBool(t)
	default:
		n.Class, n.Value = Null, "null"
	}
	return n
}

// collection reads what stands between the brackets of an object or list.
func (p *jsonParser) collection(n *Node, depth int) *Node {
	for p.dec.More() {
		var key *Node
		if n.Kind == Mapping {
			token, at, ok := p.token()
			if !ok {
				return nil
			}
			word, _ := token.(string)
			key = &Node{At: at, Quoted: true, Value: word}
		}
		v := p.value(depth + 1)
		switch {
		case v == nil:
			return nil
		case key == nil:
			n.Append(v)
		default:
			n.Add(key, v)
		}
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
			p.ErrPlace(at+lone, 6, "half of a surrogate pair stands for no character", "")
		}
	}
	return token, at, true
}

// broken says why the library gave up at an offset.
func (p *jsonParser) broken(at int, err error) {
	var wrong *json.SyntaxError
	isSyntax := errors.As(err, &wrong)
	short := isSyntax && strings.Contains(wrong.Error(), "unexpected end")
	if short || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		end := p.base + len(strings.TrimRight(p.text, " \t\r\n"))
		p.ErrPlace(end, 1, "the JSON ends too early", "a bracket or quote is not closed")
		return
	}
	if isSyntax {
		at = max(at, p.base+int(wrong.Offset)-1)
	}
	hint := "keys and texts stand in double quotes, commas only between entries"
	p.ErrPlace(at, 1, "this is not valid JSON", hint)
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
