package codec

import (
	"reflect"
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
func WriteAnswers(r *assess.Response, opts WriteOptions) []byte {
	var b emitter
	if strings.HasPrefix(opts.Schema, schemaPrefix) && !strings.ContainsAny(opts.Schema, "\r\n") {
		b.WriteString(opts.Schema + "\n")
	}
	b.WriteString(marker + "\n")
	b.head(r)
	b.answers(r)
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
	b.line(0, "questionnaire", quote(r.Questionnaire().ID))
	b.line(0, "questionnaire_version", quoted(r.Version))
	b.line(0, "organization", quote(r.Organization))
	if assess.ShapedAsDay(r.Date) {
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
		b.line(0, "parked", flowList(r.Parked, parked))
	}
	b.session(r)
}

// session writes what a workshop keeps beside the answers.
func (b *emitter) session(r *assess.Response) {
	if len(r.Participants) > 0 {
		b.line(0, "participants", "")
	}
	for _, p := range r.Participants {
		b.item(2, flowMap("name", p.Name, "role", p.Role))
	}
	if len(r.Voices) > 0 {
		b.line(0, "voices", flowList(r.Voices, quote))
	}
	if r.Contested {
		b.line(0, "order", string(orderContested))
	}
	if len(r.Actions) > 0 {
		b.line(0, "actions", "")
	}
	for _, a := range r.Actions {
		b.item(2, flowMap("what", a.What, "question", a.Question, "section", a.Section,
			"owner", a.Owner, "due", a.Due, "status", string(a.Status)))
	}
}

// parked writes a question put aside, short where there is no reason.
func parked(p assess.Parked) string {
	if !filled(p.Reason) {
		return quote(p.Question)
	}
	return flowMap("question", p.Question, "reason", p.Reason)
}

// flowList writes a list on one line.
func flowList[T any](items []T, write func(T) string) string {
	var out []string
	for _, item := range items {
		out = append(out, write(item))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// flowMap writes keys and their texts on one line; a text without content is left out.
func flowMap(pairs ...string) string {
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		switch key, value := pairs[i], pairs[i+1]; {
		case key == "due" && assess.ShapedAsDay(value):
			out = append(out, key+": "+value)
		case filled(value):
			out = append(out, key+": "+quote(value))
		}
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// item writes an item of a list, indented.
func (b *emitter) item(indent int, value string) {
	b.WriteString(strings.Repeat(" ", indent) + "- " + value + "\n")
}

// documents writes the documents named.
func (b *emitter) documents(indent int, documents []string) {
	if len(documents) > 0 {
		b.line(indent, "evidence", "")
	}
	for _, d := range documents {
		b.item(indent+2, quote(d))
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
func (b *emitter) answers(r *assess.Response) {
	begun := false
	q := r.Questionnaire()
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
	a.Note, a.Evidence = tidyText(a.Note), tidyTexts(a.Evidence)
	a.Private = assess.Hide(tidyText(assess.Reveal(a.Private)))
	var brought []assess.Brought
	for _, b := range a.Brought {
		b.Note, b.Evidence, b.Reason = tidyText(b.Note), tidyTexts(b.Evidence), tidyText(b.Reason)
		if !b.Empty() {
			brought = append(brought, b)
		}
	}
	a.Brought = brought
	return a
}

func tidyText(s string) string {
	if !filled(s) {
		return ""
	}
	return s
}

func tidyTexts(texts []string) []string {
	var out []string
	for _, s := range texts {
		if filled(s) {
			out = append(out, s)
		}
	}
	return out
}

// answer writes one answer, short where it says one thing only.
func (b *emitter) answer(qu *assess.Question, a assess.Answer) {
	id := quote(qu.ID)
	said := assess.Answer{Value: a.Value, Text: a.Text, Unknown: a.Unknown, NA: a.NA, Reason: a.Reason}
	alone := reflect.DeepEqual(a, said)
	switch {
	case alone && a.Unknown:
		b.line(2, id, "unknown")
		return
	case alone && a.NA:
		b.line(2, id, flowMap("not_applicable", a.Reason))
		return
	case alone && a.Text != "" && a.Text != "unknown":
		b.line(2, id, quote(a.Text))
		return
	case alone && a.Text == "" && a.Ticked == nil:
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
	b.documents(4, a.Evidence)
	b.brought(a.Brought)
	b.optional(4, "private", assess.Reveal(a.Private))
}

// brought writes what voices had said beforehand, in their order.
func (b *emitter) brought(all []assess.Brought) {
	if len(all) > 0 {
		b.line(4, "brought", "")
	}
	for _, of := range all {
		b.voice(of.Voice, "")
		b.optional(8, "note", of.Note)
		b.documents(8, of.Evidence)
		b.optional(8, "reason", of.Reason)
	}
}

// voice writes the name of a voice as a key, and what follows it.
func (b *emitter) voice(name, value string) {
	key := quote(name)
	if len(key) <= longestKey {
		b.line(6, key, value)
		return
	}
	b.WriteString("      ? " + key + "\n")
	b.line(6, "", value)
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
		b.voice(v.Voice, vote(v))
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
