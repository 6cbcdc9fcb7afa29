package report

import (
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

// heat shows every question of every section that is shown, profile questions aside, each by
// its name.
func (v *view) heat() []Block {
	out := Block{Kind: "heat"}
	for _, d := range v.Result.Overall.Down(v.opts.Depth) {
		r := Row{Cells: []Cell{{Text: Safe(v.NodeTitle(d)), First: true}}}
		for _, it := range d.Scored() {
			r.Cells = append(r.Cells, v.heatCell(it))
		}
		out.Rows = append(out.Rows, r)
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
