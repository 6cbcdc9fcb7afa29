package advice

import (
	"fmt"
	"math"
	"slices"

	"bankmaturity/assess"
)

// mostScores bounds the scores of a dimension that are looked at, so that time stays
// linear in the size of the questionnaire; beyond it every level counts as attained.
const mostScores = 1_000

// jumpedLevels remarks on levels that no complete answers to a dimension give, because
// its scores jump over them. A lone question has a remark of its own.
func (c *critic) jumpedLevels(path string, s *assess.Section) {
	if len(s.Scored()) < 2 || s.Method == assess.Mean && c.gentle(s) {
		return
	}
	scores, all := attainable(s)
	if !all {
		return
	}
	hint := "more questions, or options between"
	if s.Method == assess.Min {
		hint = "options between"
	}
	for n, l := range c.q.Levels[1:] {
		if where := c.jump(scores, n+1); where != "" {
			message := fmt.Sprintf("no answers give %s level %d: its scores %s", s.ID, l.Level, where)
			c.remarkWhole(path, message, hint)
		}
	}
}

// jump says where rising scores pass over a level, given by its place; "" where one of them
// stands on it.
func (c *critic) jump(scores []float64, level int) string {
	begins, ends := c.q.Levels[level].Begins(), math.Inf(1)
	if level+1 < len(c.q.Levels) {
		ends = c.q.Levels[level+1].Begins()
	}
	at := slices.IndexFunc(scores, func(v float64) bool { return v >= begins-assess.Tolerance })
	switch {
	case at < 0:
		return "end at " + assess.Shown(scores[len(scores)-1])
	case scores[at] < ends-assess.Tolerance:
		return ""
	case at == 0:
		return "begin at " + assess.Shown(scores[at])
	}
	return "jump from " + assess.Shown(scores[at-1]) + " to " + assess.Shown(scores[at])
}

// gentle reports whether raising the answers from the lowest to the highest, one
// step of one question at a time, goes over the whole scale and never moves the score by
// more than the narrowest level is wide: no level can be jumped over then.
func (c *critic) gentle(s *assess.Section) bool {
	widest, weight, low, high := 0.0, 0.0, 0.0, 0.0
	for _, qu := range s.Scored() {
		weight += qu.Weight
		low += qu.Weight * qu.Options[0].Points()
		high += qu.Weight * qu.Options[len(qu.Options)-1].Points()
		for i, o := range qu.Options[1:] {
			widest = max(widest, qu.Weight*(o.Points()-qu.Options[i].Points()))
		}
	}
	narrowest := math.Inf(1)
	for i, l := range c.q.Levels[1:] {
		narrowest = min(narrowest, l.Begins()-c.q.Levels[i].Begins())
	}
	first, last := c.q.Levels[1].Begins(), c.q.Levels[len(c.q.Levels)-1].Begins()
	return widest <= weight*narrowest && low < weight*first && high >= weight*last-assess.Tolerance
}

// attainable returns the scores, rising, that complete answers to a dimension
// give, and whether these are all: there may be too many to look at.
func attainable(s *assess.Section) (scores []float64, all bool) {
	if s.Method == assess.Min { // the others can stand at the top
		for _, qu := range s.Scored() {
			for _, o := range qu.Options {
				scores = append(scores, o.Points())
			}
		}
		return distinct(scores), true
	}
	sums, weight := []float64{0}, 0.0
	for i, qu := range s.Scored() {
		if i*len(sums) > mostScores*16 {
			return nil, false
		}
		var next []float64
		for _, sum := range sums {
			for _, o := range qu.Options {
				next = append(next, sum+float64(qu.Weight*o.Points()))
			}
		}
		if sums = distinct(next); len(sums) > mostScores {
			return nil, false
		}
		weight += qu.Weight
	}
	for i := range sums {
		sums[i] /= weight
	}
	return sums, true
}

// distinct sorts numbers and leaves out those that are the same but for rounding.
func distinct(vs []float64) []float64 {
	slices.Sort(vs)
	return slices.CompactFunc(vs, func(a, b float64) bool { return math.Abs(a-b) <= assess.Tolerance })
}
