package assess

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// bankAt is the standing of a bank whose overall score and dimension have a score.
func bankAt(name, period string, score float64) Standing {
	f := newFigure(true, true, Num(score), Num(score), Num(score), Num(1), Num(float64(int(score))))
	return Standing{Organization: name, Date: "2026-01-02", Period: period, Overall: f, Dimensions: []Figure{f}}
}

// Counting by hundredths gives the quartiles of the sorted scores themselves.
func TestSpreadQuartiles(t *testing.T) {
	t.Parallel()
	q := model(1)
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		var s spread
		var scores []float64
		for range n {
			v := 1 + 4*rng.Float64()
			scores = append(scores, Round(v, 2))
			s.add(bankAt("", "", v).Overall)
		}
		slices.Sort(scores)
		d := s.distribution(q, nil)
		total := 0
		for _, in := range d.Bins {
			total += in
		}
		if d.N != n || total != n {
			t.Fatalf("%d scores: %d counted, %d in bins", n, d.N, total)
		}
		if n == 0 {
			continue
		}
		at := func(i int) float64 { return scores[i] }
		if !almost(d.Median.Value(), quantile7(n, at, .5)) || d.Min.Value() != scores[0] || d.Max.Value() != scores[n-1] {
			t.Errorf("%v: %+v", scores, d)
		}
		if d.Q1.Defined() != (n >= 10) || n >= 10 &&
			(!almost(d.Q1.Value(), quantile7(n, at, .25)) || !almost(d.Q3.Value(), quantile7(n, at, .75))) {
			t.Errorf("%v: %+v", scores, d)
		}
	}
}

// A bin begins at its lower end and every level begins one; the top of the scale is in the last.
func TestSpreadBins(t *testing.T) {
	t.Parallel()
	var s spread
	for _, v := range []float64{1, 1.24, 1.25, 2, 1.99, 5, 4.99} {
		s.add(bankAt("", "", v).Overall)
	}
	bins := s.distribution(model(1), nil).Bins
	if len(bins) != 16 || bins[0] != 2 || bins[1] != 1 || bins[3] != 1 || bins[4] != 1 || bins[15] != 2 {
		t.Errorf("%v", bins)
	}
}

// Both ends of many members stay, whatever the order they come in, and all are counted.
func TestPortfolioOfMany(t *testing.T) {
	t.Parallel()
	var all []Standing
	for i := range 9_001 {
		all = append(all, bankAt(fmt.Sprintf("Bank %05d", i), "", 1+float64(i%3998)/1000))
	}
	gather := func() *Portfolio {
		tally := NewPortfolioTally(model(1), false)
		for _, s := range all {
			tally.Add(s)
			if len(tally.members) > 2*mostMembers {
				t.Fatalf("%d are held", len(tally.members))
			}
		}
		return tally.Portfolio()
	}
	p := gather()
	if len(p.Members) != 2000 || p.Left != 7001 || p.Before != 1000 || p.Size != 9001 || p.Overall.N != 9001 {
		t.Errorf("%d, %d left, %d before, of %d and %d", len(p.Members), p.Left, p.Before, p.Size, p.Overall.N)
	}
	sorted := slices.SortedFunc(slices.Values(all), func(a, b Standing) int { return a.compare(&b) })
	if p.Members[999].Latest().Organization != sorted[999].Organization ||
		p.Members[1000].Latest().Organization != sorted[8001].Organization {
		t.Errorf("%v, %v", p.Members[999], p.Members[1000])
	}
	slices.Reverse(all)
	if again := gather(); !reflect.DeepEqual(again, p) {
		t.Error("the order of the banks changes the portfolio")
	}
}

// A bank counts by its latest period; those before it stay beside it with the change.
func TestPortfolioPeriods(t *testing.T) {
	t.Parallel()
	tally := NewPortfolioTally(model(1), false)
	for _, s := range []Standing{
		bankAt("North", "2025", 2.004), bankAt("South", "2026", 4), bankAt("NORTH ", "2026", 2.5),
		bankAt("North", "2024", 3), bankAt("South", "2025", 4.001), bankAt("New", "2026", 1),
	} {
		tally.Add(s)
	}
	p := tally.Portfolio()
	if p.Size != 3 || p.Rose != 1 || p.Fell != 0 || p.Unchanged != 1 || !p.ByPeriod || p.Overall.Median != Num(2.5) {
		t.Errorf("%+v", p)
	}
	north := p.Members[1]
	if len(north.Standings) != 3 || north.Latest().Period != "2026" || north.Change(0) != Num(.5) ||
		north.Change(1) != Num(-1) || north.Change(2).Defined() {
		t.Errorf("%+v", north)
	}
}

// What a result says at full length and what its line says at six decimals is one portfolio;
// no figure reads like a level that it has not reached.
func TestFiguresOfLines(t *testing.T) {
	t.Parallel()
	q := model(1)
	for _, v := range []float64{1, 1.9999999, 2.4949996, 2.0000004, 5, 1.0 / 3 * 7} {
		level := Num(float64(int(v)))
		whole := newFigure(true, true, Num(v), Num(v), Num(v), Num(v/5), level)
		line := newFigure(true, true, Num(Round(v, 6)), Num(Round(v, 6)), Num(Round(v, 6)), Num(Round(v/5, 6)), level)
		if whole != line {
			t.Errorf("%v: %+v, %+v", v, whole, line)
		}
		if shown := whole.Shown(q); shown >= fmt.Sprint(int(v)+1) {
			t.Errorf("%v at level %d is shown as %s", v, int(v), shown)
		}
	}
	if far := newFigure(true, true, Num(1e9), Num(1e9), Num(1e9), Num(1), Num(1e9)); far.Score().Defined() {
		t.Error("a score beyond any scale is kept")
	}
}

// Where most stand and what is weakest is told, also where several are alike.
func TestPortfolioHeadline(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		scores  []float64
		common  int
		weakest int
	}{
		{nil, 0, 0}, {[]float64{2}, 1, 0}, {[]float64{2, 3}, 2, 0}, {[]float64{2, 3, 3.5}, 1, 0},
	} {
		tally := NewPortfolioTally(model(1), false)
		for i, v := range tt.scores {
			tally.Add(bankAt(fmt.Sprint(i), "", v))
		}
		p := tally.Portfolio()
		if len(p.Common) != tt.common || len(p.Weakest) != tt.weakest || p.Rated() != len(tt.scores) {
			t.Errorf("%v: %v, %v", tt.scores, p.Common, p.Weakest)
		}
	}
}

// A result that is not as the questionnaire has it breaks nothing.
func TestPortfolioOfStrangers(t *testing.T) {
	t.Parallel()
	tally := NewPortfolioTally(model(1), false)
	tally.Add(Standing{Overall: newFigure(true, true, Num(9), Num(9), Num(9), Num(1), Num(9))})
	tally.Add(Standing{Overall: newFigure(true, true, Num(-9), Num(-9), Num(-9), Num(1), Num(-9))})
	if p := tally.Portfolio(); p.Size != 2 || p.Rated() != 0 {
		t.Errorf("%+v", p)
	}
}
