package codec

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Every function here reads one node, blames it where it is not what is
// expected, and says whether it was.

// fields are the keys that a mapping may have.
type fields struct {
	required []string
	optional []string
}

func (f fields) all() []string { return slices.Concat(f.required, f.optional) }

// object checks that a node is a mapping with known keys, and that none of the
// required ones is missing.
func (s *source) object(n *node, p *steps, f fields) bool {
	if n.kind != mapping {
		s.wrongKind(n, p, "a mapping with the keys "+strings.Join(f.all(), ", "))
		return false
	}
	for _, k := range n.keys {
		if slices.Contains(f.required, k.value) || slices.Contains(f.optional, k.value) {
			continue
		}
		hint := cmp.Or(fullWidth(k.value), s.nearest(k.value, absent(n, f.all())), s.nearest(k.value, f.all()), "known are "+strings.Join(f.all(), ", "))
		s.err(k, p.key(k.value), "unknown key", hint)
	}
	for _, key := range f.required {
		if n.child(key) == nil {
			s.err(n, p, key+" is missing", "")
		}
	}
	return true
}

// absent are those of some keys that a mapping does not have.
func absent(n *node, keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return n.child(k) != nil })
}

// fullWidth is a hint at what a keyboard set to Chinese made part of a key.
func fullWidth(key string) string {
	switch {
	case strings.Contains(key, "："):
		return "type : and a space instead of ："
	case strings.TrimLeftFunc(key, unicode.IsSpace) != key:
		return "the line begins with a space that is not a plain one"
	}
	return ""
}

// begins checks that a root is a mapping of the format wanted, with known keys. What
// says that it is something else of ours is blamed for nothing but that.
func (s *source) begins(root *node, want string, f fields) bool {
	format := root.child("format")
	if format == nil || format.value == want && format.class == text {
		return s.object(root, nil, f)
	}
	s.err(format, (*steps)(nil).key("format"), describe(format)+" can't stand here; accepted is "+want, "")
	return !slices.Contains(formats, format.value) && s.object(root, nil, f)
}

// list checks that a node is a sequence with something in it.
func (s *source) list(n *node, p *steps, of string) bool {
	if n.kind != sequence {
		s.wrongKind(n, p, "a list of "+of)
		return false
	}
	if len(n.items) == 0 {
		s.err(n, p, "the list is empty; it needs "+of, "")
		return false
	}
	return true
}

func (s *source) wrongKind(n *node, p *steps, want string) {
	if n.nothing() {
		s.err(n, p, "left empty; expected is "+want, "")
		return
	}
	s.err(n, p, describe(n)+" can't stand here; expected is "+want, "")
}

// words reads a text that is the same in every language.
func (s *source) words(n *node, p *steps) (string, bool) {
	switch {
	case n.kind != scalar:
		s.wrongKind(n, p, "a text")
	case n.nothing(), n.blank():
		s.err(n, p, "the text is empty", "fill it in")
	case n.class != text:
		s.err(n, p, describe(n)+" is no text", `put it in quotes: "`+brief(n.value)+`"`)
	default:
		return n.value, true
	}
	return "", false
}

// one reads one of a few words.
func one[T ~string](s *source, n *node, p *steps, words ...T) T {
	names := make([]string, len(words))
	for i, w := range words {
		if n.kind == scalar && n.class == text && n.value == string(w) {
			return w
		}
		names[i] = string(w)
	}
	s.err(n, p, describe(n)+" can't stand here; accepted are "+strings.Join(names, ", "), s.nearest(n.value, names))
	return words[0]
}

// decimal reads a plain decimal number.
func (s *source) decimal(n *node, p *steps) (float64, bool) {
	if n.kind != scalar {
		s.wrongKind(n, p, "a number")
		return 0, false
	}
	v, ok := plainNumber(n.value)
	switch {
	case !n.quoted && !ok && plain.MatchString(n.value):
		s.err(n, p, brief(n.value)+" is too large a number", "")
	case n.class == text && ok:
		s.err(n, p, describe(n)+" is a text", "write the number without quotes: "+brief(n.value))
	case n.class != number:
		s.err(n, p, describe(n)+" is no number", "")
	case !ok:
		s.err(n, p, brief(n.value)+" is no plain decimal number", "write it like 3, 0.25 or -1.5")
	default:
		return v, true
	}
	return 0, false
}

// whole reads a plain integer within bounds; want says what is accepted.
func (s *source) whole(n *node, p *steps, lowest, highest int, want string) (int, bool) {
	if _, ok := s.decimal(n, p); !ok {
		return 0, false
	}
	v, ok := plainInteger(n.value)
	if !ok || v < lowest || v > highest {
		s.err(n, p, brief(n.value)+" can't stand here; accepted is "+want, "")
		return 0, false
	}
	return v, true
}

// duplicates blames every key that stands twice in one mapping, in the whole
// tree: two spellings of a key are one key.
func (s *source) duplicates(n *node, p *steps) {
	if n.kind == mapping && len(n.keys) > 1 {
		first := make(map[string]*node, len(n.keys))
		for _, k := range n.keys {
			if before := first[k.value]; before != nil {
				s.again(k, before, p.key(k.value), "the key stands here a second time; the first is")
				continue
			}
			first[k.value] = k
		}
	}
	for i, child := range n.items {
		if n.kind == mapping {
			s.duplicates(child, p.key(n.keys[i].value))
		} else {
			s.duplicates(child, p.item(i))
		}
	}
}

// again blames a node that contradicts an earlier one; the message ends with
// the line of that one.
func (s *source) again(n, before *node, p *steps, message string) {
	s.err(n, p, message, "")
	if len(s.found) > 0 {
		s.found[len(s.found)-1].also = before.at
	}
}
