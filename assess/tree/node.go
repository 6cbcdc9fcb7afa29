package tree

import (
	"strconv"
	"strings"
)

// Kind is the shape of a node.
type Kind uint8

// The shapes.
const (
	Scalar Kind = iota
	Mapping
	Sequence
)

// Class is what a scalar is when nothing is expected of it.
type Class uint8

// The classes.
const (
	Text    Class = iota // quoted, or plain and nothing else
	Number               // anything that either format calls a number
	Boolean              // true, false
	Null                 // null
	Empty                // nothing at all (YAML)
	Tilde                // another spelling of null (YAML): refused everywhere
)

// A Node is a part of a document, whatever it was written in. It knows the mapping or list
// it stands in, and so its path.
type Node struct {
	Kind   Kind
	Class  Class  // of a scalar
	Quoted bool   // of a scalar: in quotes, or a block of text (| or >)
	Value  string // of a scalar: of a text what it means, of all others as written
	At     int    // offset of its first byte
	Items  []*Node

	Name  string // of a value in a mapping: its key
	key   token  // how and where that is written
	index int32  // of an item in its list
	up    *Node  // nil for a root
}

// A token is how a key is written: nothing of it, for a node without one.
type token struct {
	at     int
	quoted bool
	known  bool
}

// Child returns the value of a key of a mapping, nil if there is none.
func (n *Node) Child(key string) *Node {
	if n.Kind != Mapping {
		return nil
	}
	for _, v := range n.Items {
		if v.Name == key {
			return v
		}
	}
	return nil
}

// Up returns the mapping or list that a node stands in, nil for a root.
func (n *Node) Up() *Node { return n.up }

// Key returns the key of a value in a mapping as a node of its own, to be blamed.
func (n *Node) Key() *Node {
	return &Node{Value: n.Name, Quoted: n.key.quoted, At: n.key.at, Name: n.Name, key: n.key, up: n.up}
}

// Nothing reports whether a scalar was left empty or is null.
func (n *Node) Nothing() bool {
	return n.Kind == Scalar && (n.Class == Null || n.Class == Empty)
}

// Blank reports whether a scalar is a text without any character to see.
func (n *Node) Blank() bool {
	return n.IsText() && strings.TrimSpace(n.Value) == ""
}

// IsText reports whether a node is a scalar that holds a text.
func (n *Node) IsText() bool { return n.Kind == Scalar && n.Class == Text }

// Add puts a value under a key of a mapping.
func (n *Node) Add(key, value *Node) {
	value.under(n, key)
	n.Items = append(n.Items, value)
}

func (n *Node) under(mapping, key *Node) {
	n.up, n.Name, n.key = mapping, key.Value, token{key.At, key.Quoted, true}
}

// root is a node that stands in nothing.
func (n *Node) root() *Node {
	n.up, n.Name, n.key.known = nil, "", false
	return n
}

// Append puts an item at the end of a list.
func (n *Node) Append(item *Node) {
	item.up, item.index = n, int32(len(n.Items))
	n.Items = append(n.Items, item)
}

// Path writes the way from the root to a node, as in sections[0].questions[2].options.
// A key has the path of its value; that of a root is empty.
func (n *Node) Path() string {
	switch {
	case n.up == nil:
		return ""
	case n.up.Kind == Sequence:
		return n.up.Path() + "[" + strconv.Itoa(int(n.index)) + "]"
	case !n.key.known: // a key that is still being made
		return n.up.Path()
	}
	return PathOf(n.up.Path(), n.Name)
}

// PathOf is the path of a key in the mapping that has a path.
func PathOf(path, key string) string {
	if path == "" {
		return Brief(key)
	}
	return path + "." + Brief(key)
}

// Brief returns a user's word short enough for a message.
func Brief(s string) string {
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

// Describe names a node in a message: its value, or what it is.
func (n *Node) Describe() string {
	switch {
	case n.Kind == Mapping:
		return "a mapping"
	case n.Kind == Sequence:
		return "a list"
	case n.Class == Empty:
		return "nothing"
	case n.Quoted && n.Value != "":
		return strconv.Quote(Brief(n.Value))
	}
	return Brief(n.Value)
}
