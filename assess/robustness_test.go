package assess

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// means makes a random questionnaire of nested means with responses that give a
// score.
func means(rng *rand.Rand, responses int) *Result {
	for {
		q := random(rng, false)
		for _, s := range q.AllSections() {
			s.Method = Mean
		}
		for _, qu := range q.Questions() {
			qu.Level = 0
		}
		q.Link()
		if len(q.Questions()) > 6 {
			continue
		}
		var rs []*Response
		for range responses {
			rs = append(rs, answer(rng, q, rng.IntN(4)))
		}
		if res := scoreAll(q, rs); res.Overall.Score.Defined() {
			return res
		}
	}
}

// moved scores with the points of items replaced: by hand, over the tree.
func moved(res *Result, points map[*Item]float64) float64 {
	s := newScorer(res.Questionnaire)
	var node func(n *Node) Number
	node = func(n *Node) Number {
		var m mean
		for _, c := range n.Sections {
			if v, ok := node(c).Get(); ok {
				m.add(c.Weight, v)
			}
		}
		for _, it := range n.Items {
			f := s.q.figures(it)
			v, ok := f.score.Get()
			if p, is := points[it]; is {
				v = p
			}
			if f.applicable && ok {
				m.add(it.Question.Weight, v)
			}
		}
		return m.value(Mean)
	}
	return node(res.Overall).Value()
}

func answeredItems(res *Result) []*Item {
	return slices.DeleteFunc(res.Overall.AllItems(), func(it *Item) bool { return it.Status != Answered })
}

// The error model agrees with trying every combination of moves.
func TestErrorModelAgreesWithEveryCombination(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 21))
		res := means(rng, 1+rng.IntN(2))
		items := answeredItems(res)
		got := robustnessOf(res).Error
		level := res.Questionnaire.reached(res.Overall.Score)
		var dist []supportPoint
		mean, square, stay := 0.0, 0.0, 0.0
		points := map[*Item]float64{}
		var try func(i int, p float64)
		try = func(i int, p float64) {
			if i == len(items) {
				v := moved(res, points)
				dist = append(dist, supportPoint{v, p})
				mean += p * v
				square += p * v * v
				if res.Questionnaire.reached(Num(v)) == level {
					stay += p
				}
				return
			}
			it := items[i]
			at := it.Points.Value()
			down, up := at, at
			for _, o := range it.Question.Options {
				if o.points < at-1e-9 {
					down = o.points
				}
			}
			for _, o := range slices.Backward(it.Question.Options) {
				if o.points > at+1e-9 {
					up = o.points
				}
			}
			for _, m := range []struct{ to, p float64 }{{down, .15}, {at, .7}, {up, .15}} {
				points[it] = m.to
				try(i+1, p*m.p)
			}
		}
		try(0, 1)
		slices.SortFunc(dist, func(a, b supportPoint) int {
			if a.at < b.at {
				return -1
			}
			return 1
		})
		q := func(at float64) float64 {
			sum := 0.0
			for i, d := range dist {
				sum += d.mass
				if (i+1 == len(dist) || dist[i+1].at-d.at > 1e-9) && sum >= at-1e-12 {
					return d.at
				}
			}
			return dist[len(dist)-1].at
		}
		close := func(a, b float64) bool { return math.Abs(a-b) < 1e-7 }
		if !got.Exact || !close(got.Mean, mean) || !close(got.SD, math.Sqrt(max(0, square-mean*mean))) ||
			!close(got.LevelStays, stay) || !close(got.Q05, q(.05)) || !close(got.Q95, q(.95)) {
			t.Fatalf("seed %d: %+v, by trying %v %v %v %v %v", seed, got, mean,
				math.Sqrt(square-mean*mean), q(.05), q(.95), stay)
		}
	}
}

// The flip distances agree with trying every option of every question.
func TestFlipsAgreeWithEveryCombination(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 22))
		res := means(rng, 1+rng.IntN(2))
		items := answeredItems(res)
		got := robustnessOf(res)
		level := res.Questionnaire.reached(res.Overall.Score).Value()
		down, up := math.Inf(1), math.Inf(1)
		points := map[*Item]float64{}
		var try func(i, n int, sign float64)
		try = func(i, n int, sign float64) {
			if i == len(items) {
				switch l := res.Questionnaire.reached(Num(moved(res, points))).Value(); {
				case l < level:
					down = min(down, float64(n))
				case l > level:
					up = min(up, float64(n))
				}
				return
			}
			it := items[i]
			at := it.Points.Value()
			points[it] = at
			try(i+1, n, sign)
			k := 0
			options := it.Question.Options
			if sign < 0 {
				options = slices.Clone(options)
				slices.Reverse(options)
			}
			for _, o := range options {
				if (o.points-at)*sign > 1e-9 {
					k++
					points[it] = o.points
					try(i+1, n+k, sign)
				}
			}
		}
		try(0, 0, 1)
		try(0, 0, -1)
		for _, c := range []struct {
			got  Number
			want float64
		}{{got.FlipDown, down}, {got.FlipUp, up}} {
			if v, ok := c.got.Get(); ok == math.IsInf(c.want, 1) || ok && v != c.want {
				t.Fatalf("seed %d: %v, by trying %v", seed, c.got, c.want)
			}
		}
	}
}

// The range under varied weights is that of every corner.
func TestWeightsAgreeWithEveryCorner(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 23))
		n := 1 + rng.IntN(6)
		sizes := make([]int, n)
		for i := range sizes {
			sizes[i] = 1
		}
		q := model(sizes...)
		r := NewResponse(q)
		for i, s := range q.Sections {
			s.Weight = float64(1 + rng.IntN(5))
			r.Answers[i].Value = Num(float64(1 + rng.IntN(5)))
		}
		res := scoreAll(q, []*Response{r})
		got := robustnessOf(res).Weights
		low, high := math.Inf(1), math.Inf(-1)
		for corner := range 1 << n {
			sum, weight := 0.0, 0.0
			for i, s := range q.Sections {
				w := s.Weight * 0.75
				if corner>>i&1 == 1 {
					w = s.Weight * 1.25
				}
				sum += w * r.Answers[i].Value.Value()
				weight += w
			}
			low, high = min(low, sum/weight), max(high, sum/weight)
		}
		if !near(got.Low, low) || !near(got.High, high) {
			t.Fatalf("seed %d: %v, at the corners %v %v", seed, got, low, high)
		}
	}
}

// The bootstrap agrees with scoring every mix of responses from scratch.
func TestBootstrapAgreesWithScoringEveryMix(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 24))
		res := means(rng, 5)
		got := *robustnessOf(res).Bootstrap
		scores := map[string]supportPoint{}
		total := 0.0
		pick := make([]int, 5)
		var try func(i int)
		try = func(i int) {
			if i < 5 {
				for pick[i] = range 5 {
					try(i + 1)
				}
				return
			}
			var rs []*Response
			sorted := slices.Sorted(slices.Values(pick))
			key := ""
			for _, p := range sorted {
				rs = append(rs, res.Responses[p])
				key += string(rune('0' + p))
			}
			m, ok := scores[key]
			if !ok {
				v, has := scoreAll(res.Questionnaire, rs).Overall.Score.Get()
				if m.at = v; !has {
					m.at = math.NaN()
				}
			}
			m.mass++
			scores[key] = m
			if !math.IsNaN(m.at) {
				total++
			}
		}
		try(0)
		var dist []supportPoint
		for _, m := range scores {
			if !math.IsNaN(m.at) {
				dist = append(dist, supportPoint{m.at, m.mass / total})
			}
		}
		slices.SortFunc(dist, func(a, b supportPoint) int {
			if a.at < b.at {
				return -1
			}
			return 1
		})
		if !near(got.Low, quantile(dist, .025)) || !near(got.High, quantile(dist, .975)) {
			t.Fatalf("seed %d: %v, by trying %v %v", seed, got, quantile(dist, .025), quantile(dist, .975))
		}
	}
}

func TestFirmnessUndefined(t *testing.T) {
	t.Parallel()
	q := model(2)
	if robustnessOf(scoreAll(q, []*Response{NewResponse(q)})) != nil {
		t.Error("nothing answered is firm")
	}
	q.Sections[0].Method = Min
	if robustnessOf(scoreAll(q, []*Response{respond(q, "3", "4")})) != nil {
		t.Error("a minimum has a robustness")
	}
	q.Sections[0].Method = Mean
	f := robustnessOf(scoreAll(q, []*Response{respond(q, "5", "5")}))
	if f.FlipUp.Defined() || f.FlipDown != Num(1) || f.LeaveOneOut != nil || f.Bootstrap != nil {
		t.Errorf("%+v", f)
	}
}

func BenchmarkBootstrapOfTen(b *testing.B) {
	q := model(5, 5, 5, 5, 5, 5, 5, 5, 5)
	rng := rand.New(rand.NewPCG(1, 1))
	var rs []*Response
	for range 10 {
		r := NewResponse(q)
		for i := range r.Answers {
			r.Answers[i].Value = Num(float64(1 + rng.IntN(5)))
		}
		rs = append(rs, r)
	}
	res := scoreAll(q, rs)
	for b.Loop() {
		otherMixes(res)
	}
}
