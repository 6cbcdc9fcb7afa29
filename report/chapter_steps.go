package report

import (
	"bankmaturity/assess"
)

// mostSteps is how many next steps the first page shows.
const mostSteps = 7

// steps are the first things to do, with what the bank decided about them and room for the
// rest, and the three figures that go with them.
func (v *view) steps() Chapter {
	steps := v.Result.NextSteps(mostSteps)
	var blocks []Block
	raisable := v.Result.Planned() || v.Counts.Valued == 0 || len(v.Result.Raisable(1).First) > 0
	if len(steps.First) == 0 || !raisable {
		blocks = append(blocks, paragraph(v.noneToRaise("steps")))
	}
	if len(steps.First) > 0 {
		blocks = append(blocks, v.stepTable(steps.First))
		blocks = append(blocks, paragraphs(v.CountedAlready(assess.Raised(steps.First)))...)
	}
	last := ""
	if n := len(steps.First); n > 0 && steps.First[n-1].Kind == assess.RaiseStep {
		last = v.Question(steps.First[n-1].Raise.Item.Question)
	}
	if steps.Rest > 0 {
		said := v.Sentences(v.MoreSteps(steps.Rest), v.Alike(last, steps.Alike))
		blocks = append(blocks, paragraph(said))
	}
	return chapter("steps", v.Say("steps.heading"), append(blocks, v.tiles()...)...)
}

// stepTable shows steps with what must then be true, what shows it, who does it and until when.
func (v *view) stepTable(steps []assess.NextStep) Block {
	columns := []Column{text(v.Say("column.step"))}
	for _, key := range []string{"column.true", "column.shows", "column.owner", "column.due"} {
		columns = append(columns, text(v.Say(key)))
	}
	var rows []Row
	for _, s := range steps {
		rows = append(rows, row(v.step(s)...))
	}
	return table(columns, rows)
}

// step are the cells of a step.
func (v *view) step(s assess.NextStep) []string {
	blank := v.Say("blank")
	said := ""
	switch s.Kind {
	case assess.AnswerStep:
		said = v.answerStep()
	case assess.AgreeStep:
		said = v.Count("step.agree", v.Counts.Unagreed)
	case assess.ProveStep:
		said = v.Count("step.evidence", v.Counts.Unproven, *v.Questionnaire.Scoring.EvidenceFrom)
	default:
		return v.raiseStep(s.Raise)
	}
	return []string{said, v.Say("dash"), v.Say("dash"), blank, blank}
}

// raiseStep are the cells of a question to raise: the next answer, what to do for who stands
// below it, the documents asked for.
func (v *view) raiseStep(r assess.Raise) []string {
	qu := r.Item.Question
	then := v.raised(r)
	if qu.Level > 0 {
		then = v.Say("step.criterion", qu.Level, then)
	}
	if stands, ok := r.Item.Reached(); ok {
		for _, advice := range v.advice(stands) {
			then = v.Sentences(then, advice)
		}
	}
	documents := v.documents(qu)
	if documents == "" {
		documents = v.Say("dash")
	}
	owner, due := v.Say("blank"), v.Say("blank")
	if actions := v.Result.ActionsOn(qu); len(actions) > 0 {
		if actions[0].Owner != "" {
			owner = v.owner(actions[0])
		}
		if actions[0].Due != "" {
			due = v.Date(actions[0].Due)
		}
	}
	return []string{v.Question(qu), then, documents, owner, due}
}

// owner is who does something that somebody was named for: the name where names are shown.
func (v *view) owner(a assess.Action) string {
	if v.opts.Names {
		return v.User(a.Owner)
	}
	return v.Say("owner.named")
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

// tiles are the three figures of the first page: score, stage, target.
func (v *view) tiles() []Block {
	root := v.Result.Overall
	if !root.Score.Defined() {
		return nil
	}
	out := Block{Kind: "tiles"}
	add := func(lead, text string) {
		it := item(lead, text)
		it.Sep = v.separator()
		out.Items = append(out.Items, it)
	}
	score := v.Score(root)
	if root.Ranged() && root.Sufficient { // else the first sentence says the range
		score = v.Say("tile.range", score, v.Range(root))
	}
	add(v.Say("tile.score", v.Questionnaire.Lowest(), v.Questionnaire.Highest()), score)
	if root.Stage.Defined() && root.Sufficient {
		add(v.Say("front.stage"), v.Level(root.Stage.Value()))
	} else if root.Level.Defined() {
		add(v.Say("front.level"), v.Level(root.Level.Value()))
	}
	if root.Target.Defined() {
		add(v.Say("front.target"), v.Level(root.Target.Value()))
	}
	return []Block{out}
}

// raisedNext are the questions among the next steps.
func (v *view) raisedNext() []*assess.Question {
	var out []*assess.Question
	for _, it := range assess.Raised(v.Result.NextSteps(mostSteps).First) {
		out = append(out, it.Question)
	}
	return out
}

// moreToRead says where to read on about the next steps.
func (v *view) moreToRead() Chapter {
	items := v.readMore(v.raisedNext())
	if len(items) == 0 {
		return Chapter{}
	}
	return chapter("references", v.Say("more.heading"), v.list(items))
}
