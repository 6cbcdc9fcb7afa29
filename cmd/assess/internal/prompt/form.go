package prompt

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// ask opens a form of one text for the card.
func (s *screen) ask(kind Kind, text string) tea.Cmd {
	label := map[Kind]string{NotApplicable: "ask.reason", Note: "ask.note", Evidence: "ask.evidence"}[kind]
	title := s.flow.Words().Say("ask.votes", strings.Join(s.card.Voices, ", "))
	if kind != Votes {
		title = s.flow.Words().Say(label)
	}
	s.mode, s.asking, s.text = typing, kind, text
	keys := huh.NewDefaultKeyMap()
	keys.Quit = key.NewBinding(key.WithDisabled())
	field := huh.NewInput().Title(title).Value(&s.text)
	s.form = huh.NewForm(huh.NewGroup(field)).WithShowHelp(false).WithShowErrors(false).WithTheme(s.theme()).WithKeyMap(keys).WithWidth(max(10, s.width))
	return s.form.Init()
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
// lost), Esc drops it, Ctrl+C stops with it unsaid.
func (s *screen) inText(msg tea.KeyMsg) tea.Cmd {
	switch msg.String() {
	case "enter":
		return s.confirmed()
	case "esc":
		s.refresh()
		return nil
	case "ctrl+c":
		return s.do(Action{Kind: Stop})
	}
	return s.pass(msg)
}

// confirmed reports the text typed. An empty reason or document is none.
func (s *screen) confirmed() tea.Cmd {
	text := strings.TrimSpace(s.text)
	if text == "" && s.asking != Note {
		s.refresh()
		return nil
	}
	return s.do(Action{Kind: s.asking, Text: text})
}
