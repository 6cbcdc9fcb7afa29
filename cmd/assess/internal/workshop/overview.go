package workshop

import (
	"time"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// Overview shows every question as a mark, a line per dimension, with the time spent on
// it.
func (w *workshop) Overview() prompt.Overview {
	out := prompt.Overview{Legend: w.words.Say("overview.legend")}
	var above *assess.Section
	for _, qu := range w.interview.Listed() {
		if s := qu.Section(); s != above {
			above = s
			out.Rows = append(out.Rows, prompt.Row{Path: w.pathOf(s), Title: w.headOf(s), Time: w.minutes(s)})
		}
		row := &out.Rows[len(out.Rows)-1]
		row.Marks = append(row.Marks, w.mark(qu))
	}
	return out
}

func (w *workshop) mark(qu *assess.Question) prompt.Mark {
	r := w.session.response
	a := r.Answers[qu.Index()]
	m := prompt.Mark{
		Title: w.titleOf(qu), Index: qu.Index(), Current: w.interview.Current() == qu, Open: a.Open(),
		Parked: r.IsParked(qu.ID), Contested: a.Open() && w.contested(qu, a.Votes),
	}
	from := w.session.questionnaire.Scoring.EvidenceFrom
	value, answered := a.Value.Get()
	switch {
	case m.Parked:
		m.Sign = "P"
	case m.Open && m.Contested:
		m.Sign = "!"
	case m.Open:
		m.Sign = "."
	case a.NA:
		m.Sign = "n"
	case a.Unknown:
		m.Sign = "?"
	case answered && !qu.Profile && from != nil && !a.Documented() && qu.Points(value) >= float64(*from):
		m.Sign = "o"
	default:
		m.Sign = "x"
	}
	return m
}

// countTime counts the time since the last look towards the dimension looked at.
func (w *workshop) countTime() {
	now := w.console.Now()
	if w.looked != nil {
		w.spent[w.looked] += now.Sub(w.since)
	}
	w.since, w.looked = now, nil
	if qu := w.interview.Current(); qu != w.asked {
		w.asked, w.askedAt = qu, now
	}
	if qu := w.interview.Current(); qu != nil {
		w.looked = qu.Section()
	}
}

func (w *workshop) minutes(s *assess.Section) string {
	if m := int(w.spent[s] / time.Minute); m > 0 {
		return w.words.Say("overview.minutes", m)
	}
	return ""
}
