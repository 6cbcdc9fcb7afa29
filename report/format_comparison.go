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
	v, err := newPageView(c.After, opts, chart.Before(c))
	if err != nil {
		return nil, err
	}
	result := func() []byte { return data.ComparisonJSON(c, data.Options{Names: opts.Names}) }
	return v.html(v.ComparisonTitle(c), v.comparison(c), result)
}

func (v *view) comparison(c *assess.Comparison) []Chapter {
	like := paragraph(v.Say("compare.like"))
	out := []Chapter{
		chapter("title", "", v.comparisonCover(c)...),
		chapter("page", v.Say("compare.sections"), like, v.changes(c.Sections)),
	}
	if len(c.Moved) > 0 {
		out = append(out, chapter("page", v.Say("compare.moved"), v.moved(c)))
	}
	if len(c.Entered) > 0 {
		out = append(out, chapter("page", v.Say("compare.entered"), v.named(c, c.Entered)))
	}
	if len(c.Left) > 0 {
		out = append(out, chapter("page", v.Say("compare.left"), v.named(c, c.Left)))
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
	blocks = append(blocks, v.figure()...)
	if before, after := c.Before.Questionnaire.Version, c.After.Questionnaire.Version; before != after {
		blocks = append(blocks, paragraph(v.Say("compare.versions", v.User(before), v.User(after))))
	}
	return append(append(blocks, v.list(v.comparisonFacts(c))), v.chartLink()...)
}

func (v *view) comparisonFacts(c *assess.Comparison) []Item {
	before, after := c.Before.Overall, c.After.Overall
	overall := v.Say("compare.from_to", v.overall(before), v.overall(after), v.change(c.Overall.Delta()))
	items := []Item{item(v.Say("compare.overall"), overall)}
	step := func(lead, before, after string) {
		items = append(items, item(v.Say(lead), v.Say("compare.step", before, after)))
	}
	if before.Level.Defined() && after.Level.Defined() {
		step("front.level", words.Whole(before.Level.Value()), words.Whole(after.Level.Value()))
	}
	if before.Stage.Defined() && after.Stage.Defined() {
		step("front.stage", words.Whole(before.Stage.Value()), words.Whole(after.Stage.Value()))
	}
	step("column.responses", strconv.Itoa(len(c.Before.Responses)), strconv.Itoa(len(c.After.Responses)))
	if c.LikeForLike.Defined() {
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

// changes puts what fell first, then what rose, then what has no change.
func (v *view) changes(all []assess.Change) Block {
	columns := []Column{
		text(v.Say("column.section")), number(v.Say("compare.before")), number(v.Say("compare.after")),
		number(v.Say("compare.change")),
	}
	var rows []Row
	for _, c := range assess.FallenFirst(all) {
		title := v.User(c.ID)
		if s := v.Questionnaire.Section(c.ID); s != nil {
			title = v.SectionTitle(s)
		}
		before, after := v.Number(c.Before, assess.Shown), v.Number(c.After, assess.Shown)
		rows = append(rows, row(title, before, after, v.change(c.Delta())))
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
		qu := c.After.Questionnaire.Question(id)
		if qu == nil {
			qu = c.Before.Questionnaire.Question(id)
		}
		items = append(items, item("", v.Question(qu)))
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
