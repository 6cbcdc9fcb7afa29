package prompt

import (
	"bufio"
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess/cells"
)

func TestTicking(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		options int
		keys    []string
		done    string
	}{
		{4, []string{"1", "3", "enter"}, "tick 0 2"},
		{4, []string{"1 3", "enter"}, "tick 0 2"}, // a space separates numbers
		{4, []string{"1", "3", "1", "enter"}, "tick 2"},
		{4, []string{"down", "space", "down", "down", "space", "enter"}, "tick 0 2"},
		{4, []string{"2", "down", "space", "enter"}, "tick 1 2"}, // the cursor follows
		{4, []string{"１３", "enter"}, "tick 0 2"},
		{4, []string{"1", "0", "enter"}, "tick 4"},
		{4, []string{"0", "1", "enter"}, "tick 0"},
		{4, []string{"7", "space", "enter"}, "pass"},
		{4, []string{"enter"}, "pass"},                 // as on every question
		{4, []string{"down", "enter"}, ""},             // a hovered entry is no tick
		{4, []string{"1", "enter", "enter"}, "tick 0"}, // an Enter too many
		{4, []string{"1", "enter", "b", "enter"}, "tick 0; back; pass"},
		{4, []string{"1", "enter", "b", "1", "enter", "b", "b"}, "tick 0; back; back"}, // nothing is ticked
		{4, []string{"1", "enter", "b", "3", "enter"}, "tick 0; back; tick 0 2"},
		{4, []string{"?", "n", "why", "enter"}, "unknown; na why"},
		{4, []string{"1", "n", "esc", "3", "enter"}, "tick 0 2"},
		{4, []string{"1", "m", "as of May", "enter", "e", "list", "enter", "h", "x", "2", "enter"},
			"note as of May; evidence list; tick 0 1"},
		{4, []string{"1", "t", "3", "enter"}, "tick 0 2"},
		{4, []string{"1", "b", "3", "enter"}, "tick 0 2"}, // b says what it would lose
		{4, []string{"1", "b", "b", "enter"}, "back; pass"},
		{4, []string{"1", "?", "u", "u"}, "undo"},
		{4, []string{"1", "q", "z", "q", "enter"}, "tick 0"},
		{4, []string{"1", "o", "enter"}, "tick 0"},
		{4, []string{"p", "enter", "u"}, "park; undo"},

		{12, []string{"1", "2", "enter"}, "tick 11"},
		{12, []string{"3", "12", "enter"}, "tick 2 11"},
		{12, []string{"1", "enter", "enter"}, "tick 0"}, // the first Enter ends the number
		{12, []string{"1 3 12", "enter"}, "tick 0 2 11"},
		{12, []string{"13", "4", "enter"}, "tick 3"}, // there is no 13
		{12, []string{"1", "m", "x", "enter", "enter"}, "note x; pass"},
		{12, []string{"0", "enter"}, "tick 12"},
	} {
		r := list(tt.options)
		press(testScreen(t, r, 80, 24), tt.keys...)
		if got := strings.Join(r.done, "; "); got != tt.done {
			t.Errorf("%d options, %v: %q, not %q", tt.options, tt.keys, got, tt.done)
		}
	}
}

// What is ticked, what it comes to, and what the last key led to can be seen at every size.
func TestListShows(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 14}} {
		r := list(12)
		s := testScreen(t, r, size[0], size[1])
		for _, step := range []struct{ key, want string }{
			{"2", ">[x]  2  Tool 2"}, {"12", ">[x] 12  Tool 12"}, {"z", "Ticked: 2 of 12. Enter records it."},
			{"1", "1_: one more digit"}, {"9", "There is no 19."}, {"0", ">[x]  0  Nothing"},
			{"0", "Nothing is ticked yet."},
			{"enter", "0 stands for: Nothing of it"}, {"2", ">[x]  2"}, {"b", "b once more drops it"},
		} {
			press(s, step.key)
			view := s.View()
			if !strings.Contains(joined(view), joined(step.want)) {
				t.Errorf("%v, %s: no %q in\n%s", size, step.key, step.want, view)
			}
			for l := range strings.SplitSeq(view, "\n") {
				if cells.Width(l) > size[0] || strings.Count(view, "\n") >= size[1] {
					t.Errorf("%v:\n%s", size, view)
				}
			}
		}
	}
}

// joined is a text on one line.
func joined(text string) string { return strings.Join(strings.Fields(text), " ") }

// Votes on a list are one word each; one word is what the room agrees on.
func TestListVotes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ keys, done []string }{
		{[]string{"1", "+3, 2, -", "enter", "1", "+3", "enter"}, []string{"votes 1+3, 2, -", "tick 0 2"}},
		{[]string{"v", "1 + 3 2 n", "enter"}, []string{"voice 1 + 3 2 n"}},
		{[]string{"?", ", 2, 0", "enter"}, []string{"votes ?, 2, 0"}},
		{[]string{"1", " 2", "enter"}, nil}, // a voice is missing
		{[]string{"down", "space", "down", "space", "enter"}, []string{"tick 0 1"}},
		{[]string{"enter"}, []string{"pass"}},
	} {
		r := list(4)
		for i := range r.cards {
			r.cards[i].Voices = []string{"A", "B", "C"}
		}
		press(testScreen(t, r, 80, 24), tt.keys...)
		if !slices.Equal(r.done, tt.done) {
			t.Errorf("%v: %q", tt.keys, r.done)
		}
	}
}

func TestTicks(t *testing.T) {
	t.Parallel()
	choices := append(list(4).cards[0].Choices, Choice{Key: "5", Name: "n"})
	for text, want := range map[string][]int{
		"1 3": {0, 2}, "3,1": {0, 2}, "1+3": {0, 2}, "1、3": {0, 2}, "tool-2 Tool-4": {1, 3}, "1 1": {0},
		"0": {4}, "0 1": nil, "9": nil, "1 9": nil, "": nil, "01": nil, "n 1": nil, "5": {5}, "[]": nil,
	} {
		got, ok := Ticks(text, choices)
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("%q: %v %t", text, got, ok)
		}
	}
	for text, want := range map[string][]string{
		"1+3, 2, -": {"1+3", "2", "-"}, "1 3, 2, -": {"1 3", "2", "-"}, "1 + 3 2 -": {"1+3", "2", "-"},
		"1+3": {"1+3"}, "n；?；crm": {"n", "?", "crm"}, "": nil,
	} {
		if got := ListWords(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestListInLines(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		voices int
		typed  string
		done   string
		says   string
	}{
		{0, "1 3\n2,4\n0\n", "tick 0 2; tick 1 3; tick 4", "as 1 3."},
		{0, "tool-1 tool-3\nn tool-1\n?\n", "tick 0 2; na tool-1; unknown", ""},
		{0, "9\n1 9\nnothing\n13\n\n", "pass", "Type numbers out of 1, 2, 3, 4, 0"},
		{0, "1 0\n1\n", "tick 0", "0 can't be ticked beside others."},
		{0, "h\nm note\ne list\n1+2\n", "note note; evidence list; tick 0 1", "or their names in the"},
		{1, "1 3\n", "tick 0 2", ""},
		{3, "1 3 2\n1+3 - n\n1+3\n", "votes 1 3 2; votes 1+3 - n; tick 0 2", ""},
		{3, "1 3\n1+9 2 3\n1\n", "tick 0", "what each ticks, joined by +"},
	} {
		r := list(4)
		for i := range r.cards {
			r.cards[i].Voices = []string{"A", "B", "C"}[:tt.voices]
		}
		var out bytes.Buffer
		if err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader(tt.typed))), &out, r); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.done, "; "); got != tt.done || !strings.Contains(out.String(), tt.says) {
			t.Errorf("%q: %q, not %q\n%s", tt.typed, got, tt.done, out.String())
		}
	}
}

func TestTyping(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		keys []string
		done string
	}{
		{[]string{"nothing like it", "enter"}, "type nothing like it"}, // no letter is a key
		{[]string{"enter"}, "pass"},
		{[]string{"NL", "enter", "enter", "2", "50", "enter", "enter", "DE", "enter"}, "type NL; type 250; type DE"},
		{[]string{"esc", "n", "why", "enter"}, "na why"},
		{[]string{"esc", "?"}, "unknown"},
		{[]string{"N", "esc", "?", "enter", "L", "enter"}, "type NL"}, // ? says what it would lose
		{[]string{"N", "esc", "?", "?"}, "unknown"},
		{[]string{"N", "esc", "m", "so far", "enter", "L", "enter"}, "note so far; type NL"},
		{[]string{"NL", "esc", "t", "enter"}, "type NL"},
		{[]string{"N", "esc", "h", "x", "L", "enter"}, "type NL"},
		{[]string{"esc", "up", "enter"}, "pass"},
		{[]string{"NL", "enter", "b", "enter", "enter"}, "type NL; back; pass"},
		{[]string{"NL", "enter", "bbb", "enter", " BV", "enter"}, "type NL; back; back; back; type NL BV"},
		{[]string{"NL", "enter", "b", "enter", " BV", "esc", "m", "x", "enter", "enter"},
			"type NL; back; note x; type NL BV"},
		{[]string{"NL", "enter", "z", "12", "z", "enter", "esc", "enter"}, "type NL; pass"}, // 12z is refused
		{[]string{"NL", "enter", "1", "esc", "?"}, "type NL; unknown"},
		{[]string{"NL", "enter", "1x", "enter", "esc", "b"}, "type NL; back"}, // Esc drops a number
		{[]string{"NL", "enter", "down", "enter", "12", "enter"}, "type NL; type 12"},
		{[]string{"NL", "enter", "－１２", "enter"}, "type NL; type -12"},
		{[]string{"NL", "enter", "p", "enter", "esc", "u"}, "type NL; park; undo"},
	} {
		r := typedCards()
		press(testScreen(t, r, 80, 24), tt.keys...)
		if got := strings.Join(r.done, "; "); got != tt.done {
			t.Errorf("%v: %q, not %q", tt.keys, got, tt.done)
		}
	}
}

func TestTypedInLines(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ typed, done string }{
		{"Netherlands\n250\nN.V.\n", "type Netherlands; type 250; type N.V."},
		{"= n something\n＝25\n=b\n", "type n something; type 25; type b"},
		{"n not ours\n?\n\n", "na not ours; unknown; pass"},
		{"m so far\nh\ne list\n=\nb\nq\n", "note so far; evidence list; back"},
		{"NL\nmany\n３\n", "type NL; type 3"},
	} {
		r := typedCards()
		var out bytes.Buffer
		if err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader(tt.typed))), &out, r); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.done, "; "); got != tt.done || !strings.Contains(out.String(), "Type the text.") {
			t.Errorf("%q: %q, not %q\n%s", tt.typed, got, tt.done, out.String())
		}
	}
}

func TestListGoldens(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		flow          *recorder
		width, height int
		keys          []string
	}{
		"list":         {list(5), 80, 24, []string{"1", "3"}},
		"list-compact": {list(12), 60, 20, []string{"2", "12", "1"}},
		"list-chinese": {list(5), 60, 20, []string{"t", "2"}},
		"list-back":    {list(5), 80, 24, []string{"1 3", "enter", "b"}},
		"list-votes":   {voted(), 60, 20, []string{"down", "space"}},
		"text":         {typedCards(), 60, 20, []string{"Nether"}},
		"text-keys":    {typedCards(), 60, 20, []string{"Nether", "esc"}},
		"number":       {typedCards(), 60, 20, []string{"NL", "enter", "12x", "enter"}},
	} {
		s := testScreen(t, tt.flow, tt.width, tt.height)
		press(s, tt.keys...)
		golden(t, name, s.View()+"\n")
	}
}

// voted is a long list that three voices voted on.
func voted() *recorder {
	r := list(12)
	r.cards[0].Voices = []string{"Retail", "IT", "Risk"}
	r.cards[0].Spread = []string{"Votes: 1 ●  2 ●", "Nothing is ticked by all."}
	return r
}
