package report

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// waves are the plan step by step: in each wave the questions of a dimension that move alike
// stand together, and an answer that several of them come to is quoted once.
func (v *view) waves() Chapter {
	if !v.Result.Planned() {
		return Chapter{}
	}
	p := v.Result.Plan
	var blocks []Block
	if p.Answering {
		blocks = append(blocks, paragraph(v.Say("plan.open.first")), v.list(v.grouped(open)))
	}
	shown := v.raisedNext()
	for wave := 1; wave <= p.Waves(); wave++ {
		if p.Waves() > 1 {
			blocks = append(blocks, heading(3, v.Say("plan.wave", wave)))
		}
		var items []Item
		for _, g := range p.Groups(wave) {
			items = append(items, v.group(g, shown))
		}
		blocks = append(blocks, v.list(items))
	}
	return chapter("waves", v.Say("plan.steps.heading"), blocks...)
}

// group tells of moves that start and end alike. What is to be done stands with the next
// steps already where these have the question.
func (v *view) group(g assess.MoveGroup, shown []*assess.Question) Item {
	to := words.Points(g.To)
	said := v.Count("plan.open_to", len(g.Moves), to, g.Cost)
	if from, ok := g.From.Get(); ok {
		said = v.Count("plan.from_to", len(g.Moves), words.Points(from), to, g.Cost)
	} else if !slices.ContainsFunc(g.Moves, func(m assess.Move) bool { return v.waiting(m.Question) }) {
		said = v.Count("plan.to", len(g.Moves), to, g.Cost)
	}
	titles := map[string][]string{}
	var texts []string
	for _, m := range g.Moves {
		option, _ := m.Question.Option(m.To)
		then := v.next(m.Question, option, m.Tick)
		if value, ok := m.From.Get(); ok && !slices.Contains(shown, m.Question) {
			from, _ := m.Question.Option(value)
			for _, advice := range v.advice(from) {
				then = v.Sentences(then, advice)
			}
		}
		if titles[then] == nil {
			texts = append(texts, then)
		}
		titles[then] = append(titles[then], v.QuestionTitle(m.Question))
	}
	var sub []string
	for _, then := range texts {
		sub = append(sub, v.Say("lead", v.Enumerate(titles[then]), then))
	}
	return item(v.SectionTitle(g.Dimension), said, sub...)
}

// waiting reports whether a question is open.
func (v *view) waiting(qu *assess.Question) bool {
	return slices.ContainsFunc(v.Result.Overall.AllItems(), func(it *assess.Item) bool {
		return it.Question == qu && open(it)
	})
}
