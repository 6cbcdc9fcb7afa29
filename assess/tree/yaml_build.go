package tree

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A builder makes our nodes from the library's. Every use of an alias gets its own copy
// of what it stands for, within a bound.
type builder struct {
	*Source
	aliases bool // anchors and aliases are accepted
	depth   int
	uses    int                 // of aliases
	added   int                 // nodes that aliases added
	open    map[*yaml.Node]bool // anchors whose content is being copied
	stopped bool                // a bound was passed: build no more
}

// build returns our node for one of the library's whose Line is its offset, nil where it
// can't be read. up, key and index say where it stands, so that blame has a path.
func (b *builder) build(n *yaml.Node, up, key *Node, index int) *Node {
	b.depth++
	defer func() { b.depth-- }()
	if b.stopped || b.tooDeep(n) {
		return nil
	}
	if b.uses > 0 && len(b.open) > 0 {
		b.added++
	}
	if n.Kind == yaml.AliasNode {
		return b.alias(n, up, key, index)
	}
	out := b.arena.node(n.Line, Text, "")
	if out.up, out.index = up, int32(index); key != nil {
		out.under(up, key)
	}
	if !b.properties(n, out) {
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		b.mapping(n, out)
	case yaml.SequenceNode:
		out.Kind = Sequence
		for i, child := range n.Content {
			if item := b.build(child, out, nil, i); item != nil {
				out.Append(item)
			}
		}
	default:
		const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
		out.Value = n.Value
		out.Quoted = n.Style&quoted != 0
		out.Class = classOfLibrary(n, out.Quoted)
	}
	return out
}

// mapping adds the entries of a mapping whose keys are texts.
func (b *builder) mapping(n *yaml.Node, out *Node) {
	out.Kind = Mapping
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := b.build(k, out, nil, 0)
		if key == nil {
			continue
		}
		switch {
		case key.Kind != Scalar:
			b.Err(key, "a key is one word or text, not "+key.Describe(), "")
			continue
		case k.Kind == yaml.ScalarNode && !key.Quoted && key.Value == "<<":
			b.Err(key, "merge keys (<<) are not accepted", "write the keys out")
			continue
		case key.Class != Text && key.Class != Number:
			hint := `put it in quotes if it is meant as a text: "` + Brief(key.Value) + `"`
			b.Err(key, key.Describe()+" is no key", hint)
			continue
		}
		if value := b.build(n.Content[i+1], out, key, 0); value != nil {
			out.Add(key, value)
		}
	}
}

// properties blames tags and, where they are refused, anchors; it moves the node's place
// behind them. It reports whether the node can be read.
func (b *builder) properties(n *yaml.Node, out *Node) bool {
	if n.Anchor != "" && !b.aliases {
		b.Err(out, "anchors (&"+Brief(n.Anchor)+") are not accepted in answers", "write the value out")
	}
	if len(n.Content) > 0 && n.Content[0].Line == out.At { // they belong to the first key
		return true
	}
	rest := b.Text[out.At:]
	if strings.HasPrefix(rest, "&") {
		word := strings.IndexAny(rest, " \t\r\n,]}")
		if word < 0 || n.Anchor == "" {
			return true
		}
		after := word + len(rest[word:]) - len(strings.TrimLeft(rest[word:], " \t"))
		out.At, rest = out.At+after, rest[after:]
	}
	if n.Style&yaml.TaggedStyle != 0 || strings.HasPrefix(rest, "!") {
		b.Err(out, "tags (!) are not accepted", "remove the tag, or put the text in quotes")
		return false
	}
	return true
}

// alias returns a copy of what an alias stands for.
func (b *builder) alias(n *yaml.Node, up, key *Node, index int) *Node {
	place := &Node{At: n.Line, Value: "*" + n.Value, up: up, index: int32(index)}
	if key != nil {
		place.under(up, key)
	}
	b.uses++
	switch {
	case !b.aliases:
		b.Err(place, "aliases (*"+Brief(n.Value)+") are not accepted in answers", "write the value out")
		return nil
	case b.open[n.Alias]:
		b.Err(place, "the alias *"+Brief(n.Value)+" stands inside of what it stands for", "")
		return nil
	case b.uses > maxAliases:
		b.Err(place, "aliases are used more than "+strconv.Itoa(maxAliases)+" times",
			"option_sets share options between questions")
		b.stopped = true
		return nil
	case b.added > maxExpansion:
		b.Err(place, "the aliases stand for too much text", "")
		b.stopped = true
		return nil
	}
	b.open[n.Alias] = true
	out := b.build(n.Alias, up, key, index)
	delete(b.open, n.Alias)
	return out
}

func (b *builder) tooDeep(n *yaml.Node) bool {
	if b.depth <= maxDepth {
		return false
	}
	b.Err(&Node{At: n.Line}, "nested deeper than "+strconv.Itoa(maxDepth)+" levels", "")
	b.stopped = true
	return true
}

// classOfLibrary says what the library takes a scalar for.
func classOfLibrary(n *yaml.Node, quoted bool) Class {
	if quoted {
		return Text
	}
	return classOfTag(n.Tag, n.Value)
}

func classOfTag(tag, value string) Class {
	switch {
	case tag == "!!int", tag == "!!float":
		return Number
	case tag == "!!bool":
		return Boolean
	case tag != "!!null":
		return Text
	case value == "":
		return Empty
	case value == "null":
		return Null
	}
	return Tilde
}

// IsNumeral reports whether a word of a table is what somebody means as a number, by the
// rules of YAML: whether it is a plain one is said where numbers are read.
func IsNumeral(s string) bool { return classByLibrary(s) == Number }

// classByLibrary asks the library what it takes a plain scalar for.
func classByLibrary(value string) Class {
	n := yaml.Node{Kind: yaml.ScalarNode, Value: value}
	return classOfTag(n.ShortTag(), value)
}
