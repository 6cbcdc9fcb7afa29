package assess

import (
	"math"
	"slices"
)

// Why alpha is undefined.
const (
	noPairs     = "no question has values of two raters"
	noVariation = "all values are the same"
)

// alpha is Krippendorff's alpha with the ordinal metric (Krippendorff 2004,
// chapter 11): 1 minus observed over expected disagreement. Units are questions,
// raters may be missing; units with one value say nothing. Undefined, with the
// reason, where no unit has two values or all values are alike.
func alpha(units [][]float64) (Number, string) {
	var values []float64
	for _, u := range units {
		if len(u) >= 2 {
			values = append(values, u...)
		}
	}
	if len(values) == 0 {
		return Number{}, noPairs
	}
	slices.Sort(values)
	same := func(a, b float64) bool { return math.Abs(a-b) <= Tolerance }
	ranks := slices.CompactFunc(slices.Clone(values), same)
	if len(ranks) == 1 {
		return Number{}, noVariation
	}
	place := places(values, ranks)
	observed := 0.0
	for _, u := range units {
		if len(u) >= 2 {
			observed += disagreement(u, ranks, place) / float64(len(u)-1)
		}
	}
	return Num(1 - float64(float64(len(values)-1)*observed)/disagreement(values, ranks, place)), ""
}

// disagreement is the sum of the squared ordinal distances of all pairs of values. The
// distance of two ranks is the number of values between them, each end counted by
// half: the difference of their places.
func disagreement(values, ranks, place []float64) float64 {
	sum, squares := 0.0, 0.0
	for _, v := range values {
		p := place[rank(v, ranks)]
		sum += p
		squares += float64(p * p)
	}
	return float64(float64(len(values))*squares) - float64(sum*sum)
}

// places are, by rank, how many values lie below, and half of those at it.
func places(values, ranks []float64) []float64 {
	out, below := make([]float64, len(ranks)), 0.0
	for _, v := range values {
		out[rank(v, ranks)]++
	}
	for i, n := range out {
		out[i] = below + n/2
		below += n
	}
	return out
}

// rank finds the rank of a value.
func rank(v float64, ranks []float64) int {
	i, _ := slices.BinarySearchFunc(ranks, v, func(rank, v float64) int {
		switch {
		case rank < v-Tolerance:
			return -1
		case rank > v+Tolerance:
			return 1
		}
		return 0
	})
	return i
}
