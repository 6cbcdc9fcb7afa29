package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// mostSteps is how many next steps the first page shows.
const mostSteps = 3

// steps are the first things to do.
func (v *view) steps() Chapter {
	steps := v.Result.NextSteps(mostSteps)
	var items []Item
	var raised []*assess.Question
	last := ""
	for _, s := range steps.First {
		items = append(items, item("", v.step(s)))
		if s.Kind == assess.RaiseStep {
			stands, _ := s.Raise.Item.Reached()
			items[len(items)-1].Sub = safe(v.advice(stands))
			raised = append(raised, s.Raise.Item.Question)
			last = v.Question(s.Raise.Item.Question)
		}
	}
	var blocks []Block
	if len(items) == 0 || len(v.Result.Raisable(1).First) == 0 && v.Counts.Valued > 0 {
		blocks = append(blocks, paragraph(v.noneToRaise("steps")))
	}
	if len(items) > 0 {
		blocks = append(blocks, v.numbered(items))
	}
	blocks = append(blocks, paragraphs(v.Alike(last, steps.Alike))...)
	return chapter("steps", v.Say("steps.heading"), append(blocks, v.readMore(raised)...)...)
}

func (v *view) step(s assess.NextStep) string {
	switch s.Kind {
	case assess.AnswerStep:
		return v.answerStep()
	case assess.AgreeStep:
		return v.Count("step.agree", v.Counts.Unagreed)
	case assess.ProveStep:
		return v.Count("step.evidence", v.Counts.Unproven, *v.Questionnaire.Scoring.EvidenceFrom)
	}
	return v.raiseStep(s.Raise)
}

func (v *view) raiseStep(r assess.Raise) string {
	qu := r.Item.Question
	if qu.Level > 0 {
		return v.Say("step.criterion", v.Question(qu), qu.Level, v.quote(r.Next.Text))
	}
	from, to := words.Points(r.Item.Points.Value()), words.Points(r.Next.Points())
	return v.Say("step.raise", v.Question(qu), from, to, v.raised(r))
}

// answerStep asks for what is open and says what waits for it.
func (v *view) answerStep() string {
	open, root := v.Counts.Unvoted(), v.Result.Overall
	switch {
	case !root.Score.Defined():
		return v.Count("step.answer.score", open)
	case !root.Sufficient:
		return v.Count("step.answer.level", open)
	case v.Shown(root.Low.Value()) == v.Shown(root.High.Value()):
		return v.Count("step.answer.rest", open)
	}
	return v.Count("step.answer", open)
}
