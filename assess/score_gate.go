package assess

// gateFigures replaces the score and bounds of a gate section: the highest level that
// holds, the lowest level where none does. A level holds when every applicable
// criterion of it passes and all lower levels hold; an unanswered criterion
// fails, except in the upper bound and, where every option passes, in the lower one
// (docs/numbers.md, Gates).
func (s *Scorer) gateFigures(sec *Section, gate *figures) {
	score, low, high, evidenced := s.q.Highest(), s.q.Highest(), s.q.Highest(), s.q.Highest()
	for i := sec.first; i < sec.last; i++ {
		qu, f := s.q.questions[i], &s.questions[i]
		if !f.applicable {
			continue
		}
		below := qu.Level - 1 // the level that is left where this criterion fails
		if !f.passes(qu, f.score, false) {
			score = min(score, below)
		}
		if !f.passes(qu, f.score, qu.Pass == qu.bottom().Value) {
			low = min(low, below)
		}
		if !f.passes(qu, f.score, true) {
			high = min(high, below)
		}
		if !f.passes(qu, f.evidenced, false) {
			evidenced = min(evidenced, below)
		}
	}
	gate.score = Num(float64(score))
	gate.low, gate.high = float64(low), float64(high)
	gate.evidenced = Num(float64(evidenced))
}

// passes reports whether the points of an applicable criterion reach those of its pass
// value. missing is what an open one does.
func (f *figures) passes(qu *Question, points Number, missing bool) bool {
	if f.coverage == 0 {
		return missing
	}
	return atLeast(points.Value(), qu.Points(qu.Pass))
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
	var out []Gating
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Method == Gate && n.Applicable {
			out = append(out, r.gating(n))
			return
		}
		for _, child := range n.Sections {
			walk(child)
		}
	}
	walk(r.Overall)
	return out
}

func (r *Result) gating(n *Node) Gating {
	g := Gating{Node: n, Missed: int(n.Score.Value()) + 1}
	for _, it := range n.all {
		f := r.Questionnaire.figures(it)
		if it.Question.Level != g.Missed || !f.applicable {
			continue
		}
		g.Criteria++
		if !f.passes(it.Question, f.score, false) {
			g.Failing = append(g.Failing, it)
		}
	}
	return g
}
