package assess

import "math"

// A Condition holds in a response when the question named was asked and answered there, and
// with what the condition says; or, with Any, when one of several holds.
type Condition struct {
	Any []Condition // else the rest is empty; none of them has an Any itself

	Question string
	AtLeast  Number    // exactly one of the four is there: a value or a higher one,
	AtMost   Number    // a value or a lower one,
	OneOf    []float64 // one of some values,
	Ticked   []string  // or one of some ids of options ticked

	question *Question
}

// Conditions returns all that must hold for the question to be asked: those of the sections
// above it, and its own. Don't change them.
func (q *Question) Conditions() []*Condition { return q.asks }

// Leaves returns the conditions that look at one question each: those of Any, or the
// condition itself.
func (c *Condition) Leaves() []*Condition {
	if len(c.Any) == 0 {
		return []*Condition{c}
	}
	out := make([]*Condition, len(c.Any))
	for i := range c.Any {
		out[i] = &c.Any[i]
	}
	return out
}

// On returns the question that a condition without Any looks at.
func (c *Condition) On() *Question { return c.question }

// Admits reports whether points of its question fulfil a condition without Any.
func (c *Condition) Admits(points float64) bool {
	if limit, ok := c.AtLeast.Get(); ok {
		return atLeast(points, c.question.Points(limit))
	}
	if limit, ok := c.AtMost.Get(); ok {
		return atLeast(c.question.Points(limit), points)
	}
	for _, v := range c.OneOf {
		if math.Abs(points-c.question.Points(v)) <= Tolerance {
			return true
		}
	}
	return false
}

// holds reports whether a response, of which it is known what it was asked so far, fulfils
// the condition.
func (c *Condition) holds(asked []bool, r *Response) bool {
	for i := range c.Any {
		if c.Any[i].holds(asked, r) {
			return true
		}
	}
	if len(c.Any) > 0 {
		return false
	}
	on := c.question
	a := &r.Answers[on.index]
	points, ok := a.points(on).Get()
	return ok && asked[on.index] && c.admits(choice{points, a.ticked()})
}
