package assess

import (
	"errors"
	"slices"
)

// ErrVotes says that votes name a voice twice or not at all.
var ErrVotes = errors.New("every voice votes once")

// Vote records what each voice says about the current question and stays; no
// votes takes them away. The value that was agreed on stays as it is; not applicable
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
	a := iv.changeCurrent()
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
	group := iv.newGroup()
	for _, qu := range questions {
		if o, ok := Proposed(qu, iv.r.Answers[qu.index].Votes); ok {
			iv.changeAnswer(qu.index, group).Value = Num(o.Value)
			iv.unpark(qu.ID)
		}
	}
	iv.at--
	iv.advance()
}
