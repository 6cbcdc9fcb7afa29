package assess

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Whatever a result is, the first things to do are no more than asked for, every raise
// leads up, and none stands before one that is farther from its aim.
func TestPriorities(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		res := scoreAll(q, responses)
		counts := CountItems(res.Overall.AllItems())
		raise := res.Raisable(len(res.Overall.all)).First
		for i, r := range raise {
			if r.Next.Points() <= r.Item.Points.Value() || r.Distance <= 0 {
				t.Errorf("%s is raised from %v to %v", r.Item.Question.ID, r.Item.Points, r.Next.Points())
			}
			if i > 0 && Round(r.Distance, 6) > Round(raise[i-1].Distance, 6) {
				t.Errorf("%s stands behind a shorter way", r.Item.Question.ID)
			}
		}
		list := res.NextSteps(3)
		steps := list.First
		all := res.NextSteps(1000).First
		left := slices.DeleteFunc(slices.Clone(all[len(steps):]), func(s NextStep) bool { return s.Kind != RaiseStep })
		if len(steps) != min(3, len(all)) || list.Rest != len(left) {
			t.Errorf("%d steps of %d, and %d others", len(steps), len(all), list.Rest)
		}
		agree := slices.IndexFunc(steps, func(s NextStep) bool { return s.Kind == AgreeStep })
		if res.Provisional() > 0 != (agree == 0) {
			t.Error("what is not agreed is not the first thing to do")
		}
		if agree == 0 {
			steps = steps[1:]
		}
		open := slices.IndexFunc(steps, func(s NextStep) bool { return s.Kind == AnswerStep })
		if counts.Unvoted() > 0 && !res.Overall.Sufficient && res.Overall.Applicable && open != 0 {
			t.Error("the level waits for answers, and they are not asked for first")
		}
		if counts.Unvoted() == 0 && open >= 0 {
			t.Error("nothing is open, and answers are asked for")
		}
	})
}

func TestNextSteps(t *testing.T) {
	t.Parallel()
	q := model(3, 2)
	q.Scoring.Stage = &StageRule{Share: 1}
	for name, tt := range map[string]struct {
		said []string
		want []StepKind
	}{
		"farthest first":   {[]string{"3", "2", "5", "5", "5"}, []StepKind{RaiseStep, RaiseStep}},
		"the level waits":  {[]string{"3", "-", "-", "-", "5"}, []StepKind{AnswerStep, RaiseStep}},
		"one may bind":     {[]string{"3", "-", "3", "3", "3"}, []StepKind{AnswerStep, RaiseStep, RaiseStep}},
		"nothing to do":    {[]string{"5", "5", "5", "5", "5"}, nil},
		"nothing to raise": {[]string{"5", "5", "5", "5", "-"}, []StepKind{AnswerStep}},
	} {
		var got []StepKind
		for _, s := range scoreAll(q, []*Response{respond(q, tt.said...)}).NextSteps(3).First {
			got = append(got, s.Kind)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, not %v", name, got, tt.want)
		}
	}
}

// Every dimension that stays below the highest level lacks something of the next one, or
// its score has not reached it.
func TestStageLackExplainsTheStage(t *testing.T) {
	eachModel(t, false, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		res := scoreAll(q, responses)
		for _, d := range res.Overall.Dimensions() {
			lack, ok := res.StageLack(d)
			want := q.Scoring.Stage != nil && d.Applicable && d.Method != Gate && int(d.Stage.Value()) < q.Highest()
			if ok != want {
				t.Errorf("%s: lacks something: %v", d.ID, ok)
			}
			if ok && lack.Enough && len(lack.Low) == 0 && d.Score.Value() >= q.begins(lack.Level) {
				t.Errorf("%s stays at %v for no reason", d.ID, d.Stage.Value())
			}
		}
	})
}

// What questions count with gives the score of a mean.
func TestCountsWith(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		res := scoreAll(q, responses)
		for _, d := range res.Overall.Dimensions() {
			var m mean
			for _, it := range d.Items {
				if v, ok := res.CountsWith(it).Get(); ok {
					m.add(it.Question.Weight, v)
				}
			}
			got := m.value(Mean)
			apart := math.Abs(got.Value()-d.Score.Value()) > Tolerance
			if d.Method == Mean && (got.Defined() != d.Score.Defined() || apart) {
				t.Errorf("%s: %s, not %s", d.ID, show(got), show(d.Score))
			}
		}
	})
}

func TestHolding(t *testing.T) {
	t.Parallel()
	q := model(1, 2)
	q.Scoring.Stage = &StageRule{Share: 1}
	for name, tt := range map[string]struct {
		said []string
		want string
		thin bool
	}{
		"answered low":     {[]string{"2", "4", "4"}, "a", false},
		"open only":        {[]string{"4", "4", "-"}, "b", true},
		"answered is firm": {[]string{"1", "4", "-"}, "a", false},
	} {
		dims, thin := scoreAll(q, []*Response{respond(q, tt.said...)}).Holding()
		if len(dims) != 1 || dims[0].ID != tt.want || thin != tt.thin {
			t.Errorf("%s: %v %v", name, dims, thin)
		}
	}
}
