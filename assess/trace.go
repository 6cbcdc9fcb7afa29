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

// A StageLack says what the questions of a dimension lack of the level above its stage
// (docs/numbers.md, Stage).
type StageLack struct {
	Level  int
	Share  float64 // of the weight stands at Level
	Enough bool    // that is what the rule asks for
	Low    []*Item // questions more than the slack below Level, in document order
}

// StageLack returns what a dimension lacks of the level above its stage, with its open
// questions at the lowest. There is none where the rule does not hold: without one, for
// gates, at the highest level, where nothing applies.
func (r *Result) StageLack(d *Node) (StageLack, bool) {
	rule := r.Questionnaire.Scoring.Stage
	stage, ok := d.Stage.Get()
	out := StageLack{Level: int(stage) + 1}
	if !ok || !d.Dimension() || d.Method == Gate || out.Level > r.Questionnaire.Highest() {
		return StageLack{}, false
	}
	s := scorer{q: r.Questionnaire}
	there, all := 0.0, 0.0
	for _, it := range d.Items {
		f := s.itemFigures(it)
		if !f.applicable {
			continue
		}
		all += f.weight
		if atLeast(f.low, float64(out.Level)) {
			there += f.weight
		}
		if !atLeast(f.low, float64(out.Level-rule.Slack)) {
			out.Low = append(out.Low, it)
		}
	}
	out.Share = there / all
	out.Enough = atLeast(out.Share, rule.Share)
	return out, true
}
