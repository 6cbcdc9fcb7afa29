package report

import "bankmaturity/assess"

// gates tell of every gate which level it holds and which criteria hold the next
// one back.
func (v *view) gates() Chapter {
	var items []Item
	for _, g := range v.Result.Gates() {
		items = append(items, v.gate(g))
	}
	if len(items) == 0 {
		return Chapter{}
	}
	blocks := append(v.soFar(), paragraph(v.Say("gates.intro")), v.list(items))
	return chapter("gates", v.Say("gates.heading"), blocks...)
}

func (v *view) gate(g assess.Gating) Item {
	title := v.NodeTitle(g.Node)
	if g.Missed > v.Questionnaire.Highest() {
		return item(title, v.Say("gates.top", v.Questionnaire.Highest()))
	}
	key := "gates.missed"
	if g.Missed-1 == v.Questionnaire.Lowest() {
		key = "gates.lowest"
	}
	var failing []string
	for _, it := range g.Failing {
		failing = append(failing, v.failing(g.Node, it))
	}
	return item(title, v.Count(key, g.Criteria, g.Missed-1, g.Missed, len(g.Failing)), failing...)
}

// failing says how a criterion was answered and what it needs.
func (v *view) failing(gate *assess.Node, it *assess.Item) string {
	title := v.QuestionTitle(it.Question)
	if it.Question.Section() != gate.Section {
		title = v.Question(it.Question)
	}
	pass, _ := it.Question.Option(it.Question.Pass)
	key, now := "gates.open", ""
	switch it.Status {
	case assess.Answered:
		key, now = "gates.answered", v.reached(it)
	case assess.Unknown:
		key = "gates.unknown"
	case assess.NotApplicable:
		key = "gates.outside"
	}
	return v.Say("lead", title, v.Say(key, v.quote(pass.Text), now))
}
