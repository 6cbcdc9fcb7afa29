package assess

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

const rounds = 1000

// eachModel runs a property on random questionnaires with random responses.
func eachModel(t *testing.T, conditions bool,
	property func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response)) {
	t.Helper()
	t.Parallel()
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		q := random(rng, conditions)
		var responses []*Response
		for range 1 + rng.IntN(4) {
			responses = append(responses, answer(rng, q, rng.IntN(8)))
		}
		property(t, rng, q, responses)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func nodes(n *Node) []*Node {
	out := []*Node{n}
	for _, c := range n.Sections {
		out = append(out, nodes(c)...)
	}
	return out
}

func TestAgreesWithTheNaiveScorer(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		slow := naive{q: q, responses: responses}
		res := scoreAll(q, responses)
		for _, tag := range res.Tags {
			score, cover := slow.tag(tag.Tag.ID)
			if !same(tag.Score, score) || !same(tag.Coverage, cover) {
				t.Errorf("tag %s: %s, coverage %s, naively %v, %v", tag.Tag.ID, show(tag.Score), show(tag.Coverage),
					score, cover)
			}
		}
		for _, n := range nodes(res.Overall) {
			section := n.Section
			if section == nil {
				section = &Section{Method: Mean, Sections: q.Sections}
			}
			e := slow.section(section)
			if q.Scoring.EvidenceFrom == nil {
				e.evidenced = nil
			}
			pairs := []struct {
				name string
				fast Number
				slow *big.Rat
			}{{"score", n.Score, e.score},
				{"coverage", n.Coverage, e.cover}, {"evidenced", n.Evidenced, e.evidenced},
				{"stage", n.Stage, e.stg}, {"level", q.standing(n), e.level}}
			for _, p := range pairs {
				if !same(p.fast, p.slow) {
					t.Errorf("%s of %s: %s, naively %v", p.name, n.ID, show(p.fast), p.slow)
				}
			}
		}
	})
}

func same(n Number, r *big.Rat) bool {
	v, ok := n.Get()
	if !ok || r == nil {
		return !ok && r == nil
	}
	f, _ := r.Float64()
	return math.Abs(v-f) <= Tolerance
}

func TestBoundsHoldTheScore(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		for _, n := range nodes(scoreAll(q, responses).Overall) {
			if !n.Applicable {
				continue
			}
			lo, hi := n.Low.Value(), n.High.Value()
			if lo > hi || lo < float64(q.Lowest())-Tolerance || hi > float64(q.Highest())+Tolerance {
				t.Errorf("%s: bounds %v..%v", n.ID, lo, hi)
			}
			if v, ok := n.Score.Get(); ok && (v < lo || v > hi) {
				t.Errorf("%s: score %v outside %v..%v", n.ID, v, lo, hi)
			}
			if s, ok := n.Stage.Get(); ok && n.Score.Defined() && n.Method != Gate &&
				q.begins(int(s)) > n.Score.Value()+Tolerance {
				t.Errorf("%s: stage %v above score %v", n.ID, s, n.Score.Value())
			}
			if e, ok := n.Evidenced.Get(); ok && e > n.Score.Value()+Tolerance {
				t.Errorf("%s: evidenced %v above score %v", n.ID, e, n.Score.Value())
			}
		}
	})
}

// fill gives every missing answer of a lone response its lowest or highest option.
func fill(q *Questionnaire, r *Response, top bool) *Response {
	filled := *r
	filled.Answers = slices.Clone(r.Answers)
	for i, qu := range q.Questions() {
		a := &filled.Answers[i]
		if qu.Typed() {
			if a.Open() && !a.NA {
				*a = Answer{Text: "x"}
			}
			if qu.Input == NumberInput && a.Text != "" {
				*a = Answer{Value: Num(1)}
			}
			continue
		}
		choices := []float64{qu.Options[0].Value, qu.Options[len(qu.Options)-1].Value}
		switch {
		case len(a.choices(qu)) > 0:
			choices = nil
			for _, v := range a.Votes {
				if v.Value.Defined() {
					choices = append(choices, v.Value.Value())
				}
			}
		case a.State() == Answered || a.State() == NotApplicable:
			continue
		}
		a.Unknown, a.Value = false, Num(slices.Min(choices))
		if top {
			a.Value = Num(slices.Max(choices))
		}
	}
	return &filled
}

func TestBoundsAreAttained(t *testing.T) {
	eachModel(t, false, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		r := responses[0]
		for _, qu := range q.Questions() {
			if !qu.Profile && qu.Pass == qu.Options[0].Value { // an answer at the bottom passes, a missing one fails
				return
			}
		}
		open := scoreAll(q, []*Response{r}).Overall
		worst, best := scoreAll(q, []*Response{fill(q, r, false)}).Overall,
			scoreAll(q, []*Response{fill(q, r, true)}).Overall
		lowest, highest := worst.Score.Value(), best.Score.Value()
		if v, ok := open.Score.Get(); ok { // which leaves out what is open
			lowest, highest = min(lowest, v), max(highest, v)
		}
		if math.Abs(open.Low.Value()-lowest) > Tolerance || math.Abs(open.High.Value()-highest) > Tolerance {
			t.Errorf("bounds %v..%v, filled in %v..%v", open.Low, open.High, worst.Score, best.Score)
		}
	})
}

// A scorer that is kept scores as a new one does, and leaves earlier results alone.
func TestAKeptScorerScoresAlike(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		kept := newScorer(q)
		var results []*Result
		for n := range len(responses) + 1 {
			results = append(results, kept.Score(grouped(q, responses[n:])))
		}
		for n, got := range results {
			if !reflect.DeepEqual(got, scoreAll(q, responses[n:])) {
				t.Errorf("without the first %d responses: %s", n, summary(got.Overall))
			}
		}
	})
}

func TestABetterAnswerNeverLowers(t *testing.T) {
	eachModel(t, false, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		r := fill(q, responses[0], false)
		before := scoreAll(q, []*Response{r}).Overall
		i := rng.IntN(len(r.Answers))
		options := q.Questions()[i].Options
		if len(options) == 0 {
			return
		}
		at := slices.IndexFunc(options, func(o Option) bool { return Num(o.Value) == r.Answers[i].Value })
		if at < 0 || at == len(options)-1 {
			return
		}
		r.Answers[i].Value = Num(options[at+1].Value)
		after := scoreAll(q, []*Response{r}).Overall
		if after.Score.Value() < before.Score.Value()-Tolerance ||
			after.Stage.Value() < before.Stage.Value() {
			t.Errorf("question %d raised: score %v to %v, stage %v to %v", i, before.Score, after.Score,
				before.Stage, after.Stage)
		}
	})
}

func TestAllAtTheTopIsTheTop(t *testing.T) {
	eachModel(t, false, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		if q.Scoring.Points == Values { // the highest options need not reach the highest level
			return
		}
		r := fill(q, respond(q), true)
		for i := range r.Answers {
			r.Answers[i].Evidence = []string{"x"}
		}
		top := float64(q.Highest())
		n := scoreAll(q, []*Response{r}).Overall
		if !n.Applicable { // nothing but profile questions
			return
		}
		if math.Abs(n.Score.Value()-top) > Tolerance || n.Level != Num(top) ||
			q.Scoring.Stage != nil && n.Stage != Num(top) ||
			q.Scoring.EvidenceFrom != nil && math.Abs(n.Evidenced.Value()-top) > Tolerance {
			t.Errorf("all at the top: %s", summary(n))
		}
	})
}

func TestOrderOfResponsesDoesNotMatter(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		before := summary(scoreAll(q, responses).Overall)
		rng.Shuffle(len(responses), func(i, j int) {
			responses[i], responses[j] = responses[j], responses[i]
		})
		if after := summary(scoreAll(q, responses).Overall); after != before {
			t.Errorf("%s, shuffled %s", before, after)
		}
	})
}

func TestCommonFactorOfWeightsDoesNotMatter(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		before := scoreAll(q, responses).Overall
		for _, s := range q.AllSections() {
			s.Weight *= 8
		}
		for _, qu := range q.Questions() {
			qu.Weight *= 8
		}
		if after := scoreAll(q, responses).Overall; summary(before) != summary(after) ||
			before.Score != after.Score {
			t.Errorf("%s, scaled %s", summary(before), summary(after))
		}
	})
}

func TestWhatIsNotAskedNeverCounts(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		for i, r := range responses { // where something is open, an ignored answer counts in some of the ways
			responses[i] = fill(q, r, rng.IntN(2) == 0)
		}
		before := summary(scoreAll(q, responses).Overall)
		for _, r := range responses {
			for i, asked := range r.Asked() {
				if !asked {
					r.Answers[i] = answered(rng, q.Questions()[i])
				}
			}
		}
		if after := summary(scoreAll(q, responses).Overall); after != before {
			t.Errorf("%s, with other ignored answers %s", before, after)
		}
	})
}

func ExampleScore() {
	q := model(2, 2) // two dimensions of two questions, levels 1 to 5
	res := scoreAll(q, []*Response{respond(q, "3", "4", "2", "-")})
	for _, n := range res.Overall.Sections {
		fmt.Printf("%s %s, possible %s to %s\n", n.ID, Shown(n.Score.Value()), Shown(n.Low.Value()),
			Shown(n.High.Value()))
	}
	fmt.Printf("overall %s, coverage %.0f %%\n", Shown(res.Overall.Score.Value()),
		100*res.Overall.Coverage.Value())
	// Output:
	// a 3.50, possible 3.50 to 3.50
	// b 2.00, possible 1.50 to 3.50
	// overall 2.75, coverage 75 %
}

// What Pack keeps scores as what it was made from.
func TestPackedScoresAlike(t *testing.T) {
	fits := 0
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		packed := newPacked(q)
		var whole []*Response
		for _, r := range responses {
			r.Date = "2026-11-24"
			if packed.Add(r) {
				fits++
			} else {
				whole = append(whole, r)
			}
		}
		organization := ""
		if len(responses) > 0 {
			organization = responses[0].Organization
		}
		again := append(whole, packed.Responses(organization)...)
		if len(again) != len(responses) {
			t.Fatalf("%d of %d responses", len(again), len(responses))
		}
		if before, after := summary(scoreAll(q, responses).Overall),
			summary(scoreAll(q, again).Overall); after != before {
			t.Errorf("%s, packed %s", before, after)
		}
	})
	if fits < rounds/10 {
		t.Errorf("only %d responses were packed", fits)
	}
}

func TestPackLeavesWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	q := model(1)
	dated := func(change func(*Response)) *Response {
		r := NewResponse(q)
		r.Date = "2026-11-24"
		change(r)
		return r
	}
	for name, r := range map[string]*Response{
		"no date": NewResponse(q),
		"targets": dated(func(r *Response) { r.Targets = []Target{{}} }),
		"votes":   dated(func(r *Response) { r.Answers[0].Votes = []Vote{{"A", Num(1), false, nil}} }),
		"agreed": dated(func(r *Response) {
			r.Answers[0] = Answer{Value: Num(1), Votes: []Vote{{"A", Num(1), false, nil}}}
		}),
		"another questionnaire": dated(func(r *Response) { r.questionnaire = model(2) }),
	} {
		packed := newPacked(q)
		if packed.Add(r) || len(packed.data) > 0 {
			t.Errorf("%s: packed as %q", name, packed.data)
		}
	}
}
