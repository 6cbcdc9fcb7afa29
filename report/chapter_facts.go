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
	if v.Numbered(l) {
		return words.Whole(float64(level))
	}
	return v.Say("scale.end", level, v.Text(l.Name))
}

func (v *view) rangeFact() string {
	root := v.Result.Overall
	low, high := v.Shown(root.Low.Value()), v.Shown(root.High.Value())
	open := v.Counts.Open()
	switch {
	case !root.Applicable:
		return ""
	case v.Counts.Unagreed > 0:
		return v.voteRange(low, high)
	case open == 0:
		return v.Say("fact.range.closed", low)
	case low == high:
		return v.Count("fact.range.still", open, low)
	default:
		return v.Count("fact.range", open, low, high)
	}
}

// voteRange says on what the range rests where votes are not agreed.
func (v *view) voteRange(low, high string) string {
	said := v.Count("fact.range.votes", v.Counts.Unagreed, low, high)
	if low == high {
		said = v.Say("fact.range.votes.still", low)
	}
	if open := v.Counts.Unvoted(); open > 0 {
		return v.Sentences(said, v.Count("fact.range.votes.open", open))
	}
	return said
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
	return v.byVotes(v.levelMeaning(level))
}

// byVotes marks what is told by votes that are not agreed.
func (v *view) byVotes(said string) string {
	if v.Counts.Unagreed == 0 {
		return said
	}
	return v.Say("fact.votes", said)
}

// levelMeaning names a level and says what it means, where the questionnaire does.
func (v *view) levelMeaning(level float64) string {
	l, _ := v.Questionnaire.LevelAt(int(level))
	if len(l.Meaning) == 0 || v.Text(l.Meaning) == v.Text(l.Name) {
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
	said = v.byVotes(said)
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
	open, votes := v.Counts.Open() > 0, v.Counts.Unagreed > 0
	shown := v.Percent(c, open)
	weighted := shown != v.Percent(float64(v.Counts.Answered)/float64(v.Counts.Counting), open)
	key := "fact.coverage"
	switch {
	case votes && weighted:
		key = "fact.coverage.weighted.votes"
	case votes:
		key = "fact.coverage.votes"
	case weighted:
		key = "fact.coverage.weighted"
	}
	return v.Count(key, v.Counts.Counting, shown, v.Counts.Answered)
}

// agreedFact says how votes count that are not agreed.
func (v *view) agreedFact() string {
	if v.Counts.Unagreed == 0 {
		return ""
	}
	return v.Count("fact.agreed", v.Counts.Unagreed)
}

// warningsFact says that there are warnings, which stand with the provenance.
func (v *view) warningsFact() string {
	if len(v.Result.Warnings) == 0 {
		return ""
	}
	return v.Count("fact.warnings", len(v.Result.Warnings))
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
	case distance <= assess.Tolerance && root.Sufficient && v.Counts.Unagreed == 0:
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
