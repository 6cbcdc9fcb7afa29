package prompt

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Where the answer is typed it is one line. A number or a day begins with a digit, which opens
// the line; a text may begin with any letter, so its line is open at once, and Esc leads to the
// keys. Where a text is recorded the keys come first: who goes back with b, b, b types none.

// markedText returns the answer behind =, with which a text may begin that reads like a command.
func markedText(text string, card Card) (string, bool) {
	if card.Typed == "" {
		return "", false
	}
	for _, mark := range []string{"=", "＝"} {
		if rest, ok := strings.CutPrefix(text, mark); ok && strings.TrimSpace(rest) != "" {
			return typedText(rest, card), true
		}
	}
	return "", false
}

// typedText is what was typed as an answer: a number or a day as a Chinese keyboard types it too.
func typedText(text string, card Card) string {
	if !card.Free {
		text = plain(text)
	}
	return strings.TrimSpace(text)
}

// opensLine reports whether a key opens the line of an answer that is typed.
func (s *screen) opensLine(name string) bool {
	return s.card.Typed != "" && !s.card.Free && len(name) == 1 && strings.Contains("0123456789-.", name)
}

// openFree opens the line of a text that is not recorded yet.
func (s *screen) openFree() tea.Cmd {
	if s.card.Free && (s.card.Answer == "" || s.unrecorded()) {
		return s.openLine()
	}
	return nil
}

// openLine opens the line of an answer that is typed, with what is recorded or was begun. What
// the last action led to stays in sight.
func (s *screen) openLine() tea.Cmd {
	message := s.card.Message
	cmd := s.ask(Type, s.draft.text)
	s.card.Message = message
	return cmd
}

// typedAnswer reports the answer typed. None, and what is recorded already, is none: the
// question stays as it is.
func (s *screen) typedAnswer(text string) tea.Cmd {
	recorded := s.card.Answer
	text = typedText(text, s.card)
	s.draft.text = text
	if text != "" && text != recorded {
		return s.recordText(text)
	}
	s.draft = recordedBy(s.card)
	cmd := s.do(Action{Kind: Pass})
	if text == "" && recorded != "" && s.card.Message == "" {
		s.card.Message = s.flow.Words().Say("typed.kept", recorded)
	}
	return cmd
}

// recordText reports an answer; one that is refused stays, to be mended.
func (s *screen) recordText(text string) tea.Cmd {
	cmd := s.do(Action{Kind: Type, Text: text})
	if s.card.Refused {
		s.draft.text = text
		cmd = s.openLine()
	}
	s.settled = true
	return cmd
}

// line is the entry of an answer that is typed: what was begun, else what is recorded, else what
// is to be typed.
func (s *screen) line() Choice {
	switch {
	case s.unrecorded():
		return Choice{Text: s.flow.Words().Say("typed.begun", strings.TrimSpace(s.draft.text))}
	case s.card.Answer != "":
		return Choice{Text: s.card.Answer}
	}
	return Choice{Text: s.card.Typed}
}
