package report

import (
	"slices"

	"bankmaturity/assess"
)

// front is the first page: the whole result in words.
func (v *view) front() []block {
	out := []block{heading{1, v.title()}}
	if v.res.Date != "" {
		out = append(out, paragraph(v.count("front.date", len(v.res.Responses), v.date(v.res.Date))))
	}
	out = append(out, heading{2, v.say("front.heading")}, strong(v.headline()), v.tiles())
	var items []item
	add := func(lead, text string) {
		if text != "" {
			items = append(items, item{lead: v.say(lead), text: text})
		}
	}
	add("front.score", v.scoreFact())
	add("front.range", v.rangeFact())
	add("front.level", v.levelFact())
	add("front.stage", v.stageFact())
	add("front.coverage", v.coverageFact())
	add("front.agreed", v.agreedFact())
	add("front.target", v.targetFact())
	add("front.evidenced", v.evidencedFact())
	return append(append(out, list{items: items}, partID("steps")), v.steps()...)
}

func (v *view) title() string {
	title := v.text(v.q.Title)
	if v.res.Organization == "" {
		return title
	}
	return v.say("front.title", v.user(v.res.Organization), title)
}

// headline is the result in one sentence: score and level, or score, stage and
// what binds.
func (v *view) headline() string {
	root := v.res.Overall
	score, ok := root.Score.Get()
	stage, staged := root.Stage.Get()
	switch {
	case !root.Applicable:
		return v.say("headline.not_applicable")
	case !ok:
		return v.say("headline.none")
	case !root.Sufficient:
		return v.say("headline.insufficient", v.insufficient(root))
	case !staged:
		return v.say("headline.level", assess.Shown(score), v.level(root.Level.Value()))
	}
	return v.say("headline.stage", assess.Shown(score), whole(stage), v.binds())
}

// insufficient says why a node has a score but no level.
func (v *view) insufficient(n *assess.Node) string {
	return v.say("insufficient", v.score(n), v.percent(n.Coverage.Value(), true), v.span(n.Low.Value(), n.High.Value()))
}

// binds says which dimensions hold the stage where it is: those that do so however
// their open questions are answered, else those whose open questions do.
func (v *view) binds() string {
	stage := whole(v.res.Overall.Stage.Value())
	binding, thin := v.res.Binding(), false
	if all := slices.DeleteFunc(slices.Clone(binding), func(d *assess.Node) bool { return !v.res.Held(d) }); len(all) > 0 {
		binding = all
	} else {
		thin = len(binding) > 0
	}
	switch n := len(binding); {
	case int(v.res.Overall.Stage.Value()) == v.q.Highest():
		return v.say("binds.top")
	case n == 0:
		return v.say("binds.secured", stage)
	case thin && n > 4:
		return v.say("binds.thin", stage, v.list(append(v.titles(binding[:3]), v.say("binds.more", n-3))))
	case thin:
		return v.say("binds.thin", stage, v.list(v.titles(binding)))
	case n == 2 && n == applicable(v.res.Overall.Dimensions()):
		return v.say("binds.both", stage)
	case n > 2 && n == applicable(v.res.Overall.Dimensions()):
		return v.say("binds.all", n, stage)
	case n > 4:
		return v.count("binds", n, stage, v.list(append(v.titles(binding[:3]), v.say("binds.more", n-3))))
	default:
		return v.count("binds", n, stage, v.list(v.titles(binding)))
	}
}

func applicable(nodes []*assess.Node) int {
	n := 0
	for _, d := range nodes {
		n += one(d.Applicable)
	}
	return n
}
