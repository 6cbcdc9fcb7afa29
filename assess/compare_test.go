package assess

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func almost(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

// R 4.2.2: a<-c(2.1,2.5,3.0,2.7); b<-c(3.1,2.9,3.6,3.3,3.0); v<-var(a)/4;
// w<-var(b)/5; df<-(v+w)^2/(v^2/3+w^2/4); qt(.975,df)*sqrt(v+w)
func TestDetectableChangeAgreesWithR(t *testing.T) {
	t.Parallel()
	values := make([]float64, 41)
	for i := range values {
		values[i] = 1 + float64(i)/10
	}
	q := model(1)
	q.Sections[0].Questions = []*Question{question("only", values...)}
	q.Link()
	side := func(points ...float64) *Result {
		var rs []*Response
		for _, p := range points {
			for _, o := range q.Questions()[0].Options {
				if almost(o.Value, p) {
					r := NewResponse(q)
					r.Answers[0].Value = Num(o.Value)
					rs = append(rs, r)
				}
			}
		}
		return scoreAll(q, rs)
	}
	c := Compare(side(2.1, 2.5, 3.0, 2.7), side(3.1, 2.9, 3.6, 3.3, 3.0))
	if !almost(c.Detectable.Value(), 0.568023758762314) || !*c.WithinNoise {
		t.Errorf("%+v", c)
	}
	if c = Compare(side(2, 2), side(3, 4)); c.Reason != reasonNoVary || c.WithinNoise != nil {
		t.Errorf("%+v", c)
	}
	if c = Compare(side(2), side(3, 4)); c.Reason != reasonFew {
		t.Errorf("%+v", c)
	}
}

func TestCompare(t *testing.T) {
	t.Parallel()
	q := model(2, 2)
	before := scoreAll(q, []*Response{respond(q, "2", "3", "4", "-")})
	after := scoreAll(q, []*Response{respond(q, "3", "na", "3", "5")})
	c := Compare(before, after)
	// Common are a1 and b1: 2 and 4 before, 3 and 3 after.
	if c.LikeForLike != Num(0) || !almost(c.ScopeChange.Value(), 3.5-3.25) || len(c.Moved) != 2 ||
		c.Sign.Up != 1 || c.Sign.Down != 1 || c.Sign.P != 1 {
		t.Errorf("%+v", c)
	}
	if len(c.Entered) != 1 || c.Entered[0] != "b2" || len(c.Left) != 1 || c.Left[0] != "a2" ||
		len(c.Outside) != 1 || c.Outside[0] != "a2" || len(c.Missing()) != 0 {
		t.Errorf("entered %v, left %v, outside %v, missing %v", c.Entered, c.Left, c.Outside, c.Missing())
	}
	if d := c.Sections[0]; d.ID != "a" || d.Before != Num(2) || d.After != Num(3) {
		t.Errorf("%+v", d)
	}
	if same := Compare(before, before); same.Sign != nil || same.LikeForLike != Num(0) ||
		len(same.Moved) != 0 {
		t.Errorf("%+v", same)
	}
	none := Compare(scoreAll(q, []*Response{respond(q, "3")}), scoreAll(q, []*Response{respond(q, "-", "3")}))
	if none.LikeForLike.Defined() || none.ScopeChange.Defined() {
		t.Errorf("%+v", none)
	}
}

// R: binom.test(2, 9)$p.value, binom.test(5, 10)$p.value
func TestSignTestAgreesWithR(t *testing.T) {
	t.Parallel()
	moved := func(up, down int) []Change {
		out := make([]Change, up+down)
		for i := range out {
			out[i] = Change{"", Num(1), Num(2)}
			if i >= up {
				out[i] = Change{"", Num(2), Num(1)}
			}
		}
		return out
	}
	for _, c := range []struct {
		up, down int
		p        float64
	}{{2, 7, 0.1796875}, {7, 2, 0.1796875}, {5, 5, 1}, {1, 0, 1}} {
		if got := signTest(moved(c.up, c.down)); !almost(got.P, c.p) {
			t.Errorf("%d up, %d down: %v, not %v", c.up, c.down, got.P, c.p)
		}
	}
}

// Like-for-like and scope change add up to the whole, whatever the model.
func TestChangesAddUp(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, before []*Response) {
		after := []*Response{answer(rng, q, 2)}
		c := Compare(scoreAll(q, before), scoreAll(q, after))
		whole, ok := c.Overall.Delta().Get()
		if like, has := c.LikeForLike.Get(); ok && has && !almost(like+c.ScopeChange.Value(), whole) {
			t.Errorf("%v and %v are not %v", like, c.ScopeChange, whole)
		}
	})
}

// R: prop.test(7.5, 12, correct=FALSE)$conf.int; quantile(x, type=7)
func TestPeersAgreeWithR(t *testing.T) {
	t.Parallel()
	q := model(1)
	res := scoreAll(q, []*Response{respond(q, "3")})
	scores := []float64{1, 1.5, 2, 2, 2.5, 2.8, 2.9, 3, 3.5, 4, 4, 5}
	p := Peers(res, &Benchmark{Scores: map[string][]float64{"model": scores}})["model"]
	if p.N != 12 || !almost(p.Percentile.Value(), 62.5) || !almost(p.Low.Value(), 35.4369013466253) ||
		!almost(p.High.Value(), 83.5007484869937) {
		t.Errorf("%+v", p)
	}
	x := []float64{1.85, 2, 2.4, 2.4, 3.1, 3.3, 3.9, 4, 4.2, 4.4}
	for at, want := range map[float64]float64{.25: 2.4, .5: 3.2, .75: 3.975} {
		if got := quantile7(len(x), func(i int) float64 { return x[i] }, at); !almost(got, want) {
			t.Errorf("quantile %v: %v, not %v", at, got, want)
		}
	}
	if few := Peers(res, &Benchmark{Scores: map[string][]float64{"model": scores[:4]}}); len(few) != 0 {
		t.Errorf("%+v", few)
	}
	nine := Peers(res, &Benchmark{Scores: map[string][]float64{"model": scores[:9]}})["model"]
	if nine.Percentile.Defined() || nine.Q1.Defined() || nine.Median != Num(2.5) {
		t.Errorf("%+v", nine)
	}
}

// R: x of twelve rows as below; k<-4; n<-12; C<-cov(x);
// al<-k/(k-1)*(1-sum(diag(C))/sum(C)); 1-(1-al)*qf(c(.975,.025),n-1,(n-1)*(k-1));
// 1-sum(diag(C))/sum(C)+sqrt(k/(k-1)*(sum(C^2)-sum(diag(C)^2)))/sum(C);
// cor(x[,i],rowSums(x[,-i]))
func TestQualityAgreesWithR(t *testing.T) {
	t.Parallel()
	q := model(4)
	var rs []*Response
	for _, row := range []string{"1223", "2233", "3344", "4445", "2333", "1122", "5455", "3323", "2433",
		"4544", "1212", "3443", "5-55"} {
		r := NewResponse(q)
		for i, c := range row {
			if c != '-' {
				r.Answers[i].Value = Num(float64(c - '0'))
			}
		}
		rs = append(rs, r)
	}
	got := qualityOf(q, rs)[0]
	for _, c := range []struct{ got, want float64 }{
		{got.Alpha.Value(), 0.939029448361676}, {got.AlphaLow.Value(), 0.852922878123189},
		{got.AlphaHigh.Value(), 0.980315032912595},
		{got.Lambda2.Value(), 0.942117679559455}, {got.ItemRest[0].Value(), 0.926556763855701},
		{got.ItemRest[1].Value(), 0.779987107757658},
		{got.ItemRest[2].Value(), 0.872999877234401}, {got.ItemRest[3].Value(), 0.872006903415312},
	} {
		if d := c.got - c.want; d > 1e-7 || d < -1e-7 {
			t.Errorf("%v, not %v", c.got, c.want)
		}
	}
	if got.N != 12 {
		t.Errorf("%d rows", got.N)
	}
	if few := qualityOf(q, rs[:9])[0]; few.Alpha.Defined() || few.ItemRest[0].Defined() {
		t.Errorf("%+v", few)
	}
}

func qualityOf(q *Questionnaire, responses []*Response) []Quality {
	t := NewQualityTally(q)
	for _, r := range responses {
		t.Add(r)
	}
	return t.Qualities()
}

// What is to be known about the two sides stands in the comparison: another bank, another
// version, a date the wrong way round, options that say something else.
func TestWarningsOfAComparison(t *testing.T) {
	t.Parallel()
	before, after := model(2), model(2)
	after.Version = "2.0.0"
	after.questions[1].Options[2].Text = Text{{"en", "another"}}
	a, b := respond(before, "3", "4"), respond(after, "3", "5")
	a.Organization, a.Date, b.Date = "Bank {1}", "2026-02-01", "2026-01-01"
	b.Organization = "Other"
	c := Compare(Score(Alone(a)), Score(Alone(b)))
	var got []string
	for _, w := range c.Warnings {
		got = append(got, w.Told())
	}
	want := []string{
		"Bank {1} is compared with Other",
		"the answers are to versions 1.0.0 and 2.0.0 of model; questions are compared by id",
		"what stands as after is of 2026-01-01, before what stands as before, of 2026-02-01",
	}
	if !slices.Equal(got, want) || !c.OfDifferentOrganizations() {
		t.Errorf("%q", got)
	}
	if len(c.Reworded) != 1 || c.Reworded[0].Question != after.questions[1] || c.Reworded[0].Value != 3 ||
		c.Reworded[0].After.In("en") != "another" {
		t.Errorf("%+v", c.Reworded)
	}
	if same := Compare(Score(Alone(a)), Score(Alone(a))); len(same.AllWarnings())+len(same.Reworded) > 0 {
		t.Errorf("%+v", same.AllWarnings())
	}
	a.Version = "0.9.0"
	const after09 = "after: questionnaire_version: these are answers to model 0.9.0, " +
		"but the questionnaire is model 1.0.0"
	all := Compare(Score(Alone(a)), Score(Alone(a))).AllWarnings()
	if len(all) != 2 || all[1].Told() != after09 {
		t.Errorf("%+v", all)
	}
}

// Texts agree where they say the same in the languages that both have.
func TestTextsAgree(t *testing.T) {
	t.Parallel()
	en, both := Text{{"en", "No"}}, Text{{"en", "No"}, {"zh", "没有"}}
	for _, c := range []struct {
		a, b Text
		want bool
	}{
		{en, both, true}, {both, en, true}, {en, Plain("No"), true}, {Plain("No"), Plain("Yes"), false},
		{both, Text{{"en", "No"}, {"zh", "无"}}, false}, {en, Text{{"nl", "Nee"}}, false},
	} {
		if c.a.agrees(c.b) != c.want {
			t.Errorf("%v and %v", c.a, c.b)
		}
	}
}
