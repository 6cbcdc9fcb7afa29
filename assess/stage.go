package assess

// stage is the gated level of a node: what every dimension has secured.
// Undefined without a stage rule (docs/numbers.md, Stage).
func (s *scorer) stage(n *Node) Number {
	rule := s.q.Scoring.Stage
	switch {
	case rule == nil:
		return Number{}
	case n.Method == Gate:
		return n.Score
	case n.Dimension():
		return s.capped(s.secured(n, *rule), n)
	}
	smallest := s.q.Highest()
	for _, child := range n.Sections {
		if stage, ok := child.Stage.Get(); ok {
			smallest = min(smallest, int(stage))
		}
	}
	return s.capped(smallest, n)
}

// capped keeps a stage from standing above the node's score, where it has one.
func (s *scorer) capped(stage int, n *Node) Number {
	if reached, ok := s.q.reached(n.Score).Get(); ok {
		stage = min(stage, int(reached))
	}
	return Num(float64(stage))
}

// Held reports whether a dimension stays at its stage however its open questions are
// answered.
func (r *Result) Held(d *Node) bool {
	s := scorer{q: r.Questionnaire}
	stage, ok := d.Stage.Get()
	next := int(stage) + 1
	switch {
	case !ok || next > r.Questionnaire.Highest():
		return true
	case !atLeast(d.High.Value(), float64(next)): // no stage is above the score
		return true
	case d.Method == Gate:
		return false
	}
	best := func(f figures) float64 { return f.high }
	return !s.secures(d, next, *r.Questionnaire.Scoring.Stage, best)
}

// secured returns the largest level L such that questions with points of at
// least L carry the rule's share of the applicable weight and no applicable
// question is more than the slack below L. A missing answer counts as the
// lowest level, which always holds.
func (s *scorer) secured(n *Node, rule StageRule) int {
	l := s.q.Highest()
	for ; l > s.q.Lowest(); l-- {
		if s.secures(n, l, rule, func(f figures) float64 { return f.low }) {
			break
		}
	}
	return l
}

// secures reports whether a level is secured with the points that a question is taken
// to have: its lowest, or its highest, where it is open.
func (s *scorer) secures(n *Node, l int, rule StageRule, points func(figures) float64) bool {
	var there, all float64
	for _, it := range n.Items {
		f := s.q.figures(it)
		if !f.applicable {
			continue
		}
		if !atLeast(points(f), float64(l-rule.Slack)) {
			return false
		}
		all += f.weight
		if atLeast(points(f), float64(l)) {
			there += f.weight
		}
	}
	return atLeast(there/all, rule.Share)
}
