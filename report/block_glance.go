package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// What a page shows at a glance: figures, every question, who stands where. The built-in
// Markdown says the same in words or leaves it out.

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
