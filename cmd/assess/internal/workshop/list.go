package workshop

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// errTyped says that what was typed is no number or date, where one is asked for.
var errTyped = errors.New("no such answer")

// showList puts the options of a list on the card, by their places, and what they come to.
func (w *workshop) showList(card *prompt.Card, qu *assess.Question, a *assess.Answer) {
	for i, o := range qu.Ticks {
		card.Choices = append(card.Choices, prompt.Choice{
			Key: strconv.Itoa(i + 1), Text: onOneLine(o.Text.In(w.language)), Help: o.Help.In(w.language),
			ID: o.ID, Ticked: slices.Contains(a.Ticked, o.ID), Alone: o.Exclusive,
		})
	}
	card.List = w.words.Say("list.how", number(qu.Full))
}

// tick records what is ticked of a list.
func (w *workshop) tick(places []int) error {
	qu := w.interview.Current()
	ids := make([]string, len(places))
	for i, place := range places {
		ids[i] = qu.Ticks[place].ID
	}
	return w.interview.RecordTicked(ids)
}

// places are ticked options as they are typed: 1+3, or 0 for none.
func places(qu *assess.Question, ids []string) string {
	var out []string
	for i, o := range qu.Ticks {
		if slices.Contains(ids, o.ID) {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	if out == nil {
		return "0"
	}
	return strings.Join(out, "+")
}

// ticksOf reads what is typed for one voice of a list: places or ids, joined by +.
func ticksOf(qu *assess.Question, word string) (assess.Vote, bool) {
	ids := []string{}
	for _, part := range strings.Split(word, "+") {
		place, err := strconv.Atoi(part)
		switch o, known := qu.Tick(strings.ToLower(part)); {
		case word == "0":
		case known:
			ids = append(ids, o.ID)
		case err == nil && place >= 1 && place <= len(qu.Ticks):
			ids = append(ids, qu.Ticks[place-1].ID)
		default:
			return assess.Vote{}, false
		}
	}
	sum, ok := qu.Sum(ids)
	return assess.Vote{Value: assess.Num(sum), Ticked: ids}, ok
}

// typedText is what was typed as an answer, "" for nothing.
func typedText(a assess.Answer) string {
	if a.Value.Defined() {
		return number(a.Value.Value())
	}
	return a.Text
}

// typed records what was typed as the answer to a profile question.
func (w *workshop) typed(text string) error {
	value := assess.Number{}
	if w.interview.Current().Input == assess.NumberInput {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return errTyped
		}
		value = assess.Num(v)
	}
	if w.interview.RecordTyped(text, value) != nil {
		return errTyped
	}
	return nil
}

// refusedTyped says what the current profile question takes.
func (w *workshop) refusedTyped() string {
	return w.words.Say(wrongKeys[w.interview.Current().Input])
}

// typedKeys say what a profile question asks to type, wrongKeys what it takes.
var (
	typedKeys = map[assess.Input]string{
		assess.TextInput: "typed.text", assess.NumberInput: "typed.number", assess.DateInput: "typed.date",
	}
	wrongKeys = map[assess.Input]string{
		assess.TextInput: "wrong.typed.text", assess.NumberInput: "wrong.typed.number",
		assess.DateInput: "wrong.typed.date",
	}
)
