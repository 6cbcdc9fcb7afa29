package assess

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// MostSums is how many different sums the options of a question may give.
const MostSums = 1_000

// Of a question of which several options may be ticked, Ticks are these, and Options are the
// sums that some ticking gives: what the numbers step through (docs/numbers.md, Points).

// AddUp makes the Options of a question from its Ticks and Full. It reports false, and makes
// none, where there are more than MostSums.
func (q *Question) AddUp() bool {
	sums := []float64{0}
	for _, o := range q.Ticks {
		for _, sum := range slices.Clone(sums) {
			sums = append(sums, min(q.Full, float64(sum+o.Value)))
		}
		slices.Sort(sums)
		sums = slices.CompactFunc(sums, func(a, b float64) bool { return math.Abs(a-b) <= Tolerance })
		if len(sums) > MostSums {
			return false
		}
	}
	q.Options = make([]Option, len(sums))
	for i, sum := range sums {
		q.Options[i] = Option{Value: sum, Text: Plain(decimalOf(sum) + "/" + decimalOf(q.Full))}
	}
	return true
}

// Many reports whether several options may be ticked.
func (q *Question) Many() bool { return len(q.Ticks) > 0 }

// Offered returns what somebody who answers sees: the options to tick, or to choose one of.
func (q *Question) Offered() []Option {
	if q.Many() {
		return q.Ticks
	}
	return q.Options
}

// Exclusive reports whether an option can't be ticked beside others, such as "none of these".
func (q *Question) Exclusive() bool {
	return slices.ContainsFunc(q.Ticks, func(o Option) bool { return o.Exclusive })
}

// Tick returns the option with an id and whether there is one that can be ticked.
func (q *Question) Tick(id string) (Option, bool) {
	i := slices.IndexFunc(q.Ticks, func(o Option) bool { return o.ID == id })
	if i < 0 {
		return Option{}, false
	}
	return q.Ticks[i], true
}

// Sum returns what ticked options come to, at most Full. It is false for an id that there is
// not, that stands twice, or beside one that excludes the others.
func (q *Question) Sum(ids []string) (float64, bool) {
	sum, n := 0.0, 0
	for _, o := range q.Ticks {
		if !slices.Contains(ids, o.ID) {
			continue
		}
		if o.Exclusive && len(ids) > 1 {
			return 0, false
		}
		sum += o.Value
		n++
	}
	if n != len(ids) || !q.Many() {
		return 0, false
	}
	return q.nearest(min(q.Full, sum)), true
}

// nearest is the sum among the options that a sum is but for rounding.
func (q *Question) nearest(sum float64) float64 {
	best := q.Options[0].Value
	for _, o := range q.Options {
		if math.Abs(o.Value-sum) < math.Abs(best-sum) {
			best = o.Value
		}
	}
	return best
}

// RecordTicked answers the current question with the options that are ticked, perhaps none,
// and goes on.
func (iv *Interview) RecordTicked(ids []string) error {
	sum, ok := iv.Current().Sum(ids)
	if !ok {
		return ErrNoOption
	}
	ticked := append([]string{}, ids...)
	iv.say(func(a *Answer) { a.Value, a.Ticked = Num(sum), ticked })
	return nil
}

// A choice is what a response may say to a question: its points, and for conditions on
// them the ids of what is ticked.
type choice struct {
	points float64
	ticked []string
}

// admits reports whether a choice fulfils a condition without Any.
func (c *Condition) admits(v choice) bool {
	if len(c.Ticked) > 0 {
		return slices.ContainsFunc(v.ticked, func(id string) bool { return slices.Contains(c.Ticked, id) })
	}
	return c.Admits(v.points)
}

// linkChoices finds all choices that conditions tell apart, by points: of a question with
// ticks several may have the same sum.
func (q *Question) linkChoices() {
	q.choices, q.blurred = nil, false
	if q.Typed() {
		q.choices = q.typedChoices()
		return
	}
	for _, o := range q.Options {
		q.choices = append(q.choices, choice{points: o.points})
	}
	var named []*Condition
	for _, c := range q.decides {
		if len(c.Ticked) > 0 {
			named = append(named, c)
		}
	}
	if len(named) > 0 {
		q.choices, q.blurred = q.tickings(named)
	}
}

// tickings are choices with every sum and every set of conditions that ticking fulfils;
// blurred where there are too many to tell.
func (q *Question) tickings(named []*Condition) (all []choice, blurred bool) {
	type ticking struct {
		sum float64
		ids []string
	}
	key := func(t ticking) string {
		var b strings.Builder
		b.WriteString(decimalOf(Round(min(t.sum, q.Full), 9)))
		for _, c := range named {
			if c.admits(choice{ticked: t.ids}) {
				b.WriteString("+")
			} else {
				b.WriteString("-")
			}
		}
		return b.String()
	}
	ways := []ticking{{}}
	seen := map[string]bool{key(ways[0]): true}
	add := func(t ticking) {
		if k := key(t); !seen[k] {
			seen[k] = true
			ways = append(ways, t)
		}
	}
	for _, o := range q.Ticks {
		if o.Exclusive {
			continue
		}
		for _, t := range slices.Clone(ways) {
			add(ticking{t.sum + o.Value, append(slices.Clone(t.ids), o.ID)})
		}
		if len(ways) > mostWays {
			return q.choices, true
		}
	}
	for _, o := range q.Ticks {
		if o.Exclusive {
			add(ticking{o.Value, []string{o.ID}})
		}
	}
	for _, t := range ways {
		all = append(all, choice{q.Points(q.nearest(min(t.sum, q.Full))), t.ids})
	}
	slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(a.points, b.points) })
	return all, false
}

// sameTicks reports whether two lists name the same options.
func sameTicks(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id string) bool { return !slices.Contains(b, id) })
}

// Only returns the answer of the one response that gave a value, itself and not by votes
// alone; nil where none or several did.
func (it *Item) Only() *Answer {
	var only *Answer
	for _, s := range it.Said {
		if s.State != Answered {
			continue
		}
		if only != nil {
			return nil
		}
		only = s.Answer
	}
	if only != nil && only.Open() {
		return nil
	}
	return only
}
