package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// counted says how many answers were counted, and prints what was.
func (v *view) counted() Chapter {
	var rows []Row
	counts, answers, cut := 0, 0, ""
	for _, it := range v.Result.Overall.AllItems() {
		var said []string
		for i, s := range it.Said {
			if s.State != assess.Answered {
				continue
			}
			answers++
			if s.Answer.Count.Defined() {
				said = append(said, v.countBy(i, it.Question, s.Answer.Count))
				if s.Answer.Count.Whole.Defined() {
					cut = v.Say("counted.cut")
				}
			}
		}
		if len(said) > 0 {
			counts += len(said)
			rows = append(rows, row(v.Question(it.Question), v.Join(said), v.Number(it.Points, words.Points)))
		}
	}
	if len(rows) == 0 {
		return Chapter{}
	}
	return chapter("counted", v.Say("counted.heading"),
		paragraph(v.Sentences(v.Count("counted.intro", counts, answers), cut)),
		table([]Column{
			text(v.Say("column.question")), text(v.Say("column.counted")), number(v.Say("column.points")),
		}, rows))
}

// countBy is a count, and whose it is where there are several responses.
func (v *view) countBy(i int, qu *assess.Question, c assess.Count) string {
	if len(v.Result.Responses) > 1 {
		return v.Say("lead", v.Respondent(i), v.Counted(qu, c))
	}
	return v.Counted(qu, c)
}
