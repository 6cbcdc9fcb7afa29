package data

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// A front is the first sheet. It has a grid of its own: the dimensions on the left, their
// chart on the right, and below both the next steps.
type front struct {
	*book
	sheet   string
	figures []*words.Column
	grid    []column
	row     int // the next one to write
}

const mostSteps = 7 // that one page has room for

// frontSheet is the one that is seen first: what page one of a report says.
func (b *book) frontSheet() {
	f := front{book: b, sheet: b.newSheet("sheet.summary"), row: 1}
	f.figures = b.figures("score,low,high,level,stage,evidenced,target,gap,coverage")
	f.grid = []column{{width: 32}}
	left := 80.0 // characters that the figures take at least
	for _, c := range f.figures {
		f.grid = append(f.grid, column{b.Say(c.Heading), figureWidth(c)})
		left -= figureWidth(c)
	}
	f.grid[0].title = b.Say("column.section")
	f.grid = append(f.grid, column{width: max(2, left)}, column{width: 44}, column{width: 16})
	for i, c := range f.grid {
		b.width(f.sheet, i+1, c.width)
	}
	for _, c := range b.pageOne() {
		f.across(1, len(f.grid), c)
		f.row++
	}
	f.row++
	f.dimensions()
	f.row += 2
	f.steps()
	b.page(f.sheet, f.grid)
	b.define(f.sheet, "_xlnm.Print_Area", b.area(1, 1, len(f.grid), f.row-1))
}

// figureWidth is how wide the column of a figure is, in characters.
func figureWidth(c *words.Column) float64 {
	switch c.Key {
	case "level", "stage", "target":
		return widestLevel
	}
	return 11
}

// across writes a text over several columns of the row.
func (f *front) across(from, to int, c cell) {
	f.book.across(f.sheet, f.row, from, to, c, f.grid)
}

// pageOne is what the first page of a report says in sentences, what is provisional first.
func (b *book) pageOne() []cell {
	const titleSize, headlineSize = 16, 12
	out := []cell{{b.Title(), look{kind: alone, strong: true, size: titleSize}}}
	if said := b.Provisional(); said != "" {
		out = append(out, cell{said, look{kind: alone, strong: true, size: headlineSize}})
	}
	if b.Result.Date != "" {
		said := b.Count("front.date", len(b.Result.Responses), b.Date(b.Result.Date))
		out = append(out, cell{said, look{kind: alone}})
	}
	return append(out, cell{b.Headline(), look{kind: alone, strong: true, size: headlineSize}})
}

// dimensions is the table of the whole and of what a report's charts show, the highest
// first, with a chart beside it where anything has a score.
func (f *front) dimensions() {
	line := func(n *assess.Node, title string) []cell {
		out := []cell{text(title)}
		for _, c := range f.figures {
			out = append(out, f.figure(c, n))
		}
		return out
	}
	rows := [][]cell{line(f.Result.Overall, f.Say("overall"))}
	for i := range rows[0] {
		rows[0][i].strong = true
	}
	ranked := f.Result.Ranked(f.opts.Depth)
	for _, n := range ranked {
		rows = append(rows, line(n, f.NodeTitle(n)))
	}
	head := f.row
	p := place{f.sheet, head, f.rows(f.sheet, head, f.grid[:len(f.figures)+1], rows)}
	f.bars(p, 2)
	f.row = p.last + 1
	if !slices.ContainsFunc(ranked, func(n *assess.Node) bool { return n.Score.Defined() }) {
		return
	}
	c := barChart{
		sheet: f.sheet, at: f.at(len(f.grid)-1, head), title: f.Say("chart.title"),
		labels: 1, from: head + 2, to: p.last,
	}
	c.add(f.book, head, 2, headColor)
	f.chart(c)
	f.row = max(f.row, head+c.rows())
}

// steps is the table of what to do first: what must then be true, what would show it, and
// who does it until when, as far as that was decided.
func (f *front) steps() {
	f.across(1, len(f.grid), cell{f.Say("steps.heading"), look{kind: alone, strong: true, size: 12}})
	f.row++
	last := len(f.grid)
	middle := 1 + (last-2)/2
	spans := []struct {
		key      string
		from, to int
	}{
		{"column.step", 1, 1}, {"column.true", 2, middle}, {"column.shows", middle + 1, last - 2},
		{"column.owner", last - 1, last - 1}, {"column.due", last, last},
	}
	for _, s := range spans {
		f.across(s.from, s.to, cell{f.Say(s.key), look{kind: asHead}})
	}
	f.row++
	steps := f.Result.NextSteps(mostSteps)
	for _, step := range steps.First {
		said, from := f.step(step), 0
		if said[1].value == nil { // a sentence on its own
			f.across(1, spans[2].to, said[0])
			from = 3
		}
		for i, c := range said[from:] {
			f.across(spans[from+i].from, spans[from+i].to, c)
		}
		f.row++
	}
	said := []string{f.CountedAlready(assess.Raised(steps.First)), f.MoreSteps(steps.Rest)}
	for _, s := range slices.DeleteFunc(said, func(s string) bool { return s == "" }) {
		f.across(1, last, cell{s, look{kind: alone}})
		f.row++
	}
}

// step is a row of the table of next steps.
func (b *book) step(s assess.NextStep) []cell {
	said := func(key string, args ...any) []cell {
		return []cell{text(b.Count(key, args[0].(int), args[1:]...)), {}, {}, {}, {}}
	}
	switch s.Kind {
	case assess.AnswerStep:
		return said("step.answer.rest", b.Counts.Unvoted())
	case assess.AgreeStep:
		return said("step.agree", b.Counts.Unagreed)
	case assess.ProveStep:
		return said("step.evidence", b.Counts.Unproven, *b.Questionnaire.Scoring.EvidenceFrom)
	}
	qu, r := s.Raise.Item.Question, s.Raise
	title := b.Say("step.criterion.short", b.Question(qu), qu.Level)
	if qu.Level == 0 {
		from, to := b.Number(r.Item.Points, words.Points), words.Points(r.Next.Points())
		title = b.Say("step.short", b.Question(qu), from, to)
	}
	out := []cell{text(title), text(b.reaching(qu, r.Next, r.Item.OneMore(r.Next.Value)))}
	out = append(out, text(b.documents(qu)), cell{}, cell{})
	if actions := b.Result.ActionsOn(qu); len(actions) > 0 {
		out[3], out[4] = b.owner(actions[0]), b.day(actions[0].Due)
	}
	return out
}
