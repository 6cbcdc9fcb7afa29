package assess

import (
	"math"
	"slices"
)

// An ErrorModel is the distribution of the overall score when every answered question may
// be one option off (docs/numbers.md, How firm).
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
	dist, spare := []supportPoint{{0, 1}}, []supportPoint(nil)
	step := float64(q.Highest()-q.Lowest()) / mostSupport
	for _, p := range parts {
		m, sq := 0.0, 0.0
		for i, x := range p.offset {
			m += float64(p.mass[i] * x)
			sq += float64(p.mass[i] * x * x)
		}
		mean, variance = mean+m, variance+sq-float64(m*m)
		dist, spare = convolve(spare, dist, p), dist
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

// supportPoint is a value of a distribution and its probability.
type supportPoint struct{ at, mass float64 }

// convolve adds a part to a rising distribution; points within the tolerance become one.
// The outcome takes the room of a distribution that is needed no more.
func convolve(room, dist []supportPoint, p part) []supportPoint {
	out := slices.Grow(room[:0], 3*len(dist))
	var next [3]int
	for {
		best := -1
		for i := range next {
			if next[i] == len(dist) {
				continue
			}
			if best < 0 || dist[next[i]].at+p.offset[i] < dist[next[best]].at+p.offset[best] {
				best = i
			}
		}
		if best < 0 {
			return out
		}
		d := dist[next[best]]
		out = merged(out, supportPoint{d.at + p.offset[best], float64(d.mass * p.mass[best])})
		next[best]++
	}
}

func merged(dist []supportPoint, d supportPoint) []supportPoint {
	if n := len(dist); n > 0 && d.at-dist[n-1].at <= Tolerance {
		dist[n-1].mass += d.mass
		return dist
	}
	return append(dist, d)
}

// onGrid moves every point of a rising distribution to the nearest multiple of a step, in the
// distribution's own room.
func onGrid(dist []supportPoint, step float64) []supportPoint {
	out := dist[:0]
	for _, d := range dist {
		out = merged(out, supportPoint{math.Round(d.at/step) * step, d.mass})
	}
	return out
}

// quantile is the smallest point of a rising distribution whose cumulative
// probability reaches t.
func quantile(dist []supportPoint, t float64) float64 {
	sum := 0.0
	for _, d := range dist {
		if sum += d.mass; sum >= t-1e-12 {
			return d.at
		}
	}
	return dist[len(dist)-1].at
}
