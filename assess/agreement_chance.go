package assess

import (
	"math"
	"slices"
)

// Chances remembers, per number of raters and set of option points, the exact
// distribution of the deviation among raters who choose at random: it depends on
// nothing else.
type Chances map[string][]chance

// chance is a deviation and the probability of it or a smaller one.
type chance struct{ deviation, cumulative float64 }

// probability returns the exact probability that n raters who choose the question's
// options uniformly at random agree at least as well as observed; undefined
// beyond the limits (docs/numbers.md, Agreement).
func (c Chances) probability(qu *Question, n int, observed float64) Number {
	if n > mostChanceRaters || multisets(n, len(qu.Options)) > mostMultisets {
		return Number{}
	}
	points := make([]float64, len(qu.Options))
	key := []byte{byte(n)}
	for i, o := range qu.Options {
		points[i] = o.points
		bits := math.Float64bits(o.points)
		for shift := 0; shift < 64; shift += 8 {
			key = append(key, byte(bits>>shift))
		}
	}
	dist, ok := c[string(key)]
	if !ok {
		dist = deviations(n, points)
		c[string(key)] = dist
	}
	p := 0.0
	for _, d := range dist {
		if d.deviation > observed+Tolerance {
			break
		}
		p = d.cumulative
	}
	return Num(min(p, 1))
}

// multisets counts the ways in which n raters can spread over so many options,
// regardless of who is who: (n+options-1 choose n). It stops counting beyond the
// limit.
func multisets(n, options int) int {
	out := 1.0
	for i := 1; i <= n; i++ {
		if out = out * float64(options-1+i) / float64(i); out > 2*mostMultisets {
			return int(out)
		}
	}
	return int(math.Round(out))
}

// deviations enumerates every multiset with its multinomial probability.
func deviations(n int, points []float64) []chance {
	mass := map[float64]float64{}
	eachMultiset(n, len(points), func(counts []int, probability float64) {
		sorted := make([]float64, 0, n) // options rise
		for i, k := range counts {
			for range k {
				sorted = append(sorted, points[i])
			}
		}
		mass[deviation(sorted)] += probability
	})
	out := make([]chance, 0, len(mass))
	for d, p := range mass {
		out = append(out, chance{d, p})
	}
	slices.SortFunc(out, func(a, b chance) int {
		if a.deviation < b.deviation {
			return -1
		}
		return 1
	})
	sum := 0.0
	for i := range out {
		sum += out[i].cumulative
		out[i].cumulative = sum
	}
	return out
}

// eachMultiset calls do with every way of spreading n alike draws over m boxes, and the
// probability of it where each draw takes any box alike: n!/(k1!…km!) / m^n.
func eachMultiset(n, m int, do func(counts []int, probability float64)) {
	logs := make([]float64, n+1) // of factorials
	for i := 2; i <= n; i++ {
		logs[i] = logs[i-1] + math.Log(float64(i))
	}
	counts := make([]int, m)
	var place func(box, left int, log float64)
	place = func(box, left int, log float64) {
		if box == m-1 {
			counts[box] = left
			do(counts, math.Exp(log-logs[left]))
			return
		}
		for k := 0; k <= left; k++ {
			counts[box] = k
			place(box+1, left-k, log-logs[k])
		}
	}
	place(0, n, logs[n]-float64(float64(n)*math.Log(float64(m))))
}
