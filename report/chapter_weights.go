package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// weightsNote says how much the dimensions count, where that can be said
// briefly and truly: only means all the way down.
func (v *view) weightsNote() string {
	shares := v.Result.DimensionShares()
	equal := len(shares) > 1 && len(v.scoredBy(assess.Min))+len(v.scoredBy(assess.Gate)) == 0
	for _, s := range shares {
		equal = equal && math.Abs(s.Share-shares[0].Share) < assess.Tolerance
	}
	note := ""
	switch {
	case equal && len(shares) == len(v.Result.Overall.Dimensions()):
		note = v.Say("weights.equal", len(shares))
	case equal:
		note = v.Say("weights.equal_scored", len(shares))
	}
	if words.Alike(v.Result.Overall) {
		return note
	}
	return v.Sentences(v.Say("weights.differ"), note)
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

// scoredBy returns the sections scored by a method; of gates the outermost ones, below
// which all is the same gate.
func (v *view) scoredBy(m assess.Method) []*assess.Node {
	var out []*assess.Node
	var walk func(*assess.Node)
	walk = func(n *assess.Node) {
		if n.Method == m && n.Section != nil {
			out = append(out, n)
			if m == assess.Gate {
				return
			}
		}
		for _, child := range n.Sections {
			walk(child)
		}
	}
	walk(v.Result.Overall)
	return out
}

// worked recomputes the overall score from the printed scores of the sections
// below it, so that a reader can do the same with the table.
func (v *view) worked() string {
	scored, sum := weighed(v.Result.Overall)
	switch len(scored) {
	case 0:
		return ""
	case 1:
		return v.Say("worked.single", v.NodeTitle(scored[0]))
	}
	left, total := v.workedSum(scored, sum)
	printed := v.Shown(v.Result.Overall.Score.Value())
	if got := words.Gap(total / sum); got != printed {
		return v.Say("method.worked", v.Say("worked.rounded", left, got, printed))
	}
	return v.Say("method.worked", v.Say("worked.exact", left, printed))
}

// workedSum writes the mean of printed scores out, without weights where all are the
// same, and returns the sum that it divides.
func (v *view) workedSum(scored []*assess.Node, weights float64) (text string, total float64) {
	alike := !slices.ContainsFunc(scored, func(n *assess.Node) bool { return n.Weight != scored[0].Weight })
	divisor := words.Weight(assess.Round(weights, 9))
	if alike {
		divisor = strconv.Itoa(len(scored))
	}
	var terms []string
	for _, n := range scored {
		printed := v.Shown(n.Score.Value())
		total += float64(n.Weight * valueOf(printed))
		if !alike {
			printed = v.Say("worked.term", words.Weight(n.Weight), printed)
		}
		terms = append(terms, printed)
	}
	return v.Say("worked", strings.Join(terms, v.Say("worked.plus")), divisor), total
}

// valueOf is the value of a printed number.
func valueOf(printed string) float64 {
	f, err := strconv.ParseFloat(printed, 64)
	if err != nil {
		return 0 // Shown prints numbers only
	}
	return f
}
