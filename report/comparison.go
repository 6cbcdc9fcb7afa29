package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"bankmaturity/assess"
)

// ComparisonMarkdown writes what changed between two assessments, regressions
// first.
func ComparisonMarkdown(c *assess.Comparison, opts Options) ([]byte, error) {
	v, err := newView(c.After, opts, escapeMarkdown)
	if err != nil {
		return nil, err
	}
	return v.markdownOf(v.comparison(c))
}

// ComparisonHTML writes the same as one page that stands on its own.
func ComparisonHTML(c *assess.Comparison, opts Options) ([]byte, error) {
	opts.previous = scoresBefore(c)
	v, err := newView(c.After, opts, escapeHTML)
	if err != nil {
		return nil, err
	}
	return v.htmlOf(v.title(), v.comparison(c), inline(Radar(c.After, opts)), func() ([]byte, error) { return ComparisonJSON(c) })
}

// ComparisonRadar draws the scores after, and those before as a line.
func ComparisonRadar(c *assess.Comparison, opts Options) []byte {
	opts.previous = scoresBefore(c)
	return Radar(c.After, opts)
}

func scoresBefore(c *assess.Comparison) map[string]assess.Number {
	out := map[string]assess.Number{}
	for _, d := range c.Before.Overall.Dimensions() {
		out[d.ID] = d.Score
	}
	return out
}

func (v *view) comparison(c *assess.Comparison) document {
	out := document{
		heading{1, v.say("front.title", v.user(v.res.Organization), v.text(v.q.Title))},
		paragraph(v.say("compare.dates", v.date(c.Before.Date), v.date(c.After.Date))),
		strong(v.compareHeadline(c)),
	}
	if c.Before.Questionnaire.Version != c.After.Questionnaire.Version {
		out = append(out, paragraph(v.say("compare.versions", v.user(c.Before.Questionnaire.Version), v.user(c.After.Questionnaire.Version))))
	}
	out = append(out, list{items: v.compareFacts(c)})
	if v.opts.RadarFile != "" {
		out = append(out, chart{file: v.opts.RadarFile, alt: v.say("profile.chart", v.title())})
	}
	out = append(out, heading{2, v.say("compare.sections")}, paragraph(v.say("compare.like")), v.changeTable(c.Sections))
	if len(c.Moved) > 0 {
		out = append(out, heading{2, v.say("compare.moved")}, v.movedQuestions(c))
	}
	for _, part := range []struct {
		key string
		ids []string
	}{{"compare.entered", c.Entered}, {"compare.left", c.Left}} {
		if len(part.ids) > 0 {
			out = append(out, heading{2, v.say(part.key)}, v.named(c, part.ids))
		}
	}
	return out
}

func (v *view) compareHeadline(c *assess.Comparison) string {
	like, ok := c.LikeForLike.Get()
	switch {
	case !ok:
		return v.say("compare.nothing")
	case c.WithinNoise != nil && *c.WithinNoise:
		return v.say("compare.noise", signed(like))
	case math.Abs(like) <= assess.Tolerance:
		return v.say("compare.same")
	case assess.Round(like, 2) == 0:
		return v.say("compare.hardly")
	case like > 0:
		return v.say("compare.up", signed(like)[len("+"):])
	}
	return v.say("compare.down", signed(like)[len("−"):])
}

func (v *view) compareFacts(c *assess.Comparison) []item {
	items := []item{{lead: v.say("compare.overall"), text: v.say("compare.from_to", v.whole(c.Before), v.whole(c.After), v.change(c.Overall.Delta()))}}
	for _, f := range []struct {
		lead          string
		before, after assess.Number
	}{{"front.level", c.Before.Overall.Level, c.After.Overall.Level}, {"front.stage", c.Before.Overall.Stage, c.After.Overall.Stage}} {
		if f.before.Defined() && f.after.Defined() {
			items = append(items, item{lead: v.say(f.lead), text: v.say("compare.step", whole(f.before.Value()), whole(f.after.Value()))})
		}
	}
	items = append(items, item{lead: v.say("xlsx.responses"), text: v.say("compare.step", strconv.Itoa(len(c.Before.Responses)), strconv.Itoa(len(c.After.Responses)))})
	if c.LikeForLike.Defined() {
		items = append(items, item{lead: v.say("compare.split"), text: v.say("compare.parts", v.change(c.LikeForLike), v.change(c.ScopeChange))})
	}
	if d, ok := c.Detectable.Get(); ok {
		items = append(items, item{lead: v.say("compare.detectable"), text: v.say("compare.detectable.is", gap(d))})
	} else {
		items = append(items, item{lead: v.say("compare.detectable"), text: v.say("compare.detectable.none")})
	}
	if s := c.Sign; s != nil {
		items = append(items, item{lead: v.say("compare.sign"), text: v.say("compare.sign.is", s.Up, s.Down, v.probability(s.P))})
	}
	return items
}

// changeTable puts what fell first, then what rose, then what has no change.
func (v *view) changeTable(changes []assess.Change) table {
	t := table{columns: []column{{title: v.say("column.section")}}}
	for _, key := range []string{"compare.before", "compare.after", "compare.change"} {
		t.columns = append(t.columns, column{title: v.say(key), number: true})
	}
	for _, c := range fallenFirst(changes) {
		title := v.user(c.ID)
		if s := v.q.Section(c.ID); s != nil {
			title = v.text(s.Title)
		}
		t.rows = append(t.rows, row{cells: []string{title, v.shown(c.Before), v.shown(c.After), v.change(c.Delta())}})
	}
	return t
}

func fallenFirst(changes []assess.Change) []assess.Change {
	out := slices.Clone(changes)
	slices.SortStableFunc(out, func(a, b assess.Change) int {
		x, okX := a.Delta().Get()
		y, okY := b.Delta().Get()
		if okX != okY {
			return map[bool]int{true: -1, false: 1}[okX]
		}
		return cmp.Compare(assess.Round(x, 9), assess.Round(y, 9))
	})
	return out
}

func (v *view) movedQuestions(c *assess.Comparison) list {
	var out list
	for _, m := range fallenFirst(c.Moved) {
		text := v.say("compare.from_to", points(m.Before.Value()), points(m.After.Value()), v.change(m.Delta()))
		out.items = append(out.items, item{lead: v.question(v.q.Question(m.ID)), text: text})
	}
	return out
}

// named lists questions by title, from whichever questionnaire has them.
func (v *view) named(c *assess.Comparison, ids []string) list {
	var out list
	for _, id := range ids {
		qu := c.After.Questionnaire.Question(id)
		if qu == nil {
			qu = c.Before.Questionnaire.Question(id)
		}
		out.items = append(out.items, item{text: v.question(qu)})
	}
	return out
}

// whole shows an overall score, in brackets where too little is answered.
func (v *view) whole(r *assess.Result) string {
	return v.bracketed(r.Overall, v.shown(r.Overall.Score))
}

func (v *view) shown(n assess.Number) string {
	if x, ok := n.Get(); ok {
		return assess.Shown(x)
	}
	return v.say("dash")
}

func (v *view) change(n assess.Number) string {
	if x, ok := n.Get(); ok {
		return signed(x)
	}
	return v.say("dash")
}

// signed shows a change with its sign.
func signed(x float64) string {
	r := assess.Round(x, 2)
	shown := strconv.FormatFloat(math.Abs(r), 'f', 2, 64)
	switch {
	case r > 0:
		return "+" + shown
	case r < 0:
		return "−" + shown
	}
	return shown
}

// probability shows three decimals; one that is there is never 0.
func (v *view) probability(p float64) string {
	if r := assess.Round(p, 3); r > 0 || p == 0 {
		return strconv.FormatFloat(r, 'f', -1, 64)
	}
	return v.say("below", "0.001")
}
