package report

import "bankmaturity/assess"

// gates tell of every gate which level it holds and which criteria hold the next
// one back.
func (v *view) gates() []block {
	var items []item
	for _, g := range v.res.Gates() {
		items = append(items, v.gating(g))
	}
	if len(items) == 0 {
		return nil
	}
	return []block{heading{2, v.say("gates.heading")}, paragraph(v.say("gates.intro")), list{items: items}}
}

func (v *view) gating(g assess.Gating) item {
	out := item{lead: v.text(g.Node.Title), text: v.say("gates.top", v.q.Highest())}
	if g.Missed > v.q.Highest() {
		return out
	}
	out.text = v.count("gates.missed", g.Criteria, g.Missed-1, g.Missed, len(g.Failing))
	if g.Missed-1 == v.q.Lowest() {
		out.text = v.count("gates.lowest", g.Criteria, g.Missed-1, g.Missed, len(g.Failing))
	}
	for _, it := range g.Failing {
		out.sub = append(out.sub, v.failing(g.Node, it))
	}
	return out
}

// failing says how a criterion was answered and what it needs.
func (v *view) failing(gate *assess.Node, it *assess.Item) string {
	title := v.text(it.Question.Title)
	if it.Question.Section() != gate.Section {
		title = v.question(it.Question)
	}
	pass, _ := it.Question.Option(it.Question.Pass)
	key, now := "gates.open", ""
	switch it.Status {
	case assess.Answered:
		key, now = "gates.answered", v.lower(it)
	case assess.Unknown:
		key = "gates.unknown"
	case assess.NotApplicable:
		key = "gates.outside"
	}
	return v.say("lead", title, v.say(key, v.quote(pass.Text), now))
}
