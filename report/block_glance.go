package report

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// What a page shows at a glance: figures, every question, who stands where. The built-in
// Markdown says the same in words or leaves it out.

// tiles are the figures of the first screen.
func (v *view) tiles() Block {
	root := v.Result.Overall
	out := Block{Kind: "tiles"}
	add := func(lead, text string) {
		out.Items = append(out.Items, Item{Lead: Safe(lead), Text: Safe(text)})
	}
	if n := v.Counts.Unagreed; n > 0 {
		add(v.Say("front.agreed"), v.Count("tile.agreed", n))
	}
	add(v.Say("front.score"), v.Score(root))
	if root.Score.Defined() {
		add(v.Say("front.level"), v.Number(root.Level, v.Level))
	}
	if root.Stage.Defined() {
		add(v.Say("front.stage"), v.Level(root.Stage.Value()))
	}
	if root.Coverage.Defined() {
		add(v.Say("front.coverage"), v.Coverage(root))
	}
	if highest, lowest, ok := v.Result.Extremes(); ok {
		add(v.Say("tile.highest"), v.extreme(highest))
		add(v.Say("tile.lowest"), v.extreme(lowest))
	}
	return out
}

// extreme names a dimension with its score, and how many others have the same.
func (v *view) extreme(s assess.Shortlist[*assess.Node]) string {
	n := s.First[0]
	title := v.NodeTitle(n)
	if s.Alike > 0 {
		title = v.Count("alike.short", s.Alike, title)
	}
	return v.Say("lead", title, v.Score(n))
}

// mostInRow is how many questions a row of the heat table has: paper has room for no more.
const mostInRow = 16

// heat shows every question of every section that is shown, profile questions aside, in as
// many rows as it takes.
func (v *view) heat() []Block {
	out := Block{Kind: "heat"}
	for _, d := range v.Result.Overall.Down(v.opts.Depth) {
		title, first := v.NodeTitle(d), 1
		for items := range slices.Chunk(d.Scored(), mostInRow) {
			if first > 1 {
				title = v.Say("heat.from", v.NodeTitle(d), first)
			}
			r := Row{Cells: []Cell{{Text: Safe(title), First: true}}}
			for _, it := range items {
				r.Cells = append(r.Cells, v.heatCell(it))
			}
			out.Rows = append(out.Rows, r)
			first += len(items)
		}
	}
	return []Block{out, note(v.Say("heat.legend"))}
}

// heatCell shows the points of a question, or a sign for why it has none.
func (v *view) heatCell(it *assess.Item) Cell {
	const shares = 5
	c := Cell{Title: v.Plain(words.Coded(it.Question.Code, it.Question.Title, v.Language)), Share: -1}
	switch it.Status {
	case assess.Unanswered:
		c.Text = "○"
	case assess.Unknown:
		c.Text = "?"
	case assess.NotApplicable:
		c.Text = "–"
	case assess.Skipped:
		c.Text = "·"
	}
	if p, ok := it.Points.Get(); ok {
		lowest, highest := float64(v.Questionnaire.Lowest()), float64(v.Questionnaire.Highest())
		c.Text = Safe(words.Points(p))
		share := float64(shares*(p-lowest)) / (highest - lowest)
		c.Share = min(shares-1, max(0, int(share+assess.Tolerance)))
	}
	return c
}

// mostScale is how many different points a table of dots has columns for.
const mostScale = 11

// dots show how many voices stand at which points, for every rated question, and how many
// gave none. None where there are too many different points.
func (v *view) dots() []Block {
	var scale []float64
	var rows []Row
	unrated := func(it *assess.Item) bool { return it.Agreement == nil }
	rated := slices.DeleteFunc(v.Result.Overall.AllItems(), unrated)
	for _, it := range rated {
		scale = append(scale, places(it)...)
	}
	slices.Sort(scale)
	scale = slices.Compact(scale)
	if len(scale) > mostScale || len(rated) == 0 {
		return nil
	}
	columns := []Column{{Title: Safe(v.Say("column.question"))}}
	for _, p := range scale {
		columns = append(columns, Column{Title: Safe(words.Points(p))})
	}
	var without []assess.State // in which somebody stands
	for _, state := range []assess.State{assess.NotApplicable, assess.Unknown} {
		if slices.ContainsFunc(rated, func(it *assess.Item) bool { return it.Saying(state) > 0 }) {
			without = append(without, state)
			columns = append(columns, Column{Title: Safe(v.Say("vote." + string(state)))})
		}
	}
	for _, it := range rated {
		r := Row{Cells: []Cell{{Text: Safe(v.Question(it.Question)), First: true}}}
		at := places(it)
		for _, p := range scale {
			n := 0
			for _, q := range at {
				if q == p {
					n++
				}
			}
			r.Cells = append(r.Cells, Cell{Text: Safe(strconv.Itoa(n)), Dots: n})
		}
		for _, state := range without {
			n := it.Saying(state)
			r.Cells = append(r.Cells, Cell{Text: Safe(strconv.Itoa(n)), Dots: n})
		}
		rows = append(rows, r)
	}
	return []Block{{Kind: "dots", Columns: columns, Rows: rows}}
}

// places are the points that the voices gave a question, as they are told apart.
func places(it *assess.Item) []float64 {
	out := it.Rated()
	for i, p := range out {
		out[i] = assess.Round(p, 6)
	}
	return out
}
