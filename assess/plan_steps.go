package assess

import (
	"cmp"
	"slices"
)

// fewestSteps returns the least number of steps whose gains together are enough, and
// whether any number is. gains hold, per question, what its next steps give, to
// be taken in order. enough must stay true as gains grow.
//
// Where every question's steps give less and less, the largest steps first are
// the best. Else the best gain of every number of steps is built up question by
// question, up to the number that the largest steps need.
func fewestSteps(gains [][]float64, enough func(gain float64) bool) (int, bool) {
	steps, sum, falling := []float64{}, 0.0, true
	for _, g := range gains {
		steps = append(steps, g...)
		falling = falling && slices.IsSortedFunc(g, func(a, b float64) int { return cmp.Compare(b, a) })
		for _, v := range g {
			sum += v
		}
	}
	if !enough(sum) {
		return 0, false
	}
	if falling {
		slices.SortFunc(steps, func(a, b float64) int { return cmp.Compare(b, a) })
		n, got := 0, 0.0
		for ; n < len(steps) && !enough(got); n++ {
			got += steps[n]
		}
		return n, true
	}
	return fewestOf(gains, enough, takeWhole(gains, enough)), true
}

// takeWhole returns a number of steps that is enough: whole questions, those with
// the largest gain per step first.
func takeWhole(gains [][]float64, enough func(float64) bool) int {
	order := slices.Clone(gains)
	mean := func(g []float64) float64 {
		if len(g) == 0 {
			return 0
		}
		return meanOf(g)
	}
	slices.SortStableFunc(order, func(a, b []float64) int { return cmp.Compare(mean(b), mean(a)) })
	n, got := 0, 0.0
	for _, g := range order {
		for _, v := range g {
			if enough(got) {
				return n
			}
			got += v
			n++
		}
	}
	return n
}

// fewestOf returns the least number of steps that is enough, at most the one known.
func fewestOf(gains [][]float64, enough func(float64) bool, known int) int {
	best := make([]float64, 1, known+1) // by number of steps
	for _, g := range gains {
		next := slices.Clone(best)
		for range min(len(g), known+1-len(best)) {
			next = append(next, 0)
		}
		got := 0.0
		for j, v := range g {
			got += v
			for k := range best {
				if at := k + j + 1; at < len(next) {
					next[at] = max(next[at], best[k]+got)
				}
			}
		}
		best = next
	}
	for n, got := range best {
		if enough(got) {
			return n
		}
	}
	return known
}

// StepsUp returns the level above the one that an applicable section's score has
// reached, and the least number of steps that bring the score there, each raising
// one answered question to its next option (a criterion of a gate counts as one
// step however far it is). There is none without a score, at the top, or where
// answered questions alone can't do it.
func (r *Result) StepsUp(n *Node) (level, steps int, ok bool) {
	reached, scored := r.Questionnaire.standing(n).Get()
	if level = int(reached) + 1; !scored || level > r.Questionnaire.Highest() {
		return 0, 0, false
	}
	begins := r.Questionnaire.begins(level)
	switch n.Method {
	case Gate:
		return level, len(r.gating(n).Failing), true
	case Min:
		steps, ok = stepsOfAll(n, begins)
	default:
		var gains [][]float64
		r.Questionnaire.effectiveWeights(n, func(it *Item, weight float64) {
			gains = append(gains, ups(it, weight))
		})
		steps, ok = fewestSteps(gains, func(gain float64) bool {
			return atLeast(n.Score.Value()+gain, begins)
		})
	}
	return level, steps, ok
}

// stepsOfAll is how many steps raise every answered question below a node to so many
// points, and whether the options of all of them reach these.
func stepsOfAll(n *Node, enough float64) (steps int, ok bool) {
	for _, it := range n.all {
		points, ok := it.Points.Get()
		if !ok || atLeast(points, enough) {
			continue
		}
		if !atLeast(it.Question.top().points, enough) {
			return 0, false
		}
		for _, o := range it.Question.Options {
			if o.points > points+Tolerance {
				steps++
				if atLeast(o.points, enough) {
					break
				}
			}
		}
	}
	return steps, true
}

// ups are what the next options above a question's points add, times a weight.
func ups(it *Item, weight float64) []float64 {
	var out []float64
	at := it.Points.Value()
	for _, o := range it.Question.Options {
		if o.points > at+Tolerance {
			out = append(out, weight*(o.points-at))
			at = o.points
		}
	}
	return out
}

// downs are what the next options below a question's points take away, times a
// weight.
func downs(it *Item, weight float64) []float64 {
	var out []float64
	at := it.Points.Value()
	for _, o := range slices.Backward(it.Question.Options) {
		if o.points < at-Tolerance {
			out = append(out, weight*(at-o.points))
			at = o.points
		}
	}
	return out
}
