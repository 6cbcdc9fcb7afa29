package advice

import (
	"math/rand/v2"
	"testing"

	"bankmaturity/assess"
)

// Whether a level is attained agrees with trying every answer.
func TestAttainableAgreesWithEveryAnswer(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 3))
		s := &assess.Section{ID: "only", Weight: 1, Method: assess.Mean}
		if rng.IntN(4) == 0 {
			s.Method = assess.Min
		}
		for i := range 2 + rng.IntN(4) {
			qu := &assess.Question{ID: string(rune('a' + i)), Weight: float64(1 + rng.IntN(9))}
			for v := range 2 + rng.IntN(3) {
				qu.Options = append(qu.Options, assess.Option{Value: float64(v * v)})
			}
			s.Questions = append(s.Questions, qu)
		}
		q := &assess.Questionnaire{Sections: []*assess.Section{s}, Scoring: assess.DefaultScoring()}
		for l := range 5 {
			q.Levels = append(q.Levels, assess.Level{Level: l + 1})
		}
		q.Link()
		want := map[int]bool{}
		r := assess.NewResponse(q)
		var try func(i int)
		try = func(i int) {
			if i < len(r.Answers) {
				for _, o := range s.Questions[i].Options {
					r.Answers[i].Value = assess.Num(o.Value)
					try(i + 1)
				}
				return
			}
			want[int(assess.Score(assess.Alone(r)).Overall.Level.Value())] = true
		}
		try(0)
		scores, all := attainable(s)
		got := map[int]bool{}
		for _, v := range scores {
			got[int(v+assess.Tolerance)] = true
		}
		for l := 1; l <= 5; l++ {
			if !all || got[l] != want[l] {
				t.Fatalf("seed %d: level %d attained: %t, by trying %t", seed, l, got[l], want[l])
			}
		}
		if s.Method == assess.Mean && (&critic{q: q}).gentle(s) && len(want) < 5 {
			t.Fatalf("seed %d: a gentle dimension attains only %v", seed, want)
		}
	}
}
