package assess

import (
	"errors"
	"math"
	"slices"
)

// ErrVotes says that votes name a voice twice or not at all.
var ErrVotes = errors.New("every voice votes once")

// Vote records what each voice says about the current question and stays; no
// votes takes them away. What was agreed on stays as it is.
func (iv *Interview) Vote(votes []Vote) error {
	seen := map[string]bool{}
	for _, v := range votes {
		if value, ok := v.Value.Get(); ok && !iv.Current().votable(v, value) {
			return ErrNoOption
		}
		if v.NA && iv.Current().policy == Forbid {
			return ErrForbidden
		}
		if v.Voice == "" || seen[v.Voice] {
			return ErrVotes
		}
		seen[v.Voice] = true
	}
	a := iv.changeCurrent()
	a.Votes = slices.Clone(votes)
	return nil
}

// votable reports whether a vote gives an option's value, or the sum of what it ticks.
func (q *Question) votable(v Vote, value float64) bool {
	if !q.Many() {
		return q.has(value)
	}
	sum, ok := q.Sum(v.Ticked)
	return ok && sum == value
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

// AgreementOf returns the agreement of votes on a question of q, nil with fewer than two
// that give a value.
func AgreementOf(q *Questionnaire, qu *Question, votes []Vote, chances Chances) *Agreement {
	points := (&Answer{Votes: votes}).votedPoints(qu)
	if len(points) < 2 {
		return nil
	}
	return agreement(qu, points, q, chances)
}

// Contests reports whether votes on a question are contested, which the room is to talk about:
// they deviate from their median by more than the cut (docs/numbers.md, Agreement), already two
// of them; some give a value and others say that it does not apply; or of those who say
// something at least as many don't know as give a value.
func Contests(q *Questionnaire, qu *Question, votes []Vote) bool {
	values, na, unknown := sides(votes)
	if values > 0 && (na > 0 || unknown >= values) {
		return true
	}
	points := (&Answer{Votes: votes}).votedPoints(qu)
	return len(points) > 1 && deviation(slices.Sorted(slices.Values(points))) > cut(q, qu)+Tolerance
}

// sides counts the votes that give a value, say not applicable, and say unknown.
func sides(votes []Vote) (values, na, unknown int) {
	for _, v := range votes {
		switch v.State() {
		case Answered:
			values++
		case NotApplicable:
			na++
		case Unknown:
			unknown++
		}
	}
	return values, na, unknown
}

// apart is how far votes are from one another, in points: the mean deviation from their
// median, where a value and a not applicable are as far apart as the ends of the scale.
func apart(q *Questionnaire, qu *Question, votes []Vote) float64 {
	values, na, _ := sides(votes)
	if values+na < 2 {
		return 0
	}
	points := (&Answer{Votes: votes}).votedPoints(qu)
	sum := float64(q.Highest()-q.Lowest()) * float64(min(values, na))
	if values > 0 {
		middle := median(slices.Clone(points))
		for _, p := range points {
			sum += math.Abs(p - middle)
		}
	}
	return sum / float64(values+na)
}

// Confirmable returns the questions of the current dimension that are asked, in
// scope and open, and on whose votes the voices agree: nobody says that it is not
// applicable, and all values are the same, or there are at least three and no two are more
// than a level apart. The answers to a profile question have no distance: they are the same
// or are not.
func (iv *Interview) Confirmable() []*Question {
	cur := iv.Current()
	if cur == nil {
		return nil
	}
	var out []*Question
	asked := iv.r.Asked()
	for _, qu := range cur.section.Questions {
		a := &iv.r.Answers[qu.index]
		points := a.votedPoints(qu)
		if !asked[qu.index] || !iv.scope[qu.index] || !a.Open() || len(points) < 2 {
			continue
		}
		if slices.ContainsFunc(a.Votes, func(v Vote) bool { return v.NA }) {
			continue
		}
		if qu.Many() && !ticksAlike(a.Votes) {
			continue
		}
		distance := slices.Max(points) - slices.Min(points)
		if distance == 0 || !qu.Profile && len(points) >= 3 && atLeast(1, distance) {
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
			a := iv.changeAnswer(qu.index, group)
			a.Value, a.Count, a.Ticked = Num(o.Value), Count{}, nil
			if qu.Many() {
				a.Ticked = firstTicks(a.Votes)
			}
			iv.unpark(qu.ID)
		}
	}
	iv.at--
	iv.advance()
}

// firstTicks are what the first vote with a value ticks.
func firstTicks(votes []Vote) []string {
	for _, v := range votes {
		if v.Value.Defined() {
			return append([]string{}, v.Ticked...)
		}
	}
	return nil
}

// ticksAlike reports whether all votes with a value tick the same.
func ticksAlike(votes []Vote) bool {
	first := firstTicks(votes)
	return !slices.ContainsFunc(votes, func(v Vote) bool {
		return v.Value.Defined() && !sameTicks(first, v.Ticked)
	})
}
