package report

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// roadmap is the cheapest plan to the next level at a glance: dimensions by waves.
func (v *view) roadmap() Chapter {
	p := v.Result.Plan
	if p == nil || !p.Target.Defined() { // at the top: the first page says so
		return Chapter{}
	}
	if v.Provisional() != "" {
		return v.later("roadmap", v.Say("plan.heading.later"))
	}
	return chapter("roadmap", v.Say("plan.heading", v.aim(p)), v.plan(p)...)
}

// aim names what a plan leads to.
func (v *view) aim(p *assess.Plan) string {
	if v.Questionnaire.Scoring.Stage != nil {
		return v.Say("plan.stage", words.Whole(p.Target.Value()))
	}
	return v.Say("plan.level", words.Whole(p.Target.Value()))
}

func (v *view) plan(p *assess.Plan) []Block {
	switch {
	case !p.Feasible && p.OutsideHolds():
		return []Block{paragraph(v.Say("plan.infeasible", v.aim(p)))}
	case !p.Feasible:
		return []Block{paragraph(v.Say("plan.infeasible.options", v.aim(p)))}
	case len(p.Moves) == 0:
		return []Block{paragraph(v.Say("plan.there", v.aim(p)))}
	}
	blocks := []Block{paragraph(v.planIntro(p)), v.grid(p)}
	return append(blocks, paragraphs(v.beyond(), v.planOpen(p))...)
}

func (v *view) planIntro(p *assess.Plan) string {
	said := v.Count("plan.intro", len(p.Moves), v.aim(p), p.Cost)
	least := v.Say("plan.least")
	if !p.Optimal {
		least = v.Say("plan.bound", p.Bound)
	}
	said = v.Sentences(said, least)
	if p.Waves() > 1 {
		said = v.Sentences(said, v.Say("plan.waves"))
	}
	return said
}

// planOpen says that answers may be enough, where they may.
func (v *view) planOpen(p *assess.Plan) string {
	if !p.Answering {
		return ""
	}
	return v.Say("plan.open", p.Start)
}

// beyond names the dimensions that the plan lifts beyond their own target.
func (v *view) beyond() string {
	titles := map[int][]string{}
	var targets []int
	for _, d := range v.Result.Beyond() {
		target := int(d.Target.Value())
		if titles[target] == nil {
			targets = append(targets, target)
		}
		titles[target] = append(titles[target], v.NodeTitle(d))
	}
	var said []string
	for _, target := range targets {
		said = append(said, v.Say("plan.beyond.target", v.Enumerate(titles[target]), target))
	}
	if len(said) == 0 {
		return ""
	}
	return v.Say("plan.beyond", v.Join(said))
}

// grid shows the number of steps of each dimension in each wave.
func (v *view) grid(p *assess.Plan) Block {
	columns := []Column{text(v.Say("column.dimension"))}
	for wave := 1; wave <= p.Waves(); wave++ {
		columns = append(columns, number(v.Say("plan.wave", wave)))
	}
	sums := make([]int, p.Waves())
	var rows []Row
	for _, r := range p.Grid() {
		cells := []string{v.SectionTitle(r.Dimension)}
		for i, n := range r.Steps {
			sums[i] += n
			cells = append(cells, v.orDash(n))
		}
		rows = append(rows, row(cells...))
	}
	if len(rows) > 1 {
		cells := []string{v.Say("plan.sum")}
		for _, n := range sums {
			cells = append(cells, strconv.Itoa(n))
		}
		rows = append(rows, section(0, true, cells...))
	}
	return table(columns, rows)
}

// orDash shows a number of steps, a dash for none.
func (v *view) orDash(n int) string {
	if n == 0 {
		return v.Say("dash")
	}
	return strconv.Itoa(n)
}
