package codec

import (
	"math"

	"bankmaturity/assess"
)

// span is what conditions leave of a question's values, both ends included.
type span struct{ low, high float64 }

// possible says of every question, by its index, whether some answers ask it:
// its conditions, together with those of the questions it looks at and so on,
// leave each of these an option. Beyond a bounded effort a question counts as
// possible.
func (m *model) possible() []bool {
	questions := m.q.Questions()
	out := make([]bool, len(questions))
	effort := 20_000_000
	seen := make([]int, len(questions)) // by question: the round that looked at it last
	spans := make([]span, len(questions))
	for i, qu := range questions {
		out[i] = true
		if effort <= 0 || len(qu.AskIf) == 0 {
			continue
		}
		var needed []*assess.Question // those that have to be answered
		queue := []*assess.Question{qu}
		for len(queue) > 0 {
			at := queue[0]
			queue = queue[1:]
			for _, c := range at.AskIf {
				effort--
				on := m.q.Question(c.Question)
				j := on.Index()
				if seen[j] != i {
					seen[j], spans[j] = i, span{math.Inf(-1), math.Inf(1)}
					needed, queue = append(needed, on), append(queue, on)
				}
				if v, ok := c.AtLeast.Get(); ok {
					spans[j].low = max(spans[j].low, v)
				} else {
					spans[j].high = min(spans[j].high, c.AtMost.Value())
				}
			}
		}
		for _, on := range needed {
			effort -= len(on.Options)
			out[i] = out[i] && spans[on.Index()].holdsOne(on.Options)
		}
	}
	return out
}

// holdsOne reports whether one of the options lies in the span.
func (s span) holdsOne(options []assess.Option) bool {
	for _, o := range options {
		if o.Value >= s.low-assess.Tolerance && o.Value <= s.high+assess.Tolerance {
			return true
		}
	}
	return false
}
