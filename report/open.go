package report

import (
	"strings"

	"bankmaturity/assess"
)

// join puts texts in a row, "a; b; c".
func (v *view) join(texts []string) string { return strings.Join(texts, v.say("join")) }

// said adds who said something, where more than one response was given.
func (v *view) said(i int, text string) string {
	if len(v.res.Responses) < 2 {
		return text
	}
	return v.say("said", v.respondent(i), text)
}

// respondent is what the report calls who gave a response.
func (v *view) respondent(i int) string {
	return v.user(v.labels.respondent(v.res.Responses[i], i))
}

// reasons are why responses called a question not applicable.
func (v *view) reasons(it *assess.Item) []string {
	var out []string
	for i, s := range it.Said {
		if s.State == assess.NotApplicable {
			out = append(out, v.said(i, v.user(s.Answer.Reason)))
		}
	}
	return out
}

// outside lists what does not apply and why, and what was not asked.
func (v *view) outside() []block {
	if v.tally.outside+v.tally.skipped == 0 {
		return nil
	}
	key := "outside.heading"
	if v.tally.outside == 0 {
		key = "outside.heading.skipped"
	}
	out := []block{heading{2, v.say(key)}}
	var items []item
	for _, it := range v.res.Overall.AllItems() {
		if it.Status != assess.NotApplicable {
			continue
		}
		text := v.join(v.reasons(it))
		if it.Question.Policy() == assess.Lowest {
			text = v.say("outside.lowest", text, v.q.Lowest())
		}
		items = append(items, item{lead: v.question(it.Question), text: text})
	}
	if len(items) > 0 {
		out = append(out, list{items: items})
	}
	if v.tally.skipped > 0 {
		out = append(out, paragraph(v.count("outside.skipped", v.tally.skipped)), v.grouped(skipped))
	}
	return out
}

func skipped(it *assess.Item) bool    { return it.Status == assess.Skipped }
func unanswered(it *assess.Item) bool { return it.Status == assess.Unanswered }
func unknown(it *assess.Item) bool    { return it.Status == assess.Unknown }

// open lists what still waits: unanswered, unknown and not agreed apart.
func (v *view) open() []block {
	if v.tally.open()+v.tally.disputed == 0 {
		return nil
	}
	out := []block{heading{2, v.say("open.heading")}}
	for _, part := range []struct {
		key string
		n   int
		is  func(*assess.Item) bool
	}{
		{"open.unanswered", v.tally.unanswered, unanswered},
		{"open.unknown", v.tally.unknown, unknown},
		{"open.disputed", v.tally.disputed, disputed},
	} {
		if part.n > 0 {
			out = append(out, paragraph(v.count(part.key, part.n)), v.grouped(part.is))
		}
	}
	return out
}

// grouped lists questions by dimension, a line each.
func (v *view) grouped(is func(*assess.Item) bool) list {
	var out list
	for _, d := range v.res.Overall.Dimensions() {
		var titles []string
		for _, it := range d.Items {
			if is(it) {
				titles = append(titles, v.text(it.Question.Title))
			}
		}
		if len(titles) > 0 {
			out.items = append(out.items, item{lead: v.text(d.Title), text: v.join(titles)})
		}
	}
	return out
}

// disagreements lists questions that some answered and others put outside.
func (v *view) disagreements() []block {
	if len(v.res.Disagreements) == 0 {
		return nil
	}
	of := map[*assess.Question]*assess.Item{}
	for _, it := range v.res.Overall.AllItems() {
		of[it.Question] = it
	}
	var items []item
	for _, d := range v.res.Disagreements {
		items = append(items, v.disagreement(d, of[d.Question]))
	}
	return []block{heading{2, v.say("scope.heading")}, paragraph(v.say("scope.intro")), list{items: items}}
}

func (v *view) disagreement(d assess.ScopeDisagreement, it *assess.Item) item {
	outcome := v.say("scope.outside")
	switch {
	case it.Status == assess.Answered:
		outcome = v.say("scope.counts")
	case d.Question.Policy() == assess.Lowest:
		outcome = v.say("scope.lowest", v.q.Lowest())
	}
	sides := v.say("scope.item",
		v.count("scope.answered", d.Answered), v.count("scope.not_applicable", d.NotApplicable))
	out := item{lead: v.question(d.Question), text: v.say("sentences", sides, outcome)}
	for i, s := range it.Said {
		if s.State == assess.NotApplicable {
			out.sub = append(out.sub, v.say("scope.reason", v.respondent(i), v.user(s.Answer.Reason)))
		}
	}
	return out
}

// notes lists what was written beside the answers, and the evidence named.
func (v *view) notes() []block {
	var items []item
	for _, it := range v.res.Overall.AllItems() {
		var sub []string
		for i, s := range it.Said {
			sub = append(sub, v.beside(i, s)...)
		}
		if len(sub) > 0 {
			items = append(items, item{lead: v.question(it.Question), sub: sub})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{heading{2, v.say("notes.heading")}, list{items: items}}
}

// beside returns a response's note and evidence on a question it was asked.
func (v *view) beside(i int, s assess.Said) []string {
	var out, named []string
	if s.State == assess.Skipped {
		return nil
	}
	by := ""
	if len(v.res.Responses) > 1 {
		by = ".by"
	}
	if s.Answer.Note != "" {
		out = append(out, v.say("notes.note"+by, v.respondent(i), v.user(s.Answer.Note)))
	}
	for _, e := range s.Answer.Evidence {
		named = append(named, v.user(e))
	}
	if len(named) > 0 {
		out = append(out, v.say("notes.evidence"+by, v.respondent(i), v.join(named)))
	}
	return out
}
