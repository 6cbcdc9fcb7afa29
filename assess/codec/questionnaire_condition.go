package codec

import (
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

// A conditionReader reads one condition.
type conditionReader struct {
	*model
	assess.Condition
	limits int // of at_least and at_most, how many are there
}

var conditionKeys = tree.Table[*conditionReader]{
	tree.Required("question", func(r *conditionReader, n *tree.Node) { r.Question, _ = r.Words(n) }),
	tree.Optional("at_least", func(r *conditionReader, n *tree.Node) { r.limit(&r.AtLeast, n) }),
	tree.Optional("at_most", func(r *conditionReader, n *tree.Node) { r.limit(&r.AtMost, n) }),
}

// condition reads one condition; whether its question is an earlier one is checked later.
func (m *model) condition(n *tree.Node) assess.Condition {
	r := conditionReader{model: m}
	if !conditionKeys.Check(m.Source, n) {
		return r.Condition
	}
	conditionKeys.Read(&r, n)
	if r.limits != 1 {
		m.Err(n, "a condition has exactly one of at_least and at_most", "")
	}
	return r.Condition
}

func (r *conditionReader) limit(to *assess.Number, n *tree.Node) {
	r.limits++
	if v, ok := r.Decimal(n); ok {
		*to = assess.Num(v)
	}
}
