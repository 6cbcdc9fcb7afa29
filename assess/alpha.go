package assess

import "slices"

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
	ranks := slices.CompactFunc(slices.Clone(values), func(a, b float64) bool { return a-b <= Tolerance && b-a <= Tolerance })
	if len(ranks) == 1 {
		return Number{}, noVariation
	}
	count := counted(values, ranks)
	distance := ordinal(count)
	observed := 0.0
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		own, within := counted(u, ranks), 0.0
		for c := range ranks {
			for k := c + 1; k < len(ranks); k++ {
				within += float64(own[c]*own[k]) * distance[c][k]
			}
		}
		observed += within / float64(len(u)-1)
	}
	expected := 0.0
	for c := range ranks {
		for k := c + 1; k < len(ranks); k++ {
			expected += float64(count[c]*count[k]) * distance[c][k]
		}
	}
	return Num(1 - float64(float64(len(values)-1)*observed)/expected), ""
}

// counted says how often each rank occurs among values.
func counted(values, ranks []float64) []float64 {
	out := make([]float64, len(ranks))
	for _, v := range values {
		i, _ := slices.BinarySearchFunc(ranks, v, func(rank, v float64) int {
			switch {
			case rank < v-Tolerance:
				return -1
			case rank > v+Tolerance:
				return 1
			}
			return 0
		})
		out[i]++
	}
	return out
}

// ordinal returns the squared ordinal distances between ranks that occur so
// often: the number of values between the two, each end counted by half.
func ordinal(count []float64) [][]float64 {
	out := make([][]float64, len(count))
	for c := range count {
		out[c] = make([]float64, len(count))
		between := count[c]
		for k := c + 1; k < len(count); k++ {
			between += count[k]
			d := between - (count[c]+count[k])/2
			out[c][k] = float64(d * d)
		}
	}
	return out
}
