package prompt

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// Before the first question stands how to answer; no key but Enter and the space bar goes on, and
// no digit answers what is not seen.
func TestOpening(t *testing.T) {
	t.Parallel()
	r := &recorder{cards: cards(english), opening: []string{"How to choose."}}
	s := testScreen(t, r, 80, 24)
	press(s, "3", "f", "h", "x")
	if view := s.View(); len(r.done) > 0 || !strings.Contains(view, "How to choose.") {
		t.Fatalf("%v\n%s", r.done, view)
	}
	if press(s, "enter", "3"); !slices.Equal(r.done, []string{"choose 3"}) {
		t.Error(r.done)
	}
}

// A text left with Esc comes back; who stops with one that is not recorded is told once.
func TestDrafts(t *testing.T) {
	t.Parallel()
	r := &recorder{cards: cards(english)}
	s := testScreen(t, r, 80, 24)
	press(s, "m", "half a note", "esc")
	if !strings.Contains(s.View(), "draft") {
		t.Error(s.View())
	}
	if press(s, "q"); s.stopped {
		t.Error("stopped without a word about the draft")
	}
	press(s, "m", " more", "enter")
	if !slices.Equal(r.done, []string{"note half a note more"}) {
		t.Error(r.done)
	}
	if press(s, "q"); !s.stopped {
		t.Error("not stopped")
	}
}

// Keys that mean nothing now are not shown.
func TestIdleKeys(t *testing.T) {
	t.Parallel()
	all := cards(english)
	s := testScreen(t, &recorder{cards: all}, 80, 24)
	if view := s.View(); strings.Contains(view, "w who") || !strings.Contains(view, "u undo") {
		t.Error(view)
	}
}

// Words that arrive together, as a fast terminal sends them, are text: none is the key of its name.
func TestWordsAreNoKeys(t *testing.T) {
	t.Parallel()
	r := &recorder{cards: cards(english)}
	s := testScreen(t, r, 80, 24)
	press(s, "m")
	for _, word := range []string{"left", " ", "to", " ", "the", " ", "end", " ", "esc", " ", "enter"} {
		send(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)})
	}
	if press(s, "enter"); !slices.Equal(r.done, []string{"note left to the end esc enter"}) {
		t.Error(r.done)
	}
}

// Who said what is shown for the question that it was asked of.
func TestWhoIsCoveredOnTheNextQuestion(t *testing.T) {
	t.Parallel()
	all := cards(english)
	for i := range all {
		all[i].ID = fmt.Sprint(i)
		all[i].Spread, all[i].Said, all[i].Voices = []string{"Votes"}, "Who: A 2", []string{"A", "B"}
	}
	s := testScreen(t, &recorder{cards: all}, 80, 24)
	if press(s, "w"); !strings.Contains(s.View(), "Who: A 2") {
		t.Error("w shows nobody")
	}
	if press(s, "f"); strings.Contains(s.View(), "Who: A 2") {
		t.Error("who said what is still shown on the next question")
	}
}
