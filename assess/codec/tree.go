package codec

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// kind is the shape of a node.
type kind int

const (
	scalar kind = iota
	mapping
	sequence
)

// class is what a scalar is when nothing is expected of it.
type class int

const (
	text    class = iota // quoted, or plain and nothing else
	number               // anything that either format calls a number
	boolean              // true, false
	null                 // null
	empty                // nothing at all (YAML)
	tilde                // another spelling of null (YAML): refused everywhere
)

// A node is a part of a document, whatever format it was written in.
type node struct {
	kind   kind
	class  class
	value  string  // of a scalar, as written where it is not text
	at     int     // offset of its first byte
	keys   []*node // of a mapping, as many as items
	items  []*node // values of a mapping, items of a sequence
	quoted bool

	from, to int // of a root: the bytes of its document
}

// child returns the value of a key of a mapping, nil if there is none.
func (n *node) child(key string) *node {
	for i, k := range n.keys {
		if k.value == key {
			return n.items[i]
		}
	}
	return nil
}

// nothing reports whether a scalar was left empty or is null.
func (n *node) nothing() bool {
	return n.kind == scalar && (n.class == null || n.class == empty)
}

// blank reports whether a scalar is a text without any character to see.
func (n *node) blank() bool {
	return n.kind == scalar && n.class == text && strings.TrimSpace(n.value) == ""
}

// steps is the way from the root of a document to a node. The nil way is the
// root itself.
type steps struct {
	up    *steps
	name  string // a key; "" for an item
	index int
}

func (p *steps) key(name string) *steps { return &steps{up: p, name: brief(name)} }
func (p *steps) item(i int) *steps      { return &steps{up: p, index: i} }

// String writes the way as in sections[0].questions[2].options.
func (p *steps) String() string {
	switch {
	case p == nil:
		return ""
	case p.name == "":
		return p.up.String() + "[" + strconv.Itoa(p.index) + "]"
	case p.up == nil:
		return p.name
	}
	return p.up.String() + "." + p.name
}

// brief returns a user's word short enough for a message.
func brief(s string) string {
	const most = 60
	if s == "" {
		return `""`
	}
	if len(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// describe names a node in a message: its value, or what it is.
func describe(n *node) string {
	switch {
	case n.kind == mapping:
		return "a mapping"
	case n.kind == sequence:
		return "a list"
	case n.class == empty:
		return "nothing"
	case n.quoted && n.value == "":
		return brief("")
	case n.quoted:
		return strconv.Quote(brief(n.value))
	}
	return brief(n.value)
}

// extent returns how many code points of its first line a node covers.
func (s *source) extent(n *node) int {
	rest := s.text[min(n.at, len(s.text)):]
	rest = rest[:min(len(rest), 4*around)]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	if n.kind != scalar || rest == "" { // a scalar can begin on the next line, after its anchor
		return 1
	}
	if n.quoted {
		return max(1, utf8.RuneCountInString(rest[:closing(rest)]))
	}
	if !strings.HasPrefix(rest, n.value) {
		return 1
	}
	return max(1, utf8.RuneCountInString(n.value))
}

// closing returns the offset after the quote that closes the one at the start,
// the end of the text where it stays open or there is none.
func closing(s string) int {
	q := s[0]
	if q != '"' && q != '\'' { // a block scalar: its indicator
		return 1
	}
	for i := 1; i < len(s); i++ {
		switch {
		case q == '"' && s[i] == '\\':
			i++
		case s[i] == q && q == '\'' && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			return i + 1
		}
	}
	return len(s)
}
