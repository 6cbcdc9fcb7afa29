package assess

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// drive plays words on an interview: a value, "na", "?", "" pass, "b" back,
// "f" forward. It returns the ids of the questions shown, ending with "end".
func drive(t *testing.T, iv *Interview, words ...string) []string {
	t.Helper()
	at := func() string {
		if q := iv.Current(); q != nil {
			return q.ID
		}
		return "end"
	}
	seen := []string{at()}
	for _, w := range words {
		var err error
		switch w {
		case "":
			iv.Pass()
		case "b":
			iv.Back()
		case "f":
			iv.Forward()
		case "?":
			iv.SayUnknown()
		case "na":
			err = iv.SayNotApplicable("no such business")
		default:
			var v float64
			fmt.Sscan(w, &v)
			err = iv.Record(v)
		}
		if err != nil {
			t.Fatalf("%s: %v", w, err)
		}
		seen = append(seen, at())
	}
	return seen
}

func TestInterview(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		given []string // answers before
		opts  InterviewOptions
		words []string
		seen  string
		open  int
	}{
		{"straight through", nil, InterviewOptions{}, []string{"3", "na", "?", "2"}, "[a1 a2 b1 b2 end]", 0},
		{"passing leaves open", nil, InterviewOptions{}, []string{"", "3", "", ""}, "[a1 a2 b1 b2 end]", 3},
		{"resume at the first open", []string{"3", "-", "2"}, InterviewOptions{}, []string{"4", "5"},
			"[a2 b2 end]", 0},
		{"all done", []string{"1", "1", "1", "1"}, InterviewOptions{}, nil, "[end]", 0},
		{"review asks again", []string{"1", "1", "1", "1"}, InterviewOptions{Review: true},
			[]string{"2", "", "", ""}, "[a1 a2 b1 b2 end]", 0},
		{"a break-out group", nil, InterviewOptions{Sections: []string{"b"}}, []string{"b", "3", "3"},
			"[b1 b1 b2 end]", 0},
		{"back, then on to the next open", nil, InterviewOptions{}, []string{"3", "3", "b", "b", "4"},
			"[a1 a2 b1 a2 a1 b1]", 2},
		{"forward stops at answered ones", []string{"-", "3"}, InterviewOptions{},
			[]string{"f", "f", "f", "f", "b"}, "[a1 a2 b1 b2 end b2]", 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			q := model(2, 2)
			iv := NewInterview(respond(q, tt.given...), tt.opts)
			if got := fmt.Sprint(drive(t, iv, tt.words...)); got != tt.seen {
				t.Errorf("shown %s, want %s", got, tt.seen)
			}
			if p := iv.Progress(); p.Open != tt.open {
				t.Errorf("%d open, want %d", p.Open, tt.open)
			}
		})
	}
}

func TestInterviewRefuses(t *testing.T) {
	t.Parallel()
	q := model(1)
	q.Sections[0].NotApplicable = Forbid
	q.Link()
	iv := NewInterview(respond(q), InterviewOptions{})
	if err := iv.Record(6); !errors.Is(err, ErrNoOption) {
		t.Errorf("a value without an option: %v", err)
	}
	if err := iv.SayNotApplicable("x"); !errors.Is(err, ErrForbidden) {
		t.Errorf("not applicable where it is forbidden: %v", err)
	}
	q.Sections[0].NotApplicable = Exclude
	q.Link()
	if err := iv.SayNotApplicable(""); !errors.Is(err, ErrNoReason) {
		t.Errorf("not applicable without a reason: %v", err)
	}
	if iv.Current().ID != "a1" || !iv.Response().Answers[0].Empty() {
		t.Errorf("a refused answer moved on or was recorded")
	}
}

func TestANewAnswerKeepsNoteAndEvidence(t *testing.T) {
	t.Parallel()
	q := model(1)
	r := respond(q)
	r.Answers[0] = Answer{Votes: []Vote{{"A", Num(2), false, nil}}, Note: "n", Evidence: []string{"e"}}
	iv := NewInterview(r, InterviewOptions{Review: true})
	iv.SetNote("m")
	iv.AddEvidence("f")
	drive(t, iv, "3")
	if a := r.Answers[0]; a.Note != "m" || !slices.Equal(a.Evidence, []string{"e", "f"}) ||
		len(a.Votes) != 1 || a.Value != Num(3) {
		t.Errorf("after a value: %+v", a)
	}
	drive(t, iv, "b", "na")
	if a := r.Answers[0]; a.Note != "m" || len(a.Evidence) != 2 || len(a.Votes) != 1 ||
		a.Value.Defined() || !a.NA {
		t.Errorf("after not applicable: %+v", a)
	}
	drive(t, iv, "b", "?")
	if a := r.Answers[0]; a.NA || a.Reason != "" || !a.Unknown || a.Note != "m" {
		t.Errorf("after unknown: %+v", a)
	}
}

func TestConditionsLive(t *testing.T) {
	t.Parallel()
	q := model(3)
	q.Sections[0].Questions[1].AskIf = []Condition{{Question: "a1", AtLeast: Num(3)}}
	q.Link()
	iv := NewInterview(respond(q), InterviewOptions{})
	if got := fmt.Sprint(drive(t, iv, "3", "5", "b", "b", "2")); got != "[a1 a2 a3 a2 a1 a3]" {
		t.Errorf("shown %s", got)
	}
	if a := iv.Response().Answers[1]; a.Value != Num(5) {
		t.Errorf("what was said is lost: %+v", a)
	}
	if got := fmt.Sprint(drive(t, iv, "b", "4")); got != "[a3 a1 a3]" { // a2 is answered already
		t.Errorf("shown %s", got)
	}
	if p := iv.Progress(); p.Total != 3 || p.Open != 1 {
		t.Errorf("progress %+v", p)
	}
}

// Moving about never answers anything, and never loses its way.
func TestMovingAnswersNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 3))
		q := random(rng, true)
		r := answer(rng, q, 5)
		before := fmt.Sprintf("%+v", r.Answers)
		iv := NewInterview(r, InterviewOptions{Review: rng.IntN(2) == 0})
		for range 50 {
			pick(rng, iv.Pass, iv.Back, iv.Forward)()
			if cur := iv.Current(); cur != nil && !r.Asked()[cur.Index()] {
				t.Fatalf("seed %d: %s is shown and not asked", seed, cur.ID)
			}
		}
		if after := fmt.Sprintf("%+v", r.Answers); after != before {
			t.Fatalf("seed %d: moving changed the answers", seed)
		}
	}
}
