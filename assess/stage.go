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

// secured returns the largest level L such that questions with points of at
// least L carry the rule's share of the applicable weight and no applicable
// question is more than the slack below L. A missing answer counts as the
// lowest level, which always holds.
func (s *scorer) secured(n *Node, rule StageRule) int {
	l := s.q.Highest()
	for ; l > s.q.Lowest(); l-- {
		if s.secures(n, l, rule) {
			break
		}
	}
	return l
}

func (s *scorer) secures(n *Node, l int, rule StageRule) bool {
	var there, all float64
	for _, it := range n.Items {
		f := s.itemFigures(it)
		if !f.applicable {
			continue
		}
		if !atLeast(f.low, float64(l-rule.Slack)) {
			return false
		}
		all += f.weight
		if atLeast(f.low, float64(l)) {
			there += f.weight
		}
	}
	return atLeast(there/all, rule.Share)
}
