package data

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// exactly shows a number with as many decimals as data has.
const exactly = "0.######"

// traceSheet is every section with its parts, their weights and values, from which its score
// can be recomputed by hand.
func (b *book) traceSheet() {
	t := grid{
		name: "sheet.trace", frozen: 1, lead: []string{b.Say("trace.intro")},
		columns: []column{
			{b.Say("column.section"), 34}, {b.Say("column.part"), 40}, {b.Say("column.weight"), 10},
			{b.Say("column.value"), 12}, {b.Say("column.product"), 14}, {b.Say("column.how"), 80},
		},
	}
	b.EachSection(func(n *assess.Node, title string, depth int) {
		t.rows = append(t.rows, b.traced(n, title, depth))
		part := func(title string, weight float64, value assess.Number, how string) {
			product := assess.Number{}
			if v, ok := value.Get(); ok && n.Method == assess.Mean {
				product = assess.Num(float64(weight * v))
			}
			t.rows = append(t.rows, []cell{
				{}, text(title), traceFigure(assess.Num(weight)), traceFigure(value), traceFigure(product), text(how),
			})
		}
		for _, c := range n.Sections {
			if c.Recorded() {
				continue
			}
			how := ""
			if !c.Score.Defined() {
				how = b.Score(c)
			}
			part(b.NodeTitle(c), c.Weight, c.Score, how)
		}
		for _, it := range n.OwnScored() {
			value := b.Result.CountsWith(it)
			part(b.QuestionTitle(it.Question), it.Question.Weight, value, b.tracedItem(it, value))
		}
	})
	b.sheet(t)
}

// traced is the row of a section: its score, and how it follows.
func (b *book) traced(n *assess.Node, title string, depth int) []cell {
	how := b.Score(n)
	if score, ok := n.Score.Get(); ok && n.Applicable {
		how = b.Say("trace."+string(n.Method), words.Exact(score), b.Formula(n))
	}
	said := []string{how}
	if stage, ok := n.Stage.Get(); ok {
		said = append(append(said, b.Say("trace.stage", words.Whole(stage))), b.HeldBack(n)...)
	}
	return []cell{
		indented(title, depth).bold(), {}, {}, traceFigure(n.Score).bold(), {}, text(b.Join(said)).bold(),
	}
}

// tracedItem is why a question does not count, and its votes.
func (b *book) tracedItem(it *assess.Item, value assess.Number) string {
	var said []string
	if !value.Defined() {
		said = append(said, b.Say("trace."+string(it.Status)))
	}
	return b.Join(append(said, b.Voted(it)...))
}

// traceFigure is a number with up to six decimals, a whole one without a point.
func traceFigure(n assess.Number) cell {
	if v, ok := n.Get(); ok && assess.Round(v, 6) == float64(int(assess.Round(v, 6))) {
		return figure(n, "0")
	}
	return figure(n, exactly)
}
