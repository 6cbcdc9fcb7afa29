package assess

import "slices"

// widen takes the affected questions with all that may be said about them at once: bounds
// that are never too narrow, in time linear in their number.
func (b *bounder) widen() {
	for _, i := range b.affected {
		certain := true
		for r := range b.said {
			if asked := b.mayAsk(r, b.items[i].Question); asked == perhaps {
				certain = false
			}
		}
		if certain {
			b.spread(i)
		} else {
			b.loosen(i)
		}
	}
	b.look()
}

// loosen lets a question count or not, with anything that some response may say about it.
func (b *bounder) loosen(i int) {
	qu := b.items[i].Question
	f := filled{weight: qu.Weight, optional: true, loose: true}
	for r, response := range b.responses {
		a := &response.Answers[i]
		asked := b.mayAsk(r, qu)
		v, choices := anyOf(qu.choices), a.choices(qu)
		v.maybe = true
		switch {
		case asked == no:
			v = voiced{state: Skipped}
		case len(choices) > 0:
			v = anyOf(choices)
			v.maybe = asked == perhaps
		case a.State() == Answered:
			v = valued(qu, a)
			v.maybe = asked == perhaps
		case a.State() == NotApplicable:
			v = voiced{state: NotApplicable}
			if qu.policy == Lowest {
				lowest := float64(b.scorer.q.Lowest())
				f.merge(filled{weight: qu.Weight, counts: true, optional: true, loose: true, low: lowest, high: lowest})
			}
		}
		b.said[r][i] = v
		if v.state == Answered {
			f.merge(filled{weight: qu.Weight, counts: true, optional: true, loose: true, low: v.low, high: v.high})
		}
	}
	if qu.Profile {
		f = filled{}
	}
	b.now[i] = f
}

// A truth says whether something holds in the ways looked at.
type truth int

const (
	no truth = iota
	perhaps
	yes
)

// mayAsk says whether a response is asked a question in the ways looked at.
func (b *bounder) mayAsk(r int, qu *Question) truth {
	out := yes
	for _, c := range qu.asks {
		one := no
		for _, c := range c.Leaves() {
			one = max(one, b.mayHold(r, c))
		}
		out = min(out, one)
	}
	return out
}

// mayHold says whether a condition without Any holds for a response in the ways looked at.
func (b *bounder) mayHold(r int, c *Condition) truth {
	v := b.said[r][c.question.index]
	if v.state != Answered || !slices.ContainsFunc(v.choices, c.admits) && !c.blurs(v) {
		return no
	}
	fails := func(some choice) bool { return !c.admits(some) }
	if v.maybe || c.blurs(v) || slices.ContainsFunc(v.choices, fails) {
		return perhaps
	}
	return yes
}

// blurs reports whether it can't be told what a response ticks that may tick anything.
func (c *Condition) blurs(v voiced) bool {
	return c.question.blurred && len(c.Ticked) > 0 && len(v.choices) == len(c.question.choices)
}
