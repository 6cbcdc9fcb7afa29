package assess

import (
	"cmp"
	"slices"
)

// A Hold is an answer that holds a bank where it stands.
type Hold struct {
	Item      *Item
	Dimension *Node
}

// Holds returns at most so many of the answers that hold a bank: of each dimension that does
// the lowest one, of a gate the first criterion that is not met. Where a single dimension
// holds the bank they are all its own. Dimensions that hold the stage do; where there is none,
// those below what they aim at, the lowest first, gates before others. None where there are
// too few answers for a level.
func (r *Result) Holds(most int) Shortlist[Hold] {
	dimensions := r.holders()
	if len(dimensions) == 1 {
		var out []Hold
		for _, it := range r.holding(dimensions[0]) {
			out = append(out, Hold{it, dimensions[0]})
		}
		return shortlist(out, most, func(a, b Hold) int { return byNumber(a.Item.Points, b.Item.Points) })
	}
	var out []Hold
	for _, d := range dimensions {
		out = append(out, Hold{r.holding(d)[0], d})
	}
	return shortlist(out, most, func(a, b Hold) int { return lowestFirst(a.Dimension, b.Dimension) })
}

// holders are the dimensions that hold a bank and have an answer that does, the lowest first.
func (r *Result) holders() []*Node {
	if assessed, _ := r.assessed(); !r.Overall.Sufficient && assessed == nil {
		return nil // what is not answered does
	}
	var all []*Node
	if r.Overall.Sufficient {
		all, _ = r.Holding()
	}
	if len(all) == 0 {
		for _, d := range r.Overall.Dimensions() {
			if gap, aimed := d.Gap.Get(); !aimed || gap > Tolerance {
				all = append(all, d)
			}
		}
	}
	out := slices.DeleteFunc(slices.Clone(all), func(d *Node) bool { return len(r.holding(d)) == 0 })
	slices.SortStableFunc(out, lowestFirst)
	return out
}

// lowestFirst orders dimensions by their score; of the same a gate comes first.
func lowestFirst(a, b *Node) int {
	gate := func(n *Node) int {
		if n.Method == Gate {
			return 0
		}
		return 1
	}
	return cmp.Or(byNumber(a.Score, b.Score), gate(a)-gate(b))
}

// holding are the answers of a dimension that can be raised, the lowest first, then by weight;
// of a gate the criteria that its next level waits for.
func (r *Result) holding(d *Node) []*Item {
	if d.Method == Gate && d.Applicable {
		return r.gating(d).Failing
	}
	out := slices.DeleteFunc(d.Scored(), func(it *Item) bool {
		_, raisable := it.Following()
		return !raisable || it.Unagreed()
	})
	slices.SortStableFunc(out, lowestHold)
	return out
}

// lowestHold orders questions by their points, then by weight.
func lowestHold(a, b *Item) int {
	return cmp.Or(byNumber(a.Points, b.Points), cmp.Compare(b.Question.Weight, a.Question.Weight))
}
