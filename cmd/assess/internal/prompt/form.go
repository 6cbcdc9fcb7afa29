package prompt

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// ask opens a form of one text for the card.
func (s *screen) ask(kind Kind, text string) tea.Cmd {
	s.mode, s.asking, s.text = typing, kind, text
	s.card.Message = ""
	keys := huh.NewDefaultKeyMap()
	keys.Quit = key.NewBinding(key.WithDisabled())
	field := huh.NewInput().Value(&s.text)
	if kind == Votes && len(s.card.Voices) > 1 && len(s.card.Spread) == 0 { // nobody follows anybody
		field.EchoMode(huh.EchoModePassword)
	}
	s.form = huh.NewForm(huh.NewGroup(field)).WithShowHelp(false).WithShowErrors(false).
		WithTheme(s.theme()).WithKeyMap(keys).WithWidth(max(10, s.width))
	return s.form.Init()
}

// label says what the text is for.
func (s *screen) label() string {
	switch {
	case s.asking == Votes && len(s.card.Voices) == 0 && s.card.Counted != "":
		return s.card.Counted
	case s.asking == Votes && len(s.card.Voices) == 0:
		return s.flow.Words().Say("ask.value")
	case s.asking == Votes:
		return votesOf(s.card, s.flow.Words())
	}
	if s.asking == Type {
		return s.card.Typed
	}
	if s.asking == Area {
		row, _ := s.overview.underRow()
		return s.flow.Words().Say("ask.area", row.Title)
	}
	return s.flow.Words().Say(map[Kind]string{
		NotApplicable: "ask.reason", Note: "ask.note", Evidence: "ask.evidence", Decide: "ask.decide",
	}[s.asking])
}

// theme is the one of sixteen colours, or without any.
func (s *screen) theme() *huh.Theme {
	if s.opts.NoColor {
		return huh.ThemeBase()
	}
	return huh.ThemeBase16()
}

// inText carries out a key while a text is typed: Enter confirms it at once (a
// form takes several messages to complete, and keys typed meanwhile would be
// lost), Esc drops it. Ctrl+C stops with it unsaid, and where that loses something it
// says so the first time.
func (s *screen) inText(msg tea.KeyMsg) tea.Cmd {
	settled := s.settled
	s.settled = false
	switch msg.String() {
	case "enter":
		if settled && s.asking == Type { // of the question before, out of habit
			return nil
		}
		return s.confirmed()
	case "esc":
		return s.dropped()
	case "ctrl+c":
		unsaid := s.flow.Words().Say("unsaid")
		text := strings.TrimSpace(s.text)
		nothingLost := text == "" || s.asking == Note && text == s.card.Note ||
			s.asking == Type && text == s.card.Answer
		if nothingLost || s.card.Message == unsaid {
			return s.do(Action{Kind: Stop})
		}
		s.card.Message = unsaid
		return nil
	}
	return s.pass(msg)
}

// dropped drops the text typed and goes back to where it was asked for. An answer that may be
// any text is kept: Esc leads from it to the keys.
func (s *screen) dropped() tea.Cmd {
	asking := s.asking
	if asking == Type && s.card.Free {
		s.draft.text = s.text
		s.form, s.mode, s.scroll, s.cursor = nil, choosing, 0, 0
		return nil
	}
	if asking == Type {
		s.draft = recordedBy(s.card)
	}
	cmd := s.refresh()
	s.card.Message = ""
	if asking == Area {
		s.form, s.mode = nil, viewing
	}
	return cmd
}

// confirmed reports the text typed. No document and no vote is none; a text that is
// refused stays, to be mended. One value where voices vote is what they agree on.
func (s *screen) confirmed() tea.Cmd {
	kind, text := s.asking, strings.TrimSpace(s.text)
	switch {
	case text == "" && (kind == Evidence || kind == Votes || kind == Decide):
		return s.refresh()
	case kind == Type:
		return s.typedAnswer(text)
	}
	action := Action{Kind: kind, Text: text}
	if kind == Area {
		action.Choice = s.area
	}
	if kind == Votes {
		action.Text = plain(text)
		if answer, ok := answerTyped(action.Text, s.card); ok {
			action = answer
		}
	}
	cmd := s.do(action)
	if s.card.Refused {
		message := s.card.Message
		cmd = s.ask(kind, text)
		s.card.Message = message
	}
	s.settled = kind != Note
	return cmd
}
