package prompt

import (
	"slices"
	"strings"
	"testing"
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
