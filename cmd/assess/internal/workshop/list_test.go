package workshop

import (
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// lists is a model of a list with one option that excludes the others, of one without, and of a
// profile that is ticked and typed.
const lists = `
format: assess/questionnaire/v1
id: lists
version: "1.0.0"
title: Lists
levels: [{level: 0, name: None}, {level: 1, name: Some}, {level: 2, name: All}]
scoring: {evidence_from: 1}
sections:
  - id: tools-section
    title: Tools and channels
    questions:
      - id: tools
        title: Tools
        ask: Which?
        select: many
        full: 3
        options:
          - {id: crm, value: 1, text: Customers.}
          - {id: api, value: 2, text: Interfaces.}
          - {id: lake, value: 1, text: Data.}
          - {id: none, value: 0, text: None., exclusive: true}
      - id: channels
        title: Channels
        ask: Which?
        select: many
        options: [{id: app, value: 1, text: App.}, {id: kiosk, value: 1, text: Kiosks.}]
  - id: bank
    title: The bank
    questions:
      - id: markets
        title: Markets
        ask: Which?
        scored: false
        select: many
        options: [{id: eu, value: 1, text: EU.}, {id: asia, value: 2, text: Asia.}]
      - {id: branches, title: Branches, ask: "How many?", scored: false, input: number}
      - {id: since, title: Since, ask: "When?", scored: false, input: date}
      - {id: name, title: Name, ask: "How?", scored: false, input: text}
`

func tick(choices ...int) prompt.Action { return prompt.Action{Kind: prompt.Tick, Ticked: choices} }

func typing(text string) prompt.Action { return prompt.Action{Kind: prompt.Type, Text: text} }

func TestListOnACard(t *testing.T) {
	t.Parallel()
	w := beganOn(t, lists)
	card := w.Card()
	var shown []string
	for _, c := range card.Choices {
		shown = append(shown, c.Key+" "+c.Text)
	}
	if !slices.Equal(shown, []string{"1 Customers. (+1)", "2 Interfaces. (+2)", "3 Data. (+1)", "4 None."}) ||
		card.Choices[1].Name != "api" || !card.Choices[3].Alone || !card.Many {
		t.Errorf("shown is %q", shown)
	}
	for want, ticked := range map[string][]int{"0 of 3": nil, "2 of 3": {0, 2}, "3 of 3": {0, 1, 2}} {
		if got := card.Tally(ticked); got != want {
			t.Errorf("%v come to %s", ticked, got)
		}
	}
	w.must(t, tick(0, 2), prompt.Action{Kind: prompt.Back})
	card = w.Card()
	if card.Recorded != "ticked 1+3 (2 of 3)" || !card.Choices[0].Ticked || card.Choices[1].Ticked {
		t.Errorf("%q, %+v", card.Recorded, card.Choices)
	}
	w.must(t, tick(1)) // as much, and something else
	if !strings.Contains(w.message, "The answer 1+3 to “Tools” is replaced.") {
		t.Errorf("said is %q", w.message)
	}
	w.must(t, prompt.Action{Kind: prompt.Undo})
	a := w.session.response.Answers[0]
	if !slices.Equal(a.Ticked, []string{"crm", "lake"}) || a.Value != assess.Num(2) {
		t.Errorf("undone: %+v", a)
	}
	w.must(t, tick(0, 3)) // the prompt reports no such thing
	if !w.Card().Refused || w.interview.Current().ID != "tools" {
		t.Errorf("said is %q", w.message)
	}
}

func TestNothingOfAList(t *testing.T) {
	t.Parallel()
	w := beganOn(t, lists)
	w.must(t, prompt.Action{Kind: prompt.Pass})
	card := w.Card()
	if c := card.Choices[2]; c.Key != "0" || !c.Alone || c.Ticked {
		t.Fatalf("%+v", card.Choices)
	}
	w.must(t, tick(2), prompt.Action{Kind: prompt.Back})
	card = w.Card()
	if a := w.session.response.Answers[1]; a.Ticked == nil || len(a.Ticked) > 0 || a.Value != assess.Num(0) ||
		!card.Choices[2].Ticked || card.Recorded != "nothing of it (0 of 2)" {
		t.Errorf("%+v, %q", a, card.Recorded)
	}
}

func TestProfileOnCards(t *testing.T) {
	t.Parallel()
	w := beganOn(t, lists)
	w.session.response.Voices = []string{"A", "B"}
	w.must(t, tick(0), tick(0, 1), tick(1))
	for _, c := range []struct{ text, recorded, says string }{
		{"many", "", "A number is plain"}, {"1,5", "", "A number is plain"}, {"8/14", "", "A number is plain"},
		{"-2.50", "answered -2.5", ""},
		{"5/6/2026", "", "may be 2026-05-06 or 2026-06-05"}, {"2026-02-30", "", "A date is typed"},
		{"2026年1月5日", "answered 2026-01-05", "2026年1月5日 is taken as 2026-01-05."},
		{"n.v. Bank 银行", "answered n.v. Bank 银行", ""},
	} {
		card := w.Card()
		if card.Typed == "" || len(card.Voices) > 0 || !strings.Contains(card.Typed, "Nobody votes here") ||
			card.Free != (w.interview.Current().ID == "name") {
			t.Errorf("%+v", card)
		}
		w.must(t, typing(c.text))
		if !strings.Contains(w.message, c.says) || (c.recorded == "") != w.refused {
			t.Errorf("%s: %q", c.text, w.message)
		}
		if c.recorded == "" {
			continue
		}
		w.must(t, prompt.Action{Kind: prompt.Back})
		answer := strings.TrimPrefix(c.recorded, "answered ")
		if card := w.Card(); card.Recorded != c.recorded || card.Answer != answer {
			t.Errorf("%s: %q, %q", c.text, card.Recorded, card.Answer)
		}
		w.must(t, prompt.Action{Kind: prompt.Forward})
	}
	if !w.Card().Done {
		t.Error("something is left open")
	}
	var signs string
	for _, row := range w.Overview().Rows {
		for _, m := range row.Marks {
			signs += m.Sign
		}
	}
	if signs != "xoxxxx" { // a profile needs no evidence, whatever the number
		t.Errorf("the overview shows %s", signs)
	}
	w.must(t, prompt.Action{Kind: prompt.Back})
	if got := w.Card().Standing; len(got) != 1 || !strings.Contains(got[0], "not scored") {
		t.Errorf("it stands %q", got)
	}
	w.must(t, typing("Another"))
	if !strings.Contains(w.message, "The answer n.v. Bank 银行 to “Name” is replaced.") {
		t.Errorf("said is %q", w.message)
	}
}

func TestVotesOnAList(t *testing.T) {
	t.Parallel()
	w := beganOn(t, lists)
	w.session.response.Voices = []string{"A", "B", "C"}
	for _, bad := range []string{"1 2", "1+4 2 3", "1+9, 2, 3", "1+3"} {
		if w.must(t, prompt.Action{Kind: prompt.Votes, Text: bad}); !w.Card().Refused {
			t.Errorf("%q is taken", bad)
		}
	}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "1+3, crm lake, n"})
	got := w.session.response.Answers[0].Votes
	if len(got) != 3 || !slices.Equal(got[1].Ticked, []string{"crm", "lake"}) ||
		got[0].Value != assess.Num(2) || !got[2].NA {
		t.Errorf("%+v", got)
	}
	spread := strings.Join(append(w.Card().Spread, w.Card().Said), "\n")
	if !strings.Contains(spread, "1 ●●  2 ·  3 ●●  4 ·  n/a ●") ||
		!strings.Contains(spread, "A 1+3, B 1+3, C n/a") || !strings.Contains(spread, "All tick 1+3") {
		t.Error(spread)
	}
	w.must(t, prompt.Action{Kind: prompt.NotApplicable, Text: ", 2, 3"}) // typed on from the first voice's n
	if got := w.session.response.Answers[0].Votes; len(got) != 3 || !got[0].NA {
		t.Errorf("%+v", got)
	}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "1+3 1+3 ?"})
	if got := w.Card().Agreeable; len(got) != 1 || !strings.Contains(got[0], "Tools: 1+3  2 of 3") {
		t.Errorf("to be agreed on: %q", got)
	}
	w.must(t, prompt.Action{Kind: prompt.ConfirmAll})
	a := w.session.response.Answers[0]
	if !slices.Equal(a.Ticked, []string{"crm", "lake"}) || w.interview.Current().ID != "channels" {
		t.Errorf("%+v", a)
	}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "1 2 0"})
	spread = strings.Join(w.Card().Spread, "\n")
	if !strings.Contains(spread, "Nothing is ticked by all, 1+2 by some") || !strings.Contains(spread, "0 ●") {
		t.Error(spread)
	}
}

// What somebody ticked is a vote; what somebody typed stands beside the question.
func TestPreparedLists(t *testing.T) {
	t.Parallel()
	w := beganOn(t, lists)
	theirs := assess.NewResponse(w.session.questionnaire)
	iv := assess.NewInterview(theirs, assess.InterviewOptions{})
	if iv.RecordTicked([]string{"none"}) != nil || iv.RecordTicked(nil) != nil ||
		iv.RecordTicked([]string{"asia"}) != nil ||
		iv.RecordTyped("", assess.Num(250)) != nil {
		t.Fatal(theirs.Answers)
	}
	theirs.Answers[3].Note = "without kiosks"
	iv.SayUnknown()
	all := []prepared{{voice: "Ann", response: theirs}}
	in, _ := bringIn(w.session.response, speakersOf(w.session.response), all)
	mine := w.session.response.Answers
	if in != 1 || len(mine[0].Votes) != 1 || !slices.Equal(mine[0].Votes[0].Ticked, []string{"none"}) ||
		mine[1].Votes[0].Ticked == nil || mine[1].Votes[0].Value != assess.Num(0) || len(mine[2].Votes) != 1 {
		t.Errorf("%+v", mine)
	}
	if len(mine[3].Votes) > 0 || mine[3].Brought[0].Note != "250; without kiosks" || len(mine[4].Votes) > 0 {
		t.Errorf("%+v, %+v", mine[3], mine[4])
	}
	if !all[0].agreesWith(w.session.response) {
		t.Error("what came in is another's")
	}
	if in, before := bringIn(w.session.response, speakersOf(w.session.response), all); in != 0 || before != 1 {
		t.Errorf("comes in again: %d, %d", in, before)
	}
	if err := w.save(); err != nil {
		t.Error(err)
	}
	if left := w.unsaved(); len(left) > 0 {
		t.Errorf("does not read back: %v", left)
	}
}
