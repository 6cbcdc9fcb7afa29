package codec

import (
	"slices"

	"bankmaturity/assess"
)

// An optionSet is a named list of options that questions share.
type optionSet struct {
	options []assess.Option
	good    bool
}

// readSets reads the named lists of options.
func (m *model) readSets(n *node, p *steps) {
	if n.kind != mapping {
		m.setless = true
		m.wrongKind(n, p, "a mapping of names to lists of options")
		return
	}
	for i, k := range n.keys {
		at := p.key(k.value)
		if k.blank() {
			m.err(k, at, "the name of an option set is empty", "")
		}
		options, good := m.options(n.items[i], at)
		m.sets[k.value] = &optionSet{options, good}
	}
}

// optionsOf reads the options of a question: a list, or the name of a set. The
// copy is the question's own.
func (m *model) optionsOf(n *node, p *steps) ([]assess.Option, bool) {
	if n.kind == sequence {
		return m.options(n, p)
	}
	if n.kind == mapping {
		m.wrongKind(n, p, "a list of options, or the name of an option set")
		return nil, false
	}
	name, ok := m.words(n, p)
	if !ok {
		return nil, false
	}
	set := m.sets[name]
	if set == nil {
		if m.setless {
			return nil, false
		}
		m.err(n, p, "no option set is named "+brief(name), m.nearest(name, m.setNames()))
		return nil, false
	}
	return slices.Clone(set.options), set.good
}

func (m *model) setNames() []string {
	names := make([]string, 0, len(m.sets))
	for name := range m.sets {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// options reads a list of at least two options whose values rise.
func (m *model) options(n *node, p *steps) ([]assess.Option, bool) {
	if !m.list(n, p, "options {value, text}") {
		return nil, false
	}
	good := true
	options := make([]assess.Option, 0, len(n.items))
	for i, item := range n.items {
		at := p.item(i)
		if !m.object(item, at, fields{required: []string{"value", "text"}}) {
			good = false
			continue
		}
		var o assess.Option
		known := false
		m.each(item, at, map[string]func(*node, *steps){
			"value": func(n *node, p *steps) {
				if o.Value, known = m.decimal(n, p); known && len(options) > 0 && o.Value <= options[len(options)-1].Value {
					m.err(n, p, n.value+" does not rise above the option before, "+decimalOf(options[len(options)-1].Value), "the values of options rise strictly")
					known = false
				}
			},
			"text": func(n *node, p *steps) { o.Text = m.text(n, p) },
		})
		if good = good && known; known {
			options = append(options, o)
		}
	}
	if len(n.items) < 2 {
		m.err(n, p, "there is one option; at least 2 are needed", "")
		good = false
	}
	return options, good && m.spans(n, p, options)
}

// spans refuses values so far apart that their distance is no number.
func (m *model) spans(n *node, p *steps, options []assess.Option) bool {
	if len(options) > 1 && options[len(options)-1].Value-options[0].Value > 1e300 {
		m.err(n, p, "the values of the options lie too far apart", "")
		return false
	}
	return true
}
