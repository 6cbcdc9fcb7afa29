package assess

import (
	"slices"
	"strings"
)

// The inputs of a profile question, beside NumberInput.
const (
	TextInput Input = "text"
	DateInput Input = "date" // YYYY-MM-DD
)

// Typed reports whether a profile question is answered by what is typed, and not by options.
func (q *Question) Typed() bool { return q.Profile && len(q.Options) == 0 }

// RecordTyped answers the current profile question with a text, a number or a date and goes
// on: the number where it asks for one, else the text.
func (iv *Interview) RecordTyped(text string, number Number) error {
	qu := iv.Current()
	switch {
	case !qu.Typed() || (qu.Input == NumberInput) != number.Defined():
		return ErrNoOption
	case qu.Input == TextInput && strings.TrimSpace(text) == "":
		return ErrNoOption
	}
	if qu.Input == DateInput && !IsDay(text) {
		return ErrNoOption
	}
	iv.say(func(a *Answer) {
		if a.Value = number; qu.Input != NumberInput {
			a.Text = text
		}
	})
	return nil
}

// typedChoices are answers to a typed question that its conditions tell apart.
func (q *Question) typedChoices() []choice {
	var out []choice
	var limits []float64
	for _, c := range q.decides {
		for _, n := range []Number{c.AtLeast, c.AtMost} {
			if v, ok := n.Get(); ok {
				limits = append(limits, v)
			}
		}
		limits = append(limits, c.OneOf...)
		for _, text := range c.Ticked {
			out = append(out, choice{ticked: []string{text}})
		}
	}
	if len(limits) == 0 {
		return append(out, choice{}) // and any other text
	}
	slices.Sort(limits)
	limits = slices.Compact(limits)
	out = []choice{{points: limits[0] - 1}}
	for i, v := range limits {
		out = append(out, choice{points: v})
		if i+1 < len(limits) {
			out = append(out, choice{points: (v + limits[i+1]) / 2})
		}
	}
	return append(out, choice{points: limits[len(limits)-1] + 1})
}

// A ProfileAnswer is what the responses say to a profile question.
type ProfileAnswer struct {
	Question *Question
	Answers  []*Answer // the different ones, in the order of the responses; several where they differ
}

// Profile returns what was said to the profile questions, in document order (docs/numbers.md,
// Profile).
func (r *Result) Profile() []ProfileAnswer {
	var out []ProfileAnswer
	for _, it := range r.Overall.all {
		if !it.Question.Profile {
			continue
		}
		p := ProfileAnswer{Question: it.Question}
		for _, s := range it.Said {
			if s.State == Answered && !s.Answer.Unagreed() && !slices.ContainsFunc(p.Answers, s.Answer.SaysAs) {
				p.Answers = append(p.Answers, s.Answer)
			}
		}
		out = append(out, p)
	}
	return out
}

// SaysAs reports whether two answers give the same.
func (a *Answer) SaysAs(b *Answer) bool {
	return a.Value == b.Value && a.Text == b.Text && sameTicks(a.Ticked, b.Ticked)
}
