package assess

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// planned makes a small random model of means, with uneven options, weights,
// efforts, with or without a stage, and one response to it.
func planned(rng *rand.Rand) *Result {
	for {
		q := random(rng, false)
		q.Scoring.Unanswered = Exclude
		for _, s := range q.AllSections() {
			s.Method = Mean
		}
		for _, qu := range q.Questions() {
			qu.Level, qu.Effort = 0, 1+rng.IntN(3)
		}
		q.Link()
		ways := 1
		for _, qu := range q.Questions() {
			ways = min(ways*len(qu.Options), 1_000_000)
		}
		profile := func(qu *Question) bool { return qu.Profile }
		if slices.ContainsFunc(q.Questions(), profile) || ways > 3000 || len(q.Questions()) < 2 {
			continue
		}
		r := answer(rng, q, 1)
		for i := range r.Answers {
			r.Answers[i].Votes = nil
		}
		if res := scoreAll(q, []*Response{r}); res.Overall.Score.Defined() {
			return res
		}
	}
}

// raised scores the answers with open questions at the lowest option, and some
// raised by so many options.
func raised(res *Result, steps []int) *Result {
	lowest := *res.Questionnaire // what is open stands at the lowest level
	lowest.Scoring.Unanswered = Lowest
	q := &lowest
	r := *res.Responses[0]
	r.questionnaire, r.Answers = q, slices.Clone(r.Answers)
	for i, it := range res.Overall.all {
		if it.Status == NotApplicable || it.Status == Skipped {
			continue
		}
		r.Answers[i] = Answer{}
		if at := startsAt(q, it) + steps[i]; at >= 0 {
			r.Answers[i].Value = Num(it.Question.Options[at].Value)
		}
	}
	return scoreAll(q, []*Response{&r})
}

// startsAt is the place among its options at which a plan takes a question; -1 below all.
func startsAt(q *Questionnaire, it *Item) int {
	v, ok := it.Value.Get()
	if !ok && it.Question.Options[0].points > float64(q.Lowest())+Tolerance {
		return -1
	}
	return max(0, slices.IndexFunc(it.Question.Options, func(o Option) bool { return o.Value == v }))
}

// there reports whether a result has a level, and the stage where there is one.
func there(res *Result, level int) bool {
	if !atLeast(res.Overall.Score.Value(), res.Questionnaire.begins(level)) {
		return level <= res.Questionnaire.Lowest()
	}
	return res.Questionnaire.Scoring.Stage == nil || res.Overall.Stage.Value() >= float64(level)
}

// The plan is that of trying every combination: least cost, then fewest moves,
// then the questions that come first.
func TestPlanAgreesWithExhaustiveSearch(t *testing.T) {
	t.Parallel()
	tried, infeasible, staged := 0, 0, 0
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 31))
		res := planned(rng)
		items := res.Overall.AllItems()
		var target *int
		if rng.IntN(2) == 0 {
			l := res.Questionnaire.Lowest() + rng.IntN(len(res.Questionnaire.Levels))
			target = &l
		}
		p := planTo(res, target)
		zero := make([]int, len(items))
		start := res.Questionnaire.Lowest()
		for l := start; l <= res.Questionnaire.Highest(); l++ {
			if there(raised(res, zero), l) {
				start = l
			}
		}
		if p.Start != start {
			t.Fatalf("seed %d: start %d, not %d", seed, p.Start, start)
		}
		if !p.Target.Defined() {
			continue
		}
		to := int(p.Target.Value())
		var best []int
		bestCost, bestMoves := 0, 0
		steps := make([]int, len(items))
		var try func(i, cost, moves int)
		try = func(i, cost, moves int) {
			if i == len(items) {
				if !there(raised(res, steps), to) {
					return
				}
				earlier := best != nil && cost == bestCost && moves == bestMoves &&
					slices.Compare(steps, best) > 0
				if best == nil || cost < bestCost || cost == bestCost && moves < bestMoves || earlier {
					best, bestCost, bestMoves = slices.Clone(steps), cost, moves
				}
				return
			}
			it := items[i]
			room := 0
			if it.Status != NotApplicable && it.Status != Skipped {
				room = len(it.Question.Options) - 1 - startsAt(res.Questionnaire, it)
			}
			for k := 0; k <= room; k++ {
				if best != nil && cost+k*it.Question.Effort > bestCost {
					break
				}
				steps[i] = k
				try(i+1, cost+k*it.Question.Effort, moves+k)
			}
			steps[i] = 0
		}
		try(0, 0, 0)
		if p.Feasible != (best != nil) {
			t.Fatalf("seed %d: feasible %t, by trying %t", seed, p.Feasible, best != nil)
		}
		if !p.Feasible {
			infeasible++
			continue
		}
		got := make([]int, len(items))
		for _, m := range p.Moves {
			got[m.Question.index]++
		}
		m, relaxed := newPlanModel(res), 0
		for _, g := range m.goals(float64(to)) {
			relaxed += max(g.relaxed(g.gain, g.needGain), g.relaxed(g.standing, g.needShare))
		}
		if relaxed > bestCost {
			t.Fatalf("seed %d: the quick bound %d is above the least cost %d", seed, relaxed, bestCost)
		}
		if p.Cost != bestCost || !p.Optimal || p.Bound != bestCost || len(p.Moves) != bestMoves ||
			!slices.Equal(got, best) {
			t.Fatalf("seed %d: target %d: cost %d, %d moves %v (optimal %t, bound %d), by trying %d in %d %v",
				seed, to, p.Cost, len(p.Moves), got, p.Optimal, p.Bound, bestCost, bestMoves, best)
		}
		tried++
		if res.Questionnaire.Scoring.Stage != nil {
			staged++
		}
	}
	if tried < 1500 || infeasible < 5 || staged < 500 {
		t.Errorf("only %d plans (%d with stages), %d infeasible", tried, staged, infeasible)
	}
}

func TestPlanAtTheTop(t *testing.T) {
	t.Parallel()
	q := model(1)
	res := scoreAll(q, []*Response{respond(q, "5")})
	p := planTo(res, nil)
	if p.Feasible || p.Target.Defined() || p.Reason != reasonTop || p.Start != 5 {
		t.Errorf("%+v", p)
	}
	three := 3
	if p = planTo(res, &three); !p.Feasible || p.Cost != 0 || len(p.Moves) != 0 || !p.Optimal {
		t.Errorf("%+v", p)
	}
}

// Moves start from where the answers are, and wait for what they depend on.
func TestPlanWaves(t *testing.T) {
	t.Parallel()
	q := model(1, 1)
	q.Sections[0].DependsOn = []string{"b"}
	q.Scoring.Stage = &StageRule{Share: 1}
	res := scoreAll(q, []*Response{respond(q, "2", "1")})
	four := 4
	p := planTo(res, &four)
	type step struct {
		id       string
		from, to float64
		wave     int
	}
	var got []step
	for _, m := range p.Moves {
		got = append(got, step{m.Question.ID, m.From.Value(), m.To, m.Wave})
	}
	want := []step{{"b1", 1, 2, 1}, {"a1", 2, 3, 2}, {"b1", 2, 3, 2}, {"a1", 3, 4, 3}, {"b1", 3, 4, 3}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
	open := planTo(scoreAll(q, []*Response{respond(q, "-", "3"), respond(q, "-", "4")}), &four)
	if open.Start != 1 || open.Moves[0].From.Defined() || open.Moves[1].From.Defined() ||
		open.Moves[1].Question.ID != "b1" || open.Moves[1].To != 4 {
		t.Errorf("%+v", open.Moves)
	}
}

func benchmarkPlan(b *testing.B, dimensions, questions int, stage bool) {
	sizes := make([]int, dimensions)
	for i := range sizes {
		sizes[i] = 0
	}
	q := &Questionnaire{ID: "m", Languages: []string{"en"}, Scoring: DefaultScoring(), Levels: levels(1, 5)}
	rng := rand.New(rand.NewPCG(9, 9))
	for d := range dimensions {
		s := &Section{ID: string(rune('a'+d%26)) + string(rune('a'+d/26)),
			Weight: float64(1 + rng.IntN(3)), Method: Mean}
		for i := range questions {
			x := question(s.ID+string(rune('a'+i%26))+string(rune('a'+i/26)), 1, 2, 3, 4, 5)
			x.Effort, x.Weight = 1+rng.IntN(9), float64(1+rng.IntN(3))
			s.Questions = append(s.Questions, x)
		}
		q.Sections = append(q.Sections, s)
	}
	if stage {
		q.Scoring.Stage = &StageRule{Share: .8, Slack: 1}
	}
	q.Link()
	r := NewResponse(q)
	for i := range r.Answers {
		r.Answers[i].Value = Num(float64(1 + rng.IntN(4)))
	}
	res := scoreAll(q, []*Response{r})
	var p *Plan
	for b.Loop() {
		p = planTo(res, nil)
	}
	b.ReportMetric(float64(p.Cost), "cost")
	b.ReportMetric(float64(p.Bound), "bound")
}

func BenchmarkPlan45Stage(b *testing.B)  { benchmarkPlan(b, 9, 5, true) }
func BenchmarkPlan45(b *testing.B)       { benchmarkPlan(b, 9, 5, false) }
func BenchmarkPlan500Stage(b *testing.B) { benchmarkPlan(b, 50, 10, true) }
func BenchmarkPlan500(b *testing.B)      { benchmarkPlan(b, 50, 10, false) }
func BenchmarkPlan500One(b *testing.B)   { benchmarkPlan(b, 1, 500, true) }
