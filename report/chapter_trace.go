package report

import (
	"strconv"
	"strings"

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
		rule = v.Say("trace."+string(n.Method), exact(score), v.formula(n))
	}
	var sub []string
	if stage, ok := n.Stage.Get(); ok {
		sub = append(append(sub, v.Say("trace.stage", words.Whole(stage))), v.heldBack(n)...)
	}
	part := func(title string, weight float64, value string) {
		sub = append(sub, v.Say("trace.part", title, words.Weight(weight), value))
	}
	for _, c := range n.Sections {
		if c.Recorded() {
			continue
		}
		value := v.Number(c.Score, exact)
		if !c.Score.Defined() {
			value = v.Score(c)
		}
		part(v.NodeTitle(c), c.Weight, value)
	}
	for _, it := range n.Scored() {
		value := v.countsWith(it)
		if votes := v.voted(it); len(votes) > 0 {
			value = v.Say("trace.votes", value, v.Join(votes))
		}
		part(v.QuestionTitle(it.Question), it.Question.Weight, value)
	}
	return item(title, rule, sub...)
}

// voted lists the votes on a question, and whose each is.
func (v *view) voted(it *assess.Item) []string {
	var out []string
	for _, s := range it.Said {
		if s.State == assess.Skipped {
			continue
		}
		for _, vote := range v.Labels.Votes(s.Answer) {
			who := v.User(v.Labels.Voice(vote.Voice))
			out = append(out, v.Say("trace.vote", who, v.Vote(it.Question, vote)))
		}
	}
	return out
}

// countsWith is the value that a question counts with, or why it does not count.
func (v *view) countsWith(it *assess.Item) string {
	if value, ok := v.Result.CountsWith(it).Get(); ok {
		return exact(value)
	}
	return v.Say("trace." + string(it.Status))
}

// formula is a weighted mean written out.
func (v *view) formula(n *assess.Node) string {
	var terms []string
	sum := 0.0
	add := func(weight float64, value assess.Number) {
		if x, ok := value.Get(); ok {
			terms = append(terms, v.Say("worked.term", words.Weight(weight), exact(x)))
			sum += weight
		}
	}
	for _, c := range n.Sections {
		add(c.Weight, c.Score)
	}
	for _, it := range n.Scored() {
		add(it.Question.Weight, v.Result.CountsWith(it))
	}
	return v.Say("worked", strings.Join(terms, v.Say("worked.plus")), words.Weight(assess.Round(sum, 9)))
}

// exact shows a number with as many decimals as the JSON result.
func exact(v float64) string { return words.Weight(assess.Round(v, 6)) }

// heldBack says why a dimension does not secure the level above its stage.
func (v *view) heldBack(n *assess.Node) []string {
	lack, ok := v.Result.StageLack(n)
	if !ok {
		return nil
	}
	var out []string
	next := strconv.Itoa(lack.Level)
	if !lack.Enough {
		share, rule := v.Percent(lack.Share, true), v.Threshold(v.Questionnaire.Scoring.Stage.Share)
		out = append(out, v.Say("trace.share", next, share, rule))
	}
	if len(lack.Low) > 0 {
		var titles []string
		for _, it := range lack.Low {
			titles = append(titles, v.QuestionTitle(it.Question))
		}
		out = append(out, v.Say("trace.low", next, v.Join(titles)))
	}
	level, _ := v.Questionnaire.LevelAt(lack.Level)
	if score, ok := n.Score.Get(); ok && len(out) == 0 && score < level.Begins() {
		out = append(out, v.Say("trace.capped", next))
	}
	return out
}
