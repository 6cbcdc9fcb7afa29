package prompt

import (
	"strings"

	"bankmaturity/assess/message"

	"github.com/charmbracelet/x/ansi"
)

// closing is what must not begin a line in Chinese.
const closing = "，。、；：？！）》」』”’…"

// wrap breaks a text into lines of at most so many cells.
func wrap(text string, width int) []string {
	lines := strings.Split(ansi.Wrap(text, max(1, width), ""), "\n")
	for i := 1; i < len(lines); i++ {
		first, size := firstRune(lines[i])
		if !strings.ContainsRune(closing, first) || first == 0 {
			continue
		}
		before := []rune(lines[i-1])
		if len(before) > 1 { // the character before comes along
			last := string(before[len(before)-1])
			lines[i-1] = string(before[:len(before)-1])
			lines[i] = last + lines[i][:size] + lines[i][size:]
			if ansi.StringWidth(lines[i]) > width {
				rest := wrap(lines[i], width)
				lines = append(lines[:i], append(rest, lines[i+1:]...)...)
			}
		}
	}
	return lines
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i == 0 {
			return r, len(string(r))
		}
	}
	return 0, 0
}

// hanging wraps a text behind a mark; its further lines are indented as far.
func hanging(mark, text string, width int) []string {
	indent := ansi.StringWidth(mark)
	lines := wrap(text, width-indent)
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", indent) + lines[i]
		}
	}
	return lines
}

// recorded says what stands in the answers for a card.
func recorded(card Card, words *message.Catalogue) []string {
	var out []string
	if card.Recorded != "" {
		out = append(out, words.Say("recorded", card.Recorded))
	}
	if card.Note != "" {
		out = append(out, words.Say("note", card.Note))
	}
	for _, e := range card.Evidence {
		out = append(out, words.Say("evidence", e))
	}
	return out
}
