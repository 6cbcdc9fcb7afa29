package data

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// ComparisonXLSX writes a comparison as a workbook: what changed with a chart, the sections,
// the questions that moved, and those answered on one side only.
func ComparisonXLSX(c *assess.Comparison, opts Options) ([]byte, error) {
	return writeBook(c.After, opts, func(b *book) {
		b.changeSheet(c)
		b.changedSections(c)
		b.movedSheet(c)
		b.scopeSheet(c)
	})
}

// signed is the format of a change.
const signed = "+0.00;\"\u2212\"0.00;0.00"

// changed are the cells of a change.
func (b *book) changed(title string, c assess.Change) []cell {
	return []cell{
		text(title), b.score(c.Before, false), b.score(c.After, false), figure(c.Delta(), signed),
	}
}

// changedSections lists all sections in the questionnaire's order, like for like.
func (b *book) changedSections(c *assess.Comparison) {
	t := grid{
		name: "sheet.sections", lead: []string{b.Say("compare.like.only")}, frozen: 1,
		columns: append(b.changeColumns("column.section"), column{"id", 26}),
	}
	depths := map[string]int{}
	b.EachSection(func(n *assess.Node, _ string, depth int) { depths[n.ID] = depth })
	for _, s := range c.Sections {
		row := append(b.changed("", s), indented(b.User(s.ID), 1))
		row[0] = indented(titled(c, s.ID, b.Words), max(0, depths[s.ID]-1))
		t.rows = append(t.rows, row)
	}
	b.sheet(t)
}

// movedSheet lists the questions that moved, what fell most first. None where none did.
func (b *book) movedSheet(c *assess.Comparison) {
	if len(c.Moved) == 0 {
		return
	}
	t := grid{name: "sheet.moved", frozen: 2, columns: append(
		[]column{{b.Say("column.dimension"), 26}}, append(b.changeColumns("column.question"), column{"id", 26})...)}
	for _, m := range assess.FallenFirst(c.Moved) {
		row := append([]cell{text(b.within(c, m.ID))}, b.changed(titled(c, m.ID, b.Words), m)...)
		t.rows = append(t.rows, append(row, indented(b.User(m.ID), 1)))
	}
	b.sheet(t)
}

// scopeSheet lists the questions that were answered on one side only. None where none was.
func (b *book) scopeSheet(c *assess.Comparison) {
	t := grid{name: "sheet.scope", frozen: 2, columns: []column{
		{b.Say("column.what"), 22}, {b.Say("column.dimension"), 26}, {b.Say("column.question"), 44},
		{b.Say("column.points"), 10}, {"id", 26},
	}}
	add := func(key string, ids []string, points map[string]assess.Number) {
		for _, id := range ids {
			t.rows = append(t.rows, []cell{
				text(b.Say(key)), text(b.within(c, id)), text(titled(c, id, b.Words)),
				figure(points[id], twoDecimals), indented(b.User(id), 1),
			})
		}
	}
	add("change.entered", c.Entered, pointsOf(c.After))
	add("change.left", c.Missing(), pointsOf(c.Before))
	add("change.outside", c.Outside, pointsOf(c.Before))
	if len(t.rows) > 0 {
		b.sheet(t)
	}
}

// titled names a section or question of either side.
func titled(c *assess.Comparison, id string, w words.Words) string {
	return w.User(titleOf(c, id, w.Language))
}

// within names the dimension of a question of either side.
func (b *book) within(c *assess.Comparison, id string) string {
	for _, q := range []*assess.Questionnaire{c.After.Questionnaire, c.Before.Questionnaire} {
		if qu := q.Question(id); qu != nil {
			return b.SectionTitle(qu.Section())
		}
	}
	return ""
}
