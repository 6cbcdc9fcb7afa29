package assess

import (
	"math/rand/v2"
	"testing"
)

// Strengths lie above the overall score and gaps below their aim, each in order.
func TestStandouts(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		res := scoreAll(q, responses)
		overall := res.Overall.Score.Value()
		for i, d := range res.StrongDimensions(3).First {
			if !d.Sufficient || d.Score.Value() <= overall || i > 2 {
				t.Errorf("%s is no strength", d.ID)
			}
		}
		strong := res.StrongItems(5).First
		for i, it := range strong {
			above := it.Points.Value() > overall
			if it.Question.Level > 0 || !above || i > 0 && byNumber(it.Points, strong[i-1].Points) > 0 {
				t.Errorf("%s is no strength here", it.Question.ID)
			}
		}
		if list := res.StrongItems(5); len(list.First) > 0 {
			last, alike := list.First[len(list.First)-1], 0
			for _, it := range res.Overall.all { // those in the list among them
				same := it.Question.Weight == last.Question.Weight && byNumber(it.Points, last.Points) == 0
				if it.Question.Level == 0 && it.Points.Defined() && same {
					alike++
				}
			}
			for _, it := range list.First {
				if it.Question.Weight == last.Question.Weight && byNumber(it.Points, last.Points) == 0 {
					alike--
				}
			}
			if list.Alike != alike {
				t.Errorf("%d others stand alike with %s, not %d", alike, last.Question.ID, list.Alike)
			}
		}
		gaps := res.WidestGaps(3).First
		for i, g := range gaps {
			if g.Distance <= 0 || i > 0 && Round(g.Distance, 6) > Round(gaps[i-1].Distance, 6) {
				t.Errorf("%s is no gap here", g.Dimension.ID)
			}
		}
		high, low, ok := res.Extremes()
		if ok && high.First[0].Score.Value() <= low.First[0].Score.Value() {
			t.Errorf("%s is not above %s", high.First[0].ID, low.First[0].ID)
		}
		if points, n, ok := res.AllAlike(); ok && (n == 0 || points > float64(q.Highest())+Tolerance) {
			t.Errorf("%d questions at %v", n, points)
		}
	})
}

func TestFallenFirst(t *testing.T) {
	t.Parallel()
	changes := []Change{
		{"unknown", Number{}, Num(1)}, {"rose", Num(1), Num(3)}, {"fell", Num(3), Num(2)},
		{"same", Num(1), Num(1)}, {"fell far", Num(5), Num(1)},
	}
	got := ""
	for _, c := range FallenFirst(changes) {
		got += c.ID + ";"
	}
	if want := "fell far;fell;same;rose;unknown;"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	q := model(5)
	q.Questions()[3].NotApplicable = Lowest
	q.Link()
	r := respond(q, "4", "-", "?", "na", "3")
	r.Answers[4] = Answer{Votes: []Vote{{Voice: "A", Value: Num(2)}, {Voice: "B", Value: Num(4)}}}
	r.Answers[0].Evidence = []string{"minutes"}
	got := CountItems(scoreAll(q, []*Response{r}).Overall.AllItems())
	want := Counts{
		Counting: 5, Answered: 3, Valued: 2, Unanswered: 1, Unknown: 1, NotApplicable: 1, Unagreed: 1,
		Documented: 1,
	}
	if got != want || got.Open() != 2 {
		t.Errorf("%+v", got)
	}
}
