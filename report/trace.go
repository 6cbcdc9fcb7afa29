package report

import (
	"strings"

	"bankmaturity/assess"
)

// trace is an appendix: for every section its parts with weights and values, and
// the rule that gives its score, so that any number can be recomputed by hand.
func (v *view) trace() []block {
	if !v.opts.Trace {
		return nil
	}
	out := []block{heading{2, v.say("trace.heading")}, paragraph(v.say("trace.intro"))}
	var items []item
	var walk func(n *assess.Node, title string)
	walk = func(n *assess.Node, title string) {
		items = append(items, v.traced(n, title))
		for _, c := range n.Sections {
			walk(c, v.text(c.Title))
		}
	}
	walk(v.res.Overall, v.say("overall"))
	return append(out, list{items: items})
}

func (v *view) traced(n *assess.Node, title string) item {
	out := item{lead: title, text: v.score(n)}
	if !n.Applicable {
		return out
	}
	if score, ok := n.Score.Get(); ok {
		out.text = v.say("trace."+string(n.Method), exact(score), v.formula(n))
	}
	if stage, ok := n.Stage.Get(); ok {
		out.sub = append(out.sub, v.say("trace.stage", whole(stage)))
		out.sub = append(out.sub, v.heldBack(n)...)
	}
	for _, c := range n.Sections {
		out.sub = append(out.sub, v.say("trace.part", v.text(c.Title), weight(c.Weight), v.value(c.Score, c.Applicable)))
	}
	for _, it := range n.Items {
		out.sub = append(out.sub, v.say("trace.part", v.text(it.Question.Title), weight(it.Question.Weight), v.answered(it)))
	}
	return out
}

// formula is a weighted mean written out.
func (v *view) formula(n *assess.Node) string {
	var terms []string
	sum := 0.0
	add := func(w float64, value assess.Number) {
		if x, ok := value.Get(); ok {
			terms = append(terms, v.say("worked.term", weight(w), exact(x)))
			sum += w
		}
	}
	for _, c := range n.Sections {
		add(c.Weight, c.Score)
	}
	for _, it := range n.Items {
		add(it.Question.Weight, v.counted(it))
	}
	return v.say("worked", strings.Join(terms, v.say("worked.plus")), weight(assess.Round(sum, 9)))
}

// counted is what a question counts with: its points, the lowest level where a
// policy puts it there, nothing where it does not count.
func (v *view) counted(it *assess.Item) assess.Number {
	lowest := assess.Num(float64(v.q.Lowest()))
	switch {
	case it.Status == assess.Answered:
		return it.Points
	case it.Status == assess.NotApplicable && it.Question.Policy() == assess.Lowest,
		(it.Status == assess.Unanswered || it.Status == assess.Unknown) && v.q.Scoring.Unanswered == assess.Lowest:
		return lowest
	}
	return assess.Number{}
}

func (v *view) value(n assess.Number, applicable bool) string {
	x, ok := n.Get()
	switch {
	case !applicable:
		return v.say("score.not_applicable")
	case !ok:
		return v.say("score.none")
	}
	return exact(x)
}

func (v *view) answered(it *assess.Item) string {
	if x, ok := v.counted(it).Get(); ok {
		return exact(x)
	}
	return v.say("trace." + string(it.Status))
}

// exact shows a number with as many decimals as the JSON result.
func exact(v float64) string { return weight(assess.Round(v, 6)) }

// heldBack says why a dimension does not secure the level above its stage.
func (v *view) heldBack(n *assess.Node) []string {
	lack, ok := v.res.StageLack(n)
	if !ok {
		return nil
	}
	next := float64(lack.Level)
	var out []string
	if !lack.Enough {
		out = append(out, v.say("trace.share", whole(next), v.percent(lack.Share, true), v.threshold(v.q.Scoring.Stage.Share)))
	}
	if len(lack.Low) > 0 {
		var low []string
		for _, it := range lack.Low {
			low = append(low, v.text(it.Question.Title))
		}
		out = append(out, v.say("trace.low", whole(next), v.join(low)))
	}
	if score, ok := n.Score.Get(); ok && len(out) == 0 && score < next {
		out = append(out, v.say("trace.capped", whole(next)))
	}
	return out
}
