package assess

// combine makes one item of what every response says about a question. asked
// holds, per response, the questions it was asked.
//
// More responses that put the question outside their scope (not applicable, or
// skipped) than responses that give a value, or than say unknown where nobody
// gives one: it does not count. Otherwise the median of the points decides
// (docs/numbers.md, Several respondents).
func combine(qu *Question, responses []*Response, asked [][]bool) *Item {
	it := &Item{Question: qu, Agreed: true, Said: make([]Said, len(responses))}
	var count tally
	var points []float64
	for i, r := range responses {
		a := &r.Answers[qu.index]
		state := a.State()
		if !asked[i][qu.index] {
			state = Skipped
		}
		it.Said[i] = Said{State: state, Answer: a}
		count.add(state, 1)
		if state != Answered {
			continue
		}
		points = append(points, a.points(qu).Value())
		it.Value = a.Value
		if len(a.Votes) > 0 {
			it.Voted = true
			it.Agreed = it.Agreed && a.Value.Defined()
		}
	}
	it.Status = count.status()
	if len(points) != 1 {
		it.Value = Number{}
	}
	if it.Status == Answered {
		it.Points = Num(median(points))
	}
	return it
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

// believe lowers an item's points to what its evidence supports: points at or
// above the level from which evidence is needed count only if a response whose
// own points are there names evidence; else they count as the highest option
// below that level (docs/numbers.md, Evidenced score).
func believe(it *Item, from, lowest int) Number {
	points, ok := it.Points.Get()
	if !ok || !atLeast(points, float64(from)) {
		return it.Points
	}
	for _, s := range it.Said {
		if s.State == Answered && len(s.Answer.Evidence) > 0 && atLeast(s.Answer.points(it.Question).Value(), float64(from)) {
			return it.Points
		}
	}
	below := float64(lowest)
	for _, o := range it.Question.Options {
		if !atLeast(o.points, float64(from)) {
			below = o.points
		}
	}
	return Num(below)
}
