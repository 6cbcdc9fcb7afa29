package prompt

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// On a list keys tick and Enter records.

// toggle ticks a choice or takes its tick away. One that stands alone takes those of the others
// away, and they take its.
func (s *screen) toggle(i int) {
	on := !s.draft.ticks[i]
	for j, c := range s.card.Choices {
		if on && (s.card.Choices[i].Alone || c.Alone) {
			s.draft.ticks[j] = false
		}
	}
	s.draft.ticks[i], s.cursor = on, i
}

// onList carries out the keys that only a list has, and reports whether this is one of them.
func (s *screen) onList(name string) (cmd tea.Cmd, done bool) {
	begun, followed := s.begun, s.ticked
	s.begun, s.ticked = "", false
	digit := len(name) == 1 && name >= "0" && name <= "9"
	switch {
	case digit && len(s.card.Voices) == 0:
		s.digit(begun + name)
	case (name == " " || name == "enter") && begun != "":
		s.digitsEnd(begun)
	case name == " " && followed: // 1 3 12: it separates
	case name == " " && s.cursor != leave:
		s.toggle(s.cursor)
	case name == "enter":
		return s.confirmTicks(), true
	default:
		return nil, name == " "
	}
	return nil, true
}

// digit takes what was typed of a number: it ticks as soon as no longer number begins like it.
func (s *screen) digit(typed string) {
	longer := slices.ContainsFunc(s.card.Choices, func(c Choice) bool {
		return len(c.Key) > len(typed) && strings.HasPrefix(c.Key, typed)
	})
	if !longer {
		s.digitsEnd(typed)
		return
	}
	s.begun = typed
	s.hint = s.flow.Words().Say("ticks.begun", typed)
}

// digitsEnd ticks the choice of a number.
func (s *screen) digitsEnd(typed string) {
	i := choice(typed, s.card.Choices)
	if i < 0 {
		s.hint = s.flow.Words().Say("ticks.none", typed)
		return
	}
	s.toggle(i)
	s.ticked = true
}

// confirmTicks reports what is ticked. Nothing ticked says nothing: that none of it is there is
// a choice to be ticked.
func (s *screen) confirmTicks() tea.Cmd {
	ticked := s.draft.ticked()
	if !s.unrecorded() && (len(ticked) > 0 || s.cursor == leave) {
		return s.do(Action{Kind: Pass})
	}
	if len(ticked) == 0 {
		s.hint = s.flow.Words().Say("ticks.nothing")
		for _, c := range s.card.Choices {
			if c.Alone {
				s.hint = s.flow.Words().Say("ticks.nothing.alone", c.Key, c.Text)
			}
		}
		return nil
	}
	cmd := s.do(Action{Kind: Tick, Ticked: ticked})
	s.settled = true
	return cmd
}

// status is what stands above the keys. On a list, which may be longer than the screen, it is what
// the last action led to, and what is ticked.
func (s *screen) status() []string {
	if s.mode != choosing {
		return nil
	}
	var said, message []string
	switch {
	case s.hint != "":
		said = s.wrapped([]string{"! " + s.hint})
	case s.card.Many:
		said = s.wrapped([]string{s.ticksSaid()})
	}
	if s.card.Many {
		message = s.messageLines()
	}
	most := max(1, s.height/5)
	said = said[:min(len(said), most)]
	return append(message[:min(len(message), most-len(said))], said...)
}

// ticksSaid says what is ticked, and whether that waits for Enter.
func (s *screen) ticksSaid() string {
	words, ticked := s.flow.Words(), s.draft.ticked()
	switch {
	case len(ticked) == 0:
		return words.Say("ticks.empty")
	case s.unrecorded():
		return words.Say("ticks.begun.sum", s.card.Tally(ticked))
	}
	return words.Say("ticks.sum", s.card.Tally(ticked))
}
