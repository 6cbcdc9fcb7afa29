package assess

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A Distribution is how the scores of members with enough answers spread, each rounded to
// two decimals first. What their number does not allow is undefined: quartiles are given
// of ten.
type Distribution struct {
	Dimension                *Section // nil for the overall
	N                        int
	Mean                     Number
	Min, Q1, Median, Q3, Max Number // quartiles by Hyndman and Fan's type 7
	Bins                     []int  // members by score, in equal parts of the level scale
}

// compare puts the weaker of two distributions first: the lower median, then the lower mean.
func (d Distribution) compare(o Distribution) int {
	return cmp.Or(cmp.Compare(d.Median.Value(), o.Median.Value()), cmp.Compare(d.Mean.Value(), o.Mean.Value()))
}

// finest is how many bins a scale has at most, unless it has more levels.
const finest = 16

// A spread counts scores by their hundredths.
type spread struct {
	counts map[int]int
	n      int
}

func (s *spread) add(f Figure) {
	score, ok := f.Score().Get()
	if !ok || !f.sufficient {
		return
	}
	if s.counts == nil {
		s.counts = map[int]int{}
	}
	s.counts[int(math.Round(Round(score, 2)*100))]++
	s.n++
}

// distribution tells what was counted, on the scale of a questionnaire.
func (s *spread) distribution(q *Questionnaire, d *Section) Distribution {
	lowest, span := q.Levels[0].Level, len(q.Levels)-1
	perLevel := max(1, finest/span)
	out := Distribution{Dimension: d, N: s.n, Bins: make([]int, span*perLevel)}
	if s.n == 0 {
		return out
	}
	hundredths := slices.Sorted(maps.Keys(s.counts))
	last := make([]int, len(hundredths)) // members up to and with each
	n, sum := 0, 0
	for i, h := range hundredths {
		n += s.counts[h]
		sum += h * s.counts[h]
		last[i] = n
		bin := (h - 100*lowest) * perLevel / 100
		out.Bins[max(0, min(bin, len(out.Bins)-1))] += s.counts[h]
	}
	out.Mean = Num(float64(sum) / float64(100*s.n))
	at := func(i int) float64 {
		of, _ := slices.BinarySearch(last, i+1)
		return float64(hundredths[of]) / 100
	}
	out.Min, out.Median, out.Max = Num(at(0)), Num(quantile7(s.n, at, 0.5)), Num(at(s.n-1))
	if s.n >= enoughPeers {
		out.Q1, out.Q3 = Num(quantile7(s.n, at, 0.25)), Num(quantile7(s.n, at, 0.75))
	}
	return out
}
