package assess

import (
	"cmp"
	"slices"
)

const (
	// mostWays is how many combinations of answers to questions that others hang on are
	// looked at one by one; beyond it the bounds are outer ones.
	mostWays = 4_096

	// mostLeaves bounds what conditions behind conditions add to these.
	mostLeaves = 1 << 16
)

// A bounder finds the lowest and the highest score of every node over all ways of filling
// in what is open (docs/numbers.md, Range). A way gives every open question one of its
// options, the same in each response that left it open, and every answer that has votes
// and no agreed value one of these votes' values; then everything is scored anew. Where a
// condition (ask_if) hangs on such a question, a way also takes questions out of the model
// or brings others in: these are gone through one by one. What nothing hangs on is looked
// at with its lowest and its highest value only, since no method falls when an answer rises.
type bounder struct {
	scorer    *Scorer
	responses []*Response // one that says nothing where there are none
	items     []Item      // by Question.Index
	said      [][]voiced  // by response and Question.Index
	affected  []int       // indices of the questions that are not settled, in document order
	now       []filled    // by Question.Index
	sections  []filled    // by Section.index
	found     []filled    // by Section.index: the extremes so far
	tags      []filled    // by Questionnaire.Tags: the extremes so far
	leaves    int
	rows      []float64 // scratch of a median
}

// A voiced is what one response says about a question in the ways looked at.
type voiced struct {
	state     State
	low, high float64  // points, where it is answered
	choices   []choice // all that these may be, by points
	maybe     bool     // it may also say nothing
}

// anyOf is the statement of a response that may give any of some choices, which rise.
func anyOf(choices []choice) voiced {
	last := choices[len(choices)-1]
	return voiced{state: Answered, low: choices[0].points, high: last.points, choices: choices}
}

// valued is the statement of a response that has given an answer.
func valued(qu *Question, a *Answer) voiced {
	return anyOf([]choice{{a.points(qu).Value(), a.ticked()}})
}

// A filled is what a question or a section gives its parent in the ways looked at.
type filled struct {
	weight    float64
	counts    bool // in some of them it counts
	optional  bool // in some of them it does not
	loose     bool // its bounds may be wider than what the ways give
	low, high float64
}

// bound sets the bounds of a scored tree, and of its tags, that the figures don't give: where votes are not
// agreed, and where conditions hang on what is open.
func (s *Scorer) bound(t resultTree, tags []TagScore) {
	b := bounder{scorer: s, items: t.items, responses: s.responses}
	if len(b.responses) == 0 {
		b.responses = []*Response{NewResponse(s.q)}
	}
	ways := 0
	if s.q.conditional {
		ways = b.unsettled()
	}
	unagreed := func(it Item) bool { return it.Unagreed() }
	if len(b.affected) == 0 && !slices.ContainsFunc(b.items, unagreed) {
		return
	}
	b.now, b.said = make([]filled, len(b.items)), make([][]voiced, len(b.responses))
	b.sections, b.found = make([]filled, len(t.nodes)), make([]filled, len(t.nodes))
	b.tags = make([]filled, len(tags))
	for r := range b.said {
		b.said[r] = make([]voiced, len(b.items))
	}
	for i := range b.items {
		if _, affected := slices.BinarySearch(b.affected, i); !affected {
			b.spread(i)
		}
	}
	if ways > s.most || !b.fill(0) {
		clear(b.found)
		clear(b.tags)
		b.widen()
	}
	for i := range t.nodes {
		n, f := &t.nodes[i], b.found[i]
		if !n.Applicable || !f.counts { // in no way it counts: then it stays where it stands
			continue
		}
		n.hold(f.low, f.high)
		n.Outer = f.loose
	}
	for i := range tags {
		if f := b.tags[i]; tags[i].Coverage.Defined() && f.counts {
			tags[i].hold(f.low, f.high)
		}
	}
}

// choices returns what a way may take for an answer that is not agreed, by points: what its
// votes say, where conditions or points tell them apart. There is none where it is agreed.
func (a *Answer) choices(qu *Question) []choice {
	if !a.Unagreed() {
		return nil
	}
	var out []choice
	for _, v := range a.Votes {
		if value, ok := v.Value.Get(); ok {
			out = append(out, choice{qu.Points(value), v.Ticked})
		}
	}
	slices.SortStableFunc(out, func(a, b choice) int { return cmp.Compare(a.points, b.points) })
	return slices.CompactFunc(out, func(a, b choice) bool {
		return a.points == b.points && !slices.ContainsFunc(qu.decides, func(c *Condition) bool {
			return c.admits(a) != c.admits(b)
		})
	})
}

// unsettled finds the questions that others hang on and that are open or not agreed, with
// all that hang on them, and returns in how many ways the former can be filled in, at most
// a little more than mostWays.
func (b *bounder) unsettled() (ways int) {
	ways = 1
	hanging := false
	is := make([]bool, len(b.items))
	for i := range b.items {
		it := &b.items[i]
		for _, all := range it.Question.asks {
			for _, c := range all.Leaves() {
				is[i] = is[i] || is[c.question.index]
			}
		}
		hanging = hanging || is[i]
		if len(it.Question.decides) == 0 {
			continue
		}
		n := 1
		if it.Status == Unanswered || it.Status == Unknown {
			switch n = len(it.Question.Options); {
			case it.Question.Typed():
				n = len(it.Question.choices)
			case it.Question.blurred:
				n = mostWays + 1
			}
		}
		for _, s := range it.Said {
			if s.State == Skipped {
				continue
			}
			choices := len(s.Answer.choices(it.Question))
			n = min(n*max(1, choices), mostWays+1)
			is[i] = is[i] || s.State == NotApplicable && choices > 0 // a way brings it in
		}
		is[i] = is[i] || n > 1
		ways = min(ways*n, mostWays+1)
	}
	for i := range is {
		if is[i] && hanging {
			b.affected = append(b.affected, i)
		}
	}
	return ways
}

// A slot is what a way chooses for a question: one value for some of the responses.
type slot struct {
	responses []int
	choices   []choice // by points
}

// slots says what a way chooses for a question: one option for all responses that left it
// open, where over all responses it is open, and one of the votes for each that is not
// agreed. It also says how each response stands, and the question over all of them.
func (b *bounder) slots(i int) (all []slot, status State) {
	qu := b.items[i].Question
	var stands, chosen tally // as it is, and once votes are chosen
	var open []int
	for r, response := range b.responses {
		a := &response.Answers[i]
		v, own := voiced{state: a.State()}, a.State()
		choices := a.choices(qu)
		switch {
		case !b.asks(r, qu):
			v.state, own = Skipped, Skipped
		case len(choices) > 0:
			v.state = Answered
			all = append(all, slot{[]int{r}, choices})
		case v.state == Answered:
			v = valued(qu, a)
		case v.state != NotApplicable:
			open = append(open, r)
		}
		b.said[r][i] = v
		stands.add(own, 1)
		chosen.add(v.state, 1)
	}
	status = chosen.status()
	if s := stands.status(); (s == Unanswered || s == Unknown) && len(open) > 0 {
		all = append(all, slot{open, qu.choices})
		status = Answered
	}
	return all, status
}

// asks reports whether a response is asked a question in the present way.
func (b *bounder) asks(r int, qu *Question) bool {
	for _, c := range qu.asks {
		if !slices.ContainsFunc(c.Leaves(), func(c *Condition) bool {
			v := b.said[r][c.question.index]
			return v.state == Answered && c.admits(v.choices[0])
		}) {
			return false
		}
	}
	return true
}

// settle sets what a question gives once every response stands.
func (b *bounder) settle(i int, status State) {
	f := filled{weight: b.items[i].Question.Weight}
	switch {
	case b.items[i].Question.Profile:
	case status == Answered:
		f.counts = true
		f.low = b.median(i, func(v voiced) float64 { return v.low })
		f.high = b.median(i, func(v voiced) float64 { return v.high })
	case status == NotApplicable && b.items[i].Question.policy == Lowest:
		f.counts = true
		f.low, f.high = float64(b.scorer.q.Lowest()), float64(b.scorer.q.Lowest())
	}
	b.now[i] = f
}

func (b *bounder) median(i int, points func(voiced) float64) float64 {
	b.rows = b.rows[:0]
	for r := range b.said {
		if v := b.said[r][i]; v.state == Answered {
			b.rows = append(b.rows, points(v))
		}
	}
	return median(b.rows)
}

// spread settles a question with all that may be chosen for it at once.
func (b *bounder) spread(i int) {
	slots, status := b.slots(i)
	for _, s := range slots {
		b.choose(i, s, s.choices)
	}
	b.settle(i, status)
}

// choose lets the responses of a slot say any of some choices.
func (b *bounder) choose(i int, s slot, some []choice) {
	for _, r := range s.responses {
		b.said[r][i] = anyOf(some)
	}
}

// fill goes through the ways from the nth affected question on. It gives up, and says so,
// where there are too many.
func (b *bounder) fill(n int) bool {
	if n == len(b.affected) {
		b.leaves++
		b.look()
		return b.leaves <= mostLeaves
	}
	i := b.affected[n]
	slots, status := b.slots(i)
	return b.fillSlots(n, slots, status)
}

func (b *bounder) fillSlots(n int, slots []slot, status State) bool {
	i := b.affected[n]
	if len(slots) == 0 {
		b.settle(i, status)
		return b.fill(n + 1)
	}
	s := slots[0]
	for _, alike := range b.alike(i, s.choices) {
		b.choose(i, s, alike)
		if !b.fillSlots(n, slots[1:], status) {
			return false
		}
	}
	return true
}

// alike sorts choices into classes, each of which every condition on the question takes
// alike: within a class only the lowest and the highest can be extreme.
func (b *bounder) alike(i int, choices []choice) [][]choice {
	var classes [][]choice
	for _, v := range choices {
		at := slices.IndexFunc(classes, func(class []choice) bool {
			return !slices.ContainsFunc(b.items[i].Question.decides, func(c *Condition) bool {
				return c.admits(v) != c.admits(class[0])
			})
		})
		if at < 0 {
			classes = append(classes, []choice{v})
		} else {
			classes[at] = append(classes[at], v)
		}
	}
	return classes
}

// look scores the present way, or ways, and keeps the extremes of every section.
func (b *bounder) look() {
	tree := b.scorer.q.tree
	for i := len(tree) - 1; i >= 0; i-- { // what is below a section comes after it
		sec := tree[i]
		f := b.extremes(sec)
		if sec.Method == Gate && f.counts {
			f.low, f.high = b.gate(sec)
		}
		f.weight = sec.Weight
		b.sections[i] = f
		b.found[i].merge(f)
	}
	b.lookAtTags()
}

// merge widens the extremes by those of another way.
func (f *filled) merge(other filled) {
	switch {
	case !other.counts:
	case !f.counts:
		*f = other
	default:
		f.low, f.high = min(f.low, other.low), max(f.high, other.high)
	}
}

// gate returns the score of a gate with every criterion at its lowest and its highest; one
// that may not count fails in the former if it can, and is left out of the latter.
func (b *bounder) gate(sec *Section) (low, high float64) {
	lowest, highest := b.scorer.q.Highest(), b.scorer.q.Highest()
	for i := sec.first; i < sec.last; i++ {
		f, qu := b.now[i], b.scorer.q.questions[i]
		pass := qu.Points(qu.Pass)
		if f.counts && !atLeast(f.low, pass) {
			lowest = min(lowest, qu.Level-1)
		}
		if f.counts && !f.optional && !atLeast(f.high, pass) {
			highest = min(highest, qu.Level-1)
		}
	}
	return float64(lowest), float64(highest)
}

// extremes gathers what is directly below a section, of which some may not count, to the
// lowest and the highest value that its method can give.
func (b *bounder) extremes(sec *Section) filled {
	out := filled{optional: true}
	var low, high mean
	var maybe []filled
	add := func(c filled) {
		switch {
		case !c.counts:
			return
		case c.optional:
			maybe = append(maybe, c)
		default:
			out.optional = false
			low.add(c.weight, c.low)
			high.add(c.weight, c.high)
		}
		out.counts, out.loose = true, out.loose || c.loose
	}
	for _, child := range sec.Sections {
		add(b.sections[child.index])
	}
	if sec.Dimension() {
		for _, f := range b.now[sec.first:sec.last] {
			add(f)
		}
	}
	if !out.counts {
		return out
	}
	slices.SortFunc(maybe, func(a, b filled) int { return cmp.Compare(a.low, b.low) })
	for _, c := range maybe { // each that draws the score down
		if low.weight == 0 || c.low < low.value(sec.Method).Value() {
			low.add(c.weight, c.low)
		}
	}
	slices.SortFunc(maybe, func(a, b filled) int { return cmp.Compare(b.high, a.high) })
	for _, c := range maybe { // each that draws it up; one more never does with the smallest
		if high.weight == 0 || sec.Method != Min && c.high > high.value(sec.Method).Value() {
			high.add(c.weight, c.high)
		}
	}
	out.low, out.high = low.value(sec.Method).Value(), high.value(sec.Method).Value()
	return out
}
