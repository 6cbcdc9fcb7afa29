package prompt

import (
	"strings"

	"bankmaturity/assess/cells"
	"bankmaturity/assess/message"
)

// hanging wraps a text behind a mark; its further lines are indented as far.
func hanging(mark, text string, width int) []string {
	indent := cells.Width(mark)
	lines := cells.Wrap(text, width-indent)
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", indent) + lines[i]
		}
	}
	return lines
}

// votesOf says what is to be typed for the voices of a card.
func votesOf(card Card, words *message.Catalogue) string {
	key := "ask.votes"
	if card.Many {
		key = "ask.votes.list"
	}
	return words.Say(key, strings.Join(card.Voices, words.Say("next")))
}

// spoken is who said what.
func spoken(card Card) []string {
	if card.Said == "" {
		return nil
	}
	return []string{card.Said}
}

// recorded says what stands in the answers for a card.
func recorded(card Card, words *message.Catalogue) []string {
	var out []string
	if card.Recorded != "" {
		out = append(out, words.Say("recorded", card.Recorded))
	}
	if card.Note != "" {
		out = append(out, strings.Split(words.Say("note", card.Note), "\n")...)
	}
	if card.Private {
		out = append(out, words.Say("private"))
	}
	for _, e := range card.Evidence {
		out = append(out, words.Say("evidence", e))
	}
	for _, d := range card.Decided {
		out = append(out, words.Say("decided", d))
	}
	return out
}

// explained are what exactly the choices mean, the documents to ask for and what to read.
func explained(card Card, words *message.Catalogue, width int) []string {
	var out []string
	for _, c := range card.Choices {
		if c.Help == "" {
			continue
		}
		if out == nil {
			out = append(out, words.Say("choices"))
		}
		out = append(out, hanging("  "+keyOf(card, c)+"  ", c.Help, width)...)
	}
	for _, list := range []struct {
		key   string
		items []string
	}{{"look", card.Look}, {"references", card.References}} {
		if len(list.items) > 0 {
			out = append(out, words.Say(list.key))
		}
		for _, item := range list.items {
			out = append(out, hanging("- ", item, width)...)
		}
	}
	return out
}
