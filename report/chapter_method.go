package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// method says how the numbers are made: only the rules that this result used.
func (v *view) method() Chapter {
	var items []Item
	for _, rule := range []func() []string{
		v.pointRules, v.sectionRules, v.missingRules, v.levelRules, v.stageRules, v.evidenceRules, v.listRules,
	} {
		for _, said := range rule() {
			items = append(items, item("", said))
		}
	}
	return chapter("method", v.Say("method.heading"), v.list(items))
}

// listRules say what a list shows of those that stand alike.
func (v *view) listRules() []string { return []string{v.Say("method.alike")} }

func (v *view) pointRules() []string {
	out := []string{v.Say("method.points", v.Questionnaire.Lowest(), v.Questionnaire.Highest())}
	if v.Questionnaire.Scoring.Points == assess.Values {
		out[0] = v.Say("method.points.values")
	}
	if len(v.Result.Responses) > 1 {
		out = append(out, v.Say("method.several"))
	}
	if v.Counts.Unagreed > 0 {
		out = append(out, v.Say("method.votes"))
	}
	return out
}

// sectionRules say how scores are rolled up, and work one example.
func (v *view) sectionRules() []string {
	key := "method.mean"
	if v.weighted() {
		key = "method.weighted"
	}
	weakest := v.scoredBy(assess.Min)
	gates := v.scoredBy(assess.Gate)
	if len(weakest)+len(gates) > 0 {
		key += ".others"
	}
	out := []string{v.Say(key)}
	if len(weakest) > 0 {
		out = append(out, v.Count("method.min", len(weakest), v.Enumerate(v.Titles(weakest))))
	}
	if len(gates) > 0 {
		out = append(out, v.Count("method.gate", len(gates), v.Enumerate(v.Titles(gates))))
	}
	if worked := v.worked(); worked != "" {
		out = append(out, worked)
	}
	return out
}

// weighted reports whether any weights that a mean uses differ.
func (v *view) weighted() bool {
	if !words.Alike(v.Result.Overall) {
		return true
	}
	for _, d := range v.Result.Overall.Dimensions() {
		scored := d.Scored()
		for _, it := range scored {
			if d.Method == assess.Mean && it.Question.Weight != scored[0].Question.Weight {
				return true
			}
		}
	}
	return false
}

func (v *view) missingRules() []string {
	var out []string
	if v.Counts.Open() > 0 {
		key := "method.open.exclude"
		if v.Questionnaire.Scoring.Unanswered == assess.Lowest {
			key = "method.open.lowest"
		}
		out = append(out, v.Say(key))
	}
	lowest := 0 // questions that do not apply and count at the lowest level
	for _, it := range v.Result.Overall.AllItems() {
		if it.Status == assess.NotApplicable && it.Question.Policy() == assess.Lowest {
			lowest++
		}
	}
	outside := v.Counts.NotApplicable + v.Counts.Skipped
	switch {
	case outside > lowest && lowest > 0:
		out = append(out, v.Say("method.outside.both", v.Questionnaire.Lowest()))
	case lowest > 0:
		out = append(out, v.Say("method.outside.lowest", v.Questionnaire.Lowest()))
	case outside > 0:
		out = append(out, v.Say("method.outside.exclude"))
	}
	return out
}

func (v *view) levelRules() []string {
	out := []string{v.Say("method.coverage"), v.rangeRule()}
	level := v.Say("method.level")
	if v.Questionnaire.Scoring.MinCoverage > 0 {
		level = v.Say("method.level.coverage", v.Threshold(v.Questionnaire.Scoring.MinCoverage))
	}
	out = append(out, level)
	for _, l := range v.Questionnaire.Levels {
		if l.Begins() != float64(l.Level) {
			out = append(out, v.Say("method.begins", v.Level(float64(l.Level)), words.Weight(l.Begins())))
		}
	}
	return append(out, v.Say("method.rounding"))
}

// rangeRule says what the range is taken over, and where it may be wider than that.
func (v *view) rangeRule() string {
	said := v.Say("method.range")
	if v.Counts.Unagreed > 0 {
		said = v.Sentences(said, v.Say("method.range.votes"))
	}
	var outer []string
	v.EachSection(func(n *assess.Node, title string, _ int) {
		if n.Outer {
			outer = append(outer, title)
		}
	})
	if len(outer) > 0 {
		said = v.Sentences(said, v.Say("method.range.outer", v.Enumerate(outer)))
	}
	return said
}

func (v *view) stageRules() []string {
	var out []string
	rule := v.Questionnaire.Scoring.Stage
	switch {
	case rule == nil:
		return nil
	case rule.Slack == 0 || rule.Share >= 1:
		out = append(out, v.Say("method.stage.all"))
	default:
		out = append(out, v.Count("method.stage", rule.Slack, v.Threshold(rule.Share)))
	}
	if gates := v.scoredBy(assess.Gate); len(gates) > 0 {
		out = append(out, v.Say("method.stage.gate", v.Enumerate(v.Titles(gates))))
	}
	return append(out, v.Say("method.stage.whole"))
}

func (v *view) evidenceRules() []string {
	from := v.Questionnaire.Scoring.EvidenceFrom
	if from == nil || v.Counts.Documented == 0 {
		return nil
	}
	return []string{v.Say("method.evidence", *from)}
}
