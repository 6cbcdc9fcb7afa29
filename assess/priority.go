package assess

import (
	"cmp"
	"slices"
)

// A Raise is an answered question below what its dimension aims at, and the option
// that comes next for it.
type Raise struct {
	Item      *Item
	Dimension *Node
	Next      Option
	Distance  float64 // in levels, to the target or, without one, to the highest level
}

// Raisable returns at most so many of the answered questions below what is aimed at: the
// farthest first, then the lowest, then by weight, then in document order.
func (r *Result) Raisable(most int) Shortlist[Raise] {
	return shortlist(r.raisable(), most, farthestFirst)
}

// raisable returns all of them.
func (r *Result) raisable() []Raise {
	var out []Raise
	for _, d := range r.Overall.Dimensions() {
		for _, it := range d.Items {
			next, ok := it.Following()
			if distance := r.distance(it, d); ok && distance > Tolerance {
				out = append(out, Raise{it, d, next, distance})
			}
		}
	}
	slices.SortStableFunc(out, farthestFirst)
	return out
}

// farthestFirst orders raises by what they are worth.
func farthestFirst(a, b Raise) int {
	return cmp.Or(
		cmp.Compare(Round(b.Distance, 6), Round(a.Distance, 6)),
		byNumber(a.Item.Points, b.Item.Points),
		cmp.Compare(b.Item.Question.Weight, a.Item.Question.Weight))
}

// distance is how far a question lies below what its dimension aims at. A gate
// criterion that is not met holds its gate one level below its own.
func (r *Result) distance(it *Item, d *Node) float64 {
	aim := float64(r.Questionnaire.Highest())
	if target, ok := d.Target.Get(); ok {
		aim = target
	}
	if it.Question.Level > 0 {
		return aim - float64(it.Question.Level-1)
	}
	return aim - it.Points.Value()
}

// Following returns the option to reach next: for a gate criterion the one that
// passes, else the lowest above the points; false where nothing is to reach.
func (it *Item) Following() (Option, bool) {
	points, ok := it.Points.Get()
	if !ok {
		return Option{}, false
	}
	if it.Question.Level > 0 {
		pass, found := it.Question.Option(it.Question.Pass)
		return pass, found && points < pass.Points()-Tolerance
	}
	for _, o := range it.Question.Options {
		if o.Points() > points+Tolerance {
			return o, true
		}
	}
	return Option{}, false
}

// Reached returns the highest option that the points reach; false without points.
func (it *Item) Reached() (Option, bool) {
	var out Option
	points, ok := it.Points.Get()
	for _, o := range it.Question.Options {
		if ok && o.Points() <= points+Tolerance {
			out = o
		}
	}
	return out, ok
}

// A StepKind says what a next step asks for.
type StepKind string

// The kinds of next steps.
const (
	AnswerStep StepKind = "answer" // what is open
	RaiseStep  StepKind = "raise"  // one question to its next option
	AgreeStep  StepKind = "agree"  // on the questions with votes only
	ProveStep  StepKind = "prove"  // the high answers without evidence
)

// A NextStep is one of the first things to do.
type NextStep struct {
	Kind  StepKind
	Raise Raise // of a RaiseStep
}

// Raised are the questions that steps raise, in their order.
func Raised(steps []NextStep) []*Item {
	var out []*Item
	for _, s := range steps {
		if s.Kind == RaiseStep {
			out = append(out, s.Raise.Item)
		}
	}
	return out
}

// NextSteps returns at most so many of the first things to do. To agree on what has votes
// only comes before all else, and such a question is not raised. Then comes what is open,
// where the level waits for it or where it may be all that holds the stage. Then come the
// steps of the plan's first wave, one of each dimension in turn, the weakest first; where
// there is no plan, or it rests on votes, what binds the stage and what is farthest from its
// target. Then, where that leaves room, what is open or without evidence.
func (r *Result) NextSteps(most int) Shortlist[NextStep] {
	counts := CountItems(r.Overall.AllItems())
	var out []NextStep
	add := func(n int, s NextStep) {
		if n > 0 {
			out = append(out, s)
		}
	}
	add(counts.Unagreed, NextStep{Kind: AgreeStep})
	waiting := r.waits(counts)
	if waiting {
		add(counts.Unvoted(), NextStep{Kind: AnswerStep})
	}
	raises, compare := r.raises()
	for _, raise := range raises {
		if !raise.Item.Unagreed() {
			add(1, NextStep{RaiseStep, raise})
		}
	}
	if !waiting && len(out) < most {
		add(counts.Unvoted(), NextStep{Kind: AnswerStep})
	}
	if len(out) < most {
		add(counts.Unproven, NextStep{Kind: ProveStep})
	}
	return shortlist(out, most, func(a, b NextStep) int {
		if a.Kind != RaiseStep || b.Kind != RaiseStep {
			return -1 // each of the others is one of its kind
		}
		return compare(a.Raise, b.Raise)
	})
}

// raises are the questions to raise in their order, and what it was decided by.
func (r *Result) raises() ([]Raise, func(a, b Raise) int) {
	if r.Planned() {
		return r.firstWave(), func(Raise, Raise) int { return -1 } // a plan has no ties
	}
	binds := r.binding()
	all := r.raisable()
	bindingFirst := func(a, b Raise) int { return cmp.Compare(binds[b.Dimension], binds[a.Dimension]) }
	slices.SortStableFunc(all, bindingFirst)
	return all, func(a, b Raise) int { return cmp.Or(bindingFirst(a, b), farthestFirst(a, b)) }
}

// binding tells of the dimensions that bind the stage: 1.
func (r *Result) binding() map[*Node]int {
	out := map[*Node]int{}
	for _, d := range r.Binding() {
		out[d] = 1
	}
	return out
}

// waits reports whether the level, or a dimension that binds the stage, waits for what
// is open.
func (r *Result) waits(c Counts) bool {
	if c.Unvoted() > 0 && !r.Overall.Sufficient {
		return true
	}
	return slices.ContainsFunc(r.Binding(), func(d *Node) bool { return CountItems(d.Items).Open() > 0 })
}

// AllTop reports whether every answered question has its highest points.
func (r *Result) AllTop() bool {
	return !slices.ContainsFunc(r.Overall.AllItems(), func(it *Item) bool {
		return it.Status == Answered && !it.Question.Profile &&
			it.Points.Value() < it.Question.top().points-Tolerance
	})
}

// Holding returns the dimensions that hold the stage where it is: those that do so
// however their open questions are answered, else all of [Result.Binding], and then
// thin is true: answers may lift every one of them.
func (r *Result) Holding() (dimensions []*Node, thin bool) {
	binding := r.Binding()
	var firm []*Node
	for _, d := range binding {
		if r.Held(d) {
			firm = append(firm, d)
		}
	}
	if len(firm) > 0 {
		return firm, false
	}
	return binding, len(binding) > 0
}

// byNumber orders numbers as they are told apart: to six decimals.
func byNumber(a, b Number) int { return cmp.Compare(Round(a.Value(), 6), Round(b.Value(), 6)) }
