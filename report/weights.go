package report

import (
	"math"
	"strconv"
	"strings"

	"bankmaturity/assess"
)

// alike reports whether all sections that stand side by side weigh the same.
func (v *view) alike(n *assess.Node) bool {
	for _, child := range n.Sections {
		if child.Weight != n.Sections[0].Weight || !v.alike(child) {
			return false
		}
	}
	return true
}

// weightsNote says how much the dimensions count, where that can be said
// briefly and truly: only means all the way down.
func (v *view) weightsNote() string {
	shares := v.res.DimensionShares()
	equal := len(shares) > 1 && !v.has(assess.Min) && !v.has(assess.Gate)
	for _, s := range shares {
		equal = equal && math.Abs(s.Share-shares[0].Share) < assess.Tolerance
	}
	note := ""
	switch {
	case equal && len(shares) == len(v.res.Overall.Dimensions()):
		note = v.say("weights.equal", len(shares))
	case equal:
		note = v.say("weights.equal_scored", len(shares))
	}
	if v.alike(v.res.Overall) {
		return note
	}
	return strings.TrimSpace(v.say("sentences", v.say("weights.differ"), note))
}

// weighed returns the children that make a node's score, and their weights' sum.
func weighed(n *assess.Node) (scored []*assess.Node, sum float64) {
	for _, child := range n.Sections {
		if child.Score.Defined() {
			scored = append(scored, child)
			sum += child.Weight
		}
	}
	return scored, sum
}

// has reports whether a section is scored by a method.
func (v *view) has(m assess.Method) bool { return len(v.by(m)) > 0 }

// by returns the outermost sections scored by a method.
func (v *view) by(m assess.Method) []*assess.Node {
	var out []*assess.Node
	var walk func(*assess.Node)
	walk = func(n *assess.Node) {
		if n.Method == m && n.Section != nil {
			out = append(out, n)
			if m == assess.Gate {
				return // all below is the same gate
			}
		}
		for _, child := range n.Sections {
			walk(child)
		}
	}
	walk(v.res.Overall)
	return out
}

// worked recomputes the overall score from the printed scores of the sections
// below it, so that a reader can do the same with the table.
func (v *view) worked() string {
	scored, sum := weighed(v.res.Overall)
	switch len(scored) {
	case 0:
		return ""
	case 1:
		return v.say("worked.single", v.text(scored[0].Title))
	}
	var terms []string
	var total float64
	flat := flat(scored)
	for _, n := range scored {
		printed := assess.Shown(n.Score.Value())
		total += float64(n.Weight * read(printed))
		if flat {
			terms = append(terms, printed)
		} else {
			terms = append(terms, v.say("worked.term", weight(n.Weight), printed))
		}
	}
	divisor := weight(assess.Round(sum, 9))
	if flat {
		divisor = whole(float64(len(scored)))
	}
	left := v.say("worked", strings.Join(terms, v.say("worked.plus")), divisor)
	printed := assess.Shown(v.res.Overall.Score.Value())
	if got := gap(total / sum); got != printed {
		return v.say("method.worked", v.say("worked.rounded", left, got, printed))
	}
	return v.say("method.worked", v.say("worked.exact", left, printed))
}

// flat reports whether the sections weigh the same.
func flat(nodes []*assess.Node) bool {
	for _, n := range nodes {
		if n.Weight != nodes[0].Weight {
			return false
		}
	}
	return true
}

// read is the value of a printed number.
func read(printed string) float64 {
	f, err := strconv.ParseFloat(printed, 64)
	if err != nil {
		return 0 // Shown prints numbers only
	}
	return f
}
