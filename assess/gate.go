package assess

// gate replaces the score and bounds of a gate section: the highest level that
// holds, the lowest level where none does. A level holds when every applicable
// criterion of it passes and all lower levels hold; an unanswered criterion
// fails, except in the upper bound (docs/numbers.md, Gates).
func (s *scorer) gate(n *Node, f *figures) {
	items := n.AllItems()
	score := s.holds(items, func(it *Item) bool { return s.passes(it, it.Points, false) })
	f.score, f.low = Num(score), score
	f.high = s.holds(items, func(it *Item) bool { return s.passes(it, it.Points, true) })
	f.evidenced = Num(s.holds(items, func(it *Item) bool { return s.passes(it, it.Evidenced, false) }))
}

// holds returns the highest level for which every applicable criterion, of it
// and of the levels below, passes.
func (s *scorer) holds(items []*Item, passes func(*Item) bool) float64 {
	first := s.q.Highest() + 1 // the lowest level with a criterion that fails
	for _, it := range items {
		if s.q.figures(it).applicable && !passes(it) {
			first = min(first, it.Question.Level)
		}
	}
	return float64(first - 1)
}

// passes reports whether a criterion's points reach those of its pass value.
func (s *scorer) passes(it *Item, points Number, missing bool) bool {
	pass := it.Question.Points(it.Question.Pass)
	switch it.Status {
	case Answered:
		return atLeast(points.Value(), pass)
	case NotApplicable: // counted at the lowest level
		return atLeast(float64(s.q.Lowest()), pass)
	}
	return missing
}

// A Gating says how an applicable gate section stands: which level it misses
// first, and what holds that level back.
type Gating struct {
	Node     *Node
	Missed   int     // the lowest level that does not hold; above the highest level where all hold
	Criteria int     // criteria of that level that count
	Failing  []*Item // those of them that don't pass, in document order
}

// Gates returns how the applicable gates stand, outermost sections only, in
// document order.
func (r *Result) Gates() []Gating {
	s := scorer{q: r.Questionnaire}
	var out []Gating
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Method == Gate && n.Applicable {
			out = append(out, s.gating(n))
			return
		}
		for _, child := range n.Sections {
			walk(child)
		}
	}
	walk(r.Overall)
	return out
}

func (s *scorer) gating(n *Node) Gating {
	g := Gating{Node: n, Missed: int(n.Score.Value()) + 1}
	for _, it := range n.AllItems() {
		if it.Question.Level != g.Missed || !s.q.figures(it).applicable {
			continue
		}
		g.Criteria++
		if !s.passes(it, it.Points, false) {
			g.Failing = append(g.Failing, it)
		}
	}
	return g
}
