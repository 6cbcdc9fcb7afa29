package assess

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Whatever a result is, its story holds together: what is named exists and stands where it is
// said to stand, and a plan that is shown adds up.
func TestStories(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		res := scoreAll(q, responses)
		res.Plan = planTo(res, nil)
		s := StoryOf(res)
		checkWhere(t, res, s.Where)
		if res.Provisional() > 0 && s.Lift.Kind != LiftVotes && s.Where.Kind != StandsOutside {
			t.Errorf("votes are not agreed, and the lift is %q", s.Lift.Kind)
		}
		if l := s.Lift; (l.Kind == LiftSteps || l.Kind == LiftFirstSee) && l.Steps != len(res.Plan.Moves) {
			t.Errorf("%d steps of %d", l.Steps, len(res.Plan.Moves))
		}
		for _, h := range res.Holds(3).First {
			if !slices.Contains(h.Dimension.Items, h.Item) {
				t.Errorf("%s is not in %s", h.Item.Question.ID, h.Dimension.ID)
			}
		}
		if res.Plan != nil {
			checkShown(t, res.Plan)
		}
	})
}

func checkWhere(t *testing.T, res *Result, s Where) {
	t.Helper()
	for _, d := range s.Behind {
		if level := int(d.Level.Value()); level > s.Level {
			t.Errorf("%s is behind %d at %d", d.ID, s.Level, level)
		}
	}
	for _, d := range s.Ahead {
		if level := int(d.Level.Value()); level <= s.Level {
			t.Errorf("%s is ahead of %d at %d", d.ID, s.Level, level)
		}
	}
	if s.Assessed != nil && len(s.Assessed) >= s.Of {
		t.Errorf("%d of %d dimensions are a part", len(s.Assessed), s.Of)
	}
	if !res.Overall.Sufficient && s.Assessed == nil &&
		s.Kind != StandsUncertain && s.Kind != StandsNowhere && s.Kind != StandsOutside {
		t.Errorf("too few answers, and it stands %s", s.Kind)
	}
}

// checkShown holds the grid and the groups of a plan to its moves.
func checkShown(t *testing.T, p *Plan) {
	t.Helper()
	steps, moves, cost := 0, 0, 0
	for _, r := range p.Grid() {
		for _, n := range r.Steps {
			steps += n
		}
	}
	for wave := 1; wave <= p.Waves(); wave++ {
		for _, g := range p.Groups(wave) {
			moves += len(g.Moves)
			cost += g.Cost
		}
	}
	if steps != len(p.Moves) || moves != len(p.Moves) || cost != p.Cost {
		t.Errorf("%d and %d of %d moves, cost %d of %d", steps, moves, len(p.Moves), cost, p.Cost)
	}
}

// The next steps are those of the plan's first wave. They begin in the weakest dimension, take
// one of each in turn, and leave the plan as it is.
func TestNextStepsAreThePlans(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		said []string
		want string
	}{
		{[]string{"2", "1", "1", "5"}, "a2 b1 a1"}, // a 1.5, b 3
		{[]string{"2", "3", "1", "2"}, "b1 a1 b2"}, // b 1.5, a 2.5
		{[]string{"2", "1", "2", "1"}, "a2 b2 a1"},
	} {
		q := model(2, 2)
		q.Scoring.Stage = &StageRule{Share: 1}
		q.Sections[1].DependsOn = []string{"a"}
		q.Link()
		res := scoreAll(q, []*Response{respond(q, tt.said...)})
		three := 3
		res.Plan = planTo(res, &three)
		var got []string
		for _, it := range Raised(res.NextSteps(7).First) {
			got = append(got, it.Question.ID)
		}
		if strings.Join(got, " ") != tt.want || len(got) == len(res.Plan.Moves) {
			t.Errorf("%v: %v, not %s, of %d", tt.said, got, tt.want, len(res.Plan.Moves))
		}
		if res.Plan.Moves[0].Question.ID != "a1" {
			t.Errorf("%v: the plan begins with %s", tt.said, res.Plan.Moves[0].Question.ID)
		}
	}
}

// A plan names the dimensions that it lifts beyond what they aim at.
func TestBeyond(t *testing.T) {
	t.Parallel()
	q := model(2, 2, 2)
	q.Scoring.Stage = &StageRule{Share: 1}
	three, four := 3, 4
	q.Sections[0].Target, q.Sections[1].Target = &three, &four
	q.Link()
	res := scoreAll(q, []*Response{respond(q, "3", "3", "2", "2", "2", "2")})
	for target, want := range map[int]string{3: "", 4: "a", 5: "ab"} {
		res.Plan = planTo(res, &target)
		got := ""
		for _, d := range res.Beyond() {
			got += d.ID
		}
		if got != want {
			t.Errorf("to %d: %q, not %q", target, got, want)
		}
	}
}

// Actions on a question stand before those on the sections above it; what is done or dropped
// is no longer to be done.
func TestActionsOn(t *testing.T) {
	t.Parallel()
	q := model(2)
	r := respond(q, "1", "1")
	r.Actions = []Action{
		{What: "whole", Section: "a", Status: ActionOpen}, {What: "one", Question: "a1", Status: ActionOpen},
		{What: "done", Question: "a2", Status: ActionDone},
	}
	res := scoreAll(q, []*Response{r})
	for id, want := range map[string]string{"a1": "one", "a2": "whole"} {
		if got := res.ActionsOn(q.Question(id)); len(got) != 1 || got[0].What != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}

// What holds a bank: of each dimension that holds the stage the lowest answer, else of the only
// one several; of a gate the criterion that is not met.
func TestHolds(t *testing.T) {
	t.Parallel()
	q := model(2, 2, 2)
	q.Scoring.Stage = &StageRule{Share: 1}
	for name, tt := range map[string]struct {
		said []string
		want string
		rest int
	}{
		"several":         {[]string{"2", "3", "3", "2", "4", "4"}, "a1 b2", 0},
		"all alike":       {[]string{"2", "2", "2", "2", "2", "2"}, "a1 b1 c1", 0},
		"one":             {[]string{"3", "2", "4", "4", "4", "4"}, "a2 a1", 0},
		"top":             {[]string{"5", "5", "5", "5", "5", "5"}, "", 0},
		"too few answers": {[]string{"1", "-", "-", "-", "-", "-"}, "", 0},
		"one assessed":    {[]string{"1", "2", "-", "-", "-", "-"}, "a1 a2", 0},
	} {
		got := ""
		list := scoreAll(q, []*Response{respond(q, tt.said...)}).Holds(3)
		for i, h := range list.First {
			if i > 0 {
				got += " "
			}
			got += h.Item.Question.ID
		}
		if got != tt.want || list.Rest != tt.rest {
			t.Errorf("%s: %s and %d others, not %s", name, got, list.Rest, tt.want)
		}
	}
}
