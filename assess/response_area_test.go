package assess

import (
	"errors"
	"testing"
)

// A section that is not applicable speaks for what has no answer of its own; of several the
// innermost does.
func TestSpread(t *testing.T) {
	t.Parallel()
	q := model(3, 1)
	q.Sections[0].Sections = []*Section{{ID: "inner", Weight: 1, Method: Mean, Questions: q.Sections[0].Questions}}
	q.Sections[0].Questions = nil
	q.Link()
	r := respond(q, "3", "-", "-", "-")
	r.Areas = []Area{{"inner", "inside"}, {"a", "outside"}}
	q.Spread(r, func(i int) bool { return i == 0 || i == 2 })
	if r.Answers[0].NA || r.Answers[2].NA || r.Answers[3].NA || r.Answers[1].Reason != "inside" {
		t.Errorf("%+v", r.Answers)
	}
}

func TestSayAreaNotApplicable(t *testing.T) {
	t.Parallel()
	q := model(3, 2)
	r := respond(q, "-", "4")
	iv := NewInterview(r, InterviewOptions{})
	if err := iv.SayAreaNotApplicable(q.Sections[0], " "); !errors.Is(err, ErrNoReason) {
		t.Error(err)
	}
	if err := iv.SayAreaNotApplicable(q.Sections[0], "none here"); err != nil {
		t.Fatal(err)
	}
	if !r.Answers[0].NA || r.Answers[1].NA || !r.Answers[2].NA || len(r.Areas) != 1 || iv.Current().ID != "b1" {
		t.Errorf("%+v, at %s", r, iv.Current().ID)
	}
	if n := iv.Undo(); n != 2 || len(r.Areas) != 0 || r.Answers[0].NA || r.Answers[2].NA {
		t.Errorf("%d taken back: %+v", n, r)
	}
	q.Sections[0].NotApplicable = Forbid
	q.Link()
	if err := iv.SayAreaNotApplicable(q.Sections[0], "none here"); !errors.Is(err, ErrForbidden) || len(r.Areas) > 0 {
		t.Error(err)
	}
}
