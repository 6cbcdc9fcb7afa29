package tree

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// The library decodes into nodes only: decoding into structs panics on some
// inputs, is quadratic on others and reads 3.7 as 3. What the nodes let pass
// (duplicate keys, tags, merge keys, cycles) is refused by us.

// decoded reads one document with the library.
func (s *Source) decoded(d span, aliases bool) *Node {
	text := s.Text[d.from:d.to]
	tree, err := decode(strings.NewReader(text))
	if err != nil {
		s.syntax(d, err)
		return nil
	}
	if len(tree.Content) == 0 {
		s.ErrPlace(d.from, 1, "the document that begins here is empty", "")
		return nil
	}
	c := cursor{text: s.Text, at: d.from, line: 1, column: 1}
	c.locate(tree.Content[0])
	b := builder{Source: s, aliases: aliases, open: map[*yaml.Node]bool{}}
	root := b.build(tree.Content[0], nil, nil, 0)
	if b.stopped {
		return nil
	}
	return root
}

// decode reads a single document. The library reports syntax errors by
// returning them and, on some inputs, by panicking.
func decode(r io.Reader) (tree yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parse: %v", p)
		}
	}()
	dec := yaml.NewDecoder(r)
	if err := dec.Decode(&tree); err != nil {
		return tree, err
	}
	var more yaml.Node
	switch err := dec.Decode(&more); {
	case err == nil:
		return tree, errors.New("yaml: second document")
	case errors.Is(err, io.EOF):
		return tree, nil
	default:
		return tree, err
	}
}

// cursor turns the lines and columns of the library, which come in document
// order, into offsets in one pass. A line ends where the library ends it.
type cursor struct {
	text         string
	at           int
	line, column int
}

// locate replaces the line of every node with the offset of its first byte.
func (c *cursor) locate(n *yaml.Node) {
	n.Line = c.offset(n.Line, n.Column)
	for _, child := range n.Content {
		c.locate(child)
	}
}

// offset moves on to a place; a place that lies behind is where it stands.
func (c *cursor) offset(line, column int) int {
	for c.at < len(c.text) && (c.line < line || c.line == line && c.column < column) {
		size := breakAt(c.text[c.at:])
		if size > 0 {
			if c.line == line { // the library counts beyond the end of the line
				break
			}
			c.at, c.line, c.column = c.at+size, c.line+1, 1
			continue
		}
		for c.at++; c.at < len(c.text) && c.text[c.at]&0xc0 == 0x80; c.at++ { // the rest of a code point
		}
		c.column++
	}
	return c.at
}

// breakAt returns the length of the line break at the start of a text, 0 if
// there is none.
func breakAt(text string) int {
	switch {
	case strings.HasPrefix(text, "\r\n"):
		return 2
	case text[0] == '\n', text[0] == '\r':
		return 1
	case strings.HasPrefix(text, "\u0085"):
		return 2
	case strings.HasPrefix(text, "\u2028"), strings.HasPrefix(text, "\u2029"):
		return 3
	}
	return 0
}
