package report

import (
	"math"

	"bankmaturity/assess"
)

// profile is the chart, the bars and the table of all sections.
func (v *view) profile() []block {
	out := []block{heading{2, v.say("profile.heading")}}
	if v.opts.RadarFile != "" {
		out = append(out, chart{file: v.opts.RadarFile, alt: v.say("profile.chart", v.title())})
	}
	if bs := v.bars(); len(bs) > 0 {
		out = append(out, bs, drawn{Kind: "note", Text: Safe(v.say("bars.legend", v.q.Lowest(), v.q.Highest()))})
	}
	out = append(append(out, v.table()), v.heat()...)
	for _, note := range []string{v.rangeNote(), v.bracketsNote(), v.weightsNote()} {
		if note != "" {
			out = append(out, paragraph(note))
		}
	}
	return out
}

// bars draw the dimensions on the level scale, an empty bar at the lowest level.
// Without any score there are none.
func (v *view) bars() bars {
	var out bars
	if !v.res.Overall.Score.Defined() {
		return nil
	}
	for _, d := range v.res.Overall.Dimensions() {
		b := bar{Bar: v.barOf(d)}
		if s, ok := d.Score.Get(); ok {
			b.filled, b.total = v.filled(s)
		}
		out = append(out, b)
	}
	return out
}

// filled returns how many cells of how many a score fills: the same number of
// cells for every level, and all of them only at the highest.
func (v *view) filled(score float64) (filled, total int) {
	levels := v.q.Highest() - v.q.Lowest()
	cells := max(1, 20/levels)
	share := (score - float64(v.q.Lowest())) * float64(cells)
	return int(math.Floor(share + assess.Tolerance)), cells * levels
}

// A figure is a column of the table: its title and its cell for a node.
type figure struct {
	key   string
	shown bool
	cell  func(*assess.Node) string
}

// figures are the columns that this result has.
func (v *view) figures() []figure {
	some := v.some
	named := v.tally.named > 0
	return []figure{
		{"column.weight", !v.alike(v.res.Overall), v.weightCell},
		{"column.score", true, v.score},
		{"column.range", true, v.rangeCell},
		{"column.level", true, v.levelCell},
		{"column.stage", v.q.Scoring.Stage != nil, func(n *assess.Node) string { return v.cell(n.Stage, whole) }},
		{"column.evidenced", named && some(evidenced), v.evidencedCell},
		{"column.target", some(target), func(n *assess.Node) string { return v.cell(n.Target, whole) }},
		{"column.gap", some(target), v.gapCell},
		{"column.coverage", true, v.coverageCell},
	}
}

func target(n *assess.Node) assess.Number    { return n.Target }
func evidenced(n *assess.Node) assess.Number { return n.Evidenced }

// some reports whether any node has a number.
func (v *view) some(of func(*assess.Node) assess.Number) bool {
	var found func(*assess.Node) bool
	found = func(n *assess.Node) bool {
		for _, child := range n.Sections {
			if found(child) {
				return true
			}
		}
		return of(n).Defined()
	}
	return found(v.res.Overall)
}

func (v *view) table() table {
	t := table{columns: []column{{title: v.say("column.section")}}}
	var shown []figure
	for _, f := range v.figures() {
		if f.shown {
			shown = append(shown, f)
			t.columns = append(t.columns, column{title: v.say(f.key), number: true})
		}
	}
	var add func(*assess.Node, string, int)
	add = func(n *assess.Node, title string, depth int) {
		r := row{depth: max(0, depth-1), strong: !n.Dimension(), cells: []string{title}}
		for _, f := range shown {
			r.cells = append(r.cells, f.cell(n))
		}
		t.rows = append(t.rows, r)
		for _, child := range n.Sections {
			add(child, v.text(child.Title), depth+1)
		}
	}
	add(v.res.Overall, v.say("overall"), 0)
	return t
}

// cell shows a number, a dash where there is none.
func (v *view) cell(n assess.Number, show func(float64) string) string {
	if f, ok := n.Get(); ok {
		return show(f)
	}
	return v.say("dash")
}

func (v *view) weightCell(n *assess.Node) string {
	if n.Section == nil {
		return v.say("dash")
	}
	return weight(n.Weight)
}

func (v *view) rangeCell(n *assess.Node) string {
	return v.cell(n.Low, func(low float64) string { return v.span(low, n.High.Value()) })
}

func (v *view) levelCell(n *assess.Node) string { return v.cell(n.Level, whole) }

func (v *view) evidencedCell(n *assess.Node) string {
	return v.cell(n.Evidenced, func(e float64) string { return v.bracketed(n, assess.Shown(e)) })
}

func (v *view) gapCell(n *assess.Node) string {
	return v.cell(n.Gap, func(g float64) string { return v.bracketed(n, gap(g)) })
}

func (v *view) coverageCell(n *assess.Node) string {
	open := count(n.AllItems()).open() > 0
	return v.cell(n.Coverage, func(c float64) string { return v.percent(c, open) })
}

func (v *view) rangeNote() string {
	ranged := v.some(func(n *assess.Node) assess.Number {
		if wide(n) {
			return n.High
		}
		return assess.Number{}
	})
	if !ranged {
		return ""
	}
	return v.say("profile.range")
}

func (v *view) bracketsNote() string {
	bracketed := v.some(func(n *assess.Node) assess.Number {
		if n.Sufficient {
			return assess.Number{}
		}
		return n.Score
	})
	if !bracketed {
		return ""
	}
	return v.say("profile.brackets", v.threshold(v.q.Scoring.MinCoverage))
}
