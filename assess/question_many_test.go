package assess

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

// listed is a model of one checklist: a and b count 1, c counts 2, none excludes the others.
func listed(full float64) *Questionnaire {
	q := model(1, 1)
	*q.Questions()[0] = Question{ID: "list", Ask: Plain("Which?"), Weight: 1, Effort: 1, Full: full, Ticks: []Option{
		{ID: "a", Value: 1}, {ID: "b", Value: 1}, {ID: "c", Value: 2}, {ID: "none", Exclusive: true},
	}}
	q.Questions()[0].AddUp()
	q.Link()
	return q
}

func TestSums(t *testing.T) {
	t.Parallel()
	list := listed(3).Questions()[0]
	for want, ids := range map[float64][]string{0: {}, 1: {"b"}, 2: {"b", "a"}, 3: {"a", "b", "c"}} {
		if sum, ok := list.Sum(ids); !ok || sum != want {
			t.Errorf("%v: %v %t", ids, sum, ok)
		}
	}
	for _, ids := range [][]string{{"x"}, {"a", "a"}, {"none", "a"}} {
		if sum, ok := list.Sum(ids); ok {
			t.Errorf("%v: %v", ids, sum)
		}
	}
	if len(list.Options) != 4 || list.Points(3) != 5 || list.Points(0) != 1 {
		t.Errorf("%+v", list.Options)
	}
}

// The sums are those that some ticking gives.
func TestSumsAreThoseOfEveryTicking(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 3))
		qu := &Question{ID: "q"}
		checklist(rng, qu, 100)
		var want, got []float64
		for _, a := range everyTicking(qu) {
			want = append(want, a.Value.Value())
		}
		slices.Sort(want)
		for _, o := range qu.Options {
			got = append(got, o.Value)
		}
		if !slices.Equal(slices.Compact(want), got) {
			t.Fatalf("seed %d: %v, not %v", seed, got, want)
		}
	}
}

func TestTickedAnswers(t *testing.T) {
	t.Parallel()
	q := listed(4)
	r := respond(q)
	iv := NewInterview(r, InterviewOptions{})
	if !errors.Is(iv.Record(1), ErrNoOption) || !errors.Is(iv.RecordTicked([]string{"x"}), ErrNoOption) ||
		!errors.Is(iv.Vote([]Vote{{Voice: "A", Value: Num(1)}}), ErrNoOption) {
		t.Error("a sum is taken for what is ticked")
	}
	votes := []Vote{{Voice: "A", Value: Num(1), Ticked: []string{"a"}}, {Voice: "B", Value: Num(1), Ticked: []string{"b"}}}
	if err := iv.Vote(votes); err != nil || len(iv.Confirmable()) > 0 {
		t.Errorf("%v, to confirm %d: the sums are alike, what is ticked is not", err, len(iv.Confirmable()))
	}
	votes[1].Ticked = []string{"a"}
	if err := iv.Vote(votes); err != nil || len(iv.Confirmable()) != 1 {
		t.Errorf("%v, to confirm %d", err, len(iv.Confirmable()))
	}
	iv.Confirm(iv.Confirmable())
	if a := r.Answers[0]; !slices.Equal(a.Ticked, []string{"a"}) || a.Value != Num(1) {
		t.Errorf("%+v", a)
	}
	if r.Date = "2026-11-24"; newPacked(q).Add(r) {
		t.Error("what is ticked does not fit a byte")
	}
}

// What is ticked and what is typed is taken back, to what was said before.
func TestUndoTicksAndTexts(t *testing.T) {
	t.Parallel()
	q := listed(4)
	q.Sections[0].Questions = append(q.Sections[0].Questions,
		&Question{ID: "since", Ask: Plain("Since?"), Profile: true, Input: DateInput})
	q.Link()
	r := NewResponse(q)
	iv := NewInterview(r, InterviewOptions{})
	if iv.RecordTicked([]string{"a", "c"}) != nil || iv.RecordTyped("2026-01-05", Number{}) != nil {
		t.Fatal(r.Answers)
	}
	iv.Back()
	iv.Back()
	if err := iv.RecordTicked(nil); err != nil || r.Answers[0].Ticked == nil || r.Answers[0].Value != Num(0) {
		t.Errorf("%v: nothing of it is %+v", err, r.Answers[0])
	}
	iv.Undo()
	if a := r.Answers[0]; !slices.Equal(a.Ticked, []string{"a", "c"}) || a.Value != Num(3) {
		t.Errorf("%+v", a)
	}
	iv.Undo()
	iv.Undo()
	if a, b := r.Answers[0], r.Answers[1]; !a.Open() || a.Ticked != nil || !b.Open() || iv.Current().ID != "list" {
		t.Errorf("%+v, %+v", a, b)
	}
}

// A plan names the option to tick as long as one more gives the next sum.
func TestPlanNamesTheTick(t *testing.T) {
	t.Parallel()
	q := listed(4)
	q.Scoring.Stage = &StageRule{Share: 1}
	r := respond(q, "-", "5")
	r.Answers[0] = Answer{Value: Num(0), Ticked: []string{"none"}}
	five := 5
	var got []string
	for _, m := range planTo(scoreAll(q, []*Response{r}), &five).Moves {
		if m.Tick == nil {
			got = append(got, "?")
		} else {
			got = append(got, m.Tick.ID)
		}
	}
	if !slices.Equal(got, []string{"a", "b", "?", "?"}) {
		t.Errorf("%v", got)
	}
}
