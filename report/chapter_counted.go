package report

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// counted says how many answers were counted, and prints what was.
func (v *view) counted() Chapter {
	var rows []Row
	counts, answers := 0, 0
	for _, it := range v.Result.Overall.AllItems() {
		var said []string
		for i, s := range it.Said {
			if s.State != assess.Answered {
				continue
			}
			answers++
			if s.Answer.Count.Defined() {
				said = append(said, v.countBy(i, it.Question, s.Answer.Count))
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
	return chapter("counted", v.Say("counted.heading"), paragraph(v.Count("counted.intro", counts, answers)),
		table([]Column{
			text(v.Say("column.question")), text(v.Say("column.counted")), number(v.Say("column.points")),
		}, rows))
}

// countBy is a count, and whose it is where there are several responses.
func (v *view) countBy(i int, qu *assess.Question, c assess.Count) string {
	if len(v.Result.Responses) > 1 {
		return v.Say("lead", v.Respondent(i), v.count(qu, c))
	}
	return v.count(qu, c)
}

// count is a share, "8 of 14 core processes (57 %)", or a number, "31 days".
func (v *view) count(qu *assess.Question, c assess.Count) string {
	part, of := plainly(c.Part.Value()), v.Text(qu.Of)
	whole, share := c.Whole.Get()
	switch {
	case share && of == "":
		return v.Say("counted.share", part, plainly(whole), v.Percent(c.Value().Value(), false))
	case share:
		return v.Say("counted.share.of", part, plainly(whole), v.Percent(c.Value().Value(), false), of)
	case of == "":
		return part
	}
	return v.Say("counted.number.of", part, of)
}

// plainly shows a number as it was typed, without an exponent.
func plainly(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
