package prompt

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess/cells"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "rewrite the expected screens")

// press sends keys to a screen: a name such as enter, or characters that arrive
// together. It runs what they start, as the program would.
func press(s *screen, keys ...string) {
	named := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "space": tea.KeySpace, "ctrl+c": tea.KeyCtrlC,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	}
	for _, k := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
		if t, ok := named[k]; ok {
			msg = tea.KeyMsg{Type: t}
		}
		send(s, msg)
	}
}

// send delivers a message and, where it leads to several at once, those too.
// What a form starts (a blinking cursor) is left out: texts are tested with the
// real program.
func send(s *screen, msg tea.Msg) { s.Update(msg) }

func testScreen(t *testing.T, flow Flow, width, height int) *screen {
	t.Helper()
	s := newScreen(flow, ScreenOptions{NoColor: true})
	send(s, tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

func TestScreenKeys(t *testing.T) {
	t.Parallel()
	tests := []struct {
		keys []string
		done string
	}{
		{[]string{"3"}, "choose 3"},
		{[]string{"342"}, "choose 3; choose 4; choose 2"}, // typed fast
		{[]string{"6", "0", "x", "space"}, ""},
		{[]string{"enter"}, "pass"}, // the cursor rests on no answer
		{[]string{"up", "enter"}, "pass"},
		{[]string{"down", "enter"}, "choose 1"},
		{[]string{"down", "down", "down", "up", "enter"}, "choose 2"},
		{[]string{"down", "down", "down", "down", "down", "down", "down", "enter"}, "choose 5"},
		{[]string{"?"}, "unknown"},
		{[]string{"3", "b", "f"}, "choose 3; back; forward"},
		{[]string{"right", "left"}, "forward; back"},
		{[]string{"n", "esc", "2"}, "choose 2"},
		{[]string{"n", "ctrl+c"}, ""},
		// it says first that text would be lost
		{[]string{"m", "half a note", "ctrl+c", " more", "enter", "b"}, "note half a note more; back"},
		{[]string{"m", "3", "esc"}, ""}, // a digit in a note is no answer
		{[]string{"h", "3", "4"}, "choose 4"},
		{[]string{"h", "down", "up", "x", "4"}, "choose 4"},
		{[]string{"q"}, ""},
		{[]string{"3", "enter", "2", "enter", "enter"}, "choose 3; choose 2; pass"}, // 3 Enter out of habit
		{[]string{"n", "enter", "why", "enter"}, "na why"},                          // it waits for a reason
		{[]string{"？", "２"}, "unknown; choose 2"},
		{[]string{"3", "3", "3", "3", "b"}, "choose 3; choose 3; choose 3; back"},
	}
	for _, tt := range tests {
		flow := &recorder{cards: cards(english)}
		press(testScreen(t, flow, 80, 24), tt.keys...)
		if got := strings.Join(flow.done, "; "); got != tt.done {
			t.Errorf("%v: %s, want %s", tt.keys, got, tt.done)
		}
	}
}

func TestScreenSwitchesLanguage(t *testing.T) {
	t.Parallel()
	flow := &recorder{cards: cards(english)}
	s := testScreen(t, flow, 80, 24)
	before := s.View()
	press(s, "t")
	if s.View() == before || len(flow.done) > 0 {
		t.Errorf("t changed nothing, or answered %v", flow.done)
	}
	press(s, "t")
	if s.View() != before {
		t.Error("t twice is not where it began")
	}
}

func TestScreenIgnoresPastesOnACard(t *testing.T) {
	t.Parallel()
	flow := &recorder{cards: cards(english)}
	send(testScreen(t, flow, 80, 24), tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("3"), Paste: true})
	if len(flow.done) > 0 {
		t.Errorf("recorded %v", flow.done)
	}
}

// Where values are not single digits the value is typed, so that no digit is taken for
// the place of an option.
func TestValuesThatAreNoDigitsAreTyped(t *testing.T) {
	t.Parallel()
	flow := &recorder{cards: []Card{{Chosen: -1,
		Choices: []Choice{{Key: "0", Text: "none"}, {Key: "0.25", Text: "some"}, {Key: "1", Text: "all"}}}}}
	s := testScreen(t, flow, 80, 24)
	if !strings.Contains(s.View(), "0.25  some") {
		t.Errorf("values are not shown:\n%s", s.View())
	}
	press(s, "1", "2")
	press(s, "enter") // 12 is no value
	if len(flow.done) > 0 {
		t.Error(flow.done)
	}
	press(s, "esc", "1", "enter")
	if got := strings.Join(flow.done, "; "); got != "choose 1" {
		t.Error(got)
	}
}

// The real program, with its input and output: texts go through the form.
func TestScreenProgram(t *testing.T) {
	t.Parallel()
	tests := []struct{ typed, done string }{
		{"nno branches\r3q", "na no branches; choose 3"},
		{"monly in sales\r3q", "note only in sales; choose 3"},
		{"ethe minutes\r?q", "evidence the minutes; unknown"},
		{"n\r\x03", ""}, // no reason, nothing said
		{"m好的\r\x03", "note 好的"},
		{"nhalf a reason\x03\x03", ""},
		{"345\r\r", "choose 3; choose 4; choose 5"},
	}
	for _, tt := range tests {
		flow := &recorder{cards: cards(english)}
		r, w := io.Pipe()
		go func() { // one key at a time, as a terminal sends them
			for _, k := range tt.typed {
				if _, err := io.WriteString(w, string(k)); err != nil {
					return
				}
			}
		}()
		if err := Screen(context.Background(), r, io.Discard, flow, ScreenOptions{}); err != nil {
			t.Errorf("%q: %v", tt.typed, err)
		}
		r.Close()
		if got := strings.Join(flow.done, "; "); got != tt.done {
			t.Errorf("%q: %s, want %s", tt.typed, got, tt.done)
		}
	}
}

func TestScreenEndsWithItsContextAndItsFlow(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, w := io.Pipe()
	defer w.Close()
	err := Screen(ctx, r, io.Discard, &recorder{cards: cards(english)}, ScreenOptions{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	full := errors.New("disk full")
	if err := Screen(context.Background(), strings.NewReader("3"), io.Discard,
		&recorder{cards: cards(english), fail: full}, ScreenOptions{}); !errors.Is(err, full) {
		t.Errorf("a flow that fails: %v", err)
	}
}

// Whatever the size, the screen stays inside it; from 60x20 on every choice and
// every key can be seen.
func TestScreenFitsEverySize(t *testing.T) {
	t.Parallel()
	for _, anchor := range []string{english, chinese} {
		for width := 20; width <= 200; width += 12 {
			for height := 6; height <= 60; height += 3 {
				s := testScreen(t, &recorder{cards: cards(anchor)}, width, height)
				press(s, "down", "down")
				view := s.View()
				lines := strings.Split(view, "\n")
				if len(lines) > height {
					t.Fatalf("%dx%d: %d lines", width, height, len(lines))
				}
				for _, l := range lines {
					if cells.Width(l) > width {
						t.Fatalf("%dx%d: %d cells: %s", width, height, cells.Width(l), l)
					}
				}
				if width < 60 || height < 20 {
					continue
				}
				for _, want := range []string{"Shared contact history", "> 2  ", "  5  ", "q stop", "question 1 of 3"} {
					if !strings.Contains(view, want) {
						t.Fatalf("%dx%d: %q is not to be seen:\n%s", width, height, want, view)
					}
				}
			}
		}
	}
}

func TestScreenGoldens(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		anchor        string
		width, height int
		keys          []string
	}{
		"full":     {english, 80, 24, []string{"down", "down", "down"}},
		"compact":  {english, 60, 20, []string{"down"}},
		"chinese":  {chinese, 60, 20, []string{"down", "down"}},
		"tiny":     {english, 30, 10, nil},
		"help":     {english, 60, 20, []string{"h"}},
		"finished": {english, 60, 20, []string{"3", "3", "3"}},
		"recorded": {english, 80, 24, []string{"3", "b"}},
	} {
		flow := &recorder{cards: cards(tt.anchor)}
		flow.cards[0].Recorded, flow.cards[0].Chosen, flow.cards[0].Note = "answered 2", 1, "只在零售条线 only in retail"
		s := testScreen(t, flow, tt.width, tt.height)
		press(s, tt.keys...)
		golden(t, name, s.View()+"\n")
	}
}

func TestNoColour(t *testing.T) {
	t.Parallel()
	plain := testScreen(t, &recorder{cards: cards(english)}, 80, 24)
	press(plain, "down")
	if strings.Contains(plain.View(), "\x1b") {
		t.Error("a screen without colours has escapes")
	}
	coloured := newScreen(&recorder{cards: cards(english)}, ScreenOptions{})
	press(coloured, "down")
	if ansi.Strip(coloured.View()) != plain.View() {
		t.Error("colours say something that marks don't")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; got\n%s", name, got)
	}
}

// The path stands above the title; what the answers mean and what to read stand in the help.
func TestPathAndExplanations(t *testing.T) {
	t.Parallel()
	all := cards("An answer.")
	all[0].Path, all[0].References = "Governance / Strategy", []string{"Chapter 2"}
	all[0].Help, all[0].Choices[1].Help = "", "What two means."
	s := testScreen(t, &recorder{cards: all}, 80, 24)
	if view := s.View(); !strings.Contains(view, "Governance / Strategy\nShared contact") {
		t.Errorf("no path:\n%s", view)
	}
	press(s, "h")
	for _, want := range []string{"What the answers mean:\n  2  What two means.", "To read on:\n- Chapter 2"} {
		if view := s.View(); !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
}

// In the overview n asks why nothing in the dimension under the cursor applies; Esc leads back
// there, and an empty reason is asked again.
func TestAreaOutOfScope(t *testing.T) {
	t.Parallel()
	flow := &recorder{cards: cards("An answer.")}
	s := testScreen(t, flow, 80, 24)
	press(s, "o", "down", "n")
	if view := s.View(); !strings.Contains(view, "Why does nothing in “Agile” apply?") || !strings.Contains(view, "Omnichannel") {
		t.Errorf("asked is\n%s", view)
	}
	press(s, "esc")
	if s.mode != viewing || len(flow.done) > 0 {
		t.Errorf("esc leads to %v: %v", s.mode, flow.done)
	}
	press(s, "n", "none here", "enter")
	if got := strings.Join(flow.done, "; "); got != "area 2 none here" {
		t.Error(got)
	}
}

// A digit answers at once also where a share is counted, and becomes a count where a stroke
// follows it; #, = and digits of no choice open a line. Where a number is counted every digit does.
func TestCountsAreTyped(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		bare bool
		keys []string
		done string
	}{
		{false, []string{"8", "/14", "enter"}, "count 8/14"},
		{false, []string{"#", "8 / 14", "enter"}, "count 8 / 14"},
		{false, []string{"3", "enter"}, "choose 3"},
		{false, []string{"3/14", "enter"}, "choose 3; undo; count 3/14"},
		{false, []string{"3", "b", "/"}, "choose 3; back"},
		{false, []string{"=", "3", "enter"}, "choose 3"},
		{false, []string{"8", "/14", "esc"}, ""},
		{true, []string{"3", "enter"}, "count 3"},
		{true, []string{"#", "31", "enter"}, "count 31"},
		{true, []string{"=", "3", "enter"}, "choose 3"},
		{true, []string{"down", "enter"}, "choose 1"},
	} {
		all := cards("An answer.")
		for i := range all {
			all[i].Counted, all[i].BareCount = "Count the processes.", tt.bare
		}
		flow := &recorder{cards: all}
		s := testScreen(t, flow, 80, 24)
		if strings.Count(s.View(), "Count the processes.") != 1 || strings.Contains(s.View(), "=3") != tt.bare {
			t.Errorf("%t shows\n%s", tt.bare, s.View())
		}
		for i, k := range tt.keys {
			if i == 1 && s.mode == typing && strings.Count(s.View(), "Count the processes.") != 1 {
				t.Errorf("typing shows\n%s", s.View())
			}
			press(s, k)
		}
		if got := strings.Join(flow.done, "; "); got != tt.done {
			t.Errorf("%v: %q, not %q", tt.keys, got, tt.done)
		}
	}
}

// A key held down answers one question; the same key pressed twice answers two, and what is
// typed fast is all typed.
func TestKeyHeldDown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		keys string
		gaps []int // before each key, in milliseconds
		done string
	}{
		{"33", []int{0, 150}, "choose 3; choose 3"},
		{"3333333", []int{0, 400, 33, 33, 33, 33, 33}, "choose 3; choose 3; undo"},
		{"3333", []int{0, 33, 33, 33}, "choose 3"}, // the first repeat was not seen
		{"34", []int{0, 20}, "choose 3; choose 4"},
		{"3334", []int{0, 400, 33, 900}, "choose 3; choose 3; undo; choose 4"},
	} {
		now := time.Unix(0, 0)
		flow := &recorder{cards: cards("An answer.")}
		s := newScreen(flow, ScreenOptions{NoColor: true, Now: func() time.Time { return now }})
		for i, key := range tt.keys {
			now = now.Add(time.Duration(tt.gaps[i]) * time.Millisecond)
			press(s, string(key))
		}
		if got := strings.Join(flow.done, "; "); got != tt.done {
			t.Errorf("%s %v: %s, not %s", tt.keys, tt.gaps, got, tt.done)
		}
	}
	now := time.Unix(0, 0)
	flow := &recorder{cards: cards("An answer.")}
	s := newScreen(flow, ScreenOptions{NoColor: true, Now: func() time.Time { return now }})
	if press(s, "333"); len(flow.done) != 3 {
		t.Errorf("typed fast: %v", flow.done)
	}

	now = now.Add(time.Hour) // an undo that fails ends the workshop with its error
	for _, gap := range []time.Duration{0, 400, 33} {
		now = now.Add(gap * time.Millisecond)
		if gap == 33 {
			flow.fail = errors.New("disk full")
		}
		if _, cmd := s.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("3")}); gap == 33 && cmd == nil {
			t.Errorf("the undo failed with %v, and nothing ends", s.err)
		}
	}
}

// The anchors are shown in full before a note, evidence and the second line of keys are.
func TestAnchorsComeFirst(t *testing.T) {
	t.Parallel()
	anchor := strings.Repeat("An anchor of two lines. ", 4)
	all := cards(anchor)
	all[0].Recorded, all[0].Note = "answered 3", strings.Repeat("A note of several lines. ", 9)
	all[0].Evidence = []string{"A document"}
	for height, want := range map[int]bool{32: false, 24: true, 22: true, 20: true, 17: false} {
		view := testScreen(t, &recorder{cards: all}, 80, height).View()
		whole := strings.Count(view, "…") == 0
		if left := strings.Contains(view, "h shows what else"); left != want || !whole {
			t.Errorf("%d lines: left to the help %t, in full %t\n%s", height, left, whole, view)
		}
	}
}
