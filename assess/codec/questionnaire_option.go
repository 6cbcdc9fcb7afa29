package codec

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// An optionSet is a named list of options that questions share.
type optionSet struct {
	options []assess.Option
	good    bool
}

// readSets reads the named lists of options.
func (m *model) readSets(n *tree.Node) {
	if n.Kind != tree.Mapping {
		m.setless = true
		m.ErrKind(n, "a mapping of names to lists of options")
		return
	}
	for _, v := range n.Items {
		if strings.TrimSpace(v.Name) == "" {
			m.Err(v.Key(), "the name of an option set is empty", "")
		}
		options, good := m.options(v)
		m.sets[v.Name] = &optionSet{options, good}
	}
}

// optionsOf reads the options of a question: a list, or the name of a set. The
// copy is the question's own.
func (m *model) optionsOf(n *tree.Node) ([]assess.Option, bool) {
	if n.Kind == tree.Sequence {
		return m.options(n)
	}
	if n.Kind == tree.Mapping {
		m.ErrKind(n, "a list of options, or the name of an option set")
		return nil, false
	}
	name, ok := m.Words(n)
	if !ok {
		return nil, false
	}
	set := m.sets[name]
	if set == nil {
		if m.setless {
			return nil, false
		}
		m.Err(n, "no option set is named "+tree.Brief(name), m.Nearest(name, m.setNames()))
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
func (m *model) options(n *tree.Node) ([]assess.Option, bool) {
	if !m.List(n, "options {value, text}") {
		return nil, false
	}
	r := optionReader{model: m, options: make([]assess.Option, 0, len(n.Items))}
	r.ticked = n.Items[0].Child("id") != nil
	good := true
	for _, item := range n.Items {
		if !optionKeys.Check(m.Source, item) {
			good = false
			continue
		}
		r.option, r.known = assess.Option{}, false
		optionKeys.Read(&r, item)
		r.alone(item)
		if good = good && r.known; r.known {
			r.options = append(r.options, r.option)
		}
	}
	if len(n.Items) < 2 {
		m.Err(n, "there is one option; at least 2 are needed", "")
		good = false
	}
	return r.options, good && m.spans(n, r.options)
}

// An optionReader reads the options of a list, one after the other.
type optionReader struct {
	*model
	options []assess.Option // those before
	ticked  bool            // several may be ticked: they have ids, and values in any order
	option  assess.Option
	known   bool // its value is good
}

var optionKeys = tree.Table[*optionReader]{
	tree.Required("value", (*optionReader).value),
	tree.Optional("id", (*optionReader).id),
	tree.Optional("exclusive", (*optionReader).exclusive),
	tree.Required("text", func(r *optionReader, n *tree.Node) { r.option.Text = r.text(n) }),
	tree.Optional("from", func(r *optionReader, n *tree.Node) {
		if v, ok := r.Decimal(n); ok {
			r.option.From = assess.Num(v)
		}
	}),
	tree.Optional("help", func(r *optionReader, n *tree.Node) { r.option.Help = r.text(n) }),
	tree.Optional("advice", func(r *optionReader, n *tree.Node) { r.option.Advice = r.text(n) }),
}

func (r *optionReader) value(n *tree.Node) {
	r.option.Value, r.known = r.Decimal(n)
	if r.known && r.ticked && r.option.Value < 0 {
		r.Err(n, n.Value+" can't stand here; the values of options that are ticked are at least 0", "")
		r.known = false
	}
	if !r.known || r.ticked || len(r.options) == 0 {
		return
	}
	if before := r.options[len(r.options)-1].Value; r.option.Value <= before {
		message := n.Value + " does not rise above the option before, " + tree.DecimalOf(before)
		r.Err(n, message, "the values of options rise strictly")
		r.known = false
	}
}

// alone checks an option that excludes the others.
func (r *optionReader) alone(n *tree.Node) {
	if !r.option.Exclusive {
		return
	}
	switch {
	case !r.ticked:
		r.Err(n.Child("exclusive").Key(), "exclusive stands only in options that are ticked, which have an id", "")
	case r.known && r.option.Value != 0:
		r.Err(n.Child("value"), "an option that excludes the others has the value 0", "")
	}
}

// id reads the id of an option that is ticked.
func (r *optionReader) id(n *tree.Node) {
	id, ok := slug(r.Source, n)
	if ok && slices.ContainsFunc(r.options, func(o assess.Option) bool { return o.ID == id }) {
		r.Err(n, "the id "+id+" is taken by an option before", "")
	}
	r.option.ID = id
}

// exclusive reads whether an option can't be ticked beside others.
func (r *optionReader) exclusive(n *tree.Node) {
	if n.Kind != tree.Scalar || n.Class != tree.Boolean {
		r.Err(n, n.Describe()+" can't stand here; accepted are true, false", "")
		return
	}
	r.option.Exclusive = isTrue(n.Value)
}

// spans refuses values so far apart that their distance is no number.
func (m *model) spans(n *tree.Node, options []assess.Option) bool {
	if len(options) > 1 && options[0].ID == "" && options[len(options)-1].Value-options[0].Value > 1e300 {
		m.Err(n, "the values of the options lie too far apart", "")
		return false
	}
	return true
}

// onScale holds the options of a question to the scale, where their values are points.
func (r *partReader) onScale() {
	if r.question.Profile || r.q.Scoring.Points != assess.Values || !r.levels || !r.known {
		return
	}
	lowest, highest := float64(r.q.Lowest()), float64(r.q.Highest())
	for i, o := range r.question.Options {
		if o.Value >= lowest && o.Value <= highest {
			continue
		}
		at := r.node.Child("options")
		if at.Kind == tree.Sequence && !r.question.Many() {
			at = at.Items[i].Child("value")
		}
		message := fmt.Sprintf("the value %s lies outside of the levels %d to %d",
			tree.DecimalOf(o.Value), r.q.Lowest(), r.q.Highest())
		r.Err(at, message, "under points: values an option's value is its points")
		r.known = false
		return
	}
}
