package report

import "bankmaturity/assess"

// tags is the second view that a questionnaire's tags give: a line for each.
func (v *view) tags() Chapter {
	if len(v.Result.Tags) == 0 {
		return Chapter{}
	}
	var rows []Row
	means := true
	for _, t := range v.Result.Tags {
		rows = append(rows, v.tag(t))
		means = means && t.Mean
	}
	blocks := append(v.soFar(), paragraph(v.Say("tags.intro")), table([]Column{
		text(v.Say("column.tag")), number(v.Say("column.score")), number(v.Say("column.range")),
		number(v.Say("column.coverage")),
	}, rows))
	if !means {
		blocks = append(blocks, paragraph(v.Say("tags.means")))
	}
	return chapter("tags", v.Say("tags.heading"), blocks...)
}

// tag is the row of a tag. As in the profile, brackets say that too little is answered.
func (v *view) tag(t assess.TagScore) Row {
	score, span := v.Say("tags.none"), v.Say("dash")
	if s, ok := t.Score.Get(); ok {
		score = v.Shown(s)
		if t.Coverage.Value() < v.Questionnaire.Scoring.MinCoverage-assess.Tolerance {
			score = v.Say("bracketed", score)
		}
	}
	if low, ok := t.Low.Get(); ok {
		span = v.Span(low, t.High.Value())
	}
	coverage := v.Number(t.Coverage, func(c float64) string { return v.Percent(c, c < 1-assess.Tolerance) })
	return row(v.Text(t.Tag.Text), score, span, coverage)
}
