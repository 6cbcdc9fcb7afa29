package assess

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a)) }

// The four observers and twelve units of Krippendorff, Computing Krippendorff's
// Alpha-Reliability (2011), section C: ordinal alpha is 0.815.
func TestAlphaOfThePublishedExample(t *testing.T) {
	t.Parallel()
	raters := []string{"12332141 2...", "12332241 25.3", ".3332342 251.", "12332441 251."}
	units := make([][]float64, 12)
	for _, r := range raters {
		for u, c := range strings.ReplaceAll(r, " ", "") {
			if c != '.' {
				units[u] = append(units[u], float64(c-'0'))
			}
		}
	}
	if got, _ := alpha(units); math.Round(got.Value()*1000) != 815 {
		t.Errorf("alpha is %v, not 0.815", got.Value())
	}
}

// slowAlpha follows the definition over every ordered pair of values.
func slowAlpha(units [][]float64) float64 {
	var all []float64
	for _, u := range units {
		if len(u) > 1 {
			all = append(all, u...)
		}
	}
	metric := func(a, b float64) float64 {
		lo, hi := min(a, b), max(a, b)
		d := 0.0
		for _, v := range all {
			if v >= lo && v <= hi {
				d++
				if v == lo || v == hi {
					d -= 0.5
				}
			}
		}
		if a == b {
			return 0
		}
		return d * d
	}
	observed, expected := 0.0, 0.0
	for _, u := range units {
		for i := range u {
			for j := range u {
				if i != j {
					observed += metric(u[i], u[j]) / float64(len(u)-1)
				}
			}
		}
	}
	for i := range all {
		for j := range all {
			if i != j {
				expected += metric(all[i], all[j])
			}
		}
	}
	return 1 - observed/float64(len(all))/(expected/float64(len(all)*(len(all)-1)))
}

func TestAlphaAgreesWithItsDefinition(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 5))
		var units [][]float64
		for range 1 + rng.IntN(8) {
			var u []float64
			for range rng.IntN(6) {
				u = append(u, 1+float64(rng.IntN(9))/2)
			}
			units = append(units, u)
		}
		got, reason := alpha(units)
		if !got.Defined() {
			if reason == "" {
				t.Fatalf("seed %d: undefined without a reason", seed)
			}
			continue
		}
		if want := slowAlpha(units); !near(got.Value(), want) {
			t.Fatalf("seed %d: %v, by definition %v", seed, got.Value(), want)
		}
	}
}

func TestAlphaUndefined(t *testing.T) {
	t.Parallel()
	for reason, units := range map[string][][]float64{
		noPairs:     {{1}, {}, {3}},
		noVariation: {{2, 2}, {2, 2, 2}, {4}},
	} {
		if a, why := alpha(units); a.Defined() || why != reason {
			t.Errorf("%v: %v %q", units, a, why)
		}
	}
}

// The probability of agreeing by chance is that of trying every sequence of
// choices.
func TestChanceAgreesWithEverySequence(t *testing.T) {
	t.Parallel()
	for _, values := range [][]float64{{1, 2, 3, 4, 5}, {0, .25, .5, 1}, {0, 1}} {
		q := model(1)
		qu := question("only", values...)
		q.Sections[0].Questions = []*Question{qu}
		q.Link()
		known := Chances{}
		for n := 2; n <= 6; n++ {
			var all []float64
			pick := make([]float64, n)
			var try func(i int)
			try = func(i int) {
				if i < n {
					for _, o := range qu.Options {
						pick[i] = o.points
						try(i + 1)
					}
					return
				}
				all = append(all, deviation(slices.Sorted(slices.Values(pick))))
			}
			try(0)
			for _, observed := range []float64{0, .2, .5, 2.0 / 3, .8, 1, 1.5, 2} {
				hits := 0
				for _, d := range all {
					if d <= observed+1e-9 {
						hits++
					}
				}
				if got := known.probability(qu, n, observed).Value(); !near(got,
					float64(hits)/float64(len(all))) {
					t.Errorf("%v, %d raters, %v: %v, by trying %v", values, n, observed, got,
						float64(hits)/float64(len(all)))
				}
			}
		}
	}
}

func TestChanceLimits(t *testing.T) {
	t.Parallel()
	q := model(1)
	five := q.Questions()[0]
	if c := (Chances{}).probability(five, 30, 1); !c.Defined() {
		t.Error("30 raters of five options are within the limit")
	}
	if c := (Chances{}).probability(five, 31, 1); c.Defined() {
		t.Error("31 raters are beyond the limit")
	}
	values := make([]float64, 12)
	for i := range values {
		values[i] = float64(i)
	}
	if c := (Chances{}).probability(question("wide", values...), 12, 1); c.Defined() {
		t.Error("1,352,078 multisets are beyond the limit")
	}
	if n := multisets(30, 5); n != 46376 {
		t.Errorf("%d multisets of 30 among 5", n)
	}
}

func TestAgreementOfAQuestion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		answers string
		ad      float64
		rwg     float64
		verdict Verdict
		camps   bool
	}{
		{"3 4", 0.5, 0.75, TooFew, false},
		{"3 3 3", 0, 1, Agreed, false}, // 5 of 125
		{"3 3 4", 1.0 / 3, 5.0 / 6, CouldBeChance, false},
		{"3 3 3 3 4", 0.2, 0.9, Agreed, false},
		{"1 3 5", 4.0 / 3, -1, Contested, false},
		{"2 2 4 4", 1, 1 - 4.0/3/2, Contested, true},
		{"2 4 4 4", 0.5, 0.5, CouldBeChance, false},
	} {
		q := model(1)
		var responses []*Response
		for _, w := range strings.Fields(c.answers) {
			responses = append(responses, respond(q, w))
		}
		res := scoreAll(q, responses)
		Agree(res, Chances{})
		a := res.Overall.AllItems()[0].Agreement
		if !near(a.ADMd, c.ad) || !near(a.RWG.Value(), c.rwg) || a.Verdict != c.verdict ||
			a.TwoCamps != c.camps {
			t.Errorf("%s: %+v", c.answers, a)
		}
	}
}

func TestAgreementCountsVotes(t *testing.T) {
	t.Parallel()
	q := model(2)
	room := respond(q, "3", "-")
	room.Answers[0].Votes = []Vote{{"Retail", Num(2), false, nil}, {"IT", Num(4), false, nil}, {"Risk", Num(3), false, nil}, {"Ops", Number{}, true, nil}}
	alone := respond(q, "5", "na")
	res := scoreAll(q, []*Response{room, alone})
	Agree(res, Chances{})
	items := res.Overall.AllItems()
	if a := items[0].Agreement; a.N != 4 || a.Min != 2 || a.Max != 5 || a.Median != 3.5 || a.Mean != 3.5 {
		t.Errorf("%+v", a)
	}
	if items[1].Agreement != nil {
		t.Error("a question without raters has an agreement")
	}
	if res.Agreement.Raters != 4 || !res.Agreement.Alpha.Defined() {
		t.Errorf("%+v", res.Agreement)
	}
	if d := res.Overall.Dimensions()[0].Agreement; d == nil || d.ADMd != 1 {
		t.Errorf("%+v", d)
	}
}
