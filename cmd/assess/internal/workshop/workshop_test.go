package workshop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/questionnaires"
)

// began is a workshop on a questionnaire in an empty folder.
func began(t *testing.T) *workshop {
	t.Helper()
	data, _ := questionnaires.Open("bank-retail")
	return beganOn(t, string(data))
}

// beganOn is a workshop on a questionnaire of one's own.
func beganOn(t *testing.T, model string) *workshop {
	t.Helper()
	q, all := codec.ReadQuestionnaire("q.yaml", []byte(model))
	if q == nil {
		t.Fatal(all)
	}
	english, err := textsIn("en")
	if err != nil {
		t.Fatal(err)
	}
	console := output.Console{Err: os.Stderr, Now: time.Now, Quiet: true}
	s := &session{path: filepath.Join(t.TempDir(), "x.yaml"), questionnaire: q,
		response: assess.NewResponse(q), now: time.Now}
	s.response.Organization, s.response.Date = "Bank", "2026-11-20"
	w := newWorkshop(console, english, "en", s, assess.InterviewOptions{})
	w.onScreen, w.person = true, true
	t.Cleanup(s.close)
	return w
}

func (w *workshop) must(t *testing.T, actions ...prompt.Action) {
	t.Helper()
	for _, a := range actions {
		if err := w.Do(a); err != nil {
			t.Fatal(err)
		}
		_ = w.Card()
	}
}

// At the end every action is safe, and back goes to the last question.
func TestEveryActionAtTheEnd(t *testing.T) {
	t.Parallel()
	for kind := prompt.Stop; kind <= prompt.Count; kind++ {
		w := began(t)
		for range w.session.questionnaire.Questions() {
			w.must(t, prompt.Action{Kind: prompt.Unknown})
		}
		if !w.Card().Done {
			t.Fatal("the end is not reached")
		}
		w.must(t, prompt.Action{Kind: kind, Text: "x"})
		if kind == prompt.Back && w.Card().Done {
			t.Error("back stays at the end")
		}
	}
}

// A whole dimension is put out of scope with its reason, but for what was answered, and undo
// takes that back.
func TestDimensionOutOfScope(t *testing.T) {
	t.Parallel()
	w := began(t)
	first := w.interview.Current()
	s := first.Section()
	w.must(t, prompt.Action{Kind: prompt.Choose, Choice: 2}, prompt.Action{Kind: prompt.Area, Choice: first.Index()})
	if card := w.Card(); !card.Refused || len(w.session.response.Areas) > 0 {
		t.Errorf("without a reason: %q", card.Message)
	}
	w.must(t, prompt.Action{Kind: prompt.Area, Choice: first.Index(), Text: "not our business"})
	if w.interview.Current().Section() == s || !strings.Contains(w.message, "not applicable as a whole") {
		t.Errorf("at %s: %q", w.interview.Current().ID, w.message)
	}
	data, err := os.ReadFile(w.session.path)
	if err != nil || !strings.Contains(string(data), s.ID+": {not_applicable:") && !strings.Contains(string(data), s.ID+":\n    not_applicable:") {
		t.Errorf("%v: saved is\n%s", err, data)
	}
	w.must(t, prompt.Action{Kind: prompt.Undo})
	if len(w.session.response.Areas) > 0 || w.open(s) != len(s.Questions)-1 {
		t.Errorf("undone: %+v", w.session.response)
	}
	w.must(t, prompt.Action{Kind: prompt.Area, Choice: first.Index(), Text: "no"},
		prompt.Action{Kind: prompt.Area, Choice: first.Index(), Text: "no"})
	if !strings.Contains(w.message, "no question is left") {
		t.Errorf("again: %q", w.message)
	}
}

// What an answer replaces is told, and comes back.
func TestWhatIsSetAsideIsTold(t *testing.T) {
	t.Parallel()
	w := began(t)
	w.session.response.Voices = []string{"A", "B"}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "2 3"})
	if spread := strings.Join(w.Card().Spread, "\n"); !strings.Contains(spread, "between 2 and 3") {
		t.Errorf("the median of 2 and 3 is said to be otherwise: %s", spread)
	}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "- -"})
	if m := w.Card().Message; !strings.Contains(m, "votes on") || !strings.Contains(m, "(2)") ||
		!strings.Contains(m, "u brings it back") {
		t.Errorf("said is %q", m)
	}
	w.must(t, prompt.Action{Kind: prompt.Undo}, prompt.Action{Kind: prompt.Choose, Choice: 2},
		prompt.Action{Kind: prompt.Back}, prompt.Action{Kind: prompt.Votes, Text: "2 2"})
	if m := w.Card().Message; !strings.Contains(m, "what was agreed stands (answered 3)") {
		t.Errorf("said is %q", m)
	}
	w.must(t, prompt.Action{Kind: prompt.Unknown}) // the votes stay beside it
	if m := w.Card().Message; !strings.Contains(m, "The answer 3") {
		t.Errorf("said is %q", m)
	}
	if got := w.session.response.Answers[0]; len(got.Votes) != 2 || !got.Unknown {
		t.Errorf("%+v", got)
	}
	w.must(t, prompt.Action{Kind: prompt.Undo}, prompt.Action{Kind: prompt.Undo}, prompt.Action{Kind: prompt.Undo})
	if got := w.session.response.Answers[0]; len(got.Votes) != 2 || got.Votes[1].Value != assess.Num(3) || got.Unknown {
		t.Errorf("%+v", got)
	}
}

// A file that is gone is written again; one that somebody else changed is left alone,
// also when nothing was said since; and where nothing can be written the answers go
// elsewhere.
func TestLastSave(t *testing.T) {
	t.Parallel()
	w := began(t)
	w.must(t, prompt.Action{Kind: prompt.Choose, Choice: 2})
	if err := os.Remove(w.session.path); err != nil {
		t.Fatal(err)
	}
	if rescued, err := w.session.last(); err != nil || rescued != "" || !disk.Exists(w.session.path) {
		t.Fatal(rescued, err)
	}
	if err := os.WriteFile(w.session.path, []byte("somebody else"), 0o600); err != nil {
		t.Fatal(err)
	}
	first := w.session.path
	if _, err := w.session.last(); err == nil || w.session.path == first {
		t.Fatal(err)
	}
	theirs, _ := os.ReadFile(first)
	ours, _ := os.ReadFile(w.session.path)
	if string(theirs) != "somebody else" || !strings.Contains(string(ours), ": 3") {
		t.Errorf("%s\n%s", theirs, ours)
	}
	if err := os.RemoveAll(filepath.Dir(first)); err != nil {
		t.Fatal(err)
	}
	rescued, err := w.session.last()
	data, _ := os.ReadFile(rescued)
	if err == nil || !strings.Contains(string(data), ": 3") {
		t.Fatal(rescued, err)
	}
	_ = os.Remove(rescued)
}

// What the room took away of the votes given beforehand stays away when it goes on; a
// voice that is new comes in.
func TestPreparedComesInOnce(t *testing.T) {
	t.Parallel()
	w := began(t)
	q := w.session.questionnaire
	answered := func(name string) prepared {
		r := assess.NewResponse(q)
		r.Answers[0].Value, r.Answers[1].Value = assess.Num(2), assess.Num(4)
		return prepared{voice: name, response: r}
	}
	r := w.session.response
	bringIn(r, speakersOf(r), []prepared{answered("x")})
	r.Answers[0].Votes = nil
	bringIn(r, speakersOf(r), []prepared{answered("x"), answered("y")})
	if first, second := r.Answers[0].Votes, r.Answers[1].Votes; len(first) != 1 || first[0].Voice != "y" ||
		len(second) != 2 {
		t.Errorf("%v, %v", first, second)
	}
}
