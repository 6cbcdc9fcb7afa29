package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// bank lists what was said to the profile questions, which are not scored.
func (v *view) bank() Chapter {
	var rows []Row
	for _, p := range v.Result.Profile() {
		var said []string
		for _, a := range p.Answers {
			said = append(said, v.said(p.Question, a))
		}
		if len(said) > 0 {
			rows = append(rows, row(v.Question(p.Question), v.Join(said)))
		}
	}
	if len(rows) == 0 {
		return Chapter{}
	}
	columns := []Column{text(v.Say("column.question")), text(v.Say("column.answer"))}
	return chapter("bank", v.Say("bank.heading"), paragraph(v.Say("bank.intro")), table(columns, rows))
}

// said is an answer to a profile question: what was typed, chosen or ticked.
func (v *view) said(qu *assess.Question, a *assess.Answer) string {
	switch {
	case qu.Input == assess.DateInput && qu.Typed():
		return v.Date(a.Text)
	case qu.Input == assess.NumberInput && qu.Typed():
		return words.Plainly(a.Value.Value())
	case qu.Typed():
		return v.User(a.Text)
	case qu.Many() && len(a.Ticked) > 0:
		return v.tickedBy(qu, a.Ticked)
	}
	o, _ := qu.Option(a.Value.Value())
	return v.Text(o.Text)
}
