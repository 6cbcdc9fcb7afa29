package prompt

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Where several choices may be ticked they are typed by number or by name. A name of one
// letter is not taken: that letter is a command.

// Ticks returns the choices that a text names, 1 3 or 1+3 or crm warehouse, and whether it
// names at least one, nothing else, and none that can't be ticked beside the others.
func Ticks(text string, choices []Choice) (ticked []int, ok bool) {
	ticked, ok = named(text, choices)
	return ticked, ok && together(ticked, choices)
}

// named are the choices that a text names, in their order.
func named(text string, choices []Choice) (ticked []int, ok bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == '+' || separates(r) })
	for _, word := range words {
		i := slices.IndexFunc(choices, func(c Choice) bool {
			return c.Key == word || len(word) > 1 && strings.EqualFold(c.Name, word)
		})
		if i < 0 {
			return nil, false
		}
		ticked = append(ticked, i)
	}
	slices.Sort(ticked)
	return slices.Compact(ticked), len(ticked) > 0
}

// together reports whether choices can be ticked beside one another.
func together(ticked []int, choices []Choice) bool {
	return len(ticked) < 2 || !slices.ContainsFunc(ticked, func(i int) bool { return choices[i].Alone })
}

// ListWords splits a line of votes where several choices may be ticked, a word for each voice:
// at commas and semicolons, or at spaces where there are none. What one voice ticks is joined
// with +, or between commas with spaces: 1+3 2 - or 1 3, 2, -.
func ListWords(text string) []string {
	text = aroundPlus.ReplaceAllString(text, "+")
	split := unicode.IsSpace
	if strings.ContainsFunc(text, isComma) {
		split = isComma
	}
	var out []string
	for _, word := range strings.FieldsFunc(text, split) {
		if word = strings.TrimSpace(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}

var aroundPlus = regexp.MustCompile(`\s*\+\s*`)

// isComma reports whether a character separates voices for certain.
func isComma(r rune) bool { return strings.ContainsRune(",、､，;；", r) }

// separates reports whether a character stands between words.
func separates(r rune) bool { return unicode.IsSpace(r) || isComma(r) }

// ticksTyped returns the ticks that a text stands for as the answer. Where several voices vote
// that is one word: 1 3 are votes then, 1+3 is what the room agrees on.
func ticksTyped(text string, card Card) (Action, bool) {
	if len(card.Voices) > 1 && len(ListWords(text)) != 1 {
		return Action{}, false
	}
	ticked, ok := Ticks(text, card.Choices)
	return Action{Kind: Tick, Ticked: ticked}, ok
}

// aloneOf is the first of some choices that can't be ticked beside others.
func aloneOf(ticked []int, choices []Choice) string {
	for _, i := range ticked {
		if choices[i].Alone {
			return choices[i].Key
		}
	}
	return ""
}
