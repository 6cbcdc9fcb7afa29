package advice

import (
	"slices"

	"bankmaturity/assess"
)

// mostEffort bounds the conditions and options that askable looks at.
const mostEffort = 20_000_000

// askable says of every question, by its index, whether some answers ask it: its
// conditions, together with those of the questions that it depends on, directly or not,
// leave each of these an option. Of conditions of which one must hold each is looked at
// alone. A question that is reached only after mostEffort counts as askable.
func askable(q *assess.Questionnaire) []bool {
	questions := q.Questions()
	t := tracer{effort: mostEffort, askable: make([]bool, len(questions))}
	t.left, t.seen = make([][]bool, len(questions)), make([]int, len(questions))
	for i, qu := range questions {
		t.askable[i] = true
		if t.effort <= 0 || len(qu.Conditions()) == 0 {
			continue
		}
		for _, on := range t.trace(qu) {
			t.effort -= len(on.Options)
			t.askable[i] = t.askable[i] && (on.Typed() || slices.Contains(t.left[on.Index()], true))
		}
		t.askable[i] = t.askable[i] && t.alternatives
	}
	return t.askable
}

// tracer follows conditions from question to question.
type tracer struct {
	left    [][]bool // by question: which of its options the conditions of the last trace leave
	seen    []int    // by question: the index of the question whose trace met it last
	askable []bool   // by question, of those before
	effort  int      // still to spend

	alternatives bool // where one of several conditions must hold, one can
}

// trace returns the questions that have to be answered before one is asked, and finds
// what the conditions leave of the options of each.
func (t *tracer) trace(qu *assess.Question) []*assess.Question {
	var needed []*assess.Question
	t.alternatives = true
	for at, next := qu, 0; ; next++ {
		for _, c := range at.Conditions() {
			if len(c.Any) > 0 {
				t.alternatives = t.alternatives && slices.ContainsFunc(c.Leaves(), t.canHold)
				continue
			}
			on := c.On()
			if t.seen[on.Index()] != qu.Index() {
				t.begin(on, qu.Index())
				needed = append(needed, on)
			}
			t.narrow(c)
		}
		if next == len(needed) {
			return needed
		}
		at = needed[next]
	}
}

// begin leaves a question all of its options, for the trace of another.
func (t *tracer) begin(on *assess.Question, by int) {
	t.seen[on.Index()] = by
	left := t.left[on.Index()][:0]
	for range on.Options {
		left = append(left, true)
	}
	t.left[on.Index()] = left
}

// narrow leaves the options that a condition holds for.
func (t *tracer) narrow(c *assess.Condition) {
	left := t.left[c.On().Index()]
	t.effort -= len(left)
	for i, o := range c.On().Options {
		left[i] = left[i] && mayAdmit(c, o)
	}
}

// mayAdmit reports whether an answer of an option, or with a sum, can fulfil a condition. What
// a sum ticks is not looked into.
func mayAdmit(c *assess.Condition, o assess.Option) bool {
	return len(c.Ticked) > 0 || c.Admits(o.Points())
}

// canHold reports whether a condition can hold, whatever else must.
func (t *tracer) canHold(c *assess.Condition) bool {
	t.effort -= len(c.On().Options)
	admits := func(o assess.Option) bool { return mayAdmit(c, o) }
	return t.askable[c.On().Index()] && (c.On().Typed() || slices.ContainsFunc(c.On().Options, admits))
}
