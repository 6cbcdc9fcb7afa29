package assess

import "slices"

// A change is what an answer was before something was said.
type change struct {
	index  int
	answer Answer
	parked []Parked
	areas  []Area
	group  int // changes made together share it
}

// changeCurrent notes what the current answer is, for Undo, and returns it to be changed.
func (iv *Interview) changeCurrent() *Answer {
	return iv.changeAnswer(iv.order[iv.at], iv.newGroup())
}

// newGroup begins a group of changes.
func (iv *Interview) newGroup() int {
	iv.groups++
	return iv.groups
}

// changeAnswer notes what an answer is, for Undo, and returns it to be changed.
func (iv *Interview) changeAnswer(index, group int) *Answer {
	a := &iv.r.Answers[index]
	iv.past = append(iv.past, change{index, *a, slices.Clone(iv.r.Parked), iv.r.Areas, group})
	for first := iv.past[0].group; len(iv.past) > mostUndone && iv.past[0].group == first && first != group; {
		iv.past = iv.past[1:] // changes made together are forgotten together
	}
	return a
}

// Undo takes back the last change, of any question, and goes to that question. It
// returns how many answers that changed: more than one where they were changed
// together, none where there is nothing to take back.
func (iv *Interview) Undo() int {
	n := len(iv.past)
	all := n
	if n == 0 {
		return 0
	}
	for group := iv.past[n-1].group; n > 0 && iv.past[n-1].group == group; n-- {
		c := iv.past[n-1]
		iv.r.Answers[c.index], iv.r.Parked, iv.r.Areas = c.answer, c.parked, c.areas
		iv.at = slices.Index(iv.order, c.index)
	}
	iv.past = iv.past[:n]
	return all - n
}
