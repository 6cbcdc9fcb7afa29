package assess

// CountsWith is what a question counts with in the score of its section: its points, or
// the lowest level where a policy puts it there. It is undefined where the question does
// not count (docs/numbers.md, Score, coverage, bounds, level).
func (r *Result) CountsWith(it *Item) Number {
	s := scorer{q: r.Questionnaire}
	f := s.itemFigures(it)
	if !f.applicable {
		return Number{}
	}
	return f.score
}

// A HoldBack says why a dimension does not secure the level above its stage
// (docs/numbers.md, Stage).
type HoldBack struct {
	Next    int     // the level that is not secured
	Share   float64 // of the weight that stands at that level
	TooFew  bool    // the share is below the rule's
	TooLow  []*Item // questions more than the slack below the level, in document order
	ByScore bool    // neither: the score is below the level
}

// HoldBack returns what holds a dimension at its stage; false for a gate, for a section
// above the dimensions, at the highest level and without a stage rule.
func (r *Result) HoldBack(d *Node) (HoldBack, bool) {
	rule, stage := r.Questionnaire.Scoring.Stage, int(d.Stage.Value())
	if rule == nil || !d.Stage.Defined() || !d.Dimension() || d.Method == Gate || stage >= r.Questionnaire.Highest() {
		return HoldBack{}, false
	}
	s := scorer{q: r.Questionnaire}
	out := HoldBack{Next: stage + 1}
	there, all := 0.0, 0.0
	for _, it := range d.Items {
		f := s.itemFigures(it) // open questions stand at the lowest level
		if !f.applicable {
			continue
		}
		all += f.weight
		if atLeast(f.low, float64(out.Next)) {
			there += f.weight
		}
		if !atLeast(f.low, float64(out.Next-rule.Slack)) {
			out.TooLow = append(out.TooLow, it)
		}
	}
	out.Share = there / all
	out.TooFew = out.Share < rule.Share-Tolerance
	score, scored := d.Score.Get()
	out.ByScore = scored && !out.TooFew && len(out.TooLow) == 0 && score < float64(out.Next)
	return out, true
}
