package tree

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
)

// Every function here reads one node, blames it where it is not what is expected, and
// says whether it was.

// A Table lists the keys that a mapping may have and what reads their values: the one
// place to change when a file gains a key. R is what a document is read into.
type Table[R any] []Key[R]

// A Key of a table. Without a Read the key is known, and read elsewhere.
type Key[R any] struct {
	Name     string
	Required bool
	Null     bool // a value left empty is as good as the key left out
	Read     func(R, *Node)
}

// Required is a key that has to be there.
func Required[R any](name string, read func(R, *Node)) Key[R] {
	return Key[R]{Name: name, Required: true, Read: read}
}

// Optional is a key that may be left out.
func Optional[R any](name string, read func(R, *Node)) Key[R] {
	return Key[R]{Name: name, Read: read}
}

// Nullable is a key that may be left out, or its value left empty.
func Nullable[R any](name string, read func(R, *Node)) Key[R] {
	return Key[R]{Name: name, Null: true, Read: read}
}

// reads reports whether there is something to read in the value of a key.
func (k *Key[R]) reads(v *Node) bool {
	return k != nil && k.Read != nil && v != nil && !(k.Null && v.Nothing())
}

// Names are the keys as messages list them: those required come first.
func (t Table[R]) Names() []string {
	var required, optional []string
	for _, k := range t {
		if k.Required {
			required = append(required, k.Name)
		} else {
			optional = append(optional, k.Name)
		}
	}
	return append(required, optional...)
}

// Check reports whether a node is a mapping; its keys have to be known, and none of the
// required ones missing.
func (t Table[R]) Check(s *Source, n *Node) bool {
	if n.Kind != Mapping {
		s.ErrKind(n, "a mapping with the keys "+strings.Join(t.Names(), ", "))
		return false
	}
	var known, absent []string // for hints
	for _, v := range n.Items {
		if t.key(v.Name) != nil {
			continue
		}
		if known == nil {
			known = t.Names()
			absent = slices.DeleteFunc(t.Names(), func(name string) bool { return n.Child(name) != nil })
		}
		hint := cmp.Or(FullWidth(v.Name), s.Nearest(v.Name, absent), s.Nearest(v.Name, known),
			"known are "+strings.Join(known, ", "))
		s.Err(v.Key(), "unknown key", hint)
	}
	for i := range t {
		if t[i].Required && n.Child(t[i].Name) == nil {
			s.Err(n, t[i].Name+" is missing", "")
		}
	}
	return true
}

func (t Table[R]) key(name string) *Key[R] {
	for i := range t {
		if t[i].Name == name {
			return &t[i]
		}
	}
	return nil
}

// Read reads the values of a mapping's keys in the order of the file; only those of some
// names, if names are given.
func (t Table[R]) Read(r R, n *Node, names ...string) {
	for _, v := range n.Items {
		k := t.key(v.Name)
		if k.reads(v) && (len(names) == 0 || slices.Contains(names, k.Name)) {
			k.Read(r, v)
		}
	}
}

// ReadInOrder reads the values of a mapping's keys in the order of the table. Of a key
// that stands twice it reads the first.
func (t Table[R]) ReadInOrder(r R, n *Node) {
	for i := range t {
		if t[i].Read == nil {
			continue
		}
		if v := n.Child(t[i].Name); t[i].reads(v) {
			t[i].Read(r, v)
		}
	}
}

// FullWidth is a hint at what a keyboard set to Chinese made part of a key.
func FullWidth(key string) string {
	switch {
	case strings.Contains(key, "："):
		return "type : and a space instead of ："
	case strings.TrimLeftFunc(key, unicode.IsSpace) != key:
		return "the line begins with a space that is not a plain one"
	}
	return ""
}

// List checks that a node is a list with something in it.
func (s *Source) List(n *Node, what string) bool {
	if n.Kind != Sequence {
		s.ErrKind(n, "a list of "+what)
		return false
	}
	if len(n.Items) == 0 {
		s.Err(n, "the list is empty; it needs "+what, "")
		return false
	}
	return true
}

// ErrKind blames a node for not being what is wanted.
func (s *Source) ErrKind(n *Node, want string) {
	if n.Nothing() {
		s.Err(n, "left empty; expected is "+want, "")
		return
	}
	s.Err(n, n.Describe()+" can't stand here; expected is "+want, "")
}

// Words reads a text that has something to see in it.
func (s *Source) Words(n *Node) (string, bool) {
	switch {
	case n.Kind != Scalar:
		s.ErrKind(n, "a text")
	case n.Nothing(), n.Blank():
		s.Err(n, "the text is empty", "fill it in")
	case n.Class != Text:
		s.Err(n, n.Describe()+" is no text", `put it in quotes: "`+Brief(n.Value)+`"`)
	default:
		return n.Value, true
	}
	return "", false
}

// Optional reads a text that may be left empty: then there is none.
func (s *Source) Optional(n *Node) string {
	if n.Nothing() || n.Blank() {
		return ""
	}
	word, _ := s.Words(n)
	return word
}

// Choice reads one of a few words; where it is none of them, the first stands for it.
func Choice[T ~string](s *Source, n *Node, words ...T) T {
	names := make([]string, len(words))
	for i, w := range words {
		if n.IsText() && n.Value == string(w) {
			return w
		}
		names[i] = string(w)
	}
	message := n.Describe() + " can't stand here; accepted are " + strings.Join(names, ", ")
	s.Err(n, message, s.Nearest(n.Value, names))
	return words[0]
}

// Decimal reads a plain decimal number.
func (s *Source) Decimal(n *Node) (float64, bool) {
	if n.Kind != Scalar {
		s.ErrKind(n, "a number")
		return 0, false
	}
	v, ok := PlainNumber(n.Value)
	switch {
	case ok && n.Class == Number:
		return v, true
	case !n.Quoted && !ok && isPlain(n.Value):
		s.Err(n, Brief(n.Value)+" is too large a number", "")
	case n.Class == Text && ok:
		s.Err(n, n.Describe()+" is a text", "write the number without quotes: "+Brief(n.Value))
	case n.Class != Number:
		s.Err(n, n.Describe()+" is no number", "")
	default:
		s.Err(n, Brief(n.Value)+" is no plain decimal number", "write it like 3, 0.25 or -1.5")
	}
	return 0, false
}

// Integer reads a plain integer within bounds; want says what is accepted.
func (s *Source) Integer(n *Node, lowest, highest int, want string) (int, bool) {
	if _, ok := s.Decimal(n); !ok {
		return 0, false
	}
	v, ok := plainInteger(n.Value)
	if !ok || v < lowest || v > highest {
		s.Err(n, Brief(n.Value)+" can't stand here; accepted is "+want, "")
		return 0, false
	}
	return v, true
}

// few is how many keys are compared with one another, and not by a table.
const few = 8

// duplicates blames every key that stands twice in one mapping, in the whole tree: two
// spellings of a key are one key.
func (s *Source) duplicates(n *Node) {
	if n.Kind == Mapping && len(n.Items) > 1 {
		if len(n.Items) <= few {
			s.duplicatesOfFew(n)
		} else {
			s.duplicatesOfMany(n)
		}
	}
	for _, child := range n.Items {
		if len(child.Items) > 0 {
			s.duplicates(child)
		}
	}
}

func (s *Source) duplicatesOfFew(n *Node) {
	for i, v := range n.Items {
		for _, before := range n.Items[:i] {
			if before.Name == v.Name {
				s.errDuplicate(v, before)
				break
			}
		}
	}
}

// duplicatesOfMany puts the keys into a table by their hash: each slot holds the number
// of an item, from 1, and the slots after it what found it taken.
func (s *Source) duplicatesOfMany(n *Node) {
	size := 32
	for size < 2*len(n.Items) {
		size *= 2
	}
	a := s.arena
	if len(a.table) < size {
		a.table, a.seed = make([]int32, size), maphash.MakeSeed()
	}
	slots := a.table[:size]
	clear(slots)
	for i, v := range n.Items {
		at := maphash.String(a.seed, v.Name) & uint64(size-1)
		for ; slots[at] > 0; at = (at + 1) & uint64(size-1) {
			if before := n.Items[slots[at]-1]; before.Name == v.Name {
				s.errDuplicate(v, before)
				break
			}
		}
		if slots[at] == 0 {
			slots[at] = int32(i + 1)
		}
	}
}

func (s *Source) errDuplicate(v, before *Node) {
	s.ErrTwice(v.Key(), before.Key(), "the key stands here a second time; the first is")
}
