package assess

import "slices"

// A change is what an answer was before something was said.
type change struct {
	index  int
	answer Answer
	parked []Parked
	areas  []Area
	voices []string
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
	iv.past = append(iv.past, change{index, *a, slices.Clone(iv.r.Parked), iv.r.Areas, slices.Clone(iv.r.Voices), group})
	for first := iv.past[0].group; len(iv.past) > mostUndone && iv.past[0].group == first && first != group; {
		iv.past = iv.past[1:] // changes made together are forgotten together
	}
	return a
}

// Together makes one change, for Undo, of what do changes: answers to the questions, what is
// parked, and who votes.
func (iv *Interview) Together(questions []*Question, do func()) {
	group := iv.newGroup()
	for _, qu := range questions {
		iv.changeAnswer(qu.index, group)
	}
	do()
}

// CanUndo reports whether there is a change to take back.
func (iv *Interview) CanUndo() bool { return len(iv.past) > 0 }

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
		iv.r.Answers[c.index], iv.r.Parked, iv.r.Areas, iv.r.Voices = c.answer, c.parked, c.areas, c.voices
		iv.at = slices.Index(iv.order, c.index)
	}
	iv.past = iv.past[:n]
	return all - n
}
