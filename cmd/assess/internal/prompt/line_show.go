package prompt

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess/cells"
)

// lineWidth is how many cells a line of the dialogue fills, two less than 78
// because on a pipe an answer follows the prompt on its line.
const lineWidth = 76

// show prints a card; of one that stays, only what is recorded now.
func (d dialogue) show(card, before Card) error {
	var lines []string
	if card.Message != "" {
		lines = cells.Wrap(card.Message, lineWidth)
	}
	if card.Place != before.Place || card.Ask != before.Ask {
		lines = append(lines, d.question(card)...)
	}
	for _, l := range slices.Concat(card.Spread, spoken(card), recorded(card, d.flow.Words()), card.Heard) {
		lines = append(lines, cells.Wrap(l, lineWidth)...)
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(d.out, l); err != nil {
			return err
		}
	}
	return nil
}

func (d dialogue) question(card Card) []string {
	lines := []string{""}
	if card.Path != "" {
		lines = append(lines, cells.Wrap(card.Path, lineWidth)...)
	}
	lines = append(lines, headed(card)...)
	if card.Clock != nil {
		lines = append(lines, card.Clock())
	}
	asked := card.Title
	if card.Ask != "" {
		asked += ": " + card.Ask
	}
	lines = append(lines, cells.Wrap(asked, lineWidth)...)
	if card.Criterion != "" {
		lines = append(lines, cells.Wrap(card.Criterion, lineWidth)...)
	}
	widest := 0
	for _, c := range card.Choices {
		widest = max(widest, len(keyOf(card, c)))
	}
	for _, c := range card.Choices {
		lines = append(lines, hanging(fmt.Sprintf("  %*s  ", widest, keyOf(card, c)), c.Text, lineWidth)...)
	}
	how := card.Counted + card.Typed
	switch {
	case card.Many:
		how = d.flow.Words().Say("ticks.how")
	case card.Free:
		how = d.flow.Words().Say("typed.marked", card.Typed)
	}
	if how != "" {
		lines = append(lines, cells.Wrap(how, lineWidth)...)
	}
	return lines
}

// headed is the dimension and the place in it, on lines of their own where one is too short.
func headed(card Card) []string {
	if line := card.Heading + "  " + card.Place; cells.Width(line) <= lineWidth {
		return []string{line}
	}
	return append(cells.Wrap(card.Heading, lineWidth), card.Place)
}

// overview prints a line per dimension: how much is done, and the titles of what is not.
func (d dialogue) overview() {
	words := d.flow.Words()
	var out []string
	for _, r := range d.flow.Overview().Rows {
		var open, contested, parked []string
		for _, m := range r.Marks {
			switch {
			case m.Parked:
				parked = append(parked, m.Title)
			case m.Contested:
				contested = append(contested, m.Title)
			case m.Open:
				open = append(open, m.Title)
			}
		}
		done := len(r.Marks) - len(open) - len(contested) - len(parked)
		line := words.Say("row", r.Title, done, len(r.Marks))
		for _, list := range []struct {
			key    string
			titles []string
		}{{"row.open", open}, {"row.contested", contested}, {"row.parked", parked}} {
			if len(list.titles) > 0 {
				line += words.Say(list.key, strings.Join(list.titles, words.Say("next")))
			}
		}
		out = append(out, cells.Wrap(line, lineWidth)...)
	}
	d.lines(out)
}

// help prints what explains a card, and what can be typed.
func (d dialogue) help(card Card) {
	var all []string
	if card.Help != "" {
		all = append(all, cells.Wrap(card.Help, lineWidth)...)
	}
	all = append(all, explained(card, d.flow.Words(), lineWidth)...)
	for _, l := range card.Around {
		all = append(all, cells.Wrap(l, lineWidth)...)
	}
	key := "line.help"
	switch {
	case card.Many:
		key = "line.help.list"
	case card.Typed != "":
		key = "line.help.typed"
	}
	all = append(all, cells.Wrap(d.flow.Words().Say(key), lineWidth)...)
	if len(card.Voices) > 0 {
		all = append(all, cells.Wrap(votesOf(card, d.flow.Words()), lineWidth)...)
	}
	d.lines(all)
}

func (d dialogue) lines(lines []string) { _, _ = fmt.Fprintln(d.out, strings.Join(lines, "\n")) }

// say prints a text, wrapped. An output that is gone ends the dialogue at the
// next card.
func (d dialogue) say(text string) { d.lines(cells.Wrap(text, lineWidth)) }
