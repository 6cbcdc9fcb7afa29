package assess

import (
	"errors"
	"testing"
)

func TestIsDay(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]bool{
		"2026-11-23": true, "2024-02-29": true, "1900-02-29": false, "2000-02-29": true, "2026-13-01": false,
		"2026-04-31": false, "2026-00-10": false, "2026-1-023": false, "+026-01-01": false, "": false, "20261-1-01": false,
	} {
		if IsDay(day) != want {
			t.Errorf("%q: %t", day, !want)
		}
	}
}

// A profile question is recorded and counts nowhere.
func TestProfile(t *testing.T) {
	t.Parallel()
	q := model(1)
	q.Sections[0].Questions = append(q.Sections[0].Questions,
		&Question{ID: "country", Ask: Plain("Which?"), Profile: true, Input: TextInput})
	q.Link()
	one, two := respond(q, "3"), respond(q, "3")
	two.Answers[1].Text = "FR"
	iv := NewInterview(one, InterviewOptions{})
	if !errors.Is(iv.Record(3), ErrNoOption) || !errors.Is(iv.RecordTyped(" ", Number{}), ErrNoOption) ||
		iv.RecordTyped("NL", Number{}) != nil || iv.Current() != nil {
		t.Error("what is typed is not taken as it should be")
	}
	res := scoreAll(q, []*Response{one, two})
	if n := res.Overall; n.Score != Num(3) || n.Coverage != Num(1) || CountItems(n.AllItems()).Counting != 1 {
		t.Errorf("%s", summary(n))
	}
	p := res.Profile()
	if len(p) != 1 || len(p[0].Answers) != 2 || p[0].Answers[1].Text != "FR" {
		t.Errorf("%+v", p)
	}
	if newPacked(q).Add(one) {
		t.Error("a text does not fit a byte")
	}
}
