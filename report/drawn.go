package report

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
)

// What only a page shows: figures at a glance, every question at a glance, who stands
// where, the plan's waves. Markdown says the same in words or leaves it out.

// tiles are the figures of the first screen.
func (v *view) tiles() block {
	root := v.res.Overall
	out := drawn{Kind: "tiles"}
	add := func(lead, text string) {
		if text != "" {
			out.Items = append(out.Items, Item{Lead: Safe(lead), Text: Safe(text)})
		}
	}
	add(v.say("front.score"), v.score(root))
	if root.Score.Defined() {
		add(v.say("front.level"), v.cell(root.Level, v.level))
	}
	if root.Stage.Defined() {
		add(v.say("front.stage"), v.level(root.Stage.Value()))
	}
	if root.Coverage.Defined() {
		add(v.say("front.coverage"), v.coverageCell(root))
	}
	dims := slices.DeleteFunc(slices.Clone(root.Dimensions()), func(n *assess.Node) bool { return !n.Score.Defined() })
	slices.SortStableFunc(dims, func(a, b *assess.Node) int { return compare(b.Score, a.Score) })
	if n := len(dims); n >= 3 && compare(dims[0].Score, dims[n-1].Score) != 0 {
		add(v.say("tile.highest"), v.scoredTitle(dims[0]))
		add(v.say("tile.lowest"), v.scoredTitle(dims[n-1]))
	}
	return out
}

func (v *view) scoredTitle(n *assess.Node) string {
	return v.say("radar.key.title", v.text(n.Title), v.score(n))
}

// heat shows every question of every dimension.
func (v *view) heat() []block {
	out := drawn{Kind: "heat"}
	for _, d := range v.res.Overall.Dimensions() {
		r := Row{Cells: []Cell{{Text: Safe(v.text(d.Title)), First: true}}}
		for _, it := range d.Items {
			r.Cells = append(r.Cells, v.heatCell(it))
		}
		out.Rows = append(out.Rows, r)
	}
	return []block{out, drawn{Kind: "note", Text: Safe(v.say("heat.legend"))}}
}

func (v *view) heatCell(it *assess.Item) Cell {
	c := Cell{Title: v.plain(it.Question.Title.In(v.language)), Share: -1}
	signs := map[assess.State]string{assess.Unanswered: "○", assess.Unknown: "?", assess.NotApplicable: "–", assess.Skipped: "·"}
	c.Text = Safe(signs[it.Status])
	if p, ok := it.Points.Get(); ok {
		lowest, highest := float64(v.q.Lowest()), float64(v.q.Highest())
		c.Text = Safe(points(p))
		c.Share = min(4, max(0, int(float64(5*(p-lowest))/(highest-lowest)+assess.Tolerance)))
	}
	return c
}

// dots show how many voices stand at which points, for every rated question.
func (v *view) dots() []block {
	at := map[float64]bool{}
	counts := map[*assess.Item]map[float64]int{}
	var rated []*assess.Item
	for _, it := range v.res.Overall.AllItems() {
		if it.Agreement == nil {
			continue
		}
		rated = append(rated, it)
		counts[it] = map[float64]int{}
		for _, p := range it.Rated() {
			at[assess.Round(p, 6)] = true
			counts[it][assess.Round(p, 6)]++
		}
	}
	var scale []float64
	for p := range at {
		scale = append(scale, p)
	}
	slices.Sort(scale)
	const mostColumns = 11
	if len(scale) > mostColumns || len(rated) == 0 {
		return nil
	}
	out := drawn{Kind: "dots", Columns: []Column{{Title: Safe(v.say("xlsx.question"))}}}
	for _, p := range scale {
		out.Columns = append(out.Columns, Column{Title: Safe(points(p))})
	}
	for _, it := range rated {
		r := Row{Cells: []Cell{{Text: Safe(v.question(it.Question)), First: true}}}
		for _, p := range scale {
			n := counts[it][p]
			r.Cells = append(r.Cells, Cell{Text: Safe(strconv.Itoa(n)), Dots: n})
		}
		out.Rows = append(out.Rows, r)
	}
	return []block{out}
}

// waves are the plan at a glance.
func (v *view) waves(p *assess.Plan) block {
	out := drawn{Kind: "waves"}
	for wave := 1; wave <= p.Moves[len(p.Moves)-1].Wave; wave++ {
		steps, effort := 0, 0
		var titles []string
		for _, m := range p.Moves {
			if m.Wave != wave {
				continue
			}
			steps++
			effort += m.Cost
			if title := v.text(m.Question.Section().Title); !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
		}
		out.Items = append(out.Items, Item{
			Lead: Safe(v.say("plan.wave", wave)), Sep: Safe(v.say("lead", "", "")), Text: Safe(v.count("plan.wave.sum", steps, effort)), Sub: safe(titles),
		})
	}
	return out
}
