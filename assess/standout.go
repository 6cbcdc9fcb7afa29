package assess

import (
	"cmp"
	"slices"
)

// What stands out in a result: its strengths, its largest gaps, what its voices are far
// apart on, what fell.

// StrongDimensions returns at most so many dimensions above the overall score, the
// highest first. One with too few answers for a level is none of them.
func (r *Result) StrongDimensions(most int) Shortlist[*Node] {
	var out []*Node
	for _, d := range r.Overall.Dimensions() {
		if d.Sufficient && r.above(d.Score) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, highestFirst)
	return shortlist(out, most, highestFirst)
}

// highestFirst orders nodes by their scores.
func highestFirst(a, b *Node) int { return byNumber(b.Score, a.Score) }

// Ranked returns the nodes so many levels down, the highest score first and those without one
// last; what stands alike keeps the questionnaire's order.
func (r *Result) Ranked(depth int) []*Node {
	out := slices.Clone(r.Overall.Down(depth))
	slices.SortStableFunc(out, func(a, b *Node) int {
		return cmp.Or(scoredFirst(a.Score, b.Score), highestFirst(a, b))
	})
	return out
}

// StrongItems returns at most so many questions above the overall score, the highest
// first, then by weight. Gate criteria are left out: one that is met says little about
// the height of its level.
func (r *Result) StrongItems(most int) Shortlist[*Item] {
	var out []*Item
	for _, it := range r.Overall.AllItems() {
		if it.Question.Level == 0 && r.above(it.Points) {
			out = append(out, it)
		}
	}
	compare := func(a, b *Item) int {
		return cmp.Or(byNumber(b.Points, a.Points), cmp.Compare(b.Question.Weight, a.Question.Weight))
	}
	slices.SortStableFunc(out, compare)
	return shortlist(out, most, compare)
}

// above reports whether a number lies above the overall score.
func (r *Result) above(n Number) bool {
	v, ok := n.Get()
	overall, scored := r.Overall.Score.Get()
	return ok && scored && v > overall+Tolerance
}

// AllAlike returns the points that every answered question has, and how many there
// are; false where points differ or a gate criterion is among them.
func (r *Result) AllAlike() (points float64, n int, alike bool) {
	for _, it := range r.Overall.AllItems() {
		p, ok := it.Points.Get()
		if !ok {
			continue
		}
		if n++; n == 1 {
			points = p
		}
		if it.Question.Level > 0 || p != points {
			return 0, 0, false
		}
	}
	return points, n, n > 0
}

// A DimensionGap is a dimension below what it aims at.
type DimensionGap struct {
	Dimension *Node
	Distance  float64 // to the target or, without one, to the highest level
}

// WidestGaps returns at most so many dimensions below what they aim at, the farthest
// first.
func (r *Result) WidestGaps(most int) Shortlist[DimensionGap] {
	var out []DimensionGap
	for _, d := range r.Overall.Dimensions() {
		distance := d.Gap
		if score, ok := d.Score.Get(); ok && !d.Target.Defined() {
			distance = Num(float64(r.Questionnaire.Highest()) - score)
		}
		if v, ok := distance.Get(); ok && v > Tolerance {
			out = append(out, DimensionGap{d, v})
		}
	}
	compare := func(a, b DimensionGap) int { return byNumber(Num(b.Distance), Num(a.Distance)) }
	slices.SortStableFunc(out, compare)
	return shortlist(out, most, compare)
}

// Extremes returns the dimension with the highest and the one with the lowest score, and
// how many stand alike; false with fewer than three scores, or where all are the same.
func (r *Result) Extremes() (highest, lowest Shortlist[*Node], ok bool) {
	var scored []*Node
	for _, d := range r.Overall.Dimensions() {
		if d.Score.Defined() {
			scored = append(scored, d)
		}
	}
	if len(scored) < 3 {
		return highest, lowest, false
	}
	lowestFirst := func(a, b *Node) int { return highestFirst(b, a) }
	slices.SortStableFunc(scored, lowestFirst)
	lowest = shortlist(slices.Clone(scored), 1, lowestFirst)
	slices.SortStableFunc(scored, highestFirst)
	highest = shortlist(scored, 1, highestFirst)
	return highest, lowest, highestFirst(highest.First[0], lowest.First[0]) != 0
}

// FarApart returns the questions that the voices contest, and those on which they stand
// in two camps, the farthest apart first (docs/numbers.md, Agreement).
func (r *Result) FarApart() []*Item {
	var out []*Item
	for _, it := range r.Overall.AllItems() {
		if a := it.Agreement; a != nil && (a.Verdict == Contested || a.TwoCamps) {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *Item) int {
		return byNumber(Num(b.Agreement.ADMd), Num(a.Agreement.ADMd))
	})
	return out
}

// FarthestApart returns the question whose answers lie farthest apart, of several the one with
// the largest deviation; nil where all agree.
func (r *Result) FarthestApart() *Item {
	var out *Item
	span := func(it *Item) Number { return Num(it.Agreement.Max - it.Agreement.Min) }
	for _, it := range r.Overall.AllItems() {
		switch {
		case it.Agreement == nil || span(it).Value() <= Tolerance:
		case out == nil, cmp.Or(byNumber(span(it), span(out)),
			byNumber(Num(it.Agreement.ADMd), Num(out.Agreement.ADMd))) > 0:
			out = it
		}
	}
	return out
}

// FallenFirst returns the changes with what fell most first, then what rose, then what
// has no change.
func FallenFirst(changes []Change) []Change {
	out := slices.Clone(changes)
	slices.SortStableFunc(out, func(a, b Change) int {
		x, known := a.Delta().Get()
		y, also := b.Delta().Get()
		switch {
		case known && !also:
			return -1
		case also && !known:
			return 1
		}
		return cmp.Compare(Round(x, 9), Round(y, 9))
	})
	return out
}
