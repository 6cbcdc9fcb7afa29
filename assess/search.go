package assess

import (
	"cmp"
	"math"
	"slices"
)

// found is the result of a search: how many steps each piece takes, what they
// cost, and the cost below which there is nothing.
type found struct {
	steps map[*piece]int
	cost  int
	bound int
}

// search finds the cheapest steps to a level; among equal costs the fewest, then
// those of the questions that come first. The goals don't touch one another.
func (b *board) search(level float64) found {
	out := found{steps: map[*piece]int{}}
	budget := maxSearchSteps
	for _, g := range b.goals(level) {
		part := g.search(&budget)
		for i, x := range g.pieces {
			if part[i] > 0 {
				out.steps[x] = part[i]
				out.cost += part[i] * x.item.Question.Effort
			}
		}
		out.bound += g.lower(part, &budget)
	}
	return out
}

func (g *goal) met(gain, weight float64) bool {
	return atLeast(gain, g.need) && atLeast(weight, g.weight)
}

// A label is a way to take steps in the questions from some place on.
type label struct {
	cost, moves  int
	gain, stands float64
}

// search returns the steps of each piece. Labels are built from the last question
// to the first; what another label beats in everything is dropped. The steps are
// then fixed from the first question on: as many as still lead to the best cost
// and number of moves.
func (g *goal) search(budget *int) []int {
	known := g.greedy()
	limit := g.cost(known)
	suffix := make([][]label, len(g.pieces)+1)
	suffix[len(g.pieces)] = []label{{}}
	for i := len(g.pieces) - 1; i >= 0; i-- {
		suffix[i] = g.extend(i, suffix[i+1], limit, budget)
		if *budget <= 0 {
			return g.byCost(known)
		}
	}
	best := slices.IndexFunc(suffix[0], func(l label) bool { return g.met(l.gain, l.stands) })
	if best < 0 {
		return known
	}
	return g.earliest(suffix, suffix[0][best])
}

// extend puts a question before labels.
func (g *goal) extend(i int, after []label, limit int, budget *int) []label {
	effort := g.pieces[i].item.Question.Effort
	var out []label
	for k := g.first[i]; k < len(g.gain[i]); k++ {
		for _, l := range after {
			*budget--
			n := label{l.cost + k*effort, l.moves + k, l.gain + g.gain[i][k], l.stands + g.stands[i][k]}
			if n.cost <= limit {
				out = append(out, n)
			}
		}
		if *budget <= 0 {
			return nil
		}
	}
	return g.undominated(out, budget)
}

// undominated sorts labels by cost, then moves, and drops those that an earlier
// one matches in gain and weight. More than is needed counts as what is needed.
func (g *goal) undominated(labels []label, budget *int) []label {
	for i := range labels {
		labels[i].gain, labels[i].stands = min(labels[i].gain, max(0, g.need)), min(labels[i].stands, g.weight)
	}
	slices.SortFunc(labels, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.moves, b.moves), cmp.Compare(b.gain, a.gain), cmp.Compare(b.stands, a.stands))
	})
	var out []label
	var fronts []front // by moves
	for _, l := range labels {
		beaten := false
		for m := 0; m <= l.moves && m < len(fronts) && !beaten; m++ {
			*budget--
			beaten = fronts[m].beats(l)
		}
		if beaten {
			continue
		}
		for len(fronts) <= l.moves {
			fronts = append(fronts, front{})
		}
		fronts[l.moves].add(l)
		out = append(out, l)
	}
	return out
}

// front holds the best gains by weight of labels kept so far.
type front struct{ points [][2]float64 }

func (f *front) beats(l label) bool {
	for _, p := range f.points {
		if p[0] >= l.gain-1e-12 && p[1] >= l.stands-1e-12 {
			return true
		}
	}
	return false
}

func (f *front) add(l label) {
	f.points = slices.DeleteFunc(f.points, func(p [2]float64) bool { return p[0] <= l.gain && p[1] <= l.stands })
	f.points = append(f.points, [2]float64{l.gain, l.stands})
}

// earliest fixes the steps question by question.
func (g *goal) earliest(suffix [][]label, best label) []int {
	out := make([]int, len(g.pieces))
	cost, moves, gain, stands := best.cost, best.moves, 0.0, 0.0
	for i := range g.pieces {
		effort := g.pieces[i].item.Question.Effort
		for k := len(g.gain[i]) - 1; k >= g.first[i]; k-- {
			ok := slices.ContainsFunc(suffix[i+1], func(l label) bool {
				return l.cost+k*effort <= cost && l.moves+k <= moves && g.met(gain+g.gain[i][k]+l.gain, min(g.weight, stands+g.stands[i][k]+l.stands))
			})
			if ok {
				out[i] = k
				cost, moves, gain, stands = cost-k*effort, moves-k, gain+g.gain[i][k], stands+g.stands[i][k]
				break
			}
		}
	}
	return out
}

func (g *goal) cost(steps []int) int {
	sum := 0
	for i, k := range steps {
		sum += k * g.pieces[i].item.Question.Effort
	}
	return sum
}

// greedy returns steps that meet the goal: always the next steps that bring most
// for their cost, then without those that are not needed.
func (g *goal) greedy() []int {
	steps := slices.Clone(g.first)
	for gain, stands := g.sum(steps); !g.met(gain, stands); gain, stands = g.sum(steps) {
		best, to, value := -1, 0, 0.0
		for i := range g.pieces {
			for k := steps[i] + 1; k < len(g.gain[i]); k++ {
				worth := 0.0
				if !atLeast(gain, g.need) {
					worth += min(g.gain[i][k]-g.gain[i][steps[i]], g.need-gain) / g.need
				}
				if !atLeast(stands, g.weight) {
					worth += min(g.stands[i][k]-g.stands[i][steps[i]], g.weight-stands) / g.weight
				}
				if v := worth / float64((k-steps[i])*g.pieces[i].item.Question.Effort); v > value {
					best, to, value = i, k, v
				}
			}
		}
		if best < 0 {
			break
		}
		steps[best] = to
	}
	for i := len(steps) - 1; i >= 0; i-- {
		for steps[i] > g.first[i] {
			steps[i]--
			if gain, stands := g.sum(steps); !g.met(gain, stands) {
				steps[i]++
				break
			}
		}
	}
	return steps
}

func (g *goal) sum(steps []int) (gain, stands float64) {
	for i, k := range steps {
		gain += g.gain[i][k]
		stands += g.stands[i][k]
	}
	return gain, stands
}

// byCost is the search where labels are too many: by cost alone, for goals of a
// gain alone. Its steps are the cheapest, though not always the fewest.
func (g *goal) byCost(known []int) []int {
	if g.weight > 0 {
		return known
	}
	limit := g.cost(known)
	if (limit+1)*len(g.pieces) > maxSearchSteps {
		return known
	}
	best, taken := g.table(limit, g.gain)
	for c, gain := range best {
		if !atLeast(gain, g.need) {
			continue
		}
		out := make([]int, len(g.pieces))
		for i := len(g.pieces) - 1; i >= 0; i-- {
			out[i] = int(taken[i][c])
			c -= out[i] * g.pieces[i].item.Question.Effort
		}
		return out
	}
	return known
}

// table returns, by cost, the largest sum of values that at most this cost buys,
// and the steps that each question takes in it.
func (g *goal) table(limit int, values [][]float64) (best []float64, taken [][]uint16) {
	best = make([]float64, limit+1)
	for i := range g.pieces {
		effort := g.pieces[i].item.Question.Effort
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

// lower is a cost below which the goal can't be met: that of the steps, where the
// search went to its end; else the larger of what gain and weight cost alone.
func (g *goal) lower(steps []int, budget *int) int {
	cost := g.cost(steps)
	if *budget > 0 {
		return cost
	}
	bound := 0
	for _, part := range []struct {
		values [][]float64
		need   float64
	}{{g.gain, g.need}, {g.stands, g.weight}} {
		if (cost+1)*len(g.pieces) > maxSearchSteps {
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
func (g *goal) relaxed(values [][]float64, need float64) int {
	type offer struct{ worth, most float64 } // per cost; in all
	var offers []offer
	for i, v := range values {
		first, effort := g.first[i], float64(g.pieces[i].item.Question.Effort)
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
