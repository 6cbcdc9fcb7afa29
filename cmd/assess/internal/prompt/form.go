package prompt

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// ask opens a form of one text for the card, with what was begun of it before.
func (s *screen) ask(kind Kind, text string) tea.Cmd {
	s.mode, s.asking, s.before = typing, kind, text
	if begun, ok := s.kept[textOf{kind, s.card.ID}]; ok {
		text = begun
	}
	return s.openForm(text)
}

// textLines is how many lines a text of several has in sight.
const textLines = 4

// openForm opens the form with a text in it.
func (s *screen) openForm(text string) tea.Cmd {
	s.text, s.card.Message = text, ""
	keys := huh.NewDefaultKeyMap()
	keys.Quit = key.NewBinding(key.WithDisabled())
	var field huh.Field
	switch covered := s.asking == Votes && len(s.card.Voices) > 1 && !s.card.Voted; {
	case s.manyLines():
		field = huh.NewText().Value(&s.text).Lines(min(textLines, max(2, s.height/6))).
			ExternalEditor(false).CharLimit(0)
	case covered: // nobody follows anybody
		field = huh.NewInput().Value(&s.text).EchoMode(huh.EchoModePassword)
	default:
		field = huh.NewInput().Value(&s.text)
	}
	s.form = huh.NewForm(huh.NewGroup(field)).WithShowHelp(false).WithShowErrors(false).
		WithTheme(s.theme()).WithKeyMap(keys).WithWidth(max(10, s.width))
	return s.form.Init()
}

// manyLines reports whether the text typed may have several lines.
func (s *screen) manyLines() bool { return s.asking == Note || s.asking == Documents }

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
	if s.asking == Voice {
		return s.flow.Words().Say("ask.voice", strings.Join(s.card.Voices, s.flow.Words().Say("next")))
	}
	if s.asking == Area {
		row, _ := s.overview.underRow()
		return s.flow.Words().Say("ask.area", row.Title)
	}
	return s.flow.Words().Say(map[Kind]string{
		NotApplicable: "ask.reason", Note: "ask.note", Documents: "ask.evidence", Decide: "ask.decide",
		Park: "ask.park",
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
		nothingLost := text == "" || text == strings.TrimSpace(s.before) ||
			s.asking == Type && text == s.card.Answer
		if nothingLost || s.card.Message == unsaid {
			return s.do(Action{Kind: Stop})
		}
		s.card.Message = unsaid
		return nil
	}
	return s.pass(msg)
}

// keeps are the keys of the texts that Esc keeps as drafts.
var keeps = map[Kind]string{NotApplicable: "n", Note: "m", Documents: "e", Decide: "x", Park: "p"}

// dropped leaves the text typed and goes back to where it was asked for. What took effort to type
// is kept as a draft. An answer that may be any text is kept, too: Esc leads from it to the keys.
func (s *screen) dropped() tea.Cmd {
	asking := s.asking
	if key, ok := keeps[asking]; ok {
		return s.keepDraft(key)
	}
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

// keepDraft goes back to the card, or to the end, and keeps what was typed and is not recorded.
func (s *screen) keepDraft(key string) tea.Cmd {
	about, text := textOf{s.asking, s.card.ID}, strings.TrimSpace(s.text)
	begun := text != "" && text != strings.TrimSpace(s.before)
	delete(s.kept, about)
	if begun {
		s.kept[about] = s.text
	}
	cmd := s.refresh()
	if s.card.Message = ""; begun {
		s.card.Message = s.flow.Words().Say("drafted", key)
	}
	return cmd
}

// confirmed reports the text typed. No document and no vote is none; a text that is
// refused stays, to be mended. One value where voices vote is what they agree on.
func (s *screen) confirmed() tea.Cmd {
	kind, text := s.asking, strings.TrimSpace(s.text)
	switch {
	case text == "" && (kind == Votes || kind == Voice || kind == Decide):
		return s.refresh()
	case kind == Type:
		return s.typedAnswer(text)
	}
	delete(s.kept, textOf{kind, s.card.ID})
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
	s.settled = kind != Note && kind != Documents
	return cmd
}
