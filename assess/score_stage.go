package assess

import "slices"

// A standing is where a question stands for the stage rule.
type standing struct {
	points float64 // an open question's are supposed
	weight float64
}

// secures reports whether the questions of a dimension secure a level: those with points
// of at least the level carry the rule's share of the weight, and none is more than the
// slack below it. It is asked for levels above the lowest, which always holds
// (docs/numbers.md, Stage).
func (rule *StageRule) secures(level float64, questions []standing) bool {
	for _, at := range questions {
		if rule.tooLow(level, at) {
			return false
		}
	}
	return atLeast(shareAt(level, questions), rule.Share)
}

// tooLow reports whether a question is more than the slack below a level.
func (rule *StageRule) tooLow(level float64, at standing) bool {
	return !atLeast(at.points, level-float64(rule.Slack))
}

// shareAt is the share of the weight that questions with points of at least a level carry.
func shareAt(level float64, questions []standing) float64 {
	var there, all float64
	for _, at := range questions {
		all += at.weight
		if atLeast(at.points, level) {
			there += at.weight
		}
	}
	return there / all
}

// stage is the gated level of an applicable section: what every dimension has secured.
// Undefined without a stage rule (docs/numbers.md, Stage).
func (s *Scorer) stage(n *Node, sec *Section) Number {
	rule := s.q.Scoring.Stage
	switch {
	case rule == nil:
		return Number{}
	case n.Method == Gate:
		return n.Score
	case sec.Dimension():
		return s.q.capped(s.secured(sec, rule), n.Score)
	}
	smallest := s.q.Highest()
	for _, child := range n.Sections {
		if stage, ok := child.Stage.Get(); ok {
			smallest = min(smallest, int(stage))
		}
	}
	return s.q.capped(smallest, n.Score)
}

// capped keeps a stage from standing above the score, where there is one.
func (q *Questionnaire) capped(stage int, score Number) Number {
	if reached, ok := q.reached(score).Get(); ok {
		stage = min(stage, int(reached))
	}
	return Num(float64(stage))
}

// secured returns the largest level that a dimension secures with its open questions at
// the lowest.
func (s *Scorer) secured(sec *Section, rule *StageRule) int {
	s.standings = slices.Grow(s.standings[:0], sec.last-sec.first)
	for i := sec.first; i < sec.last; i++ {
		if f := &s.questions[i]; f.applicable {
			s.standings = append(s.standings, s.q.standingOf(f))
		}
	}
	level := s.q.Highest()
	for level > s.q.Lowest() && !rule.secures(float64(level), s.standings) {
		level--
	}
	return level
}

// standingOf is where a question stands with what is open at the lowest level.
func (q *Questionnaire) standingOf(f *figures) standing {
	if f.coverage == 0 {
		return standing{float64(q.Lowest()), f.weight}
	}
	return standing{f.low, f.weight}
}

// Held reports whether a dimension stays at its stage however its open questions are
// answered.
func (r *Result) Held(d *Node) bool {
	stage, ok := d.Stage.Get()
	next := int(stage) + 1
	switch {
	case !ok || next > r.Questionnaire.Highest():
		return true
	case !atLeast(d.High.Value(), r.Questionnaire.begins(next)): // no stage is above the score
		return true
	case d.Method == Gate:
		return false
	}
	var best []standing
	for _, it := range d.Items {
		if f := r.Questionnaire.figures(it); f.applicable {
			best = append(best, standing{f.high, f.weight})
		}
	}
	return !r.Questionnaire.Scoring.Stage.secures(float64(next), best)
}

// A StageLack says what the questions of a dimension lack of the level above its stage.
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
	var questions []standing
	for _, it := range d.Items {
		f := r.Questionnaire.figures(it)
		if !f.applicable {
			continue
		}
		at := r.Questionnaire.standingOf(&f)
		questions = append(questions, at)
		if rule.tooLow(float64(out.Level), at) {
			out.Low = append(out.Low, it)
		}
	}
	out.Share = shareAt(float64(out.Level), questions)
	out.Enough = atLeast(out.Share, rule.Share)
	return out, true
}
