package workshop

import (
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// Somebody comes late, a name is mended, a voice goes; and each is taken back.
func TestVoicesChangeWhileTheRoomIsThere(t *testing.T) {
	t.Parallel()
	w := began(t)
	r := w.session.response
	r.Voices = []string{"Retial", "IT"}
	voice := func(text string) prompt.Action { return prompt.Action{Kind: prompt.Voice, Text: text} }
	undo := prompt.Action{Kind: prompt.Undo}

	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "2 4"}, voice("+Ops"), voice("Ops n"))
	if !slices.Equal(r.Voices, []string{"Retial", "IT", "Ops"}) || len(r.Answers[0].Votes) != 3 {
		t.Fatal(r.Voices, r.Answers[0].Votes)
	}
	w.must(t, voice("+ops"))
	if !w.refused || len(r.Voices) != 3 {
		t.Error("one voice twice:", r.Voices)
	}
	w.must(t, voice("Retial=Retail"))
	if r.Voices[0] != "Retail" || r.Answers[0].Votes[0].Voice != "Retail" {
		t.Error(r.Voices, r.Answers[0].Votes)
	}
	if w.must(t, undo); r.Voices[0] != "Retial" || r.Answers[0].Votes[0].Voice != "Retial" {
		t.Error("the name is not taken back:", r.Voices, r.Answers[0].Votes)
	}
	if w.must(t, voice("IT=Retial")); !w.refused || len(r.Voices) != 3 {
		t.Error("two who spoke to one question became one")
	}
	if w.must(t, voice("IT=")); !w.refused || len(r.Voices) != 3 {
		t.Error("a voice that spoke is dropped without a question")
	}
	if w.must(t, voice("IT=")); w.refused || slices.Contains(r.Voices, "IT") || len(r.Answers[0].Votes) != 2 {
		t.Error("not dropped:", r.Voices, r.Answers[0].Votes)
	}
	if w.must(t, undo); !slices.Contains(r.Voices, "IT") || len(r.Answers[0].Votes) != 3 {
		t.Error("not brought back:", r.Voices, r.Answers[0].Votes)
	}
	if w.must(t, voice("Ops=3")); slices.Contains(r.Voices, "3") || !r.Answers[0].Votes[2].Value.Defined() {
		t.Error("a vote is taken for a name:", r.Voices, r.Answers[0].Votes)
	}
	r.Answers[1].Votes = []assess.Vote{{Voice: "a guest", Value: assess.Num(2)}}
	w.interview.Jump(w.session.questionnaire.Questions()[1])
	if card := w.Card(); card.Voted || len(card.Spread) == 0 {
		t.Error("what a guest said beforehand uncovers what is typed for the room")
	}
	if w.must(t, voice("Nobody 3")); !w.refused || !strings.Contains(w.message, "Nobody") {
		t.Error(w.message)
	}
}

// What a group agreed on and nobody else spoke to may be taken over; what others spoke to is a
// voice, and each of two groups keeps a name of its own.
func TestGroupsComeBack(t *testing.T) {
	t.Parallel()
	w := began(t)
	q := w.session.questionnaire
	group := func(values ...float64) *assess.Response {
		r := assess.NewResponse(q)
		r.Voices = []string{"V1", "V2"}
		for i, v := range values {
			if v > 0 {
				r.Answers[i].Value = assess.Num(v)
				r.Answers[i].Votes = []assess.Vote{{Voice: "V1", Value: assess.Num(v)}, {Voice: "V2", NA: true}}
			}
		}
		r.Actions = []assess.Action{{What: "ask IT", Status: assess.ActionOpen}}
		return r
	}
	all := []prepared{{voice: "north", response: group(2, 3)}, {voice: "south", response: group(0, 4, 5)}}
	if !isGroup(all[0].response) || isGroup(w.session.response) {
		t.Error("who is a group")
	}
	if got := onlyBy(all[0], w.session.response, all); !slices.Equal(got, []int{0}) {
		t.Errorf("north alone spoke to %v", got)
	}
	here := speakersOf(w.session.response)
	for k, p := range all {
		all[k].taken = map[int]bool{}
		for _, i := range onlyBy(p, w.session.response, all) {
			w.session.response.Answers[i], all[k].taken[i] = agreedBy(p, i), true
		}
		decisionsInto(w.session.response, p.response)
	}
	bringIn(w.session.response, here, all)
	a := w.session.response.Answers
	if a[0].Value != assess.Num(2) || a[0].Votes[0].Voice != "north: V1" || a[2].Value != assess.Num(5) {
		t.Errorf("not taken over: %+v", a[:3])
	}
	if v := a[1].Votes; !a[1].Open() || len(v) != 2 || v[0].Voice != "north" || v[1].Voice != "south" {
		t.Errorf("two groups on one question: %+v", a[1])
	}
	if len(w.session.response.Actions) != 1 {
		t.Error("one decision is there", len(w.session.response.Actions), "times")
	}
	if in, before := bringIn(w.session.response, speakersOf(w.session.response), all); in != 0 || before != 2 {
		t.Error("they come in again:", in, before)
	}
}

// A note behind ! is private, documents are mended by their lines, and a parked question keeps why.
func TestNotesAndDocuments(t *testing.T) {
	t.Parallel()
	w := began(t)
	w.must(t, prompt.Action{Kind: prompt.Note, Text: "first\nsecond"}, prompt.Action{Kind: prompt.Note, Text: "! mine"},
		prompt.Action{Kind: prompt.Documents, Text: "a\n\n b \n"}, prompt.Action{Kind: prompt.Evidence, Text: "c"})
	a := w.interview.Answer()
	if a.Note != "first\nsecond" || assess.Reveal(a.Private) != "mine" || !slices.Equal(a.Evidence, []string{"a", "b", "c"}) {
		t.Errorf("%+v, private %q", *a, assess.Reveal(a.Private))
	}
	if card := w.Card(); !card.Private || strings.Contains(strings.Join(card.Evidence, card.Note+card.Message), "mine") {
		t.Error("a private note is seen")
	}
	if w.must(t, prompt.Action{Kind: prompt.Evidence, Text: "-"}); !slices.Equal(a.Evidence, []string{"a", "b"}) {
		t.Error(a.Evidence)
	}
	if w.must(t, prompt.Action{Kind: prompt.Note, Text: "!"}); w.Card().Private {
		t.Error("the private note is still there")
	}
	w.must(t, prompt.Action{Kind: prompt.Park, Text: "no figures"}, prompt.Action{Kind: prompt.Back})
	if card := w.Card(); !card.Parked || !strings.Contains(card.Recorded, "no figures") {
		t.Error(card.Recorded)
	}
}
