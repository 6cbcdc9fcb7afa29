package assess

import (
	"fmt"
	"math"
	"slices"
)

// The numbers of peers from which something is shown, and from which everything.
const (
	FewestPeers = 5
	enoughPeers = 10
	normal95    = 1.959963984540054 // 97.5 % quantile of the normal distribution
)

// A Benchmark holds the scores of many organizations to one questionnaire, per
// section, without their names.
type Benchmark struct {
	ID, Version   string // of the questionnaire
	Organizations int    // that it was made from; 0 if it was read

	// Scores are rising and rounded to two decimals, by section id, or by the
	// questionnaire's for the overall.
	Scores map[string][]float64
}

// A Position is where a score stands among peers (docs/numbers.md, Against peers).
// What the number of peers does not allow is undefined.
type Position struct {
	N                        int
	Percentile, Low, High    Number // rank and its Wilson 95 % interval, in per cent
	Min, Q1, Median, Q3, Max Number
}

// Peers returns the position of every section of the result that the benchmark
// knows with at least FewestPeers scores, by section id.
func Peers(res *Result, b *Benchmark) map[string]Position {
	out := map[string]Position{}
	for _, n := range append([]*Node{res.Overall}, res.Overall.below()...) {
		if scores := b.Scores[n.ID]; len(scores) >= FewestPeers {
			out[n.ID] = position(n, scores)
		}
	}
	return out
}

func position(n *Node, scores []float64) Position {
	at := func(i int) float64 { return scores[i] }
	p := Position{N: len(scores), Min: Num(scores[0]), Max: Num(scores[len(scores)-1])}
	p.Median = Num(quantile7(len(scores), at, 0.5))
	if p.N < enoughPeers {
		return p
	}
	p.Q1, p.Q3 = Num(quantile7(len(scores), at, 0.25)), Num(quantile7(len(scores), at, 0.75))
	score, ok := n.Score.Get()
	if !ok || !n.Sufficient {
		return p
	}
	own, below := Round(score, 2), 0.0
	for _, s := range scores {
		switch {
		case s < own-Tolerance:
			below++
		case s <= own+Tolerance:
			below += 0.5
		}
	}
	share := below / float64(p.N)
	low, high := wilson(share, float64(p.N))
	p.Percentile, p.Low, p.High = Num(100*share), Num(max(0, 100*low)), Num(min(100, 100*high))
	return p
}

// wilson is the 95 % interval of a share of n (Wilson 1927).
func wilson(share, n float64) (low, high float64) {
	const z = normal95
	middle := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z * math.Sqrt(share*(1-share)/n+z*z/(4*n*n)) / (1 + z*z/n)
	return middle - half, middle + half
}

// quantile7 is Hyndman and Fan's type 7 of n rising values.
func quantile7(n int, value func(i int) float64, p float64) float64 {
	at := p * float64(n-1)
	i := int(at)
	if i+1 >= n {
		return value(n - 1)
	}
	return value(i) + float64((at-float64(i))*(value(i+1)-value(i)))
}

// NewBenchmark gathers the scores with sufficient coverage of results by one questionnaire,
// one of each organization: that of the latest date, and of several the last. Sections with
// fewer than FewestPeers scores are left out. It refuses results by another questionnaire.
func NewBenchmark(q *Questionnaire, results []*Result) (*Benchmark, error) {
	b := &Benchmark{ID: q.ID, Version: q.Version, Scores: map[string][]float64{}}
	latest := map[string]*Result{}
	for _, r := range results {
		if !q.Same(r.Questionnaire) {
			return nil, fmt.Errorf("%w: peers by %s, a result by %s", ErrStranger, q.name(), r.Questionnaire.name())
		}
		key := OrganizationKey(r.Organization)
		if before := latest[key]; before == nil || r.Date >= before.Date {
			latest[key] = r
		}
	}
	b.Organizations = len(latest)
	for _, r := range results {
		if r != latest[OrganizationKey(r.Organization)] {
			continue
		}
		for _, n := range append([]*Node{r.Overall}, r.Overall.below()...) {
			if v, ok := n.Score.Get(); ok && n.Sufficient {
				b.Scores[n.ID] = append(b.Scores[n.ID], Round(v, 2))
			}
		}
	}
	for id, scores := range b.Scores {
		if len(scores) < FewestPeers {
			delete(b.Scores, id)
		}
		slices.Sort(scores)
	}
	return b, nil
}
