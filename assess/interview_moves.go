package assess

import (
	"cmp"
	"slices"
)

// advance moves to the next question to ask: asked, in scope and open (or any,
// with review), and not parked where parked questions are skipped.
func (iv *Interview) advance() {
	asked := iv.r.Asked()
	for iv.at++; iv.at < len(iv.order); iv.at++ {
		i := iv.order[iv.at]
		parked := iv.skipParked && iv.r.IsParked(iv.q.questions[i].ID)
		if asked[i] && iv.scope[i] && !parked && (iv.review || iv.r.Answers[i].Open()) {
			iv.markShown(i)
			return
		}
	}
	iv.turnBack(asked)
}

// markShown notes that a question has been shown.
func (iv *Interview) markShown(index int) {
	if iv.shown != nil {
		iv.shown[index] = true
	}
}

// turnBack goes, at the end of an order of its own, to an open question that came
// to be asked only after its turn.
func (iv *Interview) turnBack(asked []bool) {
	if iv.shown == nil {
		return
	}
	for at, i := range iv.order {
		parked := iv.r.IsParked(iv.q.questions[i].ID)
		if asked[i] && iv.scope[i] && iv.r.Answers[i].Open() && !iv.shown[i] && !parked {
			iv.at = at
			iv.markShown(i)
			return
		}
	}
}

// Forward moves to the next question in document order, answered or not, or to
// the end.
func (iv *Interview) Forward() {
	if iv.Current() != nil {
		iv.step(1)
	}
}

// Back moves to the question before in document order, answered or not; at the
// first it stays.
func (iv *Interview) Back() {
	at := iv.at
	iv.step(-1)
	if iv.at < 0 {
		iv.at = at
	}
}

// step moves by one among the questions that are asked and in scope.
func (iv *Interview) step(by int) {
	asked := iv.r.Asked()
	for iv.at += by; iv.at >= 0 && iv.at < len(iv.order); iv.at += by {
		if i := iv.order[iv.at]; asked[i] && iv.scope[i] {
			iv.markShown(i)
			return
		}
	}
}

// Park puts the current question aside, for a reason that may be empty, and goes on; or takes it
// back and stays.
func (iv *Interview) Park(reason string) {
	id := iv.Current().ID
	iv.changeCurrent()
	if iv.r.IsParked(id) {
		iv.unpark(id)
		return
	}
	iv.r.Parked = append(slices.Clone(iv.r.Parked), Parked{Question: id, Reason: reason})
	iv.advance()
}

func (iv *Interview) unpark(id string) {
	iv.r.Parked = slices.DeleteFunc(slices.Clone(iv.r.Parked), func(p Parked) bool { return p.Question == id })
}

// Jump goes to a question that is asked and in scope, and reports whether it is.
func (iv *Interview) Jump(qu *Question) bool {
	if !iv.scope[qu.index] || !iv.r.Asked()[qu.index] {
		return false
	}
	iv.at = slices.Index(iv.order, qu.index)
	iv.markShown(qu.index)
	return true
}

// Listed returns the questions that are asked and in scope, in the questionnaire's
// order.
func (iv *Interview) Listed() []*Question {
	var out []*Question
	asked := iv.r.Asked()
	for i, qu := range iv.q.questions {
		if asked[i] && iv.scope[i] {
			out = append(out, qu)
		}
	}
	return out
}

// askingOrder returns the indices of the questions as they are asked: in the order of
// the questionnaire, or the contested ones first, those before on which votes deviate most.
func askingOrder(q *Questionnaire, r *Response, contested bool) []int {
	type place struct {
		index    int
		contests int // 1 where the votes are contested
		distance float64
	}
	all := make([]place, len(q.questions))
	for i, qu := range q.questions {
		all[i].index = i
		if votes := r.Answers[i].Votes; contested && len(votes) > 0 {
			all[i].distance = apart(q, qu, votes)
			if Contests(q, qu, votes) {
				all[i].contests = 1
			}
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.contests, a.contests), cmp.Compare(b.distance, a.distance))
	})
	out := make([]int, len(all))
	for i, p := range all {
		out[i] = p.index
	}
	return out
}
