package prompt

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// A draft is what was said to the question in hand and waits to be confirmed: ticks, or a text.
// It outlives a note and a look at the help; nothing that leaves the question loses it without a
// word.
type draft struct {
	question string // the card's ID
	ticks    []bool // by choice, where several may be ticked
	text     string // where the answer is typed
}

// recordedBy is the draft that says what is recorded.
func recordedBy(card Card) draft {
	d := draft{question: card.ID, text: card.Answer}
	if card.Many {
		for _, c := range card.Choices {
			d.ticks = append(d.ticks, c.Ticked)
		}
	}
	return d
}

// fits reports whether the draft is of the card's question.
func (d draft) fits(card Card) bool {
	return d.question == card.ID && (!card.Many || len(d.ticks) == len(card.Choices))
}

// ticked are the indices of the choices ticked.
func (d draft) ticked() []int {
	var out []int
	for i, is := range d.ticks {
		if is {
			out = append(out, i)
		}
	}
	return out
}

// unrecorded reports whether the draft says something else than what is recorded.
func (s *screen) unrecorded() bool {
	recorded := recordedBy(s.card)
	text := strings.TrimSpace(s.draft.text)
	return s.draft.fits(s.card) &&
		(!slices.Equal(s.draft.ticks, recorded.ticks) || text != "" && text != recorded.text)
}

// drafts are texts that were begun and left with Esc, by what they are for and the question.
type drafts map[textOf]string

// A textOf is what a text is for, and to which question.
type textOf struct {
	kind     Kind
	question string
}

// stop stops, but where drafts would be lost it says so the first time.
func (s *screen) stop() tea.Cmd {
	drafts := s.flow.Words().Say("drafts", len(s.kept))
	if len(s.kept) > 0 && s.card.Message != drafts {
		s.card.Message = drafts
		return nil
	}
	return s.do(Action{Kind: Stop})
}

// leaving are the keys of a card that leave the question, or answer it otherwise.
var leaving = []string{"q", "ctrl+c", "?", "b", "left", "f", "right", "p", "u", "o", "a"}

// holds keeps a draft from being lost: a key that leaves it behind says so the first time.
func (s *screen) holds(name, warned string) bool {
	if !slices.Contains(leaving, name) || !s.unrecorded() {
		return false
	}
	if warned != name {
		s.warned = name
		s.hint = s.flow.Words().Say("unrecorded", name)
		return true
	}
	s.draft = recordedBy(s.card)
	return false
}
