package report

import "bankmaturity/assess"

// method says how the numbers are made: only the rules that this result used.
func (v *view) method() []block {
	var items []item
	for _, rule := range []func() []string{
		v.pointRules, v.sectionRules, v.missingRules, v.levelRules, v.stageRules, v.evidenceRules,
	} {
		for _, text := range rule() {
			items = append(items, item{text: text})
		}
	}
	return []block{heading{2, v.say("method.heading")}, list{items: items}}
}

func (v *view) pointRules() []string {
	out := []string{v.say("method.points", v.q.Lowest(), v.q.Highest())}
	if len(v.res.Responses) > 1 {
		out = append(out, v.say("method.several"))
	}
	if v.tally.disputed > 0 {
		out = append(out, v.say("method.votes"))
	}
	return out
}

// sectionRules say how scores are rolled up, and work one example.
func (v *view) sectionRules() []string {
	key := "method.mean"
	if v.weighted() {
		key = "method.weighted"
	}
	rest := v.by(assess.Min)
	gates := v.by(assess.Gate)
	if len(rest)+len(gates) > 0 {
		key += ".others"
	}
	out := []string{v.say(key)}
	if len(rest) > 0 {
		out = append(out, v.count("method.min", len(rest), v.list(v.titles(rest))))
	}
	if len(gates) > 0 {
		out = append(out, v.count("method.gate", len(gates), v.list(v.titles(gates))))
	}
	if worked := v.worked(); worked != "" {
		out = append(out, worked)
	}
	return out
}

// weighted reports whether any weights that a mean uses differ.
func (v *view) weighted() bool {
	if !v.alike(v.res.Overall) {
		return true
	}
	for _, d := range v.res.Overall.Dimensions() {
		for _, it := range d.Items {
			if d.Method == assess.Mean && it.Question.Weight != d.Items[0].Question.Weight {
				return true
			}
		}
	}
	return false
}

func (v *view) missingRules() []string {
	var out []string
	if v.tally.open() > 0 {
		key := "method.open.exclude"
		if v.q.Scoring.Unanswered == assess.Lowest {
			key = "method.open.lowest"
		}
		out = append(out, v.say(key))
	}
	lowest := 0
	for _, it := range v.res.Overall.AllItems() {
		lowest += one(it.Status == assess.NotApplicable && it.Question.Policy() == assess.Lowest)
	}
	switch {
	case v.tally.outside+v.tally.skipped > lowest && lowest > 0:
		out = append(out, v.say("method.outside.both", v.q.Lowest()))
	case lowest > 0:
		out = append(out, v.say("method.outside.lowest", v.q.Lowest()))
	case v.tally.outside+v.tally.skipped > 0:
		out = append(out, v.say("method.outside.exclude"))
	}
	return out
}

func (v *view) levelRules() []string {
	out := []string{v.say("method.coverage"), v.say("method.range")}
	level := v.say("method.level")
	if v.q.Scoring.MinCoverage > 0 {
		level = v.say("method.level.coverage", v.threshold(v.q.Scoring.MinCoverage))
	}
	return append(out, level, v.say("method.rounding"))
}

func (v *view) stageRules() []string {
	var out []string
	rule := v.q.Scoring.Stage
	switch {
	case rule == nil:
		return nil
	case rule.Slack == 0 || rule.Share >= 1:
		out = append(out, v.say("method.stage.all"))
	default:
		out = append(out, v.count("method.stage", rule.Slack, v.threshold(rule.Share)))
	}
	if gates := v.by(assess.Gate); len(gates) > 0 {
		out = append(out, v.say("method.stage.gate", v.list(v.titles(gates))))
	}
	return append(out, v.say("method.stage.whole"))
}

func (v *view) evidenceRules() []string {
	from := v.q.Scoring.EvidenceFrom
	if from == nil || v.tally.named == 0 {
		return nil
	}
	return []string{v.say("method.evidence", *from)}
}
