package assess

import (
	"cmp"
	"slices"
)

// planFound is the result of a search: how many steps each question takes, what they
// cost, and the cost below which there is nothing.
type planFound struct {
	steps map[*planQuestion]int
	cost  int
	bound int
}

// search finds the cheapest steps to a level; among equal costs the fewest, then those
// of the questions that come first. The goals share no question, so each is searched alone.
func (m *planModel) search(level float64) planFound {
	out := planFound{steps: map[*planQuestion]int{}}
	budget := mostPlanSteps
	for _, g := range m.goals(level) {
		steps := g.search(&budget)
		for i, qu := range g.questions {
			if steps[i] > 0 {
				out.steps[qu] = steps[i]
				out.cost += steps[i] * qu.effort()
			}
		}
		out.bound += g.lowerBound(steps, &budget)
	}
	return out
}

// A label is a way to take steps in the questions from one of them to the last.
type label struct {
	cost, moves int
	gain, share float64
}

// search returns the steps of each question. Labels are built from the last question to
// the first; what another label beats in everything is dropped. The steps are then fixed
// from the first question on: as many as still lead to the best cost and number of moves.
func (g *planGoal) search(budget *int) []int {
	known := g.greedy()
	limit := g.cost(known)
	from := make([][]label, len(g.questions)+1) // by the first question of the labels
	from[len(g.questions)] = []label{{}}
	for i := len(g.questions) - 1; i >= 0; i-- {
		from[i] = g.extend(i, from[i+1], limit, budget)
		if *budget <= 0 {
			return g.byCost(known)
		}
	}
	best := slices.IndexFunc(from[0], func(l label) bool { return g.met(l.gain, l.share) })
	if best < 0 {
		return known
	}
	return g.earliest(from, from[0][best])
}

// extend puts a question before labels.
func (g *planGoal) extend(i int, after []label, limit int, budget *int) []label {
	effort := g.questions[i].effort()
	var out []label
	for k := g.first[i]; k < len(g.gain[i]); k++ {
		for _, l := range after {
			*budget--
			n := label{l.cost + k*effort, l.moves + k, l.gain + g.gain[i][k], l.share + g.standing[i][k]}
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

// undominated sorts labels by cost, then moves, and drops those that an earlier one
// matches in gain and share. More than is needed counts as what is needed.
func (g *planGoal) undominated(labels []label, budget *int) []label {
	for i := range labels {
		l := &labels[i]
		l.gain, l.share = min(l.gain, max(0, g.needGain)), min(l.share, g.needShare)
	}
	slices.SortFunc(labels, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.moves, b.moves),
			cmp.Compare(b.gain, a.gain), cmp.Compare(b.share, a.share))
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

// front holds the gains and shares of the labels kept so far that no other one beats.
type front struct{ points [][2]float64 }

func (f *front) beats(l label) bool {
	for _, p := range f.points {
		if p[0] >= l.gain-1e-12 && p[1] >= l.share-1e-12 {
			return true
		}
	}
	return false
}

func (f *front) add(l label) {
	f.points = slices.DeleteFunc(f.points,
		func(p [2]float64) bool { return p[0] <= l.gain && p[1] <= l.share })
	f.points = append(f.points, [2]float64{l.gain, l.share})
}

// earliest fixes the steps question by question, so that the moves fall on the first ones.
func (g *planGoal) earliest(from [][]label, best label) []int {
	out := make([]int, len(g.questions))
	cost, moves, gain, share := best.cost, best.moves, 0.0, 0.0
	for i := range g.questions {
		effort := g.questions[i].effort()
		for k := len(g.gain[i]) - 1; k >= g.first[i]; k-- {
			leads := slices.ContainsFunc(from[i+1], func(l label) bool {
				return l.cost+k*effort <= cost && l.moves+k <= moves &&
					g.met(gain+g.gain[i][k]+l.gain, min(g.needShare, share+g.standing[i][k]+l.share))
			})
			if leads {
				out[i] = k
				cost, moves = cost-k*effort, moves-k
				gain, share = gain+g.gain[i][k], share+g.standing[i][k]
				break
			}
		}
	}
	return out
}

// greedy returns steps that meet the goal: always the next steps that bring most
// for their cost, then without those that are not needed.
func (g *planGoal) greedy() []int {
	steps := slices.Clone(g.first)
	for gain, share := g.sum(steps); !g.met(gain, share); gain, share = g.sum(steps) {
		best, to := g.mostWorth(steps, gain, share)
		if best < 0 {
			break
		}
		steps[best] = to
	}
	for i := len(steps) - 1; i >= 0; i-- {
		for steps[i] > g.first[i] {
			steps[i]--
			if gain, share := g.sum(steps); !g.met(gain, share) {
				steps[i]++
				break
			}
		}
	}
	return steps
}

// mostWorth returns the question, and the number of its steps, whose next steps bring the
// largest part of what is missing for their cost; -1 where none brings any.
func (g *planGoal) mostWorth(steps []int, gain, share float64) (best, to int) {
	best = -1
	most := 0.0
	for i := range g.questions {
		for k := steps[i] + 1; k < len(g.gain[i]); k++ {
			worth := 0.0
			if !atLeast(gain, g.needGain) {
				worth += min(g.gain[i][k]-g.gain[i][steps[i]], g.needGain-gain) / g.needGain
			}
			if !atLeast(share, g.needShare) {
				worth += min(g.standing[i][k]-g.standing[i][steps[i]], g.needShare-share) / g.needShare
			}
			if v := worth / float64((k-steps[i])*g.questions[i].effort()); v > most {
				best, to, most = i, k, v
			}
		}
	}
	return best, to
}
