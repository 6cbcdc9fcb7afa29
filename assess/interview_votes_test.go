package assess

import (
	"slices"
	"testing"
)

func votes(values ...float64) []Vote {
	out := make([]Vote, len(values))
	for i, v := range values {
		out[i] = Vote{Voice: string(rune('A' + i)), Value: Num(v)}
	}
	return out
}

func TestVotesStayOpenUntilAgreed(t *testing.T) {
	t.Parallel()
	q := model(2)
	iv := NewInterview(NewResponse(q), InterviewOptions{})
	if err := iv.Vote(votes(2, 4, 3)); err != nil || iv.Current().ID != "a1" || !iv.r.Answers[0].Open() {
		t.Fatal(err, iv.Current().ID)
	}
	if err := iv.Vote(votes(2, 9)); err != ErrNoOption {
		t.Error(err)
	}
	if err := iv.Vote([]Vote{{"A", Num(2), false, nil}, {"A", Num(3), false, nil}}); err != ErrVotes {
		t.Error(err)
	}
	if o, ok := Proposed(iv.Current(), votes(2, 3)); !ok || o.Value != 2 {
		t.Errorf("2 and 3 propose %v", o.Value)
	}
	if err := iv.Record(3); err != nil || len(iv.Response().Answers[0].Votes) != 3 ||
		iv.Current().ID != "a2" {
		t.Error(err, iv.Response().Answers[0])
	}
}

func TestUndo(t *testing.T) {
	t.Parallel()
	q := model(3)
	iv := NewInterview(NewResponse(q), InterviewOptions{SkipParked: true})
	_ = iv.Record(2)
	iv.SetNote("n")
	iv.Park("")
	_ = iv.Record(5)
	for _, want := range []struct {
		id     string
		parked []Parked
	}{{"a3", []Parked{{Question: "a2"}}}, {"a2", nil}, {"a2", nil}, {"a1", nil}} {
		if iv.Undo() == 0 || iv.Current().ID != want.id || !slices.Equal(iv.r.Parked, want.parked) {
			t.Fatalf("at %s, parked %v; not %v", iv.Current().ID, iv.r.Parked, want)
		}
	}
	if iv.Undo() > 0 || iv.r.Answers[0].State() != Unanswered || iv.r.Answers[1].Note != "" {
		t.Error("something is left", iv.r.Answers)
	}
}

func TestParkedComeLast(t *testing.T) {
	t.Parallel()
	q := model(3)
	r := NewResponse(q)
	r.Parked = []Parked{{Question: "a1"}}
	iv := NewInterview(r, InterviewOptions{SkipParked: true})
	if iv.Current().ID != "a2" {
		t.Fatal(iv.Current().ID)
	}
	_ = iv.Record(1)
	_ = iv.Record(1)
	if iv.Current() != nil || iv.Progress().Open != 1 {
		t.Fatal("the parked question is asked")
	}
	iv = NewInterview(r, InterviewOptions{SkipParked: true})
	if iv.Current().ID != "a1" {
		t.Fatal("the last question is not asked")
	}
	if _ = iv.Record(1); len(r.Parked) != 0 {
		t.Error("an answered question is parked")
	}
}

func TestConfirmADimension(t *testing.T) {
	t.Parallel()
	q := model(4, 1)
	r := NewResponse(q)
	r.Answers[0].Votes = votes(3, 3)
	r.Answers[1].Votes = votes(3, 4)
	r.Answers[2].Votes = votes(2, 3, 3, 3)
	r.Answers[3].Votes = votes(1, 5, 3)
	r.Answers[4].Votes = votes(3, 3)
	iv := NewInterview(r, InterviewOptions{})
	got := iv.Confirmable()
	if len(got) != 2 || got[0].ID != "a1" || got[1].ID != "a3" {
		t.Fatal(len(got))
	}
	iv.Confirm(got)
	if r.Answers[0].Value != Num(3) || r.Answers[2].Value != Num(3) || iv.Current().ID != "a2" {
		t.Error(r.Answers, iv.Current().ID)
	}
	if iv.Undo() == 0 || r.Answers[0].Value.Defined() || r.Answers[2].Value.Defined() {
		t.Error("half of it is left")
	}
}

func TestContestedFirst(t *testing.T) {
	t.Parallel()
	q := model(4)
	q.Questions()[0].AskIf = []Condition{{Question: "a2", AtLeast: Num(3)}}
	q.AllSections()[0].Questions[0], q.AllSections()[0].Questions[1] = q.AllSections()[0].Questions[1],
		q.AllSections()[0].Questions[0]
	q.Link() // a2, a1 (if a2 ≥ 3), a3, a4
	r := NewResponse(q)
	r.Answers[1].Votes = votes(1, 5)
	r.Answers[3].Votes = votes(2, 3)
	iv := NewInterview(r, InterviewOptions{Contested: true})
	var order []string
	for iv.Current() != nil {
		order = append(order, iv.Current().ID)
		_ = iv.Record(3)
	}
	if !slices.Equal(order, []string{"a4", "a2", "a3", "a1"}) {
		t.Error(order)
	}
}

func TestJump(t *testing.T) {
	t.Parallel()
	q := model(2, 1)
	iv := NewInterview(NewResponse(q), InterviewOptions{Sections: []string{"a"}})
	if iv.Jump(q.Question("b1")) || !iv.Jump(q.Question("a2")) || iv.Current().ID != "a2" {
		t.Error(iv.Current().ID)
	}
	if got := iv.Listed(); len(got) != 2 {
		t.Error(len(got))
	}
}

// Contested are values far apart, of two voices too, a value against a not applicable, which are
// as far apart as the ends of the scale, and as many who don't know as give a value.
func TestScopeIsContested(t *testing.T) {
	t.Parallel()
	q := model(4)
	na, nobody := Vote{Voice: "N", NA: true}, Vote{Voice: "U"}
	r := NewResponse(q)
	r.Answers[0].Votes = append(votes(3, 3), nobody)
	r.Answers[1].Votes = votes(2, 4)
	r.Answers[2].Votes = append(votes(3), na)
	r.Answers[3].Votes = append(votes(3, 3, 3), na) // agreed but for one who objects
	for i, want := range []bool{false, true, true, true} {
		qu := q.Questions()[i]
		if got := Contests(q, qu, r.Answers[i].Votes); got != want {
			t.Errorf("%s: contested %v", qu.ID, got)
		}
	}
	if half := append(votes(3, 3), nobody, Vote{Voice: "V"}); !Contests(q, q.Questions()[0], half) {
		t.Error("half of the voices don't know, and nobody asks")
	}
	iv := NewInterview(r, InterviewOptions{Contested: true})
	if got := iv.Confirmable(); len(got) != 1 || got[0].ID != "a1" {
		t.Errorf("%d to be agreed on", len(got))
	}
	var order []string
	for iv.Current() != nil {
		order = append(order, iv.Current().ID)
		iv.Pass()
	}
	if !slices.Equal(order, []string{"a3", "a2", "a4", "a1"}) {
		t.Error(order)
	}
	if qu := q.Questions()[2]; apart(q, qu, r.Answers[2].Votes) != apart(q, qu, votes(1, 5)) {
		t.Error("a value and a not applicable are nearer than 1 and 5")
	}
}

// Segments 1, 2 and 2 are no agreement on 2: a profile question has no middle.
func TestProfileIsNotAgreedInTheMiddle(t *testing.T) {
	t.Parallel()
	q := model(2)
	q.Questions()[0].Profile = true
	q.Link()
	r := NewResponse(q)
	r.Answers[0].Votes, r.Answers[1].Votes = votes(1, 2, 2), votes(1, 2, 2)
	iv := NewInterview(r, InterviewOptions{})
	if got := iv.Confirmable(); len(got) != 1 || got[0].ID != "a2" {
		t.Errorf("%d to be agreed on", len(got))
	}
	r.Answers[0].Votes = votes(2, 2)
	if got := iv.Confirmable(); len(got) != 2 {
		t.Errorf("%d to be agreed on where all say the same", len(got))
	}
}
