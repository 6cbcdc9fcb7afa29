package prompt

import (
	"fmt"
	"strings"
)

// lineWidth is how many cells a line of the dialogue fills.
const lineWidth = 78

// show prints a card.
func (d dialogue) show(card Card) error {
	var b strings.Builder
	if card.Message != "" {
		fmt.Fprintln(&b, card.Message)
	}
	fmt.Fprintf(&b, "\n%s  %s\n", card.Heading, card.Place)
	for _, l := range wrap(card.Title+": "+card.Ask, lineWidth) {
		fmt.Fprintln(&b, l)
	}
	for _, c := range card.Choices {
		for _, l := range hanging(c.Key+"  ", c.Text, lineWidth-2) {
			fmt.Fprintln(&b, "  "+l)
		}
	}
	for _, l := range recorded(card, d.words) {
		for _, w := range wrap(l, lineWidth) {
			fmt.Fprintln(&b, w)
		}
	}
	_, err := fmt.Fprint(d.out, b.String())
	return err
}

// help prints what explains a card, and what can be typed.
func (d dialogue) help(card Card) {
	var all []string
	if card.Help != "" {
		all = append(all, wrap(card.Help, lineWidth)...)
	}
	if len(card.Look) > 0 {
		all = append(all, d.words.Say("look"))
		for _, l := range card.Look {
			all = append(all, hanging("- ", l, lineWidth)...)
		}
	}
	d.lines(append(all, wrap(d.words.Say("line.help"), lineWidth)...))
}

func (d dialogue) lines(lines []string) { d.say(strings.Join(lines, "\n")) }

// say prints a line. An output that is gone ends the dialogue at the next card.
func (d dialogue) say(text string) { _, _ = fmt.Fprintln(d.out, text) }
