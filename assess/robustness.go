package assess

import (
	"cmp"
	"math"
	"slices"
)

// Robustness says how firmly the overall score and its level stand
// (docs/numbers.md, How firm). Here a level is the largest one at or below the
// score, whatever the coverage.
type Robustness struct {
	FlipDown    Number // fewest steps of one answer that lower the level; undefined where none do
	FlipUp      Number // fewest that raise it
	Error       ErrorModel
	Weights     Span
	LeaveOneOut *Span // nil with fewer than two scored dimensions
	Bootstrap   *Span // nil unless there are 5 to 10 responses, of which every mix is tried
}

// A Span is a smallest and a largest score.
type Span struct{ Low, High float64 }

// robustnessOf returns how firmly the overall score stands; nil where not every
// section is a mean, or there is no score.
func robustnessOf(res *Result) *Robustness {
	score, ok := res.Overall.Score.Get()
	if !ok || !res.Questionnaire.allMeans() {
		return nil
	}
	r := &Robustness{}
	r.Weights, r.LeaveOneOut, r.Bootstrap = reweighed(res), leaveOneOut(res.Overall), otherMixes(res)
	var down, up [][]float64
	var parts []part
	res.Questionnaire.effectiveWeights(res.Overall, func(it *Item, weight float64) {
		d, u := downs(it, weight), ups(it, weight)
		down, up, parts = append(down, d), append(up, u), append(parts, newPart(d, u))
	})
	level := res.Questionnaire.reached(res.Overall.Score).Value()
	if level > float64(res.Questionnaire.Lowest()) {
		falls := func(loss float64) bool { return !atLeast(score-loss, res.Questionnaire.begins(int(level))) }
		r.FlipDown = stepCount(fewestSteps(down, falls))
	}
	if level < float64(res.Questionnaire.Highest()) {
		rises := func(gain float64) bool { return atLeast(score+gain, res.Questionnaire.begins(int(level)+1)) }
		r.FlipUp = stepCount(fewestSteps(up, rises))
	}
	r.Error = errorModel(parts, score, level, res.Questionnaire)
	return r
}

// stepCount is a number of steps, undefined where no number is enough.
func stepCount(n int, ok bool) Number {
	if !ok {
		return Number{}
	}
	return Num(float64(n))
}

// allMeans reports whether every section is a weighted mean.
func (q *Questionnaire) allMeans() bool {
	return !slices.ContainsFunc(q.tree, func(s *Section) bool { return s.Method != Mean })
}

// reweighed is the range of the overall score when every scored dimension's
// effective weight varies by a quarter and all are scaled to add up to 1. At an
// extreme those on one side of some score weigh most, the others least.
func reweighed(res *Result) Span {
	dims := res.DimensionShares()
	slices.SortStableFunc(dims, func(a, b DimensionShare) int {
		return cmp.Compare(a.Dimension.Score.Value(), b.Dimension.Score.Value())
	})
	out := Span{Low: res.Overall.Score.Value(), High: res.Overall.Score.Value()}
	for split := range len(dims) + 1 {
		for _, factors := range [][2]float64{{1.25, 0.75}, {0.75, 1.25}} {
			sum, weight := 0.0, 0.0
			for i, d := range dims {
				f := factors[0]
				if i >= split {
					f = factors[1]
				}
				sum += float64(f * d.Share * d.Dimension.Score.Value())
				weight += float64(f * d.Share)
			}
			out.Low, out.High = min(out.Low, sum/weight), max(out.High, sum/weight)
		}
	}
	return out
}

// leaveOneOut is the range of the overall score with one scored dimension left
// out of the model.
func leaveOneOut(root *Node) *Span {
	var scored []*Node
	for _, d := range root.Dimensions() {
		if d.Score.Defined() {
			scored = append(scored, d)
		}
	}
	if len(scored) < 2 {
		return nil
	}
	out := Span{Low: math.Inf(1), High: math.Inf(-1)}
	for _, d := range scored {
		v := without(root, d).Value()
		out.Low, out.High = min(out.Low, v), max(out.High, v)
	}
	return &out
}

// without is a node's score with a dimension left out.
func without(n, left *Node) Number {
	switch {
	case n == left:
		return Number{}
	case n.Dimension():
		return n.Score
	}
	var m mean
	for _, c := range n.Sections {
		if v, ok := without(c, left).Get(); ok {
			m.add(c.Weight, v)
		}
	}
	return m.value(Mean)
}
