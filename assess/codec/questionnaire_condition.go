package codec

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// conditions reads ask_if: one condition, or a list of them.
func (m *model) conditions(n *tree.Node) []assess.Condition {
	if n.Kind != tree.Sequence {
		return []assess.Condition{m.condition(n)}
	}
	if !m.List(n, "conditions") {
		return nil
	}
	out := make([]assess.Condition, len(n.Items))
	for i, item := range n.Items {
		out[i] = m.condition(item)
	}
	return out
}

// condition reads one condition: that of a question, or several of which one must hold.
func (m *model) condition(n *tree.Node) assess.Condition {
	if n.Child("any") == nil {
		return m.simpleCondition(n)
	}
	var out assess.Condition
	for _, v := range n.Items {
		if v.Name != "any" {
			m.Err(v.Key(), "any stands alone in a condition", "conditions that must all hold stand in a list")
			continue
		}
		if !m.List(v, "conditions") {
			continue
		}
		for _, item := range v.Items {
			if item.Child("any") != nil {
				m.Err(item, "any can't stand inside of any", "put its conditions beside the others")
				continue
			}
			out.Any = append(out.Any, m.simpleCondition(item))
		}
	}
	return out
}

// A conditionReader reads one condition on a question.
type conditionReader struct {
	*model
	assess.Condition
	limits int // of at_least, at_most and one_of, how many are there
}

var conditionKeys = tree.Table[*conditionReader]{
	tree.Required("question", func(r *conditionReader, n *tree.Node) { r.Question, _ = r.Words(n) }),
	tree.Optional("at_least", func(r *conditionReader, n *tree.Node) { r.limit(&r.AtLeast, n) }),
	tree.Optional("at_most", func(r *conditionReader, n *tree.Node) { r.limit(&r.AtMost, n) }),
	tree.Optional("one_of", (*conditionReader).oneOf),
	{Name: "any"},
}

// simpleCondition reads a condition on one question; whether that is an earlier one is
// checked later.
func (m *model) simpleCondition(n *tree.Node) assess.Condition {
	r := conditionReader{model: m}
	if !conditionKeys.Check(m.Source, n) {
		return r.Condition
	}
	conditionKeys.Read(&r, n)
	if r.limits != 1 {
		m.Err(n, "a condition has exactly one of at_least, at_most and one_of", "")
	}
	return r.Condition
}

func (r *conditionReader) limit(to *assess.Number, n *tree.Node) {
	r.limits++
	if v, ok := r.Decimal(n); ok {
		*to = assess.Num(v)
	}
}

// oneOf reads values; whether the question has them is checked later.
func (r *conditionReader) oneOf(n *tree.Node) {
	r.limits++
	if !r.List(n, "values of the question") {
		return
	}
	for _, item := range n.Items {
		if item.IsText() && !item.Blank() { // of an option that is ticked, or a profile answer
			if slices.Contains(r.Ticked, item.Value) {
				r.Err(item, item.Value+" stands here a second time", "")
			}
			r.Ticked = append(r.Ticked, item.Value)
			continue
		}
		v, ok := r.Decimal(item)
		if ok && slices.Contains(r.OneOf, v) {
			r.Err(item, "the value "+tree.Brief(item.Value)+" stands here a second time", "")
		}
		r.OneOf = append(r.OneOf, v)
	}
}

// checkConditions holds ask_if to earlier questions.
func (m *model) checkConditions(here *spot) {
	n := here.node.Child("ask_if")
	if n == nil {
		return
	}
	if n.Kind != tree.Sequence {
		m.checkCondition(here, n)
		return
	}
	for _, item := range n.Items {
		m.checkCondition(here, item)
	}
}

func (m *model) checkCondition(here *spot, n *tree.Node) {
	if any := n.Child("any"); any != nil {
		if any.Kind == tree.Sequence {
			for _, item := range any.Items {
				m.checkCondition(here, item)
			}
		}
		return
	}
	v := n.Child("question")
	if n.Kind != tree.Mapping || v == nil || !v.IsText() || v.Blank() {
		return
	}
	switch on := m.nodes[v.Value]; {
	case on == nil:
		m.Err(v, "no question is named "+tree.Brief(v.Value), m.Nearest(v.Value, m.names(true)))
	case on.question == nil:
		m.Err(v, v.Value+" is a section, not a question", "")
	case on == here:
		m.Err(v, "a question can't be asked by its own answer", "")
	case on.below(here):
		m.Err(v, "a section can't be asked by what is below it, "+v.Value, "")
	case on.index > here.index:
		m.Err(v, "the question "+v.Value+" comes later; accepted are earlier questions", "")
	default:
		m.checkOneOf(on.question, n.Child("one_of"))
		for _, key := range []string{"at_least", "at_most"} {
			if limit := n.Child(key); limit != nil && on.question.Typed() && on.question.Input != assess.NumberInput {
				m.Err(limit.Key(), on.question.ID+" is not answered by a number; accepted is one_of", "")
			}
		}
	}
}

// checkOneOf holds the values of a condition to those of its question.
func (m *model) checkOneOf(on *assess.Question, n *tree.Node) {
	if n == nil || n.Kind != tree.Sequence || len(on.Options) == 0 && !on.Typed() {
		return
	}
	for _, item := range n.Items {
		if on.Typed() {
			m.checkTyped(on, item)
			continue
		}
		if on.Many() || item.IsText() {
			m.checkTicked(on, item)
			continue
		}
		v, ok := tree.PlainNumber(item.Value)
		if item.Kind != tree.Scalar || item.Class != tree.Number || !ok {
			continue
		}
		if _, isOption := on.Option(v); !isOption {
			m.Err(item, tree.Brief(item.Value)+" is no option of "+on.ID+"; accepted are "+values(on), "")
		}
	}
}

// checkTicked holds an id in a condition to the options that its question lets tick.
func (m *model) checkTicked(on *assess.Question, item *tree.Node) {
	_, known := on.Tick(item.Value)
	switch {
	case known && item.IsText():
	case on.Many():
		message := tree.Brief(item.Value) + " is no option of " + on.ID + "; accepted are " + ticks(on)
		m.Err(item, message, m.Nearest(item.Value, tickIDs(on)))
	default:
		m.Err(item, tree.Brief(item.Value)+" is no option of "+on.ID+"; accepted are "+values(on), "")
	}
}

// checkTyped holds an answer in a condition to what is typed for a profile question.
func (m *model) checkTyped(on *assess.Question, item *tree.Node) {
	number := item.Kind == tree.Scalar && item.Class == tree.Number
	switch {
	case on.Input == assess.NumberInput && !number:
		m.Err(item, on.ID+" is answered by a number", "")
	case on.Input != assess.NumberInput && number:
		m.Err(item, on.ID+" is answered by a "+string(on.Input), `put it in quotes: "`+tree.Brief(item.Value)+`"`)
	case on.Input == assess.DateInput && !assess.IsDay(item.Value):
		m.Err(item, tree.Brief(item.Value)+" is no date", "write a day as year-month-day, like 2026-11-23")
	}
}
