package assess

import (
	"math/rand/v2"
	"testing"
)

// counted is a question whose options begin at some values; those without one are chosen.
func counted(input Input, less bool, froms ...Number) *Question {
	qu := question("c", 1, 2, 3, 4, 5)
	qu.Input, qu.Less = input, less
	for i, from := range froms {
		qu.Options[i+1].From = from
	}
	return qu
}

func TestCountedOption(t *testing.T) {
	t.Parallel()
	share := counted(ShareInput, false, Num(0.5), Number{}, Num(0.8))
	days := counted(NumberInput, true, Num(30), Num(5))
	of := func(part, whole float64) Count { return Count{Num(part), Num(whole)} }
	for name, tt := range map[string]struct {
		qu   *Question
		c    Count
		want float64 // 0: it does not take the count
	}{
		"none":           {share, of(0, 14), 1},
		"half":           {share, of(8, 14), 2},
		"exactly":        {share, of(4, 5), 4},
		"in thirds":      {counted(ShareInput, false, Num(1.0/3)), of(1, 3), 2},
		"all":            {share, of(14, 14), 4},
		"too many":       {share, of(15, 14), 0},
		"of nothing":     {share, of(0, 0), 0},
		"no whole":       {share, Count{Part: Num(3)}, 0},
		"slow":           {days, Count{Part: Num(31)}, 1},
		"in time":        {days, Count{Part: Num(30)}, 2},
		"fast":           {days, Count{Part: Num(-1)}, 3},
		"a whole":        {days, of(1, 2), 0},
		"nothing":        {days, Count{}, 0},
		"only to choose": {question("q", 1, 2), of(1, 2), 0},
	} {
		o, ok := tt.qu.CountedOption(tt.c)
		if ok != (tt.want > 0) || o.Value != tt.want {
			t.Errorf("%s: %v %t, not %v", name, o.Value, ok, tt.want)
		}
	}
	for value, want := range map[float64]bool{1: false, 2: true, 3: true, 4: false, 5: true, 6: false} {
		if got := share.BesideCount(value, of(8, 14)); got != want {
			t.Errorf("%v beside 8 of 14: %t", value, got)
		}
	}
}

// More of what is better never reaches a lower option.
func TestCountingIsMonotone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 5))
		less := rng.IntN(2) == 0
		var froms []Number
		for at, i := 0.0, 0; i < 4; i++ {
			at += rng.Float64()
			from := Num(at)
			if less {
				from = Num(-at)
			}
			if rng.IntN(3) == 0 {
				from = Number{}
			}
			froms = append(froms, from)
		}
		qu := counted(NumberInput, less, froms...)
		a, b := rng.Float64()*8-4, rng.Float64()*8-4
		if a > b != less {
			a, b = b, a
		}
		low, _ := qu.CountedOption(Count{Part: Num(a)})
		high, _ := qu.CountedOption(Count{Part: Num(b)})
		if low.Value > high.Value {
			t.Fatalf("seed %d: %v gives %v, %v gives %v", seed, a, low.Value, b, high.Value)
		}
	}
}

func TestCountsCount(t *testing.T) {
	t.Parallel()
	q := model(1)
	*q.Questions()[0] = *counted(ShareInput, false, Num(0.25), Num(0.5), Num(0.75))
	q.Scoring.EvidenceFrom = &[]int{2}[0]
	q.Link()
	one, two := respond(q), respond(q, "5")
	iv := NewInterview(one, InterviewOptions{})
	if iv.RecordCount(Count{Part: Num(3)}) == nil || iv.RecordCount(Count{Num(8), Num(14)}) != nil {
		t.Fatal("a count is refused, or a number taken for a share")
	}
	it := scoreAll(q, []*Response{one, two}).Overall.AllItems()[0]
	if it.Points != Num(4) || it.Evidenced != Num(4) && it.Evidenced != Num(1) || it.Counted() != Num(8.0/14) {
		t.Errorf("points %v, evidenced %v, counted %v", it.Points, it.Evidenced, it.Counted())
	}
	if newPacked(q).Add(one) {
		t.Error("what was counted does not fit a byte")
	}
	iv.Back()
	if iv.Jump(q.Questions()[0]); iv.Record(2) != nil || one.Answers[0].Count.Defined() {
		t.Errorf("%+v: another answer keeps the count", one.Answers[0])
	}
}

// Choosing what may stand beside a count leaves it, anything else takes it away, and undo
// brings it back.
func TestChoosingBesideACount(t *testing.T) {
	t.Parallel()
	q := model(5, 1)
	qu := q.Questions()[0]
	qu.Input, qu.Options[1].From, qu.Options[2].From = ShareInput, Num(0.5), Num(0.9)
	r := NewResponse(q)
	iv := NewInterview(r, InterviewOptions{Review: true})
	say := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		iv.Back()
	}
	count := Count{Num(8), Num(14)}
	say(iv.RecordCount(count))
	say(iv.Record(5))
	if a := r.Answers[0]; a.Count != count || a.Value != Num(5) {
		t.Errorf("%+v", a)
	}
	say(iv.Record(3))
	if a := r.Answers[0]; a.Count.Defined() || a.Value != Num(3) {
		t.Errorf("%+v", a)
	}
	iv.Undo()
	iv.Undo()
	if a := r.Answers[0]; a.Count != count || a.Value != Num(2) {
		t.Errorf("%+v", a)
	}
}
