package report

import "bankmaturity/assess"

// Facts are the lines of the first page; "" where a result has nothing to say.

func (v *view) scoreFact() string {
	root := v.res.Overall
	switch {
	case !root.Applicable:
		return v.say("fact.score.not_applicable")
	case !root.Score.Defined():
		return v.say("fact.score.none")
	}
	return v.say("fact.score", v.score(root), v.end(v.q.Lowest()), v.end(v.q.Highest()))
}

// end names an end of the level scale, "1 (Ad hoc)".
func (v *view) end(level int) string {
	l, _ := v.q.LevelAt(level)
	return v.say("scale.end", level, v.text(l.Name))
}

func (v *view) rangeFact() string {
	root := v.res.Overall
	switch open := v.tally.open(); {
	case !root.Applicable:
		return ""
	case open == 0:
		return v.say("fact.range.closed", assess.Shown(root.Low.Value()))
	case assess.Shown(root.Low.Value()) == assess.Shown(root.High.Value()):
		return v.count("fact.range.still", open, assess.Shown(root.Low.Value()))
	default:
		return v.count("fact.range", open, assess.Shown(root.Low.Value()), assess.Shown(root.High.Value()))
	}
}

func (v *view) levelFact() string {
	root := v.res.Overall
	level, ok := root.Level.Get()
	switch {
	case !root.Applicable:
		return ""
	case !root.Score.Defined():
		return v.say("fact.level.none")
	case !ok:
		return v.say("fact.level.insufficient", v.threshold(v.q.Scoring.MinCoverage))
	}
	return v.meant(level)
}

// meant names a level and says what it means, where the questionnaire does.
func (v *view) meant(level float64) string {
	l, _ := v.q.LevelAt(int(level))
	if len(l.Meaning) == 0 {
		return v.say("fact.level", v.level(level))
	}
	return v.say("fact.level.meaning", v.level(level), v.text(l.Meaning))
}

func (v *view) stageFact() string {
	stage, ok := v.res.Overall.Stage.Get()
	if !ok {
		return ""
	}
	text := v.say("fact.stage", v.level(stage))
	if !v.res.Overall.Level.Defined() { // then the headline does not say what binds
		text = v.say("fact.stage.binds", v.level(stage), v.binds())
	}
	for _, d := range v.res.Binding() {
		if count(d.Items).open() > 0 {
			return v.say("sentences", text, v.say("fact.stage.open"))
		}
	}
	return text
}

func (v *view) coverageFact() string {
	c, ok := v.res.Overall.Coverage.Get()
	if !ok {
		return ""
	}
	open := v.tally.open() > 0
	shown, key := v.percent(c, open), "fact.coverage"
	if shown != v.percent(float64(v.tally.answered)/float64(v.tally.counts), open) {
		key = "fact.coverage.weighted"
	}
	return v.count(key, v.tally.counts, shown, v.tally.answered)
}

// agreedFact warns of votes that count without an agreed value.
func (v *view) agreedFact() string {
	if v.tally.disputed == 0 {
		return ""
	}
	return v.count("fact.agreed", v.tally.disputed)
}

func (v *view) targetFact() string {
	root := v.res.Overall
	target, ok := root.Target.Get()
	distance, scored := root.Gap.Get()
	switch {
	case !ok:
		return ""
	case !scored:
		return v.say("fact.target.none", v.level(target))
	case distance <= assess.Tolerance && root.Sufficient:
		return v.say("fact.target.reached", v.level(target))
	case distance <= assess.Tolerance:
		return v.say("fact.target.so_far", v.level(target))
	}
	return v.say("fact.target", v.level(target), v.bracketed(root, gap(distance)))
}

func (v *view) evidencedFact() string {
	e, ok := v.res.Overall.Evidenced.Get()
	switch {
	case !ok:
		return ""
	case v.tally.named == 0:
		return v.say("fact.evidenced.none")
	}
	shown := v.bracketed(v.res.Overall, assess.Shown(e))
	from := *v.q.Scoring.EvidenceFrom
	if v.tally.unproven == 0 {
		return v.say("fact.evidenced.all", shown, from)
	}
	return v.count("fact.evidenced", v.tally.unproven, shown, from)
}
