package report

import (
	"cmp"
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// standing tells where the bank stands, and shows it.
func (d deck) standing() Chapter {
	date := ""
	if d.Result.Date != "" {
		date = d.Date(d.Result.Date)
	}
	const mostName = 60
	name := cells.Fit(d.Plain(d.Result.Organization), mostName, "…")
	var blocks []Block
	if len(d.chart) > 0 {
		picture := d.chart[0]
		picture.Text = Safe(d.escape(d.Count("slide.caption", len(d.Result.Responses), name, date)))
		blocks = []Block{picture}
	} else {
		var rows [][2]string
		for _, n := range d.Result.Overall.Dimensions() {
			rows = append(rows, [2]string{d.NodeTitle(n), d.Score(n)})
		}
		blocks = d.all(name, date, rows, 0)
	}
	said, brief := d.Standing()
	short := d.Say("lead", d.Say("front.score"), d.Score(d.Result.Overall))
	return d.slide("standing", blocks, d.Provisional(), said, brief, d.Headline(), short)
}

// holding tells what holds the bank there: dimensions, and the answers that have most to gain.
func (d deck) holding() Chapter {
	var rows [][2]string
	for _, h := range d.Result.Holds(mostHolds).First {
		rows = append(rows, [2]string{d.Question(h.Item.Question), d.stands(h.Item)})
	}
	root := d.Result.Overall
	switch {
	case len(rows) == 0 && root.Applicable && (!root.Sufficient || d.Provisional() != ""):
		return d.slide("holding", nil, d.Say("slide.holds.later"))
	case len(rows) == 0:
		return d.slide("holding", nil, d.noneToRaise("steps"), d.Say("slide.nothing"))
	}
	blocks := d.some(d.Say("slide.question"), d.Say("slide.now"), rows)
	binding, thin := d.Result.Holding()
	n, low := len(binding), d.Say("slide.holds.low")
	if n == 0 || thin {
		return d.slide("holding", blocks, low)
	}
	if d.Provisional() != "" { // what the votes say so far is no stage yet
		return d.slide("holding", blocks, low)
	}
	stage := words.Whole(d.Result.Overall.Stage.Value())
	apply := slices.DeleteFunc(slices.Clone(d.Result.Overall.Dimensions()),
		func(dimension *assess.Node) bool { return !dimension.Applicable })
	switch {
	case n == 2 && n == len(apply):
		return d.slide("holding", blocks, d.Say("slide.holds.both", stage))
	case n > 1 && n == len(apply):
		return d.slide("holding", blocks, d.Say("slide.holds.all", n, stage))
	}
	named := d.Count("slide.holds", n, d.Enumerate(d.Titles(binding)), stage)
	return d.slide("holding", blocks, named, d.Count("slide.holds.number", n, stage))
}

// first tells what comes next, who does it and by when.
func (d deck) first() Chapter {
	var rows [][2]string
	var notes []Item
	steps := d.Result.NextSteps(mostOnSlide)
	for _, s := range steps.First {
		if s.Kind != assess.RaiseStep {
			rows = append(rows, [2]string{d.step(s)[0], ""})
			continue
		}
		qu, to := s.Raise.Item.Question, words.Points(s.Raise.Next.Points())
		step := d.Say("slide.step.open", to)
		if from, ok := s.Raise.Item.Points.Get(); ok {
			step = d.Say("slide.step", words.Points(from), to)
		}
		rows = append(rows, [2]string{d.QuestionTitle(qu), d.Join(append([]string{step}, d.promised(qu)...))})
		notes = append(notes, item(d.Question(qu), d.raised(s.Raise)))
	}
	if len(rows) == 0 {
		return d.slide("steps", nil, d.noneToRaise("steps"), d.Lift(), d.Say("slide.nothing"))
	}
	blocks := d.all(d.Say("slide.what"), d.Say("slide.how"), rows, steps.Rest)
	if said := d.CountedAlready(assess.Raised(steps.First)); said != "" {
		notes = append(notes, item("", said))
	}
	return d.slide("steps", append(blocks, d.notes(notes)...), d.Lift(), d.Say("slide.steps.next"))
}

// promised is who raises a question and by when, as the bank decided; nil where it did not.
func (d deck) promised(qu *assess.Question) []string {
	if actions := d.Result.ActionsOn(qu); len(actions) > 0 {
		return d.owed(actions[0])
	}
	return nil
}

// owed is who does something, told with the names alone, and by when.
func (d deck) owed(a assess.Action) []string {
	var parts []string
	if d.opts.Names && a.Owner != "" {
		parts = append(parts, d.User(a.Owner))
	}
	if a.Due != "" {
		parts = append(parts, d.Date(a.Due))
	}
	return parts
}

// decided tells what the room decided, else how the plan goes on.
func (d deck) decided() Chapter {
	var rows [][2]string
	if all := d.Result.Actions(); len(all) > 0 {
		for _, a := range all {
			status := d.Say(actionStatus[cmp.Or(a.Status, assess.ActionOpen)])
			rows = append(rows, [2]string{d.User(a.What), d.Join(append(d.owed(a), status))})
		}
		blocks := d.all(d.Say("column.action"), d.Say("slide.who"), rows, 0)
		return d.slide("decided", blocks, d.followedUp())
	}
	p := d.Result.Plan
	if !d.Result.Planned() || p.Answering {
		return d.slide("decided", d.said(d.Say("slide.decide")), d.Say("slide.decided.none"))
	}
	for wave := range p.Waves() {
		steps := 0
		var titles []string
		for _, r := range p.Grid() {
			if n := r.Steps[wave]; n > 0 {
				steps += n
				titles = append(titles, d.SectionTitle(r.Dimension))
			}
		}
		rows = append(rows, [2]string{d.Count("slide.wave", steps, wave+1), d.Join(titles)})
	}
	blocks := d.all(d.Say("slide.what"), d.Say("slide.where"), rows, 0)
	return d.slide("decided", blocks, d.Count("slide.waves", p.Waves(), d.aim(p)))
}

// followedUp tells how many of the actions are open, done and dropped.
func (d deck) followedUp() string {
	n := d.Result.CountActions()
	if n[assess.ActionDone]+n[assess.ActionDropped] == 0 {
		return d.Count("slide.decided", n[assess.ActionOpen])
	}
	var said []string
	for _, status := range []assess.Status{assess.ActionOpen, assess.ActionDone, assess.ActionDropped} {
		if n[status] > 0 {
			said = append(said, d.Count("slide.decided."+string(status), n[status]))
		}
	}
	return d.Say("slide.decided.of", d.Enumerate(said))
}

// strong tells what stands highest.
func (d deck) strong() Chapter {
	if said := d.uniform(); said != "" {
		return d.slide("strengths", nil, said)
	}
	var rows [][2]string
	for _, it := range d.Result.StrongItems(mostHolds).First {
		rows = append(rows, [2]string{d.Question(it.Question), d.reached(it)})
	}
	blocks := d.some(d.Say("slide.question"), d.Say("slide.now"), rows)
	answers := d.Say("slide.strong.answers")
	strong := d.Result.StrongDimensions(1)
	switch {
	case len(strong.First) == 0 && len(rows) == 0:
		return d.slide("strengths", nil, d.Say("strengths.none"))
	case len(strong.First) == 0:
		return d.slide("strengths", blocks, answers)
	}
	title, score := d.NodeTitle(strong.First[0]), d.Score(strong.First[0])
	if strong.Alike > 0 {
		return d.slide("strengths", blocks, d.Count("slide.strong.alike", strong.Alike, title, score), answers)
	}
	return d.slide("strengths", blocks, d.Say("slide.strong", title, score), answers)
}

// sure tells how sure the result is.
func (d deck) sure() Chapter {
	c, root := d.Counts, d.Result.Overall
	title := d.Count("slide.sure", len(d.Result.Responses), c.Valued, c.Counting)
	said := []string{d.possible(), d.proof()}
	if a := d.Result.Agreement; a != nil && a.Raters >= 3 {
		said = append(said, d.contestedCount())
	}
	if r := d.Result.Robustness; r != nil && root.Score.Defined() && d.Provisional() == "" {
		said = append(said, d.Say("slide.error", d.Span(r.Error.Q05, r.Error.Q95)))
	}
	return d.slide("sure", d.said(said...), title)
}

// proof tells how many of the higher answers name nothing that bears them out.
func (d deck) proof() string {
	switch from := d.Questionnaire.Scoring.EvidenceFrom; {
	case from == nil || !d.Result.Overall.Evidenced.Defined():
		return ""
	case d.Counts.Documented == 0:
		return d.Say("slide.proof.unasked")
	case d.Counts.Unproven == 0:
		return d.Say("slide.proof.all", *from)
	default:
		return d.Count("slide.proof", d.Counts.Unproven, *from)
	}
}

// possible tells between which scores the answers leave the bank.
func (d deck) possible() string {
	root := d.Result.Overall
	if !root.Score.Defined() || d.Counts.Open() > 0 || d.Counts.Unagreed > 0 {
		if said := d.rangeFact(); said != "" {
			return d.Say("lead", d.Say("front.range"), said)
		}
		return ""
	}
	return d.Say("slide.range", d.Shown(root.Score.Value()))
}

// contestedCount tells on how many questions the respondents disagree.
func (d deck) contestedCount() string {
	if n := len(d.Result.FarApart()); n > 0 {
		return d.Count("slide.contested", n)
	}
	return d.uncontested("slide.contested.none")
}
