package codec

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The library decodes into nodes only: decoding into structs panics on some
// inputs, is quadratic on others and reads 3.7 as 3. What the nodes let pass
// (duplicate keys, tags, merge keys, cycles) is refused by us.

// parseYAML returns one tree per document. Documents with an error have none.
func (s *source) parseYAML(aliases aliasRule) []*node {
	if !s.plainCharacters() {
		return nil
	}
	docs := s.documents()
	if len(docs) == 0 {
		s.file("the file holds nothing but comments", hintFormats)
		return nil
	}
	if len(docs) > maxDocuments {
		s.at(docs[maxDocuments].from, 3, "a file holds at most 10,000 documents", "")
		return nil
	}
	var roots []*node
	for _, d := range docs {
		if root := s.document(d, aliases); root != nil {
			root.from, root.to = d.body, d.to
			roots = append(roots, root)
		}
	}
	return roots
}

// document parses one document.
func (s *source) document(d document, aliases aliasRule) *node {
	text := s.text[d.from:d.to]
	if blankYAML(s.text[d.body:d.to]) {
		s.at(d.from, 3, "the document that begins here is empty", "remove the --- or fill it in")
		return nil
	}
	if at := directive(text); at >= 0 {
		s.at(d.from+at, 1, "a line can't begin with %: directives are not accepted", "remove the line, or indent it if it is part of a text")
		return nil
	}
	tree, err := decode(strings.NewReader(text))
	if err != nil {
		s.syntax(d, err)
		return nil
	}
	if len(tree.Content) == 0 {
		s.at(d.from, 1, "the document that begins here is empty", "")
		return nil
	}
	c := cursor{text: s.text, at: d.from, line: 1, column: 1}
	c.locate(tree.Content[0])
	b := builder{source: s, rule: aliases, open: map[*yaml.Node]bool{}}
	root := b.build(tree.Content[0], nil)
	if b.stopped {
		return nil
	}
	return root
}

// directive returns the offset of the first line that begins with %, -1 if
// there is none. The library takes quadratic time for many of them.
func directive(text string) int {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '%')
		if i < 0 {
			return -1
		}
		at := from + i
		if at == 0 || strings.ContainsAny(lastRune(text[:at]), "\n\r\u0085\u2028\u2029") {
			return at
		}
		from = at + 1
	}
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
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

// plainCharacters refuses the characters that YAML does not allow unescaped.
func (s *source) plainCharacters() bool {
	at := strings.IndexFunc(s.text, func(r rune) bool {
		switch {
		case r < 0x20:
			return r != '\t' && r != '\n' && r != '\r'
		case r >= 0x7f && r < 0xa0:
			return r != 0x85
		}
		return r == 0xfffe || r == 0xffff
	})
	if at < 0 {
		return true
	}
	r := []rune(s.text[at:min(at+4, len(s.text))])[0]
	s.at(at, 1, fmt.Sprintf("the character U+%04X can't stand in YAML", r), fmt.Sprintf(`remove it, or write \u%04X in a text in double quotes`, r))
	return false
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
