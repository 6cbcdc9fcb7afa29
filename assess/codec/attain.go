package codec

import (
	"fmt"
	"math"
	"slices"

	"bankmaturity/assess"
)

// mostScores bounds the scores of a dimension that are looked at, so that time
// stays linear in the size of the file; beyond it every level counts as attained.
const mostScores = 1_000

// adviseLevels warns of levels that no complete answers to a dimension give,
// because its scores jump over them. A lone question has a warning of its own.
func (m *model) adviseLevels(here *spot, s *assess.Section) {
	if len(s.Questions) < 2 || s.Method == assess.Mean && gentle(s) {
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
	for _, l := range m.q.Levels[1:] {
		level := float64(l.Level)
		at := slices.IndexFunc(scores, func(v float64) bool { return v >= level-assess.Tolerance })
		if next := scores[at]; next >= level+1-assess.Tolerance {
			m.WarnPath(here.id(), here.node.Path(), fmt.Sprintf("no answers give %s level %d: its scores jump from %s to %s",
				s.ID, l.Level, assess.Shown(scores[at-1]), assess.Shown(next)), hint)
		}
	}
}

// gentle reports whether raising the answers from the lowest to the highest, one
// step of one question at a time, never moves the score by more than a level: no
// level can be jumped over then.
func gentle(s *assess.Section) bool {
	widest, weight := 0.0, 0.0
	for _, qu := range s.Questions {
		weight += qu.Weight
		for i, o := range qu.Options[1:] {
			widest = max(widest, qu.Weight*(o.Points()-qu.Options[i].Points()))
		}
	}
	return widest <= weight
}

// attainable returns the scores, rising, that complete answers to a dimension
// give, and whether these are all: there may be too many to look at.
func attainable(s *assess.Section) (scores []float64, all bool) {
	if s.Method == assess.Min { // the others can stand at the top
		for _, qu := range s.Questions {
			for _, o := range qu.Options {
				scores = append(scores, o.Points())
			}
		}
		return distinct(scores), true
	}
	sums, weight := []float64{0}, 0.0
	for i, qu := range s.Questions {
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
