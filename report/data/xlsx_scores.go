package data

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// scoresSheet is every section with all its figures and, with a benchmark, where it stands
// among peers.
func (b *book) scoresSheet() {
	figures := b.figures("weight,score,low,high,level,stage,evidenced,target,gap,coverage")
	t := grid{name: "sheet.sections", frozen: 1, columns: []column{{b.Say("column.section"), 36}}}
	for _, c := range figures {
		t.columns = append(t.columns, column{b.Say(c.Heading), figureWidth(c)})
	}
	if b.Result.Peers != nil {
		for _, key := range []string{
			"peers.n", "peers.min", "peers.q1", "peers.median", "peers.q3", "peers.max", "peers.rank",
		} {
			t.columns = append(t.columns, column{b.Say(key), 10})
		}
	}
	t.columns = append(t.columns, column{"id", 26})
	var depths []int
	b.EachSection(func(n *assess.Node, title string, depth int) {
		row := []cell{indented(title, depth)}
		for _, c := range figures {
			row = append(row, b.figure(c, n))
		}
		if b.Result.Peers != nil {
			row = append(row, b.position(n)...)
		}
		row = append(row, indented(b.User(n.ID), 1))
		if len(n.Sections) > 0 {
			for i := range row {
				row[i].strong = true
			}
		}
		t.rows = append(t.rows, row)
		depths = append(depths, depth)
	})
	p := b.sheet(t)
	for i, c := range figures {
		b.mark(p, i+2, c)
	}
}

// mark makes the heights of a column's figures visible.
func (b *book) mark(p place, column int, c *words.Column) {
	switch c.Key {
	case "score":
		b.bars(p, column)
	case "level", "stage":
		b.shades(p, column)
	}
}

// position are the figures of a section's place among peers; none where it has none.
func (b *book) position(n *assess.Node) []cell {
	p, ok := b.Result.Peers[n.ID]
	if !ok {
		return make([]cell, 7)
	}
	out := []cell{whole(p.N)}
	for _, v := range []assess.Number{p.Min, p.Q1, p.Median, p.Q3, p.Max} {
		out = append(out, figure(v, twoDecimals))
	}
	return append(out, figure(p.Percentile, "0"))
}
