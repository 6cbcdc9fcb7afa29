package words

import (
	"strconv"
	"strings"

	"bankmaturity/assess"
)

// What a trace says of a section and a question.

// Formula is a weighted mean written out.
func (t *Teller) Formula(n *assess.Node) string {
	var terms []string
	sum := 0.0
	add := func(weight float64, value assess.Number) {
		if x, ok := value.Get(); ok {
			terms = append(terms, t.Say("worked.term", Weight(weight), Exact(x)))
			sum += weight
		}
	}
	for _, c := range n.Sections {
		add(c.Weight, c.Score)
	}
	for _, it := range n.OwnScored() {
		add(it.Question.Weight, t.Result.CountsWith(it))
	}
	return t.Say("worked", strings.Join(terms, t.Say("worked.plus")), Weight(assess.Round(sum, 9)))
}

// Exact shows a number with as many decimals as the JSON result.
func Exact(v float64) string { return Weight(assess.Round(v, 6)) }

// HeldBack says why a dimension does not secure the level above its stage.
func (t *Teller) HeldBack(n *assess.Node) []string {
	lack, ok := t.Result.StageLack(n)
	if !ok {
		return nil
	}
	var out []string
	next := strconv.Itoa(lack.Level)
	if !lack.Enough {
		share, rule := t.Percent(lack.Share, true), t.Threshold(t.Questionnaire.Scoring.Stage.Share)
		out = append(out, t.Say("trace.share", next, share, rule))
	}
	if len(lack.Low) > 0 {
		var titles []string
		for _, it := range lack.Low {
			titles = append(titles, t.QuestionTitle(it.Question))
		}
		out = append(out, t.Say("trace.low", next, t.Join(titles)))
	}
	level, _ := t.Questionnaire.LevelAt(lack.Level)
	if score, ok := n.Score.Get(); ok && len(out) == 0 && score < level.Begins() {
		out = append(out, t.Say("trace.capped", next))
	}
	return out
}

// Voted lists the votes on a question, and whose each is.
func (t *Teller) Voted(it *assess.Item) []string {
	var out []string
	for _, s := range it.Said {
		if s.State == assess.Skipped {
			continue
		}
		for _, vote := range t.Labels.Votes(s.Answer) {
			who := t.User(t.Labels.Voice(vote.Voice))
			out = append(out, t.Say("trace.vote", who, t.Vote(it.Question, vote)))
		}
	}
	return out
}
