package workshop

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// The options of a list are called by their places, 1, 2, …; nothing of it is 0.

// nothing is what is typed where nothing of a list is there.
const nothing = "0"

// showList puts the options to tick on the card, and what ticks come to.
func (w *workshop) showList(card *prompt.Card, qu *assess.Question) {
	card.Many, card.Choices = true, w.listed(qu)
	card.Tally = func(ticked []int) string { return w.tally(qu, ids(qu, ticked)) }
}

// listed are the options to tick. Nothing of it is one more, where no option says the same; that
// it is recorded is shown in any case.
func (w *workshop) listed(qu *assess.Question) []prompt.Choice {
	var out []prompt.Choice
	a := w.session.response.Answers[qu.Index()]
	worth := uneven(qu)
	for i, o := range qu.Ticks {
		c := prompt.Choice{
			Key: strconv.Itoa(i + 1), Name: o.ID, Text: onOneLine(o.Text.In(w.language)),
			Help: o.Help.In(w.language), Ticked: slices.Contains(a.Ticked, o.ID), Alone: o.Exclusive,
		}
		if worth && !o.Exclusive {
			c.Text = w.words.Say("list.worth", c.Text, number(o.Value))
		}
		out = append(out, c)
	}
	recorded := a.Ticked != nil && len(a.Ticked) == 0
	if qu.Exclusive() && !recorded {
		return out
	}
	return append(out, prompt.Choice{
		Key: nothing, Text: w.words.Say("list.nothing"), Ticked: recorded, Alone: true,
	})
}

// uneven reports whether some ticks count more than others, so that it is worth saying how much.
func uneven(qu *assess.Question) bool {
	first := assess.Number{}
	for _, o := range qu.Ticks {
		switch {
		case o.Exclusive || qu.Profile:
		case !first.Defined():
			first = assess.Num(o.Value)
		case first != assess.Num(o.Value):
			return true
		}
	}
	return false
}

// ids are those of the options ticked, by their places; nothing of it has none.
func ids(qu *assess.Question, ticked []int) []string {
	out := []string{}
	for _, i := range ticked {
		if i < len(qu.Ticks) {
			out = append(out, qu.Ticks[i].ID)
		}
	}
	return out
}

// tally is what ticks come to, of how much: of a profile question how many they are.
func (w *workshop) tally(qu *assess.Question, ids []string) string {
	if qu.Profile {
		all := slices.DeleteFunc(slices.Clone(qu.Ticks), func(o assess.Option) bool { return o.Exclusive })
		n := 0
		for _, o := range all {
			if slices.Contains(ids, o.ID) {
				n++
			}
		}
		return w.words.Say("list.sum", strconv.Itoa(n), strconv.Itoa(len(all)))
	}
	sum, _ := qu.Sum(ids)
	return w.words.Say("list.sum", number(sum), number(qu.Full))
}

// places are the options ticked as they are typed: 1+3, or 0 for nothing of it.
func places(qu *assess.Question, ids []string) string {
	var out []string
	for i, o := range qu.Ticks {
		if slices.Contains(ids, o.ID) {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	if out == nil {
		return nothing
	}
	return strings.Join(out, "+")
}

// recordedTicks says what is ticked.
func (w *workshop) recordedTicks(qu *assess.Question, ids []string) string {
	if len(ids) == 0 {
		return w.words.Say("card.nothing", w.tally(qu, ids))
	}
	return w.words.Say("card.ticked", places(qu, ids), w.tally(qu, ids))
}

// ballotOfTicks reads what one voice ticks.
func (w *workshop) ballotOfTicks(qu *assess.Question, word string) (assess.Vote, bool) {
	ticked, ok := prompt.Ticks(word, w.listed(qu))
	if !ok {
		return assess.Vote{}, false
	}
	chosen := ids(qu, ticked)
	sum, ok := qu.Sum(chosen)
	return assess.Vote{Value: assess.Num(sum), Ticked: chosen}, ok
}

// spreadOfTicks is the picture of votes on a list: by option a dot for each voice that ticks it.
func (w *workshop) spreadOfTicks(qu *assess.Question, votes []assess.Vote) []string {
	var out []string
	for i, o := range qu.Ticks {
		out = append(out, dots(strconv.Itoa(i+1), ticking(o.ID, votes)))
	}
	none := 0
	for _, v := range votes {
		if v.Value.Defined() && len(v.Ticked) == 0 {
			none++
		}
	}
	if none > 0 {
		out = append(out, dots(nothing, none))
	}
	return out
}

// ticking counts the votes that tick an option.
func ticking(id string, votes []assess.Vote) int {
	n := 0
	for _, v := range votes {
		if slices.Contains(v.Ticked, id) {
			n++
		}
	}
	return n
}

// common says what all who tick something tick, and what only some of them do.
func (w *workshop) common(qu *assess.Question, votes []assess.Vote) string {
	var all, some []string
	voices := 0
	for _, v := range votes {
		if v.Value.Defined() {
			voices++
		}
	}
	for _, o := range qu.Ticks {
		switch n := ticking(o.ID, votes); {
		case n > 0 && n == voices:
			all = append(all, o.ID)
		case n > 0:
			some = append(some, o.ID)
		}
	}
	switch {
	case voices < 2:
		return ""
	case len(some) == 0:
		return w.words.Say("votes.same", places(qu, all))
	case len(all) == 0:
		return w.words.Say("votes.some", places(qu, some))
	}
	return w.words.Say("votes.common", places(qu, all), places(qu, some))
}
