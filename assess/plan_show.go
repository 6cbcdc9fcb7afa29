package assess

import (
	"cmp"
	"slices"
)

// How a plan is shown: its first wave as next steps, as a grid, in groups, and where it goes
// beyond what a dimension aims at.

// Planned reports whether there is a plan with steps to take. One that rests on votes is none.
func (r *Result) Planned() bool {
	return r.Plan != nil && len(r.Plan.Moves) > 0 && r.Provisional() == 0
}

// Waves is the number of waves, 0 without moves.
func (p *Plan) Waves() int {
	if len(p.Moves) == 0 {
		return 0
	}
	return p.Moves[len(p.Moves)-1].Wave
}

// Takes reports whether a plan has a step of a question.
func (p *Plan) Takes(qu *Question) bool {
	return slices.ContainsFunc(p.Moves, func(m Move) bool { return m.Question == qu })
}

// firstWave are the steps of the plan that can be taken at once. They begin where the bank is
// weakest: one of each dimension in turn, the lowest dimension first, of each what is lowest.
func (r *Result) firstWave() []Raise {
	items := map[*Question]*Item{}
	within := map[*Question]*Node{}
	for _, d := range r.Overall.Dimensions() {
		for _, it := range d.Items {
			items[it.Question], within[it.Question] = it, d
		}
	}
	var out []Raise
	for _, m := range r.Plan.Moves {
		if m.Wave == 1 {
			next, _ := m.Question.Option(m.To)
			it := items[m.Question]
			out = append(out, Raise{it, within[m.Question], next, r.distance(it, within[m.Question])})
		}
	}
	slices.SortStableFunc(out, func(a, b Raise) int {
		return cmp.Or(scoredFirst(a.Item.Points, b.Item.Points), lowestHold(a.Item, b.Item))
	})
	turn, taken := map[*Question]int{}, map[*Node]int{}
	for _, raise := range out {
		turn[raise.Item.Question] = taken[raise.Dimension]
		taken[raise.Dimension]++
	}
	slices.SortStableFunc(out, func(a, b Raise) int {
		x, y := a.Dimension, b.Dimension
		return cmp.Or(turn[a.Item.Question]-turn[b.Item.Question],
			scoredFirst(x.Score, y.Score), lowestFirst(x, y), x.Items[0].Question.Index()-y.Items[0].Question.Index())
	})
	return out
}

// scoredFirst puts a number that is defined before one that is not.
func scoredFirst(a, b Number) int {
	switch {
	case a.Defined() && !b.Defined():
		return -1
	case b.Defined() && !a.Defined():
		return 1
	}
	return 0
}

// A MoveGroup are moves of one wave and one dimension from one place to one other.
type MoveGroup struct {
	Dimension *Section
	From      Number // points; undefined where the questions are open, or between options
	To        float64
	Cost      int
	Moves     []Move // in document order
}

// Groups returns the moves of a wave, from 1, that start and end alike side by side: by
// dimension in document order, the lowest first.
func (p *Plan) Groups(wave int) []MoveGroup {
	var out []MoveGroup
	for _, m := range p.Moves {
		if m.Wave != wave {
			continue
		}
		g := MoveGroup{Dimension: m.Question.Section(), To: m.Question.Points(m.To)}
		if from, ok := m.From.Get(); ok {
			g.From = Num(m.Question.Points(from))
		}
		at := slices.IndexFunc(out, func(o MoveGroup) bool {
			return o.Dimension == g.Dimension && o.From == g.From && o.To == g.To
		})
		if at < 0 {
			at = len(out)
			out = append(out, g)
		}
		out[at].Moves = append(out[at].Moves, m)
		out[at].Cost += m.Cost
	}
	slices.SortStableFunc(out, func(a, b MoveGroup) int {
		return cmp.Or(a.Dimension.Questions[0].Index()-b.Dimension.Questions[0].Index(), byNumber(a.From, b.From))
	})
	return out
}

// A PlanRow is a dimension's part of a plan: its number of steps in each wave.
type PlanRow struct {
	Dimension *Section
	Steps     []int // by wave
}

// Grid returns the plan at a glance: a row for each dimension that has steps, in document
// order.
func (p *Plan) Grid() []PlanRow {
	var out []PlanRow
	at := map[*Section]int{}
	for _, s := range p.sections() {
		at[s] = len(out)
		out = append(out, PlanRow{s, make([]int, p.Waves())})
	}
	for _, m := range p.Moves {
		out[at[m.Question.Section()]].Steps[m.Wave-1]++
	}
	return out
}

// sections are the dimensions that have steps, in document order.
func (p *Plan) sections() []*Section {
	var out []*Section
	for _, m := range p.Moves {
		if s := m.Question.Section(); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b *Section) int { return a.Questions[0].Index() - b.Questions[0].Index() })
	return out
}

// Beyond returns the dimensions that the plan lifts beyond a target of their own below the
// one planned for.
func (r *Result) Beyond() []*Node {
	p := r.Plan
	if p == nil || len(p.Moves) == 0 {
		return nil
	}
	end := map[*Question]float64{}
	for _, m := range p.Moves {
		end[m.Question] = m.Question.Points(m.To)
	}
	after := map[string]float64{}
	for _, d := range newPlanModel(r).overall.dimensions() {
		after[d.id] = d.score(func(qu *planQuestion) float64 {
			if points, moved := end[qu.item.Question]; moved {
				return points
			}
			return qu.at
		})
	}
	return slices.DeleteFunc(r.Overall.Dimensions(), func(d *Node) bool {
		target, aimed := d.Target.Get()
		moved := slices.ContainsFunc(p.Moves, func(m Move) bool { return m.Question.Section() == d.Section })
		return !moved || !aimed || target >= p.Target.Value() || after[d.ID] <= target+Tolerance
	})
}
