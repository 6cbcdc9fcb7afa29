package assess

import (
	"math/big"
	"slices"
)

// naive is a second, slow scorer, written from the formulas in exact fractions
// and sharing no code with the first beyond the types: the two must agree.
type naive struct {
	q         *Questionnaire
	responses []*Response
}

// exact is a section's numbers in fractions; nil is undefined.
type exact struct {
	counts                            bool
	score, evidenced, low, cover, stg *big.Rat
	level                             *big.Rat // also where the coverage is too low
}

func rat(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }

func (n naive) points(qu *Question, value float64) *big.Rat {
	if n.q.Scoring.Points == Values || len(qu.Options) == 0 {
		return rat(value)
	}
	lo, hi := rat(qu.Options[0].Value), rat(qu.Options[len(qu.Options)-1].Value)
	span := new(big.Rat).SetInt64(int64(n.q.Highest() - n.q.Lowest()))
	p := new(big.Rat).Sub(rat(value), lo)
	p.Quo(p, new(big.Rat).Sub(hi, lo)).Mul(p, span)
	return p.Add(p, new(big.Rat).SetInt64(int64(n.q.Lowest())))
}

func (n naive) own(qu *Question, a Answer) *big.Rat {
	if a.Value.Defined() {
		return n.points(qu, a.Value.Value())
	}
	var all []*big.Rat
	for _, v := range a.Votes {
		if v.Value.Defined() {
			all = append(all, n.points(qu, v.Value.Value()))
		}
	}
	return middle(all)
}

// state of an answer: what was agreed; else its votes as several responses, and unknown
// where none of them gives a value.
func (n naive) state(a Answer) State {
	if len(a.Votes) == 0 || a.NA || a.Unknown || a.Value.Defined() {
		return a.State()
	}
	values, outside := 0, 0
	for _, v := range a.Votes {
		if v.NA {
			outside++
		} else if v.Value.Defined() {
			values++
		}
	}
	switch {
	case values == 0:
		return Unknown
	case outside > values:
		return NotApplicable
	}
	return Answered
}

func middle(all []*big.Rat) *big.Rat {
	slices.SortFunc(all, (*big.Rat).Cmp)
	sum := new(big.Rat).Add(all[(len(all)-1)/2], all[len(all)/2])
	return sum.Quo(sum, big.NewRat(2, 1))
}

func (n naive) asked(qu *Question, r *Response) bool {
	all := slices.Clone(qu.AskIf)
	for s := qu.Section(); s != nil; s = s.Parent() {
		all = append(all, s.AskIf...)
	}
	for _, c := range all {
		if !n.holds(c, r) {
			return false
		}
	}
	return true
}

func (n naive) holds(c Condition, r *Response) bool {
	if c.Any != nil {
		for _, c := range c.Any {
			if n.holds(c, r) {
				return true
			}
		}
		return false
	}
	on := n.q.Question(c.Question)
	a := r.Answers[on.Index()]
	if !n.asked(on, r) || n.state(a) != Answered {
		return false
	}
	if len(c.Ticked) > 0 {
		votes := []Vote{{Ticked: a.Ticked}}
		if a.Text != "" {
			return slices.Contains(c.Ticked, a.Text)
		}
		if !a.Value.Defined() {
			votes = slices.DeleteFunc(slices.Clone(a.Votes), func(v Vote) bool { return !v.Value.Defined() })
		}
		for _, id := range c.Ticked { // all who say something tick it
			if !slices.ContainsFunc(votes, func(v Vote) bool { return !slices.Contains(v.Ticked, id) }) {
				return true
			}
		}
		return false
	}
	p := n.own(on, a)
	if c.AtLeast.Defined() {
		return p.Cmp(n.points(on, c.AtLeast.Value())) >= 0
	}
	if c.AtMost.Defined() {
		return p.Cmp(n.points(on, c.AtMost.Value())) <= 0
	}
	for _, v := range c.OneOf {
		if p.Cmp(n.points(on, v)) == 0 {
			return true
		}
	}
	return false
}

// status and points of a question, and whether evidence supports it.
func (n naive) question(qu *Question) (State, *big.Rat, bool) {
	count := map[State]int{}
	var points []*big.Rat
	supported := false
	for _, r := range n.responses {
		a := r.Answers[qu.Index()]
		state := n.state(a)
		if !n.asked(qu, r) {
			state = Skipped
		}
		count[state]++
		if state == Answered {
			p := n.own(qu, a)
			points = append(points, p)
			if from := n.q.Scoring.EvidenceFrom; from != nil && len(a.Evidence)+len(a.Brought) > 0 &&
				p.Cmp(big.NewRat(int64(*from), 1)) >= 0 {
				supported = true
			}
		}
	}
	against := count[Answered]
	if against == 0 {
		against = count[Unknown]
	}
	if count[NotApplicable]+count[Skipped] > against {
		if count[NotApplicable] > 0 {
			return NotApplicable, nil, false
		}
		return Skipped, nil, false
	}
	if count[Answered] > 0 {
		return Answered, middle(points), supported
	}
	if count[Unknown] > 0 {
		return Unknown, nil, false
	}
	return Unanswered, nil, false
}

func (n naive) policy(qu *Question) Policy {
	if qu.NotApplicable != "" {
		return qu.NotApplicable
	}
	for s := qu.Section(); s != nil; s = s.Parent() {
		if s.NotApplicable != "" {
			return s.NotApplicable
		}
	}
	return n.q.Scoring.NotApplicable
}

func (n naive) leaf(qu *Question) exact {
	lo := big.NewRat(int64(n.q.Lowest()), 1)
	one, zero := big.NewRat(1, 1), new(big.Rat)
	if qu.Profile {
		return exact{}
	}
	status, p, supported := n.question(qu)
	switch status {
	case Answered:
		believed := p
		if from := n.q.Scoring.EvidenceFrom; from != nil && !supported &&
			p.Cmp(big.NewRat(int64(*from), 1)) >= 0 {
			believed = lo
			for _, o := range qu.Options {
				if op := n.points(qu, o.Value); op.Cmp(big.NewRat(int64(*from), 1)) < 0 {
					believed = op
				}
			}
		}
		return exact{counts: true, score: p, evidenced: believed, low: p, cover: one}
	case NotApplicable:
		if n.policy(qu) == Lowest {
			return exact{counts: true, score: lo, evidenced: lo, low: lo, cover: one}
		}
		return exact{}
	case Skipped:
		return exact{}
	}
	e := exact{counts: true, low: lo, cover: zero}
	if n.q.Scoring.Unanswered == Lowest {
		e.score, e.evidenced = lo, lo
	}
	return e
}

func (n naive) section(s *Section) exact {
	var weights []float64
	var kids []exact
	for _, c := range s.Sections {
		weights, kids = append(weights, c.Weight), append(kids, n.section(c))
	}
	for _, qu := range s.Questions {
		weights, kids = append(weights, qu.Weight), append(kids, n.leaf(qu))
	}
	var e exact
	for _, k := range kids {
		e.counts = e.counts || k.counts
	}
	if !e.counts {
		return e
	}
	of := func(pick func(exact) *big.Rat, smallest bool) *big.Rat {
		var sum, weight, least *big.Rat
		for i, k := range kids {
			v := pick(k)
			if !k.counts || v == nil {
				continue
			}
			if sum == nil {
				sum, weight, least = new(big.Rat), new(big.Rat), v
			}
			w := rat(weights[i])
			weight.Add(weight, w)
			sum.Add(sum, new(big.Rat).Mul(w, v))
			if v.Cmp(least) < 0 {
				least = v
			}
		}
		if sum == nil || smallest {
			return least
		}
		return sum.Quo(sum, weight)
	}
	least := s.Method == Min
	e.score = of(func(k exact) *big.Rat { return k.score }, least)
	e.evidenced = of(func(k exact) *big.Rat { return k.evidenced }, least)
	e.cover = of(func(k exact) *big.Rat { return k.cover }, false)
	if s.Method == Gate {
		e.score = n.gate(s, func(k exact) *big.Rat { return k.score })
		e.evidenced = n.gate(s, func(k exact) *big.Rat { return k.evidenced })
	}
	if e.level = e.score; e.score != nil && s.Method != Gate {
		e.level = big.NewRat(int64(n.q.Lowest()), 1)
		for _, l := range n.q.Levels[1:] {
			if n.reaches(e.score, l.Level) {
				e.level = big.NewRat(int64(l.Level), 1)
			}
		}
	}
	e.stg = n.stage(s, kids, e.score)
	return e
}

// reaches reports whether a score, forgiving what the other forgives, has reached a level.
func (n naive) reaches(score *big.Rat, level int) bool {
	begins := float64(level)
	for _, l := range n.q.Levels {
		if l.Level == level && l.From.Defined() {
			begins = l.From.Value()
		}
	}
	return score.Cmp(rat(begins-Tolerance)) >= 0
}

// gate climbs level by level while every criterion of the level passes.
func (n naive) gate(s *Section, pick func(exact) *big.Rat) *big.Rat {
	reached := n.q.Lowest()
	for l := n.q.Lowest() + 1; l <= n.q.Highest(); l++ {
		for _, qu := range below(s) {
			k := n.leaf(qu)
			if qu.Level != l || !k.counts {
				continue
			}
			if k.cover.Sign() == 0 || pick(k).Cmp(n.points(qu, qu.Pass)) < 0 {
				return big.NewRat(int64(reached), 1)
			}
		}
		reached = l
	}
	return big.NewRat(int64(reached), 1)
}

func below(s *Section) []*Question {
	out := slices.Clone(s.Questions)
	for _, c := range s.Sections {
		out = append(out, below(c)...)
	}
	return out
}

func (n naive) stage(s *Section, kids []exact, score *big.Rat) *big.Rat {
	rule := n.q.Scoring.Stage
	if rule == nil {
		return nil
	}
	if s.Method == Gate {
		return score
	}
	best := n.q.Lowest()
	for l := n.q.Highest(); l > best; l-- {
		if n.stands(s, kids, l, *rule) && (score == nil || n.reaches(score, l)) {
			best = l
		}
	}
	return big.NewRat(int64(best), 1)
}

func (n naive) stands(s *Section, kids []exact, l int, rule StageRule) bool {
	there, all := new(big.Rat), new(big.Rat)
	for i, k := range kids {
		switch {
		case !k.counts:
		case len(s.Sections) > 0:
			if k.stg.Cmp(big.NewRat(int64(l), 1)) < 0 {
				return false
			}
		default:
			w := rat(s.Questions[i].Weight)
			all.Add(all, w)
			if k.low.Cmp(big.NewRat(int64(l), 1)) >= 0 {
				there.Add(there, w)
			}
			if k.low.Cmp(big.NewRat(int64(l-rule.Slack), 1)) < 0 {
				return false
			}
		}
	}
	return all.Sign() == 0 || new(big.Rat).Quo(there, all).Cmp(rat(rule.Share-Tolerance)) >= 0
}

// tag computes a tag's score and coverage, nil where it has none: every question's share of
// the whole is that of its section, split by weight among what counts there.
func (n naive) tag(id string) (score, cover *big.Rat) {
	sum, weight, answered, all := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	mean := true
	var walk func(s *Section, share *big.Rat, means bool)
	walk = func(s *Section, share *big.Rat, means bool) {
		total := new(big.Rat)
		for _, c := range s.Sections {
			if n.section(c).counts {
				total.Add(total, rat(c.Weight))
			}
		}
		for _, qu := range s.Questions {
			if n.leaf(qu).counts {
				total.Add(total, rat(qu.Weight))
			}
		}
		part := func(w float64) *big.Rat { p := new(big.Rat).Mul(share, rat(w)); return p.Quo(p, total) }
		for _, c := range s.Sections {
			if n.section(c).counts {
				walk(c, part(c.Weight), means && c.Method == Mean)
			} else {
				walk(c, new(big.Rat), means && c.Method == Mean)
			}
		}
		for _, qu := range s.Questions {
			if !slices.Contains(qu.Tags, id) {
				continue
			}
			mean = mean && means
			k := n.leaf(qu)
			if !k.counts {
				continue
			}
			w := part(qu.Weight)
			all.Add(all, w)
			answered.Add(answered, new(big.Rat).Mul(w, k.cover))
			if k.score != nil {
				weight.Add(weight, w)
				sum.Add(sum, new(big.Rat).Mul(w, k.score))
			}
		}
	}
	walk(&Section{Method: Mean, Sections: n.q.Sections}, big.NewRat(1, 1), true)
	if !mean || all.Sign() == 0 {
		return nil, nil
	}
	if weight.Sign() > 0 {
		score = sum.Quo(sum, weight)
	}
	return score, answered.Quo(answered, all)
}
