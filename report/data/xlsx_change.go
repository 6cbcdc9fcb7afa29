package data

import (
	"slices"

	"bankmaturity/assess"
)

// The grid of the first sheet: figures on the left, the chart on the right.
var changeGrid = []column{{width: 44}, {width: 13}, {width: 13}, {width: 13}, {width: 2}, {width: 66}}

const changeChart = 6 // the column of the chart

// changeSheet is the one that is seen first: what changed, and whether it is more than noise.
func (b *book) changeSheet(c *assess.Comparison) {
	sheet := b.newSheet("sheet.change")
	for i, g := range changeGrid {
		b.width(sheet, i+1, g.width)
	}
	row := 1
	for _, line := range b.changeLines(c) {
		b.across(sheet, row, 1, changeChart, line, changeGrid)
		row++
	}
	row++
	top := row
	row = b.rows(sheet, row, b.changeColumns("column.what"), b.wholes(c)) + 2
	var rows [][]cell
	for _, s := range b.shownChanges(c) {
		rows = append(rows, b.changed(titled(c, s.ID, b.Words), s))
	}
	last := b.rows(sheet, row, b.changeColumns("column.section"), rows)
	if slices.ContainsFunc(c.Sections, func(s assess.Change) bool { return s.Delta().Defined() }) {
		chart := barChart{
			sheet: sheet, at: b.at(changeChart, top), title: b.Say("chart.title.change"),
			labels: 1, from: row + 1, to: last,
		}
		chart.add(b, row, 2, pastColor)
		chart.add(b, row, 3, headColor)
		b.chart(chart)
		last = max(last, top+chart.rows())
	}
	b.page(sheet, changeGrid)
	b.define(sheet, "_xlnm.Print_Area", b.area(1, 1, changeChart, last))
}

// changeLines are what the first page of a comparison says in sentences.
func (b *book) changeLines(c *assess.Comparison) []cell {
	const titleSize, headlineSize = 16, 12
	out := []cell{{b.ComparisonTitle(c), look{kind: alone, strong: true, size: titleSize}}}
	for _, said := range b.Unsettled(c) {
		out = append(out, cell{said, look{kind: alone, strong: true, size: headlineSize}})
	}
	dates := b.Say("compare.dates", b.Date(c.Before.Date), b.Date(c.After.Date))
	out = append(out, cell{dates, look{kind: alone}},
		cell{b.ComparisonHeadline(c), look{kind: alone, strong: true, size: headlineSize}},
		cell{b.Say("lead", b.Say("compare.detectable"), b.Noise(c)), look{kind: alone}})
	for _, said := range b.Warnings(c.After, c.Warnings) {
		out = append(out, cell{b.Say("lead", b.Say("provenance.warning"), said), look{kind: alone}})
	}
	return out
}

func (b *book) changeColumns(first string) []column {
	out := slices.Clone(changeGrid[:4])
	for i, key := range []string{first, "compare.before", "compare.after", "compare.change"} {
		out[i].title = b.Say(key)
	}
	return out
}

// wholes are the changes of the whole: what rests on votes first, then score, level, stage
// and responses, then of what the score's change is made.
func (b *book) wholes(c *assess.Comparison) [][]cell {
	rows := [][]cell{b.changed(b.Say("change.overall"), c.Overall)}
	rows[0][1] = b.score(c.Before.Overall.Score, !c.Before.Overall.Sufficient)
	rows[0][2] = b.score(c.After.Overall.Score, !c.After.Overall.Sufficient)
	counted := func(key string, before, after assess.Number) {
		if !before.Defined() && !after.Defined() {
			return
		}
		delta := assess.Change{Before: before, After: after}.Delta()
		rows = append(rows, []cell{
			text(b.Say(key)), figure(before, "0"), figure(after, "0"), figure(delta, "+0;\"\u2212\"0;0"),
		})
	}
	number := func(n int) assess.Number { return assess.Num(float64(n)) }
	if x, y := c.Before.Provisional(), c.After.Provisional(); x+y > 0 {
		counted("change.provisional", number(x), number(y))
		rows[0], rows[1] = rows[1], rows[0]
	}
	counted("front.level", c.Before.Overall.Level, c.After.Overall.Level)
	counted("change.stage", c.Stage().Before, c.Stage().After)
	counted("column.responses", number(len(c.Before.Responses)), number(len(c.After.Responses)))
	if c.LikeForLike.Defined() {
		rows = append(rows,
			[]cell{text(b.Say("change.like_for_like")), {}, {}, figure(c.LikeForLike, signed)},
			[]cell{text(b.Say("change.scope_change")), {}, {}, figure(c.ScopeChange, signed)},
			[]cell{text(b.Say("change.beyond")), {}, {}, b.beyond(c)})
	}
	return rows
}

// beyond says in a word whether the change is more than noise.
func (b *book) beyond(c *assess.Comparison) cell {
	said := text(b.Say("change.beyond.unknown"))
	if c.WithinNoise != nil {
		said = text(b.Say("change.beyond.yes"))
		if *c.WithinNoise {
			said = text(b.Say("change.beyond.no"))
		}
	}
	said.right = true
	return said
}

// shownChanges are those of the sections that a report's charts show, what fell most first.
func (b *book) shownChanges(c *assess.Comparison) []assess.Change {
	shown := map[string]bool{}
	for _, n := range c.After.Overall.Down(b.opts.Depth) {
		shown[n.ID] = true
	}
	var out []assess.Change
	for _, s := range assess.FallenFirst(c.Sections) {
		if shown[s.ID] {
			out = append(out, s)
		}
	}
	return out
}
