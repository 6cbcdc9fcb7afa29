package assess

import "slices"

// EachAlone scores each response of the result by itself, in their order: what the
// assessment would be had nobody else been asked.
func (r *Result) EachAlone() []*Result {
	out := make([]*Result, 0, len(r.Responses))
	for _, response := range r.Responses {
		out = append(out, Score(Alone(response)))
	}
	return out
}

// Ranked returns nodes by their scores, the highest first: those that stand alike in the
// order given, and those without a score after all others.
func Ranked(nodes []*Node) []*Node {
	out := slices.Clone(nodes)
	slices.SortStableFunc(out, func(a, b *Node) int {
		switch known, also := a.Score.Defined(), b.Score.Defined(); {
		case known && !also:
			return -1
		case also && !known:
			return 1
		}
		return highestFirst(a, b)
	})
	return out
}
