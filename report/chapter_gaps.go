package report

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// gaps are the dimensions and questions farthest below what is aimed at, with
// what to reach and what to bring.
func (v *view) gaps() Chapter {
	raise := v.Result.Raisable(mostQuestions)
	if len(raise.First) == 0 {
		return chapter("gaps", v.Say("gaps.heading"), paragraph(v.noneToRaise("gaps")))
	}
	blocks := append(v.soFar(), paragraph(v.Sentences(v.aimNote(), v.besidePlan(raise.First))))
	blocks = append(blocks, v.dimensionGaps()...)
	var items []Item
	last := ""
	for _, r := range raise.First {
		items = append(items, v.questionGap(r))
		last = v.Question(r.Item.Question)
	}
	blocks = append(blocks, heading(3, v.Say("gaps.questions")), v.numbered(items))
	if raise.Rest > 0 {
		said := v.Sentences(v.Count("gaps.rest", raise.Rest), v.Alike(last, raise.Alike))
		blocks = append(blocks, paragraph(said))
	}
	return chapter("gaps", v.Say("gaps.heading"), blocks...)
}

// aimNote says what gaps are measured to.
func (v *view) aimNote() string {
	aimed, all := 0, 0
	for _, d := range v.Result.Overall.Dimensions() {
		if d.Applicable {
			all++
		}
		if d.Applicable && d.Target.Defined() {
			aimed++
		}
	}
	switch aimed {
	case all:
		return v.Say("gaps.target")
	case 0:
		return v.Say("gaps.highest", v.Questionnaire.Highest())
	}
	return v.Say("gaps.mixed", v.Questionnaire.Highest())
}

// besidePlan says how the largest gaps differ from the plan; "" where there is none.
func (v *view) besidePlan(raise []assess.Raise) string {
	if !v.Result.Planned() {
		return ""
	}
	both := 0
	for _, r := range raise {
		if v.Result.Plan.Takes(r.Item.Question) {
			both++
		}
	}
	return v.Say("gaps.plan", v.aim(v.Result.Plan), both, len(raise))
}

// dimensionGaps are none where there is one dimension only.
func (v *view) dimensionGaps() []Block {
	gaps := v.Result.WidestGaps(mostDimensions)
	if len(v.Questionnaire.Dimensions()) == 1 || len(gaps.First) == 0 {
		return nil
	}
	var out []Item
	last := ""
	for _, g := range gaps.First {
		score, distance := v.Score(g.Dimension), words.Gap(g.Distance)
		said := v.Say("gaps.dimension", score, distance, v.Questionnaire.Highest())
		if target, ok := g.Dimension.Target.Get(); ok {
			said = v.Say("gaps.dimension.target", score, distance, words.Whole(target))
		}
		last = v.NodeTitle(g.Dimension)
		out = append(out, item(last, said))
	}
	return append([]Block{v.list(out)}, paragraphs(v.Alike(last, gaps.Alike))...)
}

// questionGap shows where a question stands, what comes next and what to bring.
func (v *view) questionGap(r assess.Raise) Item {
	qu := r.Item.Question
	away := v.Say("gaps.away", words.Gap(r.Distance))
	now := v.Say("gaps.now", words.Points(r.Item.Points.Value()), v.reached(r.Item))
	next := v.Say("gaps.next", words.Points(r.Next.Points()), v.raised(r))
	if qu.Level > 0 {
		o, _ := r.Item.Reached()
		away = v.Say("gaps.criterion", qu.Level)
		now, next = v.Say("gaps.criterion.now", v.quote(o.Text)), v.Say("gaps.criterion.next", v.quote(r.Next.Text))
	}
	sub := []string{now, next}
	if len(qu.Evidence) > 0 && !slices.Contains(v.raisedNext(), qu) { // else the next steps name it
		sub = append(sub, v.Say("gaps.evidence", v.documents(qu)))
	}
	return item(v.Question(qu), away, sub...)
}
