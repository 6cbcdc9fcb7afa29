package codec

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// marker is the line by which a file is known to be ours: its comments are
// written anew, those of a person would be lost.
const marker = "# Written by assess. Comments of your own are not kept when it saves."

// schemaPrefix begins the line that tells an editor where the schema is.
const schemaPrefix = "# yaml-language-server:"

// WriteOptions of WriteAnswers.
type WriteOptions struct {
	Schema string // the schema line to keep, as Own returned it; "" for none
}

// WriteAnswers writes a response as YAML: the same response gives the same
// bytes, and what it writes reads back as the same response. Answers without
// content are left out; those with content come in document order. Notes,
// reasons and names that hold nothing but white space count as absent.
func WriteAnswers(q *assess.Questionnaire, r *assess.Response, opts WriteOptions) []byte {
	var b emitter
	if strings.HasPrefix(opts.Schema, schemaPrefix) && !strings.ContainsAny(opts.Schema, "\r\n") {
		b.WriteString(opts.Schema + "\n")
	}
	b.WriteString(marker + "\n")
	b.head(r)
	b.answers(q, r)
	return []byte(b.String())
}

// An emitter writes our own shape of YAML. The library's encoder loses leading
// newlines and tabs of texts.
type emitter struct {
	strings.Builder
}

// line writes a key and what follows it, indented.
func (b *emitter) line(indent int, key, value string) {
	b.WriteString(strings.Repeat(" ", indent))
	b.WriteString(key + ":")
	if value != "" {
		b.WriteString(" " + value)
	}
	b.WriteString("\n")
}

// head writes everything but the answers.
func (b *emitter) head(r *assess.Response) {
	b.line(0, "format", answersFormat)
	b.line(0, "questionnaire", quote(r.Questionnaire))
	b.line(0, "questionnaire_version", quoted(r.Version))
	b.line(0, "organization", quote(r.Organization))
	if looksLikeDate(r.Date) {
		b.line(0, "date", r.Date)
	} else {
		b.line(0, "date", quoted(r.Date))
	}
	if filled(r.Respondent) || filled(r.Role) {
		b.line(0, "respondent", "")
		b.optional(2, "name", r.Respondent)
		b.optional(2, "role", r.Role)
	}
	b.optional(0, "language", r.Language)
	if len(r.Targets) > 0 {
		b.line(0, "targets", "")
	}
	for _, t := range r.Targets {
		b.line(2, quote(t.Section), tree.DecimalOf(float64(t.Level)))
	}
	if len(r.Parked) > 0 {
		var parked []string
		for _, id := range r.Parked {
			parked = append(parked, quote(id))
		}
		b.line(0, "parked", "["+strings.Join(parked, ", ")+"]")
	}
}

// optional writes a text that may be absent.
func (b *emitter) optional(indent int, key, value string) {
	if filled(value) {
		b.line(indent, key, quote(value))
	}
}

func filled(s string) bool { return strings.TrimSpace(s) != "" }

// answers writes the answers that say something.
func (b *emitter) answers(q *assess.Questionnaire, r *assess.Response) {
	begun := false
	begin := func() {
		if !begun {
			b.line(0, "answers", "")
		}
		begun = true
	}
	for _, s := range q.AllSections() {
		for _, area := range r.Areas {
			if area.Section == s.ID {
				begin()
				b.line(2, quote(s.ID), "{not_applicable: "+quote(area.Reason)+"}")
			}
		}
	}
	for i, qu := range q.Questions() {
		a, area := tidy(r.Answers[i]), r.AreaOf(qu)
		switch {
		case a.FromArea(area): // the section's entry says it
		case !a.Empty():
			begin()
			b.answer(qu, a)
		case area != nil:
			begin()
			b.line(2, quote(qu.ID), "{}") // else the section's entry would speak for it
		}
	}
	if !begun {
		b.line(0, "answers", "{}")
	}
}

// tidy drops what says nothing.
func tidy(a assess.Answer) assess.Answer {
	if !filled(a.Note) {
		a.Note = ""
	}
	var evidence []string
	for _, e := range a.Evidence {
		if filled(e) {
			evidence = append(evidence, e)
		}
	}
	a.Evidence = evidence
	return a
}

// answer writes one answer, short where it says one thing only.
func (b *emitter) answer(qu *assess.Question, a assess.Answer) {
	id, alone := quote(qu.ID), a.Note == "" && len(a.Evidence) == 0 && !a.Count.Defined() && a.Ticked == nil
	switch {
	case alone && a.Unknown:
		b.line(2, id, "unknown")
		return
	case alone && a.NA:
		b.line(2, id, "{not_applicable: "+quote(a.Reason)+"}")
		return
	case alone && a.Text != "" && a.Text != "unknown":
		b.line(2, id, quote(a.Text))
		return
	case alone && len(a.Votes) == 0 && a.Text == "":
		b.line(2, id, tree.DecimalOf(a.Value.Value()))
		return
	}
	b.line(2, id, "")
	switch {
	case a.NA:
		b.line(4, "not_applicable", quote(a.Reason))
	case a.Unknown:
		b.line(4, "unknown", "true")
	case a.Text != "":
		b.line(4, "value", quote(a.Text))
	case a.Ticked != nil:
		b.line(4, "value", tickList(a.Ticked))
	case a.Value.Defined() && !reached(qu, a):
		b.line(4, "value", tree.DecimalOf(a.Value.Value()))
	}
	b.count(a.Count)
	b.votes(a.Votes)
	b.optional(4, "note", a.Note)
	if len(a.Evidence) > 0 {
		b.line(4, "evidence", "")
	}
	for _, e := range a.Evidence {
		b.WriteString("      - " + quote(e) + "\n")
	}
}

// reached reports whether the count of an answer says its value.
func reached(qu *assess.Question, a assess.Answer) bool {
	o, ok := qu.CountedOption(a.Count)
	return ok && assess.Num(o.Value) == a.Value
}

// count writes what was counted.
func (b *emitter) count(c assess.Count) {
	part := tree.DecimalOf(c.Part.Value())
	switch {
	case c.Whole.Defined():
		b.line(4, "count", "["+part+", "+tree.DecimalOf(c.Whole.Value())+"]")
	case c.Defined():
		b.line(4, "count", part)
	}
}

// votes writes what the voices said, in their order.
func (b *emitter) votes(votes []assess.Vote) {
	if len(votes) > 0 {
		b.line(4, "votes", "")
	}
	for _, v := range votes {
		key := quote(v.Voice)
		if len(key) <= longestKey {
			b.line(6, key, vote(v))
			continue
		}
		b.WriteString("      ? " + key + "\n")
		b.line(6, "", vote(v))
	}
}

// vote writes what a voice said.
func vote(v assess.Vote) string {
	if v.State() != assess.Answered {
		return map[assess.State]string{assess.NotApplicable: "na", assess.Unknown: "unknown"}[v.State()]
	}
	if v.Ticked != nil {
		return tickList(v.Ticked)
	}
	return tree.DecimalOf(v.Value.Value())
}

// longestKey is how long a YAML key may be without a ? before it.
const longestKey = 1000
