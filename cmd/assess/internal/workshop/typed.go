package workshop

import (
	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/prompt"
)

// A textError says what is wrong with an answer that is typed, in the words of the room.
type textError struct{ message string }

func (e textError) Error() string { return e.message }

// showLine says what is typed as the answer, and what is recorded.
func (w *workshop) showLine(card *prompt.Card, qu *assess.Question) {
	switch qu.Input {
	case assess.NumberInput:
		card.Typed = w.words.Say("typed.number")
	case assess.DateInput:
		card.Typed = w.words.Say("typed.date")
	default:
		card.Typed, card.Free = w.words.Say("typed.text"), true
	}
	if len(w.voices()) > 1 {
		card.Typed += w.words.Say("typed.room")
	}
	if a := w.interview.Answer(); !a.Open() && !a.NA && !a.Unknown {
		card.Answer = typedText(a)
	}
}

// typedText is the answer to a profile question as it is typed.
func typedText(a *assess.Answer) string {
	if v, ok := a.Value.Get(); ok {
		return number(v)
	}
	return onOneLine(a.Text)
}

// typed records an answer that is typed. A day may be spelled as people do, and is told as it
// was understood.
func (w *workshop) typed(text string) error {
	switch w.interview.Current().Input {
	case assess.NumberInput:
		n, ok := codec.ParseNumber(text)
		if !ok {
			return textError{w.words.Say("wrong.typed.number")}
		}
		return w.interview.RecordTyped("", n)
	case assess.DateInput:
		days := codec.ParseDay(text)
		switch {
		case len(days) == 0:
			return textError{w.words.Say("wrong.typed.date")}
		case len(days) == 2:
			return textError{w.words.Say("wrong.typed.days", text, days[0], days[1])}
		case days[0] != text:
			w.follows = w.words.Say("typed.day", text, days[0])
		}
		text = days[0]
	}
	return w.interview.RecordTyped(text, assess.Number{})
}
