package words

import "bankmaturity/assess"

// Title is that of the report: organization and questionnaire.
func (t *Teller) Title() string {
	title := t.Text(t.Questionnaire.Title)
	if t.Result.Organization == "" {
		return title
	}
	return t.Say("front.title", t.User(t.Result.Organization), title)
}

// Provisional says that the result rests on votes that are not agreed, and on how many
// questions; "" where none does. It stands before any figure.
func (t *Teller) Provisional() string {
	if t.Counts.Unagreed == 0 {
		return ""
	}
	return t.Count("provisional", t.Counts.Unagreed)
}

// Headline is the result in one sentence: score and level, or score, stage and
// what binds. Where votes are not agreed it is score and range, by the votes.
func (t *Teller) Headline() string {
	root := t.Result.Overall
	score, ok := root.Score.Get()
	stage, staged := root.Stage.Get()
	switch {
	case !root.Applicable:
		return t.Say("headline.not_applicable")
	case !ok:
		return t.Say("headline.none")
	case !root.Sufficient:
		return t.Say("headline.insufficient", t.insufficient(root))
	case t.Counts.Unagreed > 0:
		return t.Say("headline.votes", assess.Shown(score), t.Span(root.Low.Value(), root.High.Value()))
	case !staged:
		return t.Say("headline.level", t.Shown(score), t.Level(root.Level.Value()))
	}
	return t.Say("headline.stage", t.Shown(score), Whole(stage), t.Binds())
}

// insufficient says why a node has a score but no level.
func (t *Teller) insufficient(n *assess.Node) string {
	coverage, span := t.Percent(n.Coverage.Value(), true), t.Span(n.Low.Value(), n.High.Value())
	return t.Say("insufficient", t.Score(n), coverage, span)
}

// mostBinding is how many dimensions a sentence names.
const mostBinding = 4

// Binds says which dimensions hold the stage where it is.
func (t *Teller) Binds() string {
	stage := Whole(t.Result.Overall.Stage.Value())
	binding, thin := t.Result.Holding()
	n := len(binding)
	all := n == applicable(t.Result.Overall.Dimensions())
	switch {
	case int(t.Result.Overall.Stage.Value()) == t.Questionnaire.Highest():
		return t.Say("binds.top")
	case n == 0:
		return t.Say("binds.secured", stage)
	case thin:
		return t.Say("binds.thin", stage, t.Enumerate(t.firstTitles(binding)))
	case n == 2 && all:
		return t.Say("binds.both", stage)
	case n > 2 && all:
		return t.Say("binds.all", n, stage)
	}
	return t.Count("binds", n, stage, t.Enumerate(t.firstTitles(binding)))
}

// firstTitles names dimensions, of many the first ones and how many more there are.
func (t *Teller) firstTitles(nodes []*assess.Node) []string {
	if len(nodes) <= mostBinding {
		return t.Titles(nodes)
	}
	const first = mostBinding - 1
	return append(t.Titles(nodes[:first]), t.Say("binds.more", len(nodes)-first))
}

func applicable(nodes []*assess.Node) int {
	n := 0
	for _, d := range nodes {
		if d.Applicable {
			n++
		}
	}
	return n
}
