package data

import "bankmaturity/assess"

// What JSON says of sections and questions.

func (w *resultWriter) node(n *assess.Node) {
	w.text("id", n.ID)
	w.known("code", n.Code)
	w.text("title", n.Title.In(w.language))
	w.float("weight", n.Weight)
	w.text("method", string(n.Method))
	w.flag("not_applicable", true, !n.Applicable)
	for _, c := range w.columns {
		w.number(c.Key, c.Value(n))
		switch c.Key {
		case "high":
			w.known("bounds", bounds(n))
		case "coverage":
			w.flag("sufficient", n.Applicable, n.Sufficient)
		case "level":
			w.known("level_name", w.levelName(n.Level))
		}
	}
	a := n.Agreement
	w.object("agreement", a != nil && w.questions, func() {
		w.float("ad_md", a.ADMd)
		w.number("rwg_star", a.RWG)
	})
	w.objects("sections", w.sections, len(n.Sections), func(i int) { w.node(n.Sections[i]) })
	w.objects("questions", w.questions, len(n.Items), func(i int) { w.question(n.Items[i]) })
}

// bounds says what low and high are; "" where the node has none.
func bounds(n *assess.Node) string {
	switch {
	case !n.Applicable:
		return ""
	case n.Outer:
		return "outer"
	}
	return "exact"
}

func (w *resultWriter) levelName(n assess.Number) string {
	level, ok := n.Get()
	if !ok {
		return ""
	}
	l, _ := w.res.Questionnaire.LevelAt(int(level))
	return l.Name.In(w.language)
}

func (w *resultWriter) question(it *assess.Item) {
	w.text("id", it.Question.ID)
	w.known("code", it.Question.Code)
	w.text("title", it.Question.Title.In(w.language))
	w.texts("tags", it.Question.Tags)
	w.float("weight", it.Question.Weight)
	w.text("status", string(it.Status))
	if a := it.Only(); a != nil {
		w.key("value")
		w.given(a)
	} else {
		w.number("value", it.Value)
	}
	w.number("counted", it.Counted())
	w.number("points", it.Points)
	w.number("evidenced", it.Evidenced)
	w.flag("agreed", it.Voted, it.Agreed)
	w.texts("reasons", it.Reasons())
	w.texts("notes", it.Notes())
	w.texts("evidence", it.Evidence())
	w.objects("answers", true, len(it.Said), func(i int) { w.answer(it.Said[i], i) })
	a := it.Agreement
	w.object("agreement", a != nil, func() {
		w.int("n", a.N)
		w.float("min", a.Min)
		w.float("max", a.Max)
		w.float("mean", a.Mean)
		w.float("median", a.Median)
		w.float("ad_md", a.ADMd)
		w.number("rwg_star", a.RWG)
		w.number("p_chance", a.Chance)
		w.text("verdict", string(a.Verdict))
		w.flag("two_camps", true, a.TwoCamps)
	})
}

// answer leaves out what a response says about a question it was not asked. Votes are an
// object from voice to value.
func (w *resultWriter) answer(s assess.Said, i int) {
	w.int("response", i+1)
	w.text("state", string(s.State))
	if s.State == assess.Skipped {
		w.null("value")
		w.null("votes")
		return
	}
	w.key("value")
	w.given(s.Answer)
	w.object("votes", len(s.Answer.Votes) > 0, func() {
		for _, v := range w.labels.Votes(s.Answer) {
			w.userKey(w.labels.Voice(v.Voice))
			switch v.State() {
			case assess.NotApplicable:
				w.out = append(w.out, `"na"`...)
			case assess.Unknown:
				w.out = append(w.out, `"unknown"`...)
			default:
				w.vote(v)
			}
		}
	})
}

// vote writes the value of a vote, or what it ticks.
func (w *resultWriter) vote(v assess.Vote) {
	if v.Ticked == nil {
		w.out = v.Value.AppendJSON(w.out)
		return
	}
	w.list(v.Ticked)
}

// given writes what an answer gives: an option's value, what is ticked, or what was typed.
func (w *resultWriter) given(a *assess.Answer) {
	switch {
	case a.Text != "":
		w.out = appendText(w.out, a.Text, w.safeHTML)
	case a.Ticked != nil:
		w.list(a.Ticked)
	default:
		w.out = a.Value.AppendJSON(w.out)
	}
}
