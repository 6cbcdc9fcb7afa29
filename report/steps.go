package report

import (
	"cmp"
	"slices"

	"bankmaturity/assess"
)

// most is how many next steps the first page shows.
const most = 3

// steps are the first things to do: answer what the level waits for, then raise
// what binds the stage, then what is farthest from its target; where that leaves
// room, what is open, disputed or without evidence.
func (v *view) steps() []block {
	out := []block{heading{2, v.say("steps.heading")}}
	var items []item
	add := func(text string) {
		if len(items) < most && text != "" {
			items = append(items, item{text: text})
		}
	}
	waiting := v.tally.open() > 0 && !v.res.Overall.Sufficient
	for _, d := range v.res.Binding() { // what nobody answered may be all that holds the stage
		waiting = waiting || count(d.Items).open() > 0
	}
	if waiting {
		add(v.answerStep())
	}
	raise := v.raisable()
	for _, c := range v.bindingFirst(raise) {
		add(v.raiseStep(c))
	}
	if !waiting {
		add(v.answerStep())
	}
	add(v.agreeStep())
	add(v.evidenceStep())
	if len(items) == 0 {
		return append(out, paragraph(v.none("steps")))
	}
	if len(raise) == 0 && v.tally.values > 0 {
		out = append(out, paragraph(v.none("steps")))
	}
	return append(out, list{numbered: true, items: items})
}

// none says why there is nothing to raise, under the keys of a part.
func (v *view) none(part string) string {
	switch {
	case !v.res.Overall.Applicable:
		return v.say(part + ".not_applicable")
	case v.tally.values == 0:
		return v.say(part + ".unanswered")
	case v.allTop():
		return v.say(part + ".top")
	}
	return v.say(part + ".reached")
}

// allTop reports whether every answered question has its highest option.
func (v *view) allTop() bool {
	return !slices.ContainsFunc(v.res.Overall.AllItems(), func(it *assess.Item) bool {
		return it.Status == assess.Answered && it.Points.Value() < float64(v.q.Highest())-assess.Tolerance
	})
}

// A candidate is an answered question below what is aimed at.
type candidate struct {
	item     *assess.Item
	dim      *assess.Node
	next     assess.Option
	distance float64 // in levels, to the target or, without one, to the highest level
}

// raisable lists the candidates, farthest first, then lowest, then by
// weight, then in document order.
func (v *view) raisable() []candidate {
	var out []candidate
	for _, d := range v.res.Overall.Dimensions() {
		for _, it := range d.Items {
			c := candidate{item: it, dim: d, distance: v.distance(it, d)}
			next, ok := following(it)
			if c.next = next; ok && c.distance > assess.Tolerance {
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(assess.Round(b.distance, 6), assess.Round(a.distance, 6)),
			compare(a.item.Points, b.item.Points),
			cmp.Compare(b.item.Question.Weight, a.item.Question.Weight))
	})
	return out
}

// distance is how far a question lies below what its dimension aims at. A gate
// criterion that is not met holds its gate one level below its own.
func (v *view) distance(it *assess.Item, d *assess.Node) float64 {
	aim := float64(v.q.Highest())
	if target, ok := d.Target.Get(); ok {
		aim = target
	}
	if it.Question.Level > 0 {
		return aim - float64(it.Question.Level-1)
	}
	return aim - it.Points.Value()
}

// following returns the option to reach next: for a gate criterion the one that
// passes, else the lowest above the points; none where nothing is to reach.
func following(it *assess.Item) (assess.Option, bool) {
	points, ok := it.Points.Get()
	if !ok {
		return assess.Option{}, false
	}
	if it.Question.Level > 0 {
		pass, found := it.Question.Option(it.Question.Pass)
		return pass, found && points < pass.Points()-assess.Tolerance
	}
	for _, o := range it.Question.Options {
		if o.Points() > points+assess.Tolerance {
			return o, true
		}
	}
	return assess.Option{}, false
}

// bindingFirst moves the candidates that hold the stage to the front.
func (v *view) bindingFirst(all []candidate) []candidate {
	binding := v.res.Binding()
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b candidate) int {
		return one(slices.Contains(binding, b.dim)) - one(slices.Contains(binding, a.dim))
	})
	return out
}

func (v *view) raiseStep(c candidate) string {
	qu := c.item.Question
	if qu.Level > 0 {
		return v.say("step.criterion", v.question(qu), qu.Level, v.quote(c.next.Text))
	}
	return v.say("step.raise", v.question(qu), points(c.item.Points.Value()), points(c.next.Points()), v.quote(c.next.Text))
}

func (v *view) answerStep() string {
	open := v.tally.open()
	root := v.res.Overall
	switch {
	case open == 0:
		return ""
	case !root.Score.Defined():
		return v.count("step.answer.score", open)
	case !root.Sufficient:
		return v.count("step.answer.level", open)
	case v.span(root.Low.Value(), root.High.Value()) == assess.Shown(root.Low.Value()):
		return v.count("step.answer.rest", open)
	}
	return v.count("step.answer", open)
}

func (v *view) agreeStep() string {
	if v.tally.disputed == 0 {
		return ""
	}
	return v.count("step.agree", v.tally.disputed)
}

func (v *view) evidenceStep() string {
	if v.tally.unproven == 0 {
		return ""
	}
	return v.count("step.evidence", v.tally.unproven, *v.q.Scoring.EvidenceFrom)
}
