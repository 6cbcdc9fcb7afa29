package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// Each fact is a line of the first page, "" where a result has nothing to say of it.

func (v *view) scoreFact() string {
	root := v.Result.Overall
	switch {
	case !root.Applicable:
		return v.Say("fact.score.not_applicable")
	case !root.Score.Defined():
		return v.Say("fact.score.none")
	}
	lowest, highest := v.scaleEnd(v.Questionnaire.Lowest()), v.scaleEnd(v.Questionnaire.Highest())
	return v.Say("fact.score", v.Score(root), lowest, highest)
}

// scaleEnd names an end of the level scale, "1 (Ad hoc)".
func (v *view) scaleEnd(level int) string {
	l, _ := v.Questionnaire.LevelAt(level)
	return v.Say("scale.end", level, v.Text(l.Name))
}

func (v *view) rangeFact() string {
	root := v.Result.Overall
	low, high := v.Shown(root.Low.Value()), v.Shown(root.High.Value())
	switch open := v.Counts.Open(); {
	case !root.Applicable:
		return ""
	case open == 0:
		return v.Say("fact.range.closed", low)
	case low == high:
		return v.Count("fact.range.still", open, low)
	default:
		return v.Count("fact.range", open, low, high)
	}
}

func (v *view) levelFact() string {
	root := v.Result.Overall
	level, ok := root.Level.Get()
	switch {
	case !root.Applicable:
		return ""
	case !root.Score.Defined():
		return v.Say("fact.level.none")
	case !ok:
		return v.Say("fact.level.insufficient", v.Threshold(v.Questionnaire.Scoring.MinCoverage))
	}
	return v.levelMeaning(level)
}

// levelMeaning names a level and says what it means, where the questionnaire does.
func (v *view) levelMeaning(level float64) string {
	l, _ := v.Questionnaire.LevelAt(int(level))
	if len(l.Meaning) == 0 {
		return v.Say("fact.level", v.Level(level))
	}
	return v.Say("fact.level.meaning", v.Level(level), v.Text(l.Meaning))
}

func (v *view) stageFact() string {
	stage, ok := v.Result.Overall.Stage.Get()
	if !ok {
		return ""
	}
	said := v.Say("fact.stage", v.Level(stage))
	if !v.Result.Overall.Level.Defined() { // then the headline does not say what binds
		said = v.Say("fact.stage.binds", v.Level(stage), v.Binds())
	}
	for _, d := range v.Result.Binding() {
		if assess.CountItems(d.Items).Open() > 0 {
			return v.Sentences(said, v.Say("fact.stage.open"))
		}
	}
	return said
}

func (v *view) coverageFact() string {
	c, ok := v.Result.Overall.Coverage.Get()
	if !ok {
		return ""
	}
	open := v.Counts.Open() > 0
	shown, key := v.Percent(c, open), "fact.coverage"
	if shown != v.Percent(float64(v.Counts.Answered)/float64(v.Counts.Counting), open) {
		key = "fact.coverage.weighted"
	}
	return v.Count(key, v.Counts.Counting, shown, v.Counts.Answered)
}

// agreedFact warns of votes that count without an agreed value.
func (v *view) agreedFact() string {
	if v.Counts.Disputed == 0 {
		return ""
	}
	return v.Count("fact.agreed", v.Counts.Disputed)
}

func (v *view) targetFact() string {
	root := v.Result.Overall
	target, ok := root.Target.Get()
	distance, scored := root.Gap.Get()
	switch {
	case !ok:
		return ""
	case !scored:
		return v.Say("fact.target.none", v.Level(target))
	case distance <= assess.Tolerance && root.Sufficient:
		return v.Say("fact.target.reached", v.Level(target))
	case distance <= assess.Tolerance:
		return v.Say("fact.target.so_far", v.Level(target))
	}
	return v.Say("fact.target", v.Level(target), v.Bracketed(root, words.Gap(distance)))
}

func (v *view) evidencedFact() string {
	e, ok := v.Result.Overall.Evidenced.Get()
	switch {
	case !ok:
		return ""
	case v.Counts.Documented == 0:
		return v.Say("fact.evidenced.none")
	}
	shown := v.Bracketed(v.Result.Overall, v.Shown(e))
	from := *v.Questionnaire.Scoring.EvidenceFrom
	if v.Counts.Unproven == 0 {
		return v.Say("fact.evidenced.all", shown, from)
	}
	return v.Count("fact.evidenced", v.Counts.Unproven, shown, from)
}
