package assess

import "slices"

// A change is what an answer was before something was said, and what stood beside all answers.
type change struct {
	index   int // of the question, -1 where no answer changed
	answer  Answer
	parked  []Parked
	areas   []Area
	voices  []string
	actions []Action
	group   int // changes made together share it
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
	iv.note(index, *a, group)
	return a
}

// note notes what stands, for Undo.
func (iv *Interview) note(index int, a Answer, group int) {
	r := iv.r
	iv.past = append(iv.past, change{
		index: index, answer: a, parked: slices.Clone(r.Parked), areas: r.Areas,
		voices: slices.Clone(r.Voices), actions: slices.Clone(r.Actions), group: group,
	})
	for first := iv.past[0].group; len(iv.past) > mostUndone && iv.past[0].group == first && first != group; {
		iv.past = iv.past[1:] // changes made together are forgotten together
	}
}

// Together makes one change, for Undo, of what do changes: answers to the questions, what is
// parked, who votes, and what is to be done.
func (iv *Interview) Together(questions []*Question, do func()) {
	group := iv.newGroup()
	if len(questions) == 0 {
		iv.note(-1, Answer{}, group)
	}
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
		iv.r.Parked, iv.r.Areas, iv.r.Voices, iv.r.Actions = c.parked, c.areas, c.voices, c.actions
		if c.index >= 0 {
			iv.r.Answers[c.index], iv.at = c.answer, slices.Index(iv.order, c.index)
		}
	}
	iv.past = iv.past[:n]
	return all - n
}
