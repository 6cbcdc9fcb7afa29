package assess

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// everyWay fills in what is open in every way and scores each: the definition of the
// bounds, with nothing clever in it. Questions are filled in document order, since a
// condition looks at earlier ones only. It gives up after most ways.
func everyWay(q *Questionnaire, responses []*Response, most int, see func(*Result)) bool {
	count := 0
	var from func(i int, rs []*Response) bool
	// choose gives the slots of the question, one after the other, each of their answers.
	var choose func(i int, rs []*Response, slots []filling) bool
	choose = func(i int, rs []*Response, slots []filling) bool {
		if len(slots) == 0 {
			return from(i+1, rs)
		}
		for _, a := range slots[0].answers {
			if !choose(i, with(rs, slots[0].responses, i, a), slots[1:]) {
				return false
			}
		}
		return true
	}
	from = func(i int, rs []*Response) bool {
		if i == len(q.Questions()) {
			count++
			if count <= most {
				see(scoreAll(q, rs))
			}
			return count <= most
		}
		return choose(i, rs, fillings(q, rs, i))
	}
	return from(0, responses)
}

// A filling is what a way chooses: one of some answers, for some responses.
type filling struct {
	responses []int
	answers   []Answer
}

// fillings are what a way chooses for a question as it stands: one of its votes for each
// answer that is not agreed, and where the question is open one answer for all that left it
// so.
func fillings(q *Questionnaire, rs []*Response, i int) []filling {
	var out []filling
	var open []int
	var counts tally
	for r := range rs {
		a := rs[r].Answers[i]
		state := a.State()
		if !rs[r].Asked()[i] {
			state = Skipped
		}
		counts.add(state, 1)
		var votes []Answer
		seen := map[string]bool{}
		for _, v := range a.Votes {
			key := fmt.Sprint(v.Value.Value(), v.Ticked)
			if v.Value.Defined() && !seen[key] {
				seen[key] = true
				votes = append(votes, Answer{Value: v.Value, Ticked: v.Ticked})
			}
		}
		switch {
		case state == Skipped || !a.Open() && !a.Unknown:
		case a.Open() && len(votes) > 0:
			out = append(out, filling{[]int{r}, votes})
		case state == Unanswered || state == Unknown:
			open = append(open, r)
		}
	}
	if s := counts.status(); (s == Unanswered || s == Unknown) && len(open) > 0 {
		out = append(out, filling{open, everyAnswer(q.Questions()[i])})
	}
	return out
}

// everyAnswer are all answers that give a value.
func everyAnswer(qu *Question) []Answer {
	switch {
	case qu.Many():
		return everyTicking(qu)
	case qu.Typed() && qu.Input == TextInput:
		return []Answer{{Text: "x"}, {Text: "y"}, {Text: "other"}}
	case qu.Typed():
		var out []Answer
		for v := -1.0; v <= 6; v += 0.5 {
			out = append(out, Answer{Value: Num(v)})
		}
		return out
	}
	var out []Answer
	for _, o := range qu.Options {
		out = append(out, Answer{Value: Num(o.Value)})
	}
	return out
}

// with returns the responses, some of which give a question's answer.
func with(rs []*Response, some []int, i int, a Answer) []*Response {
	out := slices.Clone(rs)
	for _, r := range some {
		changed := *rs[r]
		changed.Answers = slices.Clone(changed.Answers)
		changed.Answers[i].Value, changed.Answers[i].Ticked, changed.Answers[i].Unknown = a.Value, a.Ticked, false
		changed.Answers[i].Text = a.Text
		out[r] = &changed
	}
	return out
}

// small is a random questionnaire of few questions, half of them conditional.
func small(rng *rand.Rand) *Questionnaire {
	for {
		q := random(rng, false)
		if len(q.Questions()) > 8 {
			continue
		}
		for i, qu := range q.Questions() {
			for range 2 {
				if i == 0 || rng.IntN(2) == 0 {
					continue
				}
				qu.AskIf = append(qu.AskIf, condition(rng, q.Questions()[:i]))
			}
		}
		for _, s := range q.AllSections() {
			if s.first > 0 && rng.IntN(4) == 0 {
				s.AskIf = append(s.AskIf, condition(rng, q.Questions()[:s.first]))
			}
		}
		q.Link()
		return q
	}
}

// checkBounds holds the bounds to what every way of filling in gives.
func checkBounds(t *testing.T, q *Questionnaire, responses []*Response, res *Result, most int) (checked, moved, outer bool) {
	t.Helper()
	all := nodes(res.Overall)
	low, high := make([]float64, len(all)), make([]float64, len(all))
	for i := range all {
		low[i], high[i] = math.Inf(1), math.Inf(-1)
	}
	tagLow, tagHigh := make([]float64, len(res.Tags)), make([]float64, len(res.Tags))
	for i := range res.Tags {
		tagLow[i], tagHigh[i] = math.Inf(1), math.Inf(-1)
	}
	if !everyWay(q, responses, most, func(way *Result) {
		for i, tag := range way.Tags {
			if v, ok := tag.Score.Get(); ok {
				tagLow[i], tagHigh[i] = min(tagLow[i], v), max(tagHigh[i], v)
			}
		}
		for i, n := range nodes(way.Overall) {
			if v, ok := n.Score.Get(); ok {
				low[i], high[i] = min(low[i], v), max(high[i], v)
			}
		}
	}) {
		return false, false, false
	}
	for i, tag := range res.Tags {
		if !tag.Coverage.Defined() || math.IsInf(tagLow[i], 1) {
			continue
		}
		if v, ok := tag.Score.Get(); ok {
			tagLow[i], tagHigh[i] = min(tagLow[i], v), max(tagHigh[i], v)
		}
		narrow := tag.Low.Value() > tagLow[i]+Tolerance || tag.High.Value() < tagHigh[i]-Tolerance
		wide := tag.Low.Value() < tagLow[i]-Tolerance || tag.High.Value() > tagHigh[i]+Tolerance
		if narrow || wide && !res.Overall.Outer {
			t.Errorf("tag %s: bounds %v..%v, every way gives %v..%v", tag.Tag.ID, tag.Low.Value(), tag.High.Value(),
				tagLow[i], tagHigh[i])
		}
	}
	for i, n := range all {
		if !n.Applicable {
			continue
		}
		if math.IsInf(low[i], 1) && !n.Score.Defined() {
			continue // in no way it counts
		}
		if v, ok := n.Score.Get(); ok {
			low[i], high[i] = min(low[i], v), max(high[i], v)
		}
		moved = moved || high[i]-low[i] > Tolerance
		outer = outer || n.Outer
		if n.Outer && (n.Low.Value() > low[i]+Tolerance || n.High.Value() < high[i]-Tolerance) {
			t.Errorf("%s: outer bounds %v..%v are narrower than %v..%v", n.ID, n.Low.Value(), n.High.Value(), low[i], high[i])
		}
		if !n.Outer && (math.Abs(n.Low.Value()-low[i]) > Tolerance || math.Abs(n.High.Value()-high[i]) > Tolerance) {
			t.Errorf("%s (%s): bounds %v..%v, every way gives %v..%v", n.ID, n.Method, n.Low.Value(), n.High.Value(), low[i], high[i])
		}
	}
	return true, moved, outer
}

// holdBounds checks the bounds of random assessments as some scorer finds them, and tells how
// many of them showed something.
func holdBounds(t *testing.T, stream uint64, score func(*Questionnaire, []*Response) *Result,
	shows func(moved, outer bool) bool) int {
	t.Helper()
	checked := 0
	for seed := range uint64(4000) {
		rng := rand.New(rand.NewPCG(seed, stream))
		q := small(rng)
		var responses []*Response
		for range 1 + rng.IntN(3) {
			responses = append(responses, answer(rng, q, 2+rng.IntN(8)))
		}
		done, moved, outer := checkBounds(t, q, responses, score(q, responses), 1500)
		if done && shows(moved, outer) {
			checked++
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d assessments", checked)
	return checked
}

func TestBoundsAreThoseOfEveryWay(t *testing.T) {
	t.Parallel()
	checked := holdBounds(t, 11, scoreAll, func(moved, _ bool) bool { return moved })
	if checked < 1000 {
		t.Errorf("only %d assessments had bounds to check", checked)
	}
}

func TestOuterBoundsAreNeverTooNarrow(t *testing.T) {
	t.Parallel()
	checked := holdBounds(t, 13, func(q *Questionnaire, responses []*Response) *Result {
		outer := newScorer(q)
		outer.most = 1
		return outer.Score(grouped(q, responses))
	}, func(_, outer bool) bool { return outer })
	if checked < 300 {
		t.Errorf("only %d assessments had outer bounds", checked)
	}
}
