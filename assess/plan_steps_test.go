package assess

import (
	"math/rand/v2"
	"testing"
)

// The least number of steps is that of trying every combination.
func TestFewestAgreesWithEveryCombination(t *testing.T) {
	eachModel(t, false, func(t *testing.T, rng *rand.Rand, _ *Questionnaire, _ []*Response) {
		var gains [][]float64
		for range 1 + rng.IntN(4) {
			var g []float64
			for range rng.IntN(4) {
				g = append(g, float64(1+rng.IntN(9))/4)
			}
			gains = append(gains, g)
		}
		need := rng.Float64() * 8
		enough := func(v float64) bool { return v >= need }
		best, found := 1000, false
		var try func(i, n int, got float64)
		try = func(i, n int, got float64) {
			if enough(got) && n < best {
				best, found = n, true
			}
			if i == len(gains) {
				return
			}
			try(i+1, n, got)
			for j, v := range gains[i] {
				got += v
				try(i+1, n+j+1, got)
			}
		}
		try(0, 0, 0)
		if n, ok := fewestSteps(gains, enough); ok != found || ok && n != best {
			t.Errorf("%v, need %v: %d %t, by trying %d %t", gains, need, n, ok, best, found)
		}
	})
}
