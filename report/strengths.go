package report

import (
	"cmp"
	"slices"

	"bankmaturity/assess"
)

const (
	mostDimensions = 3 // that strengths and gaps name
	mostQuestions  = 5
)

// strengths are the dimensions and questions above the overall score.
func (v *view) strengths() []block {
	out := []block{heading{2, v.say("strengths.heading")}}
	if text := v.uniform(); text != "" {
		return append(out, paragraph(text))
	}
	var items []item
	for _, d := range v.strongDimensions() {
		items = append(items, item{lead: v.text(d.Title), text: v.dimensionScore(d)})
	}
	for _, it := range v.strongQuestions() {
		items = append(items, item{
			lead: v.question(it.Question),
			text: v.say("strengths.question", points(it.Points.Value()), v.lower(it)),
		})
	}
	if len(items) == 0 {
		return append(out, paragraph(v.say("strengths.none")))
	}
	return append(out, paragraph(v.say("strengths.intro", v.score(v.res.Overall))), list{items: items})
}

// dimensionScore shows a score with its level, where it has one.
func (v *view) dimensionScore(d *assess.Node) string {
	if level, ok := d.Level.Get(); ok {
		return v.say("strengths.dimension", v.score(d), v.level(level))
	}
	return v.score(d)
}

// uniform says so where the answers leave nothing to stand out, else "".
func (v *view) uniform() string {
	if v.tally.values == 0 {
		return v.say("strengths.unanswered")
	}
	var first float64
	n := 0
	for _, it := range v.res.Overall.AllItems() {
		points, ok := it.Points.Get()
		if !ok {
			continue
		}
		if n++; n == 1 {
			first = points
		}
		if it.Question.Level > 0 || points != first {
			return ""
		}
	}
	switch first {
	case float64(v.q.Highest()):
		return v.count("strengths.top", n, points(first))
	case float64(v.q.Lowest()):
		return v.count("strengths.lowest", n, points(first))
	}
	return v.count("strengths.same", n, points(first))
}

// above reports whether a number lies above the overall score.
func (v *view) above(n assess.Number) bool {
	f, ok := n.Get()
	overall, scored := v.res.Overall.Score.Get()
	return ok && scored && f > overall+assess.Tolerance
}

func (v *view) strongDimensions() []*assess.Node {
	var out []*assess.Node
	for _, d := range v.res.Overall.Dimensions() {
		if d.Sufficient && v.above(d.Score) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b *assess.Node) int { return compare(b.Score, a.Score) })
	return out[:min(len(out), mostDimensions)]
}

// strongQuestions leaves gate criteria out: a criterion that is met says little
// about the height of its level.
func (v *view) strongQuestions() []*assess.Item {
	var out []*assess.Item
	for _, it := range v.res.Overall.AllItems() {
		if it.Question.Level == 0 && v.above(it.Points) {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *assess.Item) int {
		return cmp.Or(compare(b.Points, a.Points), cmp.Compare(b.Question.Weight, a.Question.Weight))
	})
	return out[:min(len(out), mostQuestions)]
}

// compare orders numbers as they are told apart: to six decimals.
func compare(a, b assess.Number) int {
	return cmp.Compare(assess.Round(a.Value(), 6), assess.Round(b.Value(), 6))
}

// held returns the highest option that the points reach.
func held(it *assess.Item) (assess.Option, bool) {
	var out assess.Option
	points, ok := it.Points.Get()
	for _, o := range it.Question.Options {
		if ok && o.Points() <= points+assess.Tolerance {
			out = o
		}
	}
	return out, ok
}
