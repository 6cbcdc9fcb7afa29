package report

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/chart"
	"bankmaturity/report/data"
	"bankmaturity/report/words"
)

// ComparisonMarkdown writes what changed between two assessments, what fell first. No
// template of a user's lays it out.
func ComparisonMarkdown(c *assess.Comparison, opts Options) ([]byte, error) {
	v, err := newView(c.After, opts, words.Markdown)
	if err != nil {
		return nil, err
	}
	return builtInMarkdown(v.Words, v.ComparisonTitle(c), v.comparison(c)...)
}

// ComparisonHTML writes the same as one page that stands on its own.
func ComparisonHTML(c *assess.Comparison, opts Options) ([]byte, error) {
	v, err := newPageView(c.After, opts)
	if err != nil {
		return nil, err
	}
	result := func() []byte { return data.ComparisonJSON(c, data.Options{Names: opts.Names}) }
	return v.html(v.ComparisonTitle(c), v.comparison(c), result)
}

func (v *view) comparison(c *assess.Comparison) []Chapter {
	out := []Chapter{chapter("title", "", v.comparisonCover(c)...), v.changedDimensions(c)}
	if areas := c.Areas(); len(areas) > 0 {
		out = append(out, chapter("page", v.Say("compare.areas"), v.changes(c, v.Say("column.area"), areas)))
	}
	out = append(out, v.followed(c))
	if len(c.Moved) > 0 {
		out = append(out, chapter("page", v.Say("compare.moved"), v.moved(c)))
	}
	if len(c.Entered) > 0 {
		out = append(out, chapter("page", v.Say("compare.entered"), v.named(c, c.Entered)))
	}
	if missing := c.Missing(); len(missing) > 0 {
		out = append(out, chapter("page", v.Say("compare.left"), v.named(c, missing)))
	}
	if len(c.Outside) > 0 {
		out = append(out, chapter("page", v.Say("compare.outside"), v.named(c, c.Outside)))
	}
	if len(c.Reworded) > 0 {
		intro := paragraph(v.Say("compare.reworded.intro"))
		out = append(out, chapter("page", v.Say("compare.reworded"), intro, v.list(v.reworded(c))))
	}
	if warnings := v.sideWarnings(c); len(warnings) > 0 {
		var items []Item
		for _, said := range warnings {
			items = append(items, item("", said))
		}
		out = append(out, chapter("page", v.Say("compare.warnings"), v.list(items)))
	}
	return out
}

// reworded lists the questions with options that read differently, and both readings.
func (v *view) reworded(c *assess.Comparison) []Item {
	var items []Item
	var last *assess.Question
	for _, r := range c.Reworded {
		if r.Question != last {
			items = append(items, item(v.Question(r.Question), ""))
			last = r.Question
		}
		points := words.Points(r.Question.Points(r.Value))
		said := v.Say("compare.reads", points, v.quote(r.Before), v.quote(r.After))
		items[len(items)-1].Sub = append(items[len(items)-1].Sub, Safe(said))
	}
	return items
}

// sideWarnings are those of either side; those about both stand on the first page.
func (v *view) sideWarnings(c *assess.Comparison) []string {
	var out []string
	for _, said := range v.Warnings(c.Before, c.Before.Warnings) {
		out = append(out, v.Say("lead", v.Say("compare.before"), said))
	}
	for _, said := range v.Warnings(c.After, c.After.Warnings) {
		out = append(out, v.Say("lead", v.Say("compare.after"), said))
	}
	return out
}

func (v *view) comparisonCover(c *assess.Comparison) []Block {
	blocks := []Block{heading(1, v.ComparisonTitle(c))}
	for _, said := range v.Unsettled(c) {
		blocks = append(blocks, strong(said))
	}
	blocks = append(blocks,
		paragraph(v.Say("compare.dates", v.Date(c.Before.Date), v.Date(c.After.Date))),
		strong(v.ComparisonHeadline(c)))
	for _, said := range v.Warnings(c.After, c.Warnings) {
		blocks = append(blocks, paragraph(v.Say("lead", v.Say("provenance.warning"), said)))
	}
	svg := chart.Slope(c, v.opts.chart())
	blocks = append(blocks, v.charted("slope", "slope.chart", svg)...)
	if before, after := c.Before.Questionnaire.Version, c.After.Questionnaire.Version; before != after {
		blocks = append(blocks, paragraph(v.Say("compare.versions", v.User(before), v.User(after))))
	}
	return append(blocks, v.list(v.comparisonFacts(c)))
}

func (v *view) comparisonFacts(c *assess.Comparison) []Item {
	before, after := c.Before.Overall, c.After.Overall
	overall := v.Say("compare.from_to", v.overall(before), v.overall(after), v.change(c.Overall.Delta()))
	items := []Item{item(v.Say("compare.overall"), overall)}
	items = append(items, v.levelMoves(c)...)
	step := func(lead, before, after string) {
		items = append(items, item(v.Say(lead), v.Say("compare.step", before, after)))
	}
	step("column.responses", strconv.Itoa(len(c.Before.Responses)), strconv.Itoa(len(c.After.Responses)))
	if c.Rescoped() {
		parts := v.Say("compare.parts", v.change(c.LikeForLike), v.change(c.ScopeChange))
		items = append(items, item(v.Say("compare.split"), parts))
	}
	items = append(items, item(v.Say("compare.detectable"), v.Noise(c)))
	if s := c.Sign; s != nil {
		said := v.Say("compare.sign.is", s.Up, s.Down, v.probability(s.P))
		items = append(items, item(v.Say("compare.sign"), said))
	}
	return items
}

// levelMoves name the dimensions that stand at another level than before, those that lost
// one first.
func (v *view) levelMoves(c *assess.Comparison) []Item {
	var up, down []string
	for _, m := range c.LevelMoves() {
		before, after := words.Whole(m.Before.Value()), words.Whole(m.After.Value())
		said := v.Say("compare.level.move", v.SectionTitle(c.Section(m.ID)), before, after)
		if m.Delta().Value() > 0 {
			up = append(up, said)
		} else {
			down = append(down, said)
		}
	}
	var items []Item
	for _, moved := range []struct {
		lead string
		said []string
	}{{"compare.level.lost", down}, {"compare.level.reached", up}} {
		if len(moved.said) > 0 {
			items = append(items, item(v.Say(moved.lead), v.Join(moved.said)))
		}
	}
	return items
}

// changedDimensions compares the dimensions like for like, and names those that can't be.
func (v *view) changedDimensions(c *assess.Comparison) Chapter {
	var blocks []Block
	if all := c.Dimensions(); len(all) > 0 {
		said := v.Say("compare.like")
		if assess.Fell(all) {
			said = v.Sentences(said, v.Say("compare.fell"))
		}
		blocks = append(blocks, paragraph(said), v.changes(c, v.Say("column.dimension"), all))
	}
	var titles []string
	for _, id := range c.Incomparable() {
		titles = append(titles, v.SectionTitle(c.Section(id)))
	}
	if len(titles) > 0 {
		blocks = append(blocks, paragraph(v.Say("compare.incomparable", v.Join(titles))))
	}
	if len(blocks) == 0 {
		return Chapter{}
	}
	return chapter("page", v.Say("compare.dimensions"), blocks...)
}

// changes puts what fell first, then what rose, then what has no change.
func (v *view) changes(c *assess.Comparison, heading string, all []assess.Change) Block {
	columns := []Column{
		text(heading), number(v.Say("compare.before")), number(v.Say("compare.after")),
		number(v.Say("compare.change")),
	}
	var rows []Row
	for _, s := range assess.FallenFirst(all) {
		before, after := v.Number(s.Before, assess.Shown), v.Number(s.After, assess.Shown)
		rows = append(rows, row(v.SectionTitle(c.Section(s.ID)), before, after, v.change(s.Delta())))
	}
	return table(columns, rows)
}

// moved lists the questions that changed their points.
func (v *view) moved(c *assess.Comparison) Block {
	var items []Item
	for _, m := range assess.FallenFirst(c.Moved) {
		before, after := words.Points(m.Before.Value()), words.Points(m.After.Value())
		said := v.Say("compare.from_to", before, after, v.change(m.Delta()))
		items = append(items, item(v.Question(v.Questionnaire.Question(m.ID)), said))
	}
	return v.list(items)
}

// named lists questions by title, from whichever questionnaire has them.
func (v *view) named(c *assess.Comparison, ids []string) Block {
	var items []Item
	for _, id := range ids {
		items = append(items, item("", v.Question(c.Question(id))))
	}
	return v.list(items)
}

// overall shows an overall score, in brackets where too little is answered.
func (v *view) overall(root *assess.Node) string {
	return v.Bracketed(root, v.Number(root.Score, assess.Shown))
}

func (v *view) change(n assess.Number) string { return v.Number(n, words.Signed) }

// probability shows three decimals; one that is there is never 0.
func (v *view) probability(p float64) string {
	if r := assess.Round(p, 3); r > 0 || p == 0 {
		return strconv.FormatFloat(r, 'f', -1, 64)
	}
	return v.Say("below", "0.001")
}
