package report

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// roadmap is the cheapest plan to the next level, wave by wave.
func (v *view) roadmap() Chapter {
	p := v.Result.Plan
	if p == nil || !p.Target.Defined() { // at the top: the next steps say so
		return Chapter{}
	}
	if v.Provisional() != "" {
		return v.later("roadmap", v.Say("plan.heading.later"))
	}
	aim := v.Say("plan.level", words.Whole(p.Target.Value()))
	if v.Questionnaire.Scoring.Stage != nil {
		aim = v.Say("plan.stage", words.Whole(p.Target.Value()))
	}
	var blocks []Block
	if p.Answering && len(p.Moves) > 0 {
		blocks = append(blocks, paragraph(v.Say("plan.open", p.Start)), v.list(v.grouped(open)))
	}
	return chapter("roadmap", v.Say("plan.heading", aim), append(blocks, v.plan(p, aim)...)...)
}

func (v *view) plan(p *assess.Plan, aim string) []Block {
	switch {
	case !p.Feasible:
		if !p.OutsideHolds() {
			return []Block{paragraph(v.Say("plan.infeasible.options", aim))}
		}
		return []Block{paragraph(v.Say("plan.infeasible", aim))}
	case len(p.Moves) == 0:
		return []Block{paragraph(v.Say("plan.there", aim))}
	}
	blocks := []Block{paragraph(v.planIntro(p, aim)), v.waves(p)}
	for wave := 1; wave <= lastWave(p); wave++ {
		blocks = append(blocks, heading(3, v.Say("plan.wave", wave)), v.list(v.wave(p, wave)))
	}
	return blocks
}

// lastWave is the number of waves of a plan that has moves.
func lastWave(p *assess.Plan) int { return p.Moves[len(p.Moves)-1].Wave }

func (v *view) planIntro(p *assess.Plan, aim string) string {
	said := v.Count("plan.intro", len(p.Moves), aim, p.Cost)
	proof := v.Say("plan.proven")
	if !p.Optimal {
		proof = v.Say("plan.bound", p.Bound)
	}
	return v.Sentences(v.Sentences(said, proof), v.Say("plan.gaps"))
}

// wave lists the moves of a wave.
func (v *view) wave(p *assess.Plan, wave int) []Item {
	waiting := map[*assess.Question]bool{}
	for _, it := range v.Result.Overall.AllItems() {
		waiting[it.Question] = open(it)
	}
	var items []Item
	for _, m := range p.Moves {
		if m.Wave != wave {
			continue
		}
		option, _ := m.Question.Option(m.To)
		to := words.Points(option.Points())
		var from assess.Option // none where the question is open
		said := v.Say("plan.to", to, m.Cost)
		if waiting[m.Question] {
			said = v.Say("plan.open_to", to, m.Cost)
		}
		if value, ok := m.From.Get(); ok {
			from, _ = m.Question.Option(value)
			said = v.Say("plan.from_to", words.Points(from.Points()), to, m.Cost)
		}
		sub := append([]string{v.next(m.Question, option, m.Tick)}, v.advice(from)...)
		items = append(items, item(v.Question(m.Question), said, sub...))
	}
	return items
}

// waves are the plan at a glance.
func (v *view) waves(p *assess.Plan) Block {
	out := Block{Kind: "waves"}
	for wave := 1; wave <= lastWave(p); wave++ {
		steps, effort := 0, 0
		var titles []string
		for _, m := range p.Moves {
			if m.Wave != wave {
				continue
			}
			steps++
			effort += m.Cost
			if title := v.SectionTitle(m.Question.Section()); !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
		}
		out.Items = append(out.Items, Item{
			Lead: Safe(v.Say("plan.wave", wave)), Sep: v.separator(),
			Text: Safe(v.Count("plan.wave.sum", steps, effort)), Sub: safe(titles),
		})
	}
	return out
}
