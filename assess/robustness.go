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
	Bootstrap   *Span // nil unless there are 5 to 10 responses
}

// A Span is a smallest and a largest score.
type Span struct{ Low, High float64 }

// An ErrorModel is the distribution of the overall score when every answered
// question may be one option off.
type ErrorModel struct {
	Mean, SD   float64
	Q05, Q95   float64
	LevelStays float64 // probability
	Exact      bool    // false where the distribution was carried on a grid
}

// The convention of the error model: one option down, stay, one option up.
const (
	offDown = 0.15
	stays   = 0.70
	offUp   = 0.15
)

// mostSupport is how many support points are carried exactly, and the number of
// cells of the grid beyond.
const mostSupport = 100_000

// Firmness returns how firmly the overall score stands; nil where not every
// section is a mean, or there is no score.
func Firmness(res *Result) *Robustness {
	score, ok := res.Overall.Score.Get()
	if !ok || !res.Questionnaire.allMeans() {
		return nil
	}
	r := &Robustness{Weights: reweighed(res), LeaveOneOut: leaveOneOut(res.Overall), Bootstrap: bootstrap(res)}
	var down, up [][]float64
	var parts []part
	res.Questionnaire.effectiveWeights(res.Overall, func(it *Item, weight float64) {
		d, u := downs(it, weight), ups(it, weight)
		down, up, parts = append(down, d), append(up, u), append(parts, newPart(d, u))
	})
	level := res.Questionnaire.reached(res.Overall.Score).Value()
	if level > float64(res.Questionnaire.Lowest()) {
		r.FlipDown = steps(fewest(down, func(loss float64) bool { return !atLeast(score-loss, level) }))
	}
	if level < float64(res.Questionnaire.Highest()) {
		r.FlipUp = steps(fewest(up, func(gain float64) bool { return atLeast(score+gain, level+1) }))
	}
	r.Error = errorModel(parts, score, level, res.Questionnaire)
	return r
}

// steps is a number of steps, undefined where no number is enough.
func steps(n int, ok bool) Number {
	if !ok {
		return Number{}
	}
	return Num(float64(n))
}

// allMeans reports whether every section is a weighted mean.
func (q *Questionnaire) allMeans() bool {
	return !slices.ContainsFunc(q.tree, func(s *Section) bool { return s.Method != Mean })
}

// part is what one question adds to the score's error: three moves, rising.
type part struct {
	offset, mass [3]float64
}

// newPart cuts the moves at the ends of the options: what would go beyond stays.
func newPart(downs, ups []float64) part {
	p := part{mass: [3]float64{offDown, stays, offUp}}
	if len(downs) > 0 {
		p.offset[0] = -downs[0]
	}
	if len(ups) > 0 {
		p.offset[2] = ups[0]
	}
	return p
}

// errorModel convolves the parts. Mean and deviation follow from those of the
// parts and are exact always.
func errorModel(parts []part, score, level float64, q *Questionnaire) ErrorModel {
	out := ErrorModel{Exact: true}
	mean, variance := 0.0, 0.0
	dist := []mass{{0, 1}}
	step := float64(q.Highest()-q.Lowest()) / mostSupport
	for _, p := range parts {
		m, sq := 0.0, 0.0
		for i, x := range p.offset {
			m += float64(p.mass[i] * x)
			sq += float64(p.mass[i] * x * x)
		}
		mean, variance = mean+m, variance+sq-float64(m*m)
		dist = convolve(dist, p)
		if len(dist) > mostSupport {
			out.Exact = false
		}
		if !out.Exact {
			dist = onGrid(dist, step)
		}
	}
	out.Mean, out.SD = score+mean, math.Sqrt(max(0, variance))
	out.Q05, out.Q95 = score+quantile(dist, 0.05), score+quantile(dist, 0.95)
	for _, d := range dist {
		if q.reached(Num(score+d.at)).Value() == level {
			out.LevelStays += d.mass
		}
	}
	out.LevelStays = min(1, out.LevelStays)
	return out
}

// mass is a support point and its probability.
type mass struct{ at, mass float64 }

// convolve adds a part to a rising distribution; points within the tolerance
// become one.
func convolve(dist []mass, p part) []mass {
	out := make([]mass, 0, 3*len(dist))
	var next [3]int
	for {
		best := -1
		for i := range next {
			if next[i] < len(dist) && (best < 0 || dist[next[i]].at+p.offset[i] < dist[next[best]].at+p.offset[best]) {
				best = i
			}
		}
		if best < 0 {
			return out
		}
		d := dist[next[best]]
		out = merged(out, mass{d.at + p.offset[best], float64(d.mass * p.mass[best])})
		next[best]++
	}
}

func merged(dist []mass, d mass) []mass {
	if n := len(dist); n > 0 && d.at-dist[n-1].at <= Tolerance {
		dist[n-1].mass += d.mass
		return dist
	}
	return append(dist, d)
}

// onGrid moves every point of a rising distribution to the nearest multiple of a
// step.
func onGrid(dist []mass, step float64) []mass {
	var out []mass
	for _, d := range dist {
		out = merged(out, mass{math.Round(d.at/step) * step, d.mass})
	}
	return out
}

// quantile is the smallest point of a rising distribution whose cumulative
// probability reaches t.
func quantile(dist []mass, t float64) float64 {
	sum := 0.0
	for _, d := range dist {
		if sum += d.mass; sum >= t-1e-12 {
			return d.at
		}
	}
	return dist[len(dist)-1].at
}

// reweighed is the range of the overall score when every scored dimension's
// effective weight varies by a quarter and all are scaled to add up to 1. At an
// extreme those on one side of some score weigh most, the others least.
func reweighed(res *Result) Span {
	var dims []mass // score and share
	for _, d := range res.DimensionShares() {
		dims = append(dims, mass{d.Dimension.Score.Value(), d.Share})
	}
	slices.SortStableFunc(dims, func(a, b mass) int { return cmp.Compare(a.at, b.at) })
	out := Span{Low: res.Overall.Score.Value(), High: res.Overall.Score.Value()}
	for split := range len(dims) + 1 {
		for _, factors := range [][2]float64{{1.25, 0.75}, {0.75, 1.25}} {
			sum, weight := 0.0, 0.0
			for i, d := range dims {
				f := factors[0]
				if i >= split {
					f = factors[1]
				}
				sum += float64(f * d.mass * d.at)
				weight += float64(f * d.mass)
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
