package codec

import (
	"math"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// A partReader reads a section or a question: it reads what both have.
type partReader struct {
	*model
	*spot
	known bool // of a question: its options can be read
}

// readID reads an id, which no other part bears.
func (r *partReader) readID(n *tree.Node) string {
	m, here := r.model, r.spot
	here.index = len(m.order)
	m.order = append(m.order, here)
	id, ok := slug(m.Source, n)
	if !ok {
		return ""
	}
	switch before := m.nodes[id]; {
	case id == m.q.ID:
		m.Err(n, id+" is the id of the questionnaire", "choose another")
	case before != nil:
		m.ErrTwice(n, before.id(), "the id "+id+" is taken")
	default:
		m.nodes[id] = here
	}
	return id
}

// weight reads a weight: above 0.
func (m *model) weight(n *tree.Node) float64 {
	v, ok := m.Decimal(n)
	if ok && v <= 0 {
		m.Err(n, n.Value+" can't stand here; accepted is a number above 0", "")
	}
	if !ok || v <= 0 {
		return 1
	}
	return v
}

// policy reads what "not applicable" does to a score.
func (m *model) policy(n *tree.Node) assess.Policy {
	return tree.Choice(m.Source, n, assess.Exclude, assess.Lowest, assess.Forbid)
}

// partsOf reads a list of sections or questions. The sum of their weights has to be a
// number.
func partsOf[T any](m *model, n *tree.Node, what string, read func(*tree.Node) (*T, float64)) []*T {
	if !m.List(n, what) {
		return nil
	}
	var all []*T
	sum := 0.0
	for _, item := range n.Items {
		if part, weight := read(item); part != nil {
			all = append(all, part)
			sum += weight
		}
	}
	if math.IsInf(sum, 0) || sum > 1e300 {
		m.Err(n, "the sum of the weights is too large", "")
	}
	return all
}
