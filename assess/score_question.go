package assess

// combine fills in an item from what every response says about its question. It writes
// into said, which holds one statement per response, and returns the counts.
//
// More responses that put the question outside their scope (not applicable, or
// skipped) than responses that give a value, or than say unknown where nobody
// gives one: it does not count. Otherwise the median of the points decides
// (docs/numbers.md, Several respondents).
func (s *Scorer) combine(it *Item, said []Said) tally {
	qu := it.Question
	it.Agreed, it.Said = true, said
	var count tally
	points := s.points[:0]
	for i, r := range s.responses {
		a := &r.Answers[qu.index]
		state := a.State()
		if !s.asked(i, qu) {
			state = Skipped
		}
		said[i] = Said{State: state, Answer: a}
		count.add(state, 1)
		if state != Skipped && len(a.Votes) > 0 {
			it.Voted = true
			it.Agreed = it.Agreed && !a.Open()
		}
		if state != Answered {
			continue
		}
		points = append(points, a.points(qu).Value())
		it.Value = a.Value
	}
	it.Status = count.status()
	if len(points) != 1 {
		it.Value = Number{}
	}
	if it.Status == Answered && !qu.Profile {
		it.Points = Num(median(points))
	}
	return count
}

// tally counts what responses say about a question.
type tally struct{ answered, unknown, notApplicable, skipped int }

func (t *tally) add(state State, n int) {
	switch state {
	case Answered:
		t.answered += n
	case Unknown:
		t.unknown += n
	case NotApplicable:
		t.notApplicable += n
	case Skipped:
		t.skipped += n
	}
}

// status decides what a question is over all responses.
func (t tally) status() State {
	outside := t.notApplicable + t.skipped
	inside := t.answered
	if inside == 0 {
		inside = t.unknown
	}
	switch {
	case outside > inside && t.notApplicable > 0:
		return NotApplicable
	case outside > inside:
		return Skipped
	case t.answered > 0:
		return Answered
	case t.unknown > 0:
		return Unknown
	}
	return Unanswered
}

// believed returns an item's points lowered to what its evidence supports: points at or
// above the level from which evidence is needed count only if a response whose
// own points are there names evidence; else they count as the highest option
// below that level (docs/numbers.md, Evidenced score).
func believed(it *Item, from, lowest int) Number {
	points, ok := it.Points.Get()
	if !ok || !atLeast(points, float64(from)) {
		return it.Points
	}
	for _, s := range it.Said {
		if s.State != Answered || !s.Answer.Documented() {
			continue
		}
		if atLeast(s.Answer.points(it.Question).Value(), float64(from)) {
			return it.Points
		}
	}
	below := float64(lowest)
	for i := range it.Question.Options {
		if points := it.Question.Options[i].points; !atLeast(points, float64(from)) {
			below = points
		}
	}
	return Num(below)
}

// figures says how a question counts: its points; the lowest level where a
// policy puts it there; nothing where it does not count (docs/numbers.md,
// Score, coverage, bounds, level).
func (q *Questionnaire) figures(it *Item) figures {
	lowest := float64(q.Lowest())
	f := figures{weight: it.Question.Weight, applicable: true}
	status := it.Status
	if it.Question.Profile {
		status = Skipped // it never counts
	}
	switch status {
	case Skipped:
		f.applicable = false
	case NotApplicable:
		f.applicable = it.Question.policy == Lowest
		f.score, f.evidenced, f.low, f.high, f.coverage = Num(lowest), Num(lowest), lowest, lowest, 1
	case Answered:
		points := it.Points.Value()
		f.score, f.evidenced, f.low, f.high, f.coverage = it.Points, it.Evidenced, points, points, 1
	default: // unanswered, unknown
		if q.Scoring.Unanswered == Lowest {
			f.score, f.evidenced = Num(lowest), Num(lowest)
		}
		f.low, f.high = it.Question.bottom().points, it.Question.top().points
	}
	return f
}
