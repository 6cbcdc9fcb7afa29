package prompt

import (
	"regexp"
	"strings"
)

// What is taken for a count: a share, or a number. Whether it can be one is for the flow.
var (
	shareTyped  = regexp.MustCompile(`^[0-9.]+ ?/ ?[0-9.]+$`)
	numberTyped = regexp.MustCompile(`^-?[0-9][0-9.]*$`)
)

// answerTyped returns the choice, the ticks or the count that a text stands for. Behind # stands a
// count and behind = a choice, whatever a number alone is.
func answerTyped(text string, card Card) (Action, bool) {
	if card.Many {
		return ticksTyped(text, card)
	}
	if card.BareCount && len(card.Voices) > 1 && !card.Voted && isVotes(text, card) {
		return Action{}, false // nobody has voted: 33 of two voices is no count
	}
	if card.Counted != "" {
		if key, ok := strings.CutPrefix(text, "="); ok {
			text = strings.TrimSpace(key)
		} else if counted, marked := strings.CutPrefix(text, "#"); marked || isCount(counted, card) {
			return Action{Kind: Count, Text: strings.TrimSpace(counted)}, true
		}
	}
	i := choice(text, card.Choices)
	return Action{Kind: Choose, Choice: i}, i >= 0
}

// isCount reports whether a text can only be a count.
func isCount(text string, card Card) bool {
	return shareTyped.MatchString(text) || card.BareCount && numberTyped.MatchString(text)
}

// keyOf is what is typed for a choice.
func keyOf(card Card, c Choice) string {
	if card.BareCount {
		return "=" + c.Key
	}
	return c.Key
}
