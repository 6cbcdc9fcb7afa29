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
	s.form = huh.NewForm(huh.NewGroup(field)).WithShowHelp(false).WithShowErrors(false).
		WithTheme(s.theme()).WithKeyMap(keys).WithWidth(max(10, s.width))
	return s.form.Init()
}

// label says what the text is for.
func (s *screen) label() string {
	switch {
	case s.asking == Votes && len(s.card.Voices) == 0 && s.card.Counted != "":
		return s.card.Counted
	case s.asking == Votes && len(s.card.Voices) == 0 && s.card.List != "":
		return s.flow.Words().Say("line.list")
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
	key := map[Kind]string{NotApplicable: "ask.reason", Note: "ask.note", Evidence: "ask.evidence"}[s.asking]
	return s.flow.Words().Say(key)
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
	switch msg.String() {
	case "enter":
		return s.confirmed()
	case "esc":
		back := s.asking == Area
		s.refresh()
		s.card.Message = ""
		if back {
			s.mode = viewing
		}
		return nil
	case "ctrl+c":
		unsaid := s.flow.Words().Say("unsaid")
		text := strings.TrimSpace(s.text)
		nothingLost := text == "" || s.asking == Note && text == s.card.Note
		if nothingLost || s.card.Message == unsaid {
			return s.do(Action{Kind: Stop})
		}
		s.card.Message = unsaid
		return nil
	}
	return s.pass(msg)
}

// confirmed reports the text typed. No document and no vote is none; a text that is
// refused stays, to be mended. One value where voices vote is what they agree on.
func (s *screen) confirmed() tea.Cmd {
	kind, text := s.asking, strings.TrimSpace(s.text)
	if text == "" && (kind == Evidence || kind == Votes) {
		s.refresh()
		return nil
	}
	if text == "" && kind == Type {
		return s.do(Action{Kind: Pass})
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
