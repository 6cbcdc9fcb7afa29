package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// trace is an appendix: for every section its parts with weights and values, and
// the rule that gives its score, so that any number can be recomputed by hand.
func (v *view) trace() Chapter {
	if !v.opts.Trace {
		return Chapter{}
	}
	var items []Item
	v.EachSection(func(n *assess.Node, title string, _ int) { items = append(items, v.traced(n, title)) })
	return chapter("trace", v.Say("trace.heading"), paragraph(v.Say("trace.intro")), v.list(items))
}

func (v *view) traced(n *assess.Node, title string) Item {
	if !n.Applicable {
		return item(title, v.Score(n))
	}
	rule := v.Score(n)
	if score, ok := n.Score.Get(); ok {
		rule = v.Say("trace."+string(n.Method), words.Exact(score), v.Formula(n))
	}
	var sub []string
	if stage, ok := n.Stage.Get(); ok {
		sub = append(append(sub, v.Say("trace.stage", words.Whole(stage))), v.HeldBack(n)...)
	}
	part := func(title string, weight float64, value string) {
		sub = append(sub, v.Say("trace.part", title, words.Weight(weight), value))
	}
	for _, c := range n.Sections {
		if c.Recorded() {
			continue
		}
		value := v.Number(c.Score, words.Exact)
		if !c.Score.Defined() {
			value = v.Score(c)
		}
		part(v.NodeTitle(c), c.Weight, value)
	}
	for _, it := range n.OwnScored() {
		value := v.countsWith(it)
		if votes := v.Voted(it); len(votes) > 0 {
			value = v.Say("trace.votes", value, v.Join(votes))
		}
		part(v.QuestionTitle(it.Question), it.Question.Weight, value)
	}
	return item(title, rule, sub...)
}

// countsWith is the value that a question counts with, or why it does not count.
func (v *view) countsWith(it *assess.Item) string {
	if value, ok := v.Result.CountsWith(it).Get(); ok {
		return words.Exact(value)
	}
	return v.Say("trace." + string(it.Status))
}
