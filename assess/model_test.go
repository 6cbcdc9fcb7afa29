package assess

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// model makes a linked questionnaire with levels 1..5 and one section per
// argument, holding so many 1..5 questions: sections a, b, …; questions a1, a2 …
func model(sizes ...int) *Questionnaire {
	q := &Questionnaire{ID: "model", Version: "1.0.0", Title: Plain("Model"), Languages: []string{"en"},
		Scoring: DefaultScoring()}
	q.Levels = levels(1, 5)
	for i, size := range sizes {
		id := string(rune('a' + i))
		s := &Section{ID: id, Title: Plain(id), Weight: 1, Method: Mean}
		for j := range size {
			s.Questions = append(s.Questions, question(fmt.Sprintf("%s%d", id, j+1), 1, 2, 3, 4, 5))
		}
		q.Sections = append(q.Sections, s)
	}
	q.Link()
	return q
}

func levels(first, last int) []Level {
	var out []Level
	for l := first; l <= last; l++ {
		out = append(out, Level{Level: l, Name: Plain(fmt.Sprint("L", l))})
	}
	return out
}

func question(id string, values ...float64) *Question {
	q := &Question{ID: id, Title: Plain(id), Ask: Plain(id + "?"), Weight: 1, Effort: 1}
	for _, v := range values {
		q.Options = append(q.Options, Option{Value: v, Text: Plain(fmt.Sprint(v))})
	}
	q.Pass = values[len(values)-1]
	return q
}

// grouped joins responses to a questionnaire; there may be none.
func grouped(q *Questionnaire, responses []*Response) Group {
	if len(responses) == 0 {
		return EmptyGroup(q)
	}
	g, err := Join(responses...)
	if err != nil {
		panic(err)
	}
	return g
}

// scoreAll scores responses to a questionnaire; there may be none.
func scoreAll(q *Questionnaire, responses []*Response) *Result { return Score(grouped(q, responses)) }

// respond makes a response from words: "3" or "3.5" a value, "na", "?", "-" for
// unanswered, in document order; missing words are unanswered.
func respond(q *Questionnaire, words ...string) *Response {
	r := NewResponse(q)
	r.Organization, r.Date = "Bank", "2026-01-01"
	for i, w := range words {
		switch w {
		case "-":
		case "na":
			r.Answers[i] = Answer{NA: true, Reason: "no such business"}
		case "?":
			r.Answers[i] = Answer{Unknown: true}
		default:
			var v float64
			if _, err := fmt.Sscan(w, &v); err != nil {
				panic(err)
			}
			r.Answers[i] = Answer{Value: Num(v)}
		}
	}
	return r
}

// random makes a questionnaire of any shape: nested sections, every method,
// uneven options, weights, policies, evidence and stage rules. Conditions are
// added only where asked for, because they make scores non-monotone.
func random(rng *rand.Rand, conditions bool) *Questionnaire {
	first := rng.IntN(2)
	q := &Questionnaire{ID: "random", Version: "1.0.0", Title: Plain("Random"), Languages: []string{"en"},
		Scoring: DefaultScoring()}
	q.Levels = levels(first, first+1+rng.IntN(5))
	if rng.IntN(3) == 0 {
		q.beginElsewhere(rng)
	}
	q.Scoring.Points = pick(rng, "", "", Stretch, Values)
	q.Scoring.Unanswered = pick(rng, Exclude, Exclude, Lowest)
	q.Scoring.NotApplicable = pick(rng, Exclude, Exclude, Lowest)
	q.Scoring.MinCoverage = pick(rng, 0, 0.5, 0.8, 1)
	if rng.IntN(2) == 0 {
		from := q.Lowest() + 1 + rng.IntN(q.Highest()-q.Lowest())
		q.Scoring.EvidenceFrom = &from
	}
	if rng.IntN(2) == 0 {
		q.Scoring.Stage = &StageRule{Share: pick(rng, 0.5, 0.8, 1), Slack: rng.IntN(3)}
	}
	q.Tags = []Tag{{"x", Plain("X")}, {"y", Plain("Y")}, {"z", Plain("Z")}}[:rng.IntN(4)]
	g := generator{rng: rng, q: q, conditions: conditions, profiles: rng.IntN(2) == 0}
	for range 1 + rng.IntN(3) {
		q.Sections = append(q.Sections, g.section(0, pick(rng, Mean, Mean, Min, Gate)))
	}
	q.Link()
	return q
}

// beginElsewhere lets levels begin up to half a level before or after their number.
func (q *Questionnaire) beginElsewhere(rng *rand.Rand) {
	for i := range q.Levels[1:] {
		l := &q.Levels[i+1]
		if from := float64(l.Level) + pick(rng, -0.5, -0.25, -0.1, 0, 0.2, 0.45); from <= float64(q.Highest()) {
			l.From = Num(from)
		}
	}
}

// onScale are from two to five values within the levels, rising.
func onScale(rng *rand.Rand, q *Questionnaire) []float64 {
	var all []float64
	for v := float64(q.Lowest()); v <= float64(q.Highest()); v += 0.5 {
		all = append(all, v)
	}
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	out := all[:min(len(all), 2+rng.IntN(4))]
	slices.Sort(out)
	return out
}

type generator struct {
	rng        *rand.Rand
	q          *Questionnaire
	conditions bool
	profiles   bool
	made       []*Question
}

func (g *generator) section(depth int, method Method) *Section {
	s := &Section{ID: fmt.Sprintf("s%d-%d", depth, g.rng.Uint64()), Title: Plain("s"), Weight: g.weight(),
		Method: method}
	if g.conditions && len(g.made) > 0 && g.rng.IntN(6) == 0 {
		s.AskIf = append(s.AskIf, condition(g.rng, g.made))
	}
	if depth < 2 && g.rng.IntN(3) == 0 {
		for range 1 + g.rng.IntN(3) {
			below := method
			if method != Gate {
				below = pick(g.rng, Mean, Min, Gate)
			}
			s.Sections = append(s.Sections, g.section(depth+1, below))
		}
		return s
	}
	for range 1 + g.rng.IntN(5) {
		s.Questions = append(s.Questions, g.question(method))
	}
	return s
}

func (g *generator) question(method Method) *Question {
	values := []float64{0}
	for range 1 + g.rng.IntN(4) {
		values = append(values, values[len(values)-1]+pick(g.rng, 0.25, 0.5, 1, 1, 3))
	}
	if g.q.Scoring.Points == Values {
		values = onScale(g.rng, g.q)
	}
	qu := question(fmt.Sprintf("q%d", len(g.made)), values...)
	if g.rng.IntN(6) == 0 && (g.q.Scoring.Points != Values || g.q.Lowest() == 0) {
		checklist(g.rng, qu, float64(g.q.Highest()))
	}
	qu.Weight = g.weight()
	qu.NotApplicable = pick(g.rng, "", "", Exclude, Lowest)
	if method == Gate {
		qu.Level = g.q.Lowest() + 1 + g.rng.IntN(g.q.Highest()-g.q.Lowest())
		qu.Pass = pick(g.rng, qu.Options...).Value
	}
	if g.conditions && len(g.made) > 0 && g.rng.IntN(3) == 0 {
		qu.AskIf = append(qu.AskIf, condition(g.rng, g.made))
	}
	if g.rng.IntN(8) == 0 && g.profiles {
		qu.Profile, qu.Weight, qu.Level = true, 0, 0
		if g.rng.IntN(2) == 0 {
			qu.Options, qu.Ticks, qu.Input = nil, nil, pick(g.rng, TextInput, NumberInput)
		}
	}
	for _, tag := range g.q.Tags {
		if g.rng.IntN(3) == 0 {
			qu.Tags = append(qu.Tags, tag.ID)
		}
	}
	g.made = append(g.made, qu)
	return qu
}

func (g *generator) weight() float64 { return pick(g.rng, 1, 1, 1, 2, 3, 0.1, 7.5) }

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

// answer fills a response at random; gaps says how many of ten stay without a
// value.
func answer(rng *rand.Rand, q *Questionnaire, gaps int) *Response {
	r := respond(q)
	for i, qu := range q.Questions() {
		a := answered(rng, qu)
		if rng.IntN(10) < gaps {
			a = pick(rng, Answer{}, Answer{Unknown: true}, Answer{NA: true, Reason: "none"},
				Answer{Votes: randomVotes(rng, qu)}, Answer{Votes: randomVotes(rng, qu), NA: true, Reason: "none"},
				Answer{Votes: randomVotes(rng, qu), Unknown: true})
		}
		if rng.IntN(4) == 0 {
			a.Brought = []Brought{{Voice: "A", Note: "seen", Evidence: []string{"screen"}}}
		}
		if rng.IntN(2) == 0 {
			a.Evidence = []string{"document"}
		}
		r.Answers[i] = a
	}
	return r
}

// randomVotes are those of up to four voices, not applicable and unknown among them.
func randomVotes(rng *rand.Rand, qu *Question) []Vote {
	var out []Vote
	for i := range 1 + rng.IntN(4) {
		if qu.Typed() {
			return nil
		}
		a := answered(rng, qu)
		v := Vote{Voice: string(rune('A' + i)), Value: a.Value, Ticked: a.Ticked}
		switch rng.IntN(6) {
		case 0:
			v.Value, v.Ticked, v.NA = Number{}, nil, true
		case 1:
			v.Value, v.Ticked = Number{}, nil
		}
		out = append(out, v)
	}
	return out
}

// condition is one of any kind on one of some questions.
func condition(rng *rand.Rand, on []*Question) Condition {
	qu := pick(rng, on...)
	c := Condition{Question: qu.ID}
	switch {
	case qu.Typed() && qu.Input == TextInput:
		c.Ticked = []string{pick(rng, "x", "y")}
		return c
	case qu.Typed() && rng.IntN(2) == 0:
		c.OneOf = []float64{float64(rng.IntN(5))}
		return c
	case qu.Typed():
		c.AtLeast = Num(float64(rng.IntN(5)))
		return c
	}
	if qu.Many() && rng.IntN(2) == 0 {
		c.Ticked = []string{pick(rng, qu.Ticks...).ID, pick(rng, qu.Ticks...).ID}
		return c
	}
	switch rng.IntN(6) {
	case 0:
		c.AtMost = Num(pick(rng, qu.Options...).Value)
	case 1, 2:
		c.OneOf = []float64{pick(rng, qu.Options...).Value, pick(rng, qu.Options...).Value}
	case 3:
		return Condition{Any: []Condition{simple(rng, on), simple(rng, on)}}
	default:
		c.AtLeast = Num(pick(rng, qu.Options...).Value)
	}
	return c
}

// simple is a condition without Any.
func simple(rng *rand.Rand, on []*Question) Condition {
	for {
		if c := condition(rng, on); c.Any == nil {
			return c
		}
	}
}

// checklist makes a question one of which two to four options may be ticked, the last perhaps
// alone, so that no sum lies above a limit.
func checklist(rng *rand.Rand, qu *Question, most float64) {
	total := 0.0
	for i := range 2 + rng.IntN(3) {
		o := Option{ID: string(rune('a' + i)), Value: pick(rng, 0, 0.1, 0.5, 1, 1, 2)}
		total += o.Value
		qu.Ticks = append(qu.Ticks, o)
	}
	if total == 0 {
		qu.Ticks[0].Value, total = 1, 1
	}
	if rng.IntN(2) == 0 {
		qu.Ticks = append(qu.Ticks, Option{ID: "none", Exclusive: true})
	}
	qu.Full = min(most, total*pick(rng, 1, 1, 0.7))
	qu.AddUp()
	qu.Pass = qu.Full
}

// answered is an answer that gives a value.
func answered(rng *rand.Rand, qu *Question) Answer {
	switch {
	case qu.Typed() && qu.Input == NumberInput:
		return Answer{Value: Num(float64(rng.IntN(5)))}
	case qu.Typed():
		return Answer{Text: pick(rng, "x", "y", "z")}
	case !qu.Many():
		return Answer{Value: Num(pick(rng, qu.Options...).Value)}
	}
	return pick(rng, everyTicking(qu)...)
}

// everyTicking are all answers that tick something, or nothing, as they may.
func everyTicking(qu *Question) []Answer {
	var out []Answer
	for set := range 1 << len(qu.Ticks) {
		ids := []string{}
		for i, o := range qu.Ticks {
			if set>>i&1 == 1 {
				ids = append(ids, o.ID)
			}
		}
		if sum, ok := qu.Sum(ids); ok {
			out = append(out, Answer{Value: Num(sum), Ticked: ids})
		}
	}
	return out
}
