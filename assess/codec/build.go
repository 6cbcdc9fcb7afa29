package codec

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// aliasRule says what anchors and aliases a file may use.
type aliasRule int

const (
	aliasesRefused aliasRule = iota // answers
	aliasesBounded                  // questionnaires: at most maxAliases uses
)

// A builder makes our tree from the library's. Every use of an alias gets its
// own copy of what it stands for, within a bound.
type builder struct {
	*source
	rule    aliasRule
	depth   int
	uses    int                 // of aliases
	added   int                 // nodes that aliases added
	open    map[*yaml.Node]bool // anchors whose content is being copied
	stopped bool                // a bound was passed: build no more
}

// build returns the tree of a node whose Line is its offset, nil where it can't
// be read.
func (b *builder) build(n *yaml.Node, p *steps) *node {
	b.depth++
	defer func() { b.depth-- }()
	if b.stopped || b.tooDeep(n) {
		return nil
	}
	if b.uses > 0 && len(b.open) > 0 {
		b.added++
	}
	if n.Kind == yaml.AliasNode {
		return b.alias(n, p)
	}
	out := &node{at: n.Line}
	if !b.properties(n, out, p) {
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		b.mapping(n, out, p)
	case yaml.SequenceNode:
		out.kind = sequence
		for i, child := range n.Content {
			if item := b.build(child, p.item(i)); item != nil {
				out.items = append(out.items, item)
			}
		}
	default:
		out.value = n.Value
		out.quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		out.class = classOf(n, out.quoted)
	}
	return out
}

// mapping adds the entries of a mapping whose keys are texts.
func (b *builder) mapping(n *yaml.Node, out *node, p *steps) {
	out.kind = mapping
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := b.build(k, p)
		if key == nil {
			continue
		}
		switch {
		case key.kind != scalar:
			b.err(key, p, "a key is one word or text, not "+describe(key), "")
			continue
		case k.Kind == yaml.ScalarNode && !key.quoted && key.value == "<<":
			b.err(key, p, "merge keys (<<) are not accepted", "write the keys out")
			continue
		case key.class != text && key.class != number:
			b.err(key, p, describe(key)+" is no key", `put it in quotes if it is meant as a text: "`+brief(key.value)+`"`)
			continue
		}
		if value := b.build(n.Content[i+1], p.key(key.value)); value != nil {
			out.keys, out.items = append(out.keys, key), append(out.items, value)
		}
	}
}

// properties blames tags and, where they are refused, anchors; it moves the
// node's place behind them. It reports whether the node can be read.
func (b *builder) properties(n *yaml.Node, out *node, p *steps) bool {
	if n.Anchor != "" && b.rule == aliasesRefused {
		b.err(out, p, "anchors (&"+brief(n.Anchor)+") are not accepted in answers", "write the value out")
	}
	if len(n.Content) > 0 && n.Content[0].Line == out.at { // they belong to the first key
		return true
	}
	rest := b.text[out.at:]
	if strings.HasPrefix(rest, "&") {
		word := strings.IndexAny(rest, " \t\r\n,]}")
		if word < 0 || n.Anchor == "" {
			return true
		}
		after := word + len(rest[word:]) - len(strings.TrimLeft(rest[word:], " \t"))
		out.at, rest = out.at+after, rest[after:]
	}
	if n.Style&yaml.TaggedStyle != 0 || strings.HasPrefix(rest, "!") {
		b.err(out, p, "tags (!) are not accepted", "remove the tag, or put the text in quotes")
		return false
	}
	return true
}

// alias returns a copy of what an alias stands for.
func (b *builder) alias(n *yaml.Node, p *steps) *node {
	place := &node{at: n.Line, value: "*" + n.Value}
	b.uses++
	switch {
	case b.rule == aliasesRefused:
		b.err(place, p, "aliases (*"+brief(n.Value)+") are not accepted in answers", "write the value out")
		return nil
	case b.open[n.Alias]:
		b.err(place, p, "the alias *"+brief(n.Value)+" stands inside of what it stands for", "")
		return nil
	case b.uses > maxAliases:
		b.err(place, p, "aliases are used more than "+strconv.Itoa(maxAliases)+" times", "option_sets share options between questions")
		b.stopped = true
		return nil
	case b.added > maxExpansion:
		b.err(place, p, "the aliases stand for too much text", "")
		b.stopped = true
		return nil
	}
	b.open[n.Alias] = true
	out := b.build(n.Alias, p)
	delete(b.open, n.Alias)
	return out
}

func (b *builder) tooDeep(n *yaml.Node) bool {
	if b.depth <= maxDepth {
		return false
	}
	b.err(&node{at: n.Line}, nil, "nested deeper than "+strconv.Itoa(maxDepth)+" levels", "")
	b.stopped = true
	return true
}

// classOf says what the library takes a scalar for.
func classOf(n *yaml.Node, quoted bool) class {
	switch {
	case quoted:
		return text
	case n.Tag == "!!int", n.Tag == "!!float":
		return number
	case n.Tag == "!!bool":
		return boolean
	case n.Tag != "!!null":
		return text
	case n.Value == "":
		return empty
	case n.Value == "null":
		return null
	}
	return tilde
}
