package advice

import (
	"math"

	"bankmaturity/assess"
)

// mostEffort bounds the conditions and options that askable looks at.
const mostEffort = 20_000_000

// interval is what conditions leave of a question's values, both ends included.
type interval struct{ low, high float64 }

// askable says of every question, by its index, whether some answers ask it: its
// conditions, together with those of the questions that it depends on, directly or not,
// leave each of these an option. A question that is reached only after mostEffort counts
// as askable.
func askable(q *assess.Questionnaire) []bool {
	questions := q.Questions()
	out := make([]bool, len(questions))
	t := tracer{q: q, effort: mostEffort}
	t.left, t.seen = make([]interval, len(questions)), make([]int, len(questions))
	for i, qu := range questions {
		out[i] = true
		if t.effort <= 0 || len(qu.AskIf) == 0 {
			continue
		}
		for _, on := range t.trace(qu) {
			t.effort -= len(on.Options)
			out[i] = out[i] && t.left[on.Index()].holdsOne(on.Options)
		}
	}
	return out
}

// tracer follows conditions from question to question.
type tracer struct {
	q      *assess.Questionnaire
	left   []interval // by question: what the conditions of the last trace leave of its values
	seen   []int      // by question: the index of the question whose trace met it last
	effort int        // still to spend
}

// trace returns the questions that have to be answered before one is asked, and finds
// what the conditions leave of the values of each.
func (t *tracer) trace(qu *assess.Question) []*assess.Question {
	var needed []*assess.Question
	for at, next := qu, 0; ; next++ {
		for _, c := range at.AskIf {
			t.effort--
			on := t.q.Question(c.Question)
			if t.seen[on.Index()] != qu.Index() {
				t.seen[on.Index()] = qu.Index()
				t.left[on.Index()] = interval{math.Inf(-1), math.Inf(1)}
				needed = append(needed, on)
			}
			t.left[on.Index()].narrow(c)
		}
		if next == len(needed) {
			return needed
		}
		at = needed[next]
	}
}

// narrow leaves what a condition holds for.
func (i *interval) narrow(c assess.Condition) {
	if v, ok := c.AtLeast.Get(); ok {
		i.low = max(i.low, v)
	} else {
		i.high = min(i.high, c.AtMost.Value())
	}
}

// holdsOne reports whether one of the options lies in the interval.
func (i interval) holdsOne(options []assess.Option) bool {
	for _, o := range options {
		if o.Value >= i.low-assess.Tolerance && o.Value <= i.high+assess.Tolerance {
			return true
		}
	}
	return false
}
