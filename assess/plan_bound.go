package assess

import (
	"cmp"
	"math"
	"slices"
)

// byCost is the search where labels are too many: by cost alone, for goals of a
// gain alone. Its steps are the cheapest, though not always the fewest.
func (g *planGoal) byCost(known []int) []int {
	if g.needShare > 0 {
		return known
	}
	limit := g.cost(known)
	if (limit+1)*len(g.questions) > mostPlanSteps {
		return known
	}
	best, taken := g.table(limit, g.gain)
	for c, gain := range best {
		if !atLeast(gain, g.needGain) {
			continue
		}
		out := make([]int, len(g.questions))
		for i := len(g.questions) - 1; i >= 0; i-- {
			out[i] = int(taken[i][c])
			c -= out[i] * g.questions[i].effort()
		}
		return out
	}
	return known
}

// table returns, by cost, the largest sum of values that at most this cost buys,
// and the steps that each question takes in it.
func (g *planGoal) table(limit int, values [][]float64) (best []float64, taken [][]uint16) {
	best = make([]float64, limit+1)
	for i := range g.questions {
		effort := g.questions[i].effort()
		next, take := make([]float64, limit+1), make([]uint16, limit+1)
		for c := range next {
			next[c] = math.Inf(-1)
			for k := g.first[i]; k < len(values[i]) && k*effort <= c; k++ {
				if v := best[c-k*effort] + values[i][k]; v > next[c]+1e-12 {
					next[c], take[c] = v, uint16(k)
				}
			}
		}
		best, taken = next, append(taken, take)
	}
	return best, taken
}

// lowerBound is a cost below which the goal can't be met: that of the steps, where the
// search went to its end; else the larger of what gain and share cost alone.
func (g *planGoal) lowerBound(steps []int, budget *int) int {
	cost := g.cost(steps)
	if *budget > 0 {
		return cost
	}
	bound := 0
	for _, part := range []struct {
		values [][]float64
		need   float64
	}{{g.gain, g.needGain}, {g.standing, g.needShare}} {
		if (cost+1)*len(g.questions) > mostPlanSteps {
			bound = max(bound, g.relaxed(part.values, part.need))
			continue
		}
		best, _ := g.table(cost, part.values)
		if c := slices.IndexFunc(best, func(v float64) bool { return atLeast(v, part.need) }); c > bound {
			bound = c
		}
	}
	return bound
}

// relaxed is a cost below which the sum of values can't reach need, quickly: as if
// every question gave parts of steps, each at the best it gives for its cost.
func (g *planGoal) relaxed(values [][]float64, need float64) int {
	type offer struct{ worth, most float64 } // per cost; in all
	var offers []offer
	for i, v := range values {
		first, effort := g.first[i], float64(g.questions[i].effort())
		need -= v[first]
		o := offer{}
		for k := first + 1; k < len(v); k++ {
			more := v[k] - v[first]
			o = offer{max(o.worth, more/(float64(k-first)*effort)), max(o.most, more)}
		}
		offers = append(offers, o)
	}
	slices.SortFunc(offers, func(a, b offer) int { return cmp.Compare(b.worth, a.worth) })
	cost := 0.0
	for _, o := range offers {
		if need <= Tolerance || o.worth == 0 {
			break
		}
		cost += min(o.most, need) / o.worth
		need -= o.most
	}
	return g.cost(g.first) + int(math.Ceil(cost-Tolerance))
}
