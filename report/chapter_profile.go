package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// profile is the bars and the table of all sections.
func (v *view) profile() Chapter {
	var blocks []Block
	if all := v.dimensionBars(); len(all) > 0 && !v.inline { // the level chart says the same
		blocks = append(blocks, bars(all))
	}
	blocks = append(append(blocks, v.profileTable()), v.heat()...)
	for _, said := range []string{v.depthNote(), v.rangeNote(), v.bracketsNote(), v.weightsNote()} {
		if said != "" {
			blocks = append(blocks, paragraph(said))
		}
	}
	return chapter("profile", v.Say("profile.heading"), blocks...)
}

// profileTable shows the figures that this result has, for each section.
func (v *view) profileTable() Block {
	columns := []Column{text(v.Say("column.section"))}
	var shown []*words.Column
	for _, c := range words.Columns("weight,score,range,level,stage,evidenced,target,gap,coverage") {
		if c.Shown == nil || c.Shown(v.Teller, v.Result.Overall) {
			shown = append(shown, c)
			columns = append(columns, number(v.Say(c.Heading)))
			columns[len(columns)-1].Aside = c.Key == "weight" || c.Key == "evidenced"
		}
	}
	var rows []Row
	v.EachSection(func(n *assess.Node, title string, depth int) {
		if depth > v.opts.Depth {
			return
		}
		cells := []string{title}
		for _, c := range shown {
			cells = append(cells, c.Prose(v.Teller, n))
		}
		rows = append(rows, section(max(0, depth-1), !n.Dimension() && depth < v.opts.Depth, cells...))
	})
	return table(columns, rows)
}

// depthNote says how many sections the table leaves out.
func (v *view) depthNote() string {
	below := 0
	v.EachSection(func(_ *assess.Node, _ string, depth int) {
		if depth > v.opts.Depth {
			below++
		}
	})
	if below == 0 {
		return ""
	}
	return v.Count("profile.depth", below)
}

// rangeNote explains ranges where the table has any.
func (v *view) rangeNote() string {
	if !words.Some(v.Result.Overall, (*assess.Node).Ranged) {
		return ""
	}
	if v.Counts.Unagreed > 0 {
		return v.Say("profile.range.votes")
	}
	return v.Say("profile.range")
}

// bracketsNote explains brackets where the table has any.
func (v *view) bracketsNote() string {
	bracketed := func(n *assess.Node) bool { return !n.Sufficient && n.Score.Defined() }
	if !words.Some(v.Result.Overall, bracketed) {
		return ""
	}
	return v.Say("profile.brackets", v.Threshold(v.Questionnaire.Scoring.MinCoverage))
}
