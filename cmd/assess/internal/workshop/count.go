package workshop

import (
	"errors"
	"math"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/prompt"
)

// errCount says that what was typed as a count is none of the question's.
var errCount = errors.New("no such count")

// showCount says how a count is typed, where the question is counted.
func (w *workshop) showCount(card *prompt.Card, qu *assess.Question) {
	of := onOneLine(qu.Of.In(w.language))
	if of != "" {
		of = w.words.Say("count.of", of)
	}
	switch qu.Input {
	case assess.ShareInput:
		card.Counted = w.words.Say("count.share", of)
	case assess.NumberInput:
		card.Counted, card.BareCount = w.words.Say("count.number", of), true
	}
}

// count records what was counted, and says what follows from it.
func (w *workshop) count(text string) error {
	qu := w.interview.Current()
	c, ok := codec.ParseCount(text)
	if !ok {
		return errCount
	}
	o, _ := qu.CountedOption(c)
	if err := w.takenForAnswer(qu, c, o); err != nil {
		return err
	}
	if err := w.interview.RecordCount(c); err != nil {
		return errCount
	}
	w.follows = w.words.Say("count.follows", w.counted(c), number(o.Value), onOneLine(o.Text.In(w.language)))
	return nil
}

// takenForAnswer asks once about a bare number that is also the number of another answer than
// the one that it would be counted as: a room that says 3 may mean either.
func (w *workshop) takenForAnswer(qu *assess.Question, c assess.Count, counted assess.Option) error {
	n := c.Part.Value()
	if _, answer := qu.Option(n); c.Whole.Defined() || !answer || counted.Value == n {
		return nil
	}
	return w.once(number(n), "count.doubt", number(n), number(counted.Value))
}

// refusedCount says which counts the current question takes.
func (w *workshop) refusedCount() string {
	switch w.interview.Current().Input {
	case assess.ShareInput:
		return w.words.Say("wrong.count.share")
	case assess.NumberInput:
		return w.words.Say("wrong.count.number")
	}
	return w.words.Say("wrong.option")
}

// counted is a count in words: of a share with the per cent, cut as in the report.
func (w *workshop) counted(c assess.Count) string {
	if !c.Whole.Defined() {
		return codec.CountText(c)
	}
	share := c.Value().Value()
	n := int(math.Floor(float64(share*100) + 100*assess.Tolerance))
	if n == 0 && share > 0 {
		return w.words.Say("count.below_one", codec.CountText(c))
	}
	return w.words.Say("count.percent", codec.CountText(c), strconv.Itoa(n))
}
