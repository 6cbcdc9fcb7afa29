package questionnaires

import (
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
	"bankmaturity/assess/codec"
)

// read returns a bundled questionnaire, which must have no finding at all.
func read(t *testing.T, name string) *assess.Questionnaire {
	t.Helper()
	data, ok := Open(name)
	if !ok {
		t.Fatalf("%s can't be opened", name)
	}
	q, found := codec.ReadQuestionnaire(name+".yaml", data)
	for _, d := range found {
		t.Errorf("%s:%d: %s: %s", d.File, d.Line, d.Path, d.Message)
	}
	if q == nil {
		t.FailNow()
	}
	for _, r := range advice.OnScoring(q) {
		t.Errorf("%s: %s", r.Path, r.Message)
	}
	return q
}

func TestBundled(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		if q := read(t, name); q.ID != name {
			t.Errorf("%s has the id %s", name, q.ID)
		}
	}
	if _, ok := Open("../questionnaires"); ok {
		t.Error("a name leaves the folder")
	}
}

// The starter is without a finding, in its form and in its wording.
func TestStarter(t *testing.T) {
	t.Parallel()
	q, found := codec.ReadQuestionnaire("starter.yaml", Starter())
	if q == nil || len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	for _, r := range append(advice.OnScoring(q), advice.OnWording(q)...) {
		t.Errorf("%s: %s", r.Path, r.Message)
	}
}

func TestBankDigital(t *testing.T) {
	t.Parallel()
	q := read(t, "bank-digital")
	if n := len(q.Dimensions()); n != 9 {
		t.Errorf("%d dimensions", n)
	}
	if n := len(q.Questions()); n != 36 {
		t.Errorf("%d questions", n)
	}
	if q.Sections[0].Weight != 3 || q.Sections[1].Weight != 6 {
		t.Errorf("weights %v, %v", q.Sections[0].Weight, q.Sections[1].Weight)
	}
	s := q.Scoring
	if s.Stage == nil || *s.Stage != (assess.StageRule{Share: 0.8, Slack: 1}) || *s.EvidenceFrom != 3 ||
		*s.Target != 3 {
		t.Errorf("scoring %+v", s)
	}
	for _, d := range q.Dimensions() {
		if len(d.Summary) == 0 || len(d.References) == 0 || len(d.Questions) != 4 {
			t.Errorf("%s: summary, references or questions are missing", d.ID)
		}
	}
}

// Every question is one that can be put to a room and checked by a stranger.
func TestQuestions(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		seen := map[string]string{}
		for _, qu := range read(t, name).Questions() {
			if len(qu.Options) != 5 || len(qu.Evidence) < 2 || len(qu.References) == 0 || len(qu.Help) == 0 {
				t.Errorf("%s: five anchors, evidence, references and help are needed", qu.ID)
			}
			for i, o := range qu.Options {
				text := o.Text.In("en")
				if before, ok := seen[text]; ok {
					t.Errorf("%s and %s have one anchor: %s", qu.ID, before, text)
				}
				seen[text] = qu.ID
				words := strings.Fields(text)
				if len(words) > 24 || slices.Contains(words, "and") {
					t.Errorf("%s, level %d: too long, or two behaviours: %s", qu.ID, i+1, text)
				}
			}
		}
	}
}
