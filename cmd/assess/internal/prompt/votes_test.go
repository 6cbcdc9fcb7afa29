package prompt

import (
	"bufio"
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

func voting() *recorder {
	r := &recorder{cards: cards(english)}
	for i := range r.cards {
		r.cards[i].Voices = []string{"Retail", "IT", "Risk"}
		r.cards[i].Agreeable = []string{"Shared contact history 2: 3"}
	}
	return r
}

func TestVoting(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys []string
		done []string
	}{
		{[]string{"2", " 4 -", "enter", "3", "enter"}, []string{"votes 2 4 -", "choose 3"}},
		// an Enter too many agrees on nothing
		{[]string{"2 4 3", "enter", "enter"}, []string{"votes 2 4 3"}},
		{[]string{"- 4 3", "enter", "3 3 3", "enter"}, []string{"votes - 4 3", "votes 3 3 3"}}, // voted again
		// too few: the text stays, to be mended
		{[]string{"2 4", "enter", " 3", "enter"}, []string{"votes 2 4 3"}},
		{[]string{"— 4 3", "enter"}, []string{"votes - 4 3"}},             // whatever dash
		{[]string{"３", "enter"}, []string{"choose 3"}},                    // of a Chinese keyboard
		{[]string{"2 4", "esc", "n", "why", "enter"}, []string{"na why"}}, // a vote dropped
		{[]string{"v", "1 1 1", "enter", "v", "2 2 2", "enter", "u"},
			[]string{"voice 1 1 1", "voice 2 2 2", "undo"}},
		{[]string{"down", "enter"}, []string{"choose 1"}}, // nobody votes
		{[]string{"p", "not now", "enter", "a", "enter"}, []string{"park not now", "confirm"}},
		{[]string{"v", "Risk 4", "enter"}, []string{"voice Risk 4"}},
		{[]string{"a", "x", "f"}, []string{"forward"}},
	} {
		r := voting()
		s := testScreen(t, r, 80, 24)
		press(s, c.keys...)
		if !slices.Equal(r.done, c.done) {
			t.Errorf("%v: %v", c.keys, r.done)
		}
	}
}

func TestWithoutVoicesADigitAnswers(t *testing.T) {
	t.Parallel()
	r := &recorder{cards: cards(english)}
	s := testScreen(t, r, 80, 24)
	press(s, "v", "+Ops", "enter", "2")
	if !slices.Equal(r.done, []string{"voice +Ops", "choose 2"}) {
		t.Error(r.done)
	}
}

func TestOverview(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys []string
		done []string
	}{
		{[]string{"o", "right", "enter"}, []string{"jump"}},
		{[]string{"o", "down", "enter", "o", "c", "enter"}, []string{"jump", "jump"}},
		{[]string{"o", "p", "enter", "esc", "1"}, []string{"choose 1"}}, // nothing is parked: nowhere to go
		{[]string{"o", "esc", "2"}, []string{"choose 2"}},
	} {
		r := &recorder{cards: cards(english)}
		s := testScreen(t, r, 80, 24)
		press(s, c.keys...)
		if !slices.Equal(r.done, c.done) {
			t.Errorf("%v: %v", c.keys, r.done)
		}
	}
	for _, size := range [][2]int{{80, 24}, {60, 20}, {30, 8}} {
		s := testScreen(t, &recorder{cards: cards(english)}, size[0], size[1])
		press(s, "o", "right")
		view := s.View()
		if !strings.Contains(view, "[x]") || strings.Count(view, "\n") >= size[1] {
			t.Errorf("%v:\n%s", size, view)
		}
	}
}

func TestLineVotes(t *testing.T) {
	t.Parallel()
	r := voting()
	var out bytes.Buffer
	in := bufio.NewReader(strings.NewReader("2 4 -\n3\n2 9 3\n2-4\n2 4\n２，４，３\n1\n"))
	if err := Line(context.Background(), ReadLines(in), &out, r); err != nil {
		t.Fatal(err)
	}
	if want := []string{"votes 2 4 -", "choose 3", "votes 2,4,3", "choose 1"}; !slices.Equal(r.done, want) {
		t.Error(r.done)
	}
}

// A vote may be n or ?; a line of one such word is the answer of all, as ever.
func TestLineVotesInWords(t *testing.T) {
	t.Parallel()
	r := voting()
	var out bytes.Buffer
	in := bufio.NewReader(strings.NewReader("n 4 ？\nNA;2;unknown\n2n?\nn\nh\n?\nn 3\n"))
	if err := Line(context.Background(), ReadLines(in), &out, r); err != nil {
		t.Fatal(err)
	}
	want := []string{"votes n 4 ?", "votes NA;2;unknown", "votes 2n?", "unknown", "na 3"}
	if !slices.Equal(r.done, want) {
		t.Error(r.done)
	}
	if !strings.Contains(out.String(), "n (n/a), ? (don't know) or - each") {
		t.Error(out.String())
	}
}

// What is typed for the voices is covered until all have voted.
func TestVotesAreCovered(t *testing.T) {
	t.Parallel()
	s := testScreen(t, voting(), 80, 24)
	press(s, "2 4")
	if view := s.View(); strings.Contains(view, "2 4") || !strings.Contains(view, "***") {
		t.Errorf("the votes are seen:\n%s", view)
	}
}
