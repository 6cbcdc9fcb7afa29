package assess

import (
	"cmp"
	"errors"
	"slices"
)

// ErrVotes says that votes name a voice twice or not at all.
var ErrVotes = errors.New("every voice votes once")

// mostUndone is how many changes can be taken back.
const mostUndone = 200

// A change is what an answer was before something was said.
type change struct {
	index  int
	answer Answer
	parked []string
	group  int // changes made together share it
}

// changing notes what the current answer is, for Undo, and returns it.
func (iv *Interview) changing() *Answer { return iv.change(iv.order[iv.at], iv.group()) }

// group begins a group of changes.
func (iv *Interview) group() int {
	iv.groups++
	return iv.groups
}

func (iv *Interview) change(index, group int) *Answer {
	a := &iv.r.Answers[index]
	iv.past = append(iv.past, change{index, *a, slices.Clone(iv.r.Parked), group})
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
		iv.r.Answers[c.index], iv.r.Parked = c.answer, c.parked
		iv.at = slices.Index(iv.order, c.index)
	}
	iv.past = iv.past[:n]
	return all - n
}

// Vote records what each voice says about the current question and stays; no
// votes takes them away. What the room agreed on stays as it is; not applicable
// and unknown, beside which votes can't stand, are taken back.
func (iv *Interview) Vote(votes []Vote) error {
	seen := map[string]bool{}
	for _, v := range votes {
		if _, ok := iv.Current().Option(v.Value); !ok {
			return ErrNoOption
		}
		if v.Voice == "" || seen[v.Voice] {
			return ErrVotes
		}
		seen[v.Voice] = true
	}
	a := iv.changing()
	a.Votes = slices.Clone(votes)
	if len(votes) > 0 {
		a.NA, a.Reason, a.Unknown = false, "", false
	}
	return nil
}

// Proposed returns the option that stands for votes: the highest one that their
// median reaches. There is none without votes.
func Proposed(qu *Question, votes []Vote) (Option, bool) {
	points, ok := (&Answer{Votes: votes}).points(qu).Get()
	if !ok {
		return Option{}, false
	}
	out := qu.Options[0]
	for _, o := range qu.Options {
		if atLeast(points, o.points) {
			out = o
		}
	}
	return out, true
}

// AgreementOf returns the agreement of votes on a question of q, nil with fewer
// than two.
func AgreementOf(q *Questionnaire, qu *Question, votes []Vote, chances Chances) *Agreement {
	if len(votes) < 2 {
		return nil
	}
	points := make([]float64, len(votes))
	for i, v := range votes {
		points[i] = qu.Points(v.Value)
	}
	return agreement(qu, points, q, chances)
}

// Confirmable returns the questions of the current dimension that are asked, in
// scope and open, and on whose votes the voices agree: all say the same, or there
// are at least three and no two are more than a level apart.
func (iv *Interview) Confirmable() []*Question {
	cur := iv.Current()
	if cur == nil {
		return nil
	}
	var out []*Question
	asked := iv.q.Asked(iv.r)
	for _, qu := range cur.section.Questions {
		a := iv.r.Answers[qu.index]
		if !asked[qu.index] || !iv.scope[qu.index] || !a.Open() || len(a.Votes) < 2 {
			continue
		}
		lowest, highest := qu.Points(a.Votes[0].Value), qu.Points(a.Votes[0].Value)
		for _, v := range a.Votes {
			lowest, highest = min(lowest, qu.Points(v.Value)), max(highest, qu.Points(v.Value))
		}
		if lowest == highest || len(a.Votes) >= 3 && atLeast(1, highest-lowest) {
			out = append(out, qu)
		}
	}
	return out
}

// Confirm records for each of the questions the option that its votes propose,
// as one change, and goes on.
func (iv *Interview) Confirm(questions []*Question) {
	group := iv.group()
	for _, qu := range questions {
		if o, ok := Proposed(qu, iv.r.Answers[qu.index].Votes); ok {
			iv.change(qu.index, group).Value = Num(o.Value)
			iv.unpark(qu.ID)
		}
	}
	iv.at--
	iv.advance()
}

// Park puts the current question aside and goes on, or takes it back and stays.
func (iv *Interview) Park() {
	id := iv.Current().ID
	iv.changing()
	if slices.Contains(iv.r.Parked, id) {
		iv.unpark(id)
		return
	}
	iv.r.Parked = append(slices.Clone(iv.r.Parked), id)
	iv.advance()
}

func (iv *Interview) unpark(id string) {
	iv.r.Parked = slices.DeleteFunc(slices.Clone(iv.r.Parked), func(p string) bool { return p == id })
}

// Jump goes to a question that is asked and in scope, and reports whether it is.
func (iv *Interview) Jump(qu *Question) bool {
	if !iv.scope[qu.index] || !iv.q.Asked(iv.r)[qu.index] {
		return false
	}
	iv.at = slices.Index(iv.order, qu.index)
	iv.see(qu.index)
	return true
}

// Listed returns the questions that are asked and in scope, in the questionnaire's
// order.
func (iv *Interview) Listed() []*Question {
	var out []*Question
	asked := iv.q.Asked(iv.r)
	for i, qu := range iv.q.questions {
		if asked[i] && iv.scope[i] {
			out = append(out, qu)
		}
	}
	return out
}

// order returns the indices of the questions as they are asked: in the order of
// the questionnaire, or those first on which votes deviate most.
func order(q *Questionnaire, r *Response, contested bool) []int {
	out := make([]int, len(q.questions))
	apart := make([]float64, len(q.questions))
	chances := Chances{}
	for i, qu := range q.questions {
		out[i] = i
		if !contested {
			continue
		}
		if a := AgreementOf(q, qu, r.Answers[i].Votes, chances); a != nil {
			apart[i] = a.ADMd
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(apart[b], apart[a]) })
	return out
}
