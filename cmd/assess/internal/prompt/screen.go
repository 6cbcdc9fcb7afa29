package prompt

import (
	"context"
	"errors"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// ScreenOptions choose how a screen looks.
type ScreenOptions struct {
	Now     func() time.Time // the clock, by which a terminal's sequences are told from keys
	NoColor bool
}

// Screen asks on a terminal, one card per screen, until the flow is done with
// or stopped. What was chosen has been reported when Screen returns, however it
// ends: by a stop, a cancelled context, or an error of the flow.
func Screen(ctx context.Context, in io.Reader, out io.Writer, flow Flow, opts ScreenOptions) error {
	s := newScreen(flow, opts)
	program := tea.NewProgram(s, tea.WithContext(ctx), tea.WithInput(fromTerminal(in, opts.Now)),
		tea.WithOutput(out),
		tea.WithAltScreen(), tea.WithoutSignalHandler())
	_, err := program.Run()
	switch {
	case s.err != nil:
		return s.err
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, tea.ErrInterrupted):
		return nil
	}
	return err
}

// mode is what the screen is doing.
type mode int

const (
	choosing mode = iota // a card with its choices
	opening              // what stands before the first question
	typing               // a text for the card: reason, note or evidence
	helping              // what explains the card
	viewing              // the overview
	agreeing             // what can be confirmed together
	finished             // the summary
)

// leave is the cursor on the first entry of the list: nothing is chosen.
const leave = -1

// screen is the program's model. The list of choices is its own: a list of a
// form library takes its first entry as chosen, and an answer must never come
// from where a cursor happens to rest. Texts are typed into a small form.
type screen struct {
	flow Flow
	opts ScreenOptions

	width, height int
	mode          mode
	card          Card
	cursor        int       // the choice hovered, leave for none
	form          *huh.Form // while typing
	text          string    // as typed into the form so far
	before        string    // what the form began with
	asking        Kind      // what the text is for
	area          int       // with Area: the Index of a mark of the dimension
	scroll        int       // first line shown where the body is too long
	standing      bool      // the dimension's standing is shown
	who           bool      // who said what is shown
	settled       bool      // the last key answered; an Enter right after it says nothing new
	squeeze       squeeze   // what makes way on the screen
	last          pressed   // the key that answered last
	counted       string    // the digit that the last key chose, where a share is counted
	draft         draft     // said to the question in hand, and not confirmed
	kept          drafts    // texts that Esc left
	begun         string    // on a list: the first digit of a number
	ticked        bool      // on a list: the last key was the last digit of a number
	hint          string    // what the last key led to, where it was no action
	warned        string    // the last key, where it would have lost a draft
	start         tea.Cmd   // of the first card
	overview      overview  // while viewing
	stopped       bool      // what is typed after the stop is for nobody
	err           error
}

func newScreen(flow Flow, opts ScreenOptions) *screen {
	s := &screen{flow: flow, opts: opts, width: 80, height: 24, kept: drafts{}}
	s.start = s.refresh()
	return s
}

// Init starts the first card, where it is a line to type into, and the clock.
func (s *screen) Init() tea.Cmd {
	if s.card.Clock == nil {
		return s.start
	}
	return tea.Batch(s.start, tick())
}

// A second says that one has passed.
type second struct{}

// tick waits for the next second.
func tick() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return second{} }) }

// refresh shows the flow's present card, with the recorded choice hovered. What votes
// propose is not: people agree on it in so many words. What was begun on the question and not
// confirmed stays.
func (s *screen) refresh() tea.Cmd {
	begun, cursor, question := s.unrecorded(), s.cursor, s.card.ID
	if s.card = s.flow.Card(); s.card.ID != question {
		s.who = false // it was asked of the question before
	}
	s.form, s.scroll, s.cursor = nil, 0, s.card.Chosen
	if begun && s.draft.fits(s.card) {
		s.cursor = cursor
	} else {
		s.draft = recordedBy(s.card)
	}
	switch {
	case s.card.Done:
		s.mode = finished
	case len(s.card.Opening) > 0:
		s.mode = opening
		return nil
	default:
		s.mode = choosing
	}
	if s.card.Answer != "" {
		s.cursor = 0
	}
	return s.openFree()
}

// do reports an action and shows what it led to.
func (s *screen) do(a Action) tea.Cmd {
	if a.Kind == Stop {
		s.stopped = true
		return tea.Quit
	}
	if err := s.flow.Do(a); err != nil {
		s.err = err
		return tea.Quit
	}
	return s.refresh()
}
