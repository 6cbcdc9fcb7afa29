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
		out.sub = append(out.sub, v.heldBack(n, stage)...)
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
func (v *view) heldBack(n *assess.Node, stage float64) []string {
	rule := v.q.Scoring.Stage
	next := stage + 1
	if rule == nil || !n.Dimension() || n.Method == assess.Gate || next > float64(v.q.Highest()) {
		return nil
	}
	var low []string
	there, all := 0.0, 0.0
	for _, it := range n.Items {
		points, ok := v.standing(it)
		if !ok {
			continue
		}
		all += it.Question.Weight
		if points >= next-assess.Tolerance {
			there += it.Question.Weight
		}
		if points < next-float64(rule.Slack)-assess.Tolerance {
			low = append(low, v.text(it.Question.Title))
		}
	}
	var out []string
	if there/all < rule.Share-assess.Tolerance {
		out = append(out, v.say("trace.share", whole(next), v.percent(there/all, true), v.threshold(rule.Share)))
	}
	if len(low) > 0 {
		out = append(out, v.say("trace.low", whole(next), v.join(low)))
	}
	if score, ok := n.Score.Get(); ok && len(out) == 0 && score < next {
		out = append(out, v.say("trace.capped", whole(next)))
	}
	return out
}

// standing is where a question stands for a stage: open ones at the lowest level.
// One that does not count has none.
func (v *view) standing(it *assess.Item) (float64, bool) {
	switch it.Status {
	case assess.Answered:
		return it.Points.Value(), true
	case assess.Skipped:
		return 0, false
	case assess.NotApplicable:
		return float64(v.q.Lowest()), it.Question.Policy() == assess.Lowest
	}
	return float64(v.q.Lowest()), true
}
