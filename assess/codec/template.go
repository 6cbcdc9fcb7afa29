package codec

import (
	"bytes"
	"strings"

	"bankmaturity/assess"
)

// NewAnswers returns an answers file to fill in with an editor: every question
// with its options in comments, and an empty entry. The organization has to be
// filled in before it reads. The hints stand above the answers.
func NewAnswers(q *assess.Questionnaire, language, date string, hints ...string) []byte {
	var b emitter
	b.WriteString(schemaPrefix + " $schema=assess-answers.schema.json\n")
	b.WriteString(marker + "\n")
	b.comment(0, "", q.Title.In(language)+" "+q.Version)
	b.line(0, "format", answersFormat)
	b.line(0, "questionnaire", q.ID)
	b.line(0, "questionnaire_version", quoted(q.Version))
	b.line(0, "organization", "")
	b.line(0, "date", date)
	b.line(0, "respondent", "{name: , role: }")
	for _, hint := range hints {
		b.comment(0, "", hint)
	}
	b.comment(0, "", `  {value: 3, note: "…", evidence: ["…"]}   {not_applicable: "…"}   {unknown: true, note: "…"}`)
	b.line(0, "answers", "")
	var above *assess.Section
	for _, qu := range q.Questions() {
		b.WriteString("\n")
		if s := qu.Section(); s != above {
			above = s
			b.comment(2, "", "== "+s.Title.In(language))
			b.WriteString("\n")
		}
		b.question(qu, language)
	}
	return []byte(b.String())
}

// unnamed is the line of a template that waits for the organization.
const unnamed = "\norganization:\n"

// Unnamed reports whether data is a file of ours in which the organization is
// not filled in yet.
func Unnamed(data []byte) bool {
	own, _ := Own(data)
	return own && bytes.Count(data, []byte(unnamed)) == 1
}

// Name fills in the organization of an unnamed file.
func Name(data []byte, organization string) []byte {
	var b emitter
	b.line(0, "organization", quote(organization))
	return bytes.Replace(data, []byte(unnamed), []byte("\n"+b.String()), 1)
}

// question writes a question in comments and its empty entry.
func (b *emitter) question(qu *assess.Question, language string) {
	b.comment(2, "", qu.Title.In(language))
	b.comment(2, "", qu.Ask.In(language))
	widest := 0
	for _, o := range qu.Options {
		widest = max(widest, len(decimalOf(o.Value)))
	}
	for _, o := range qu.Options {
		value := decimalOf(o.Value)
		b.comment(2, "  "+strings.Repeat(" ", widest-len(value))+value+"  ", o.Text.In(language))
	}
	b.line(2, qu.ID, "")
}

// comment writes a comment of ours. What can't stand in a YAML comment becomes
// a space, so that a text stays on its line.
func (b *emitter) comment(indent int, before, text string) {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff
	}), " ")
	b.WriteString(strings.TrimRight(strings.Repeat(" ", indent)+ours+" "+before+text, " ") + "\n")
}

// ours begins every comment that a template has.
const ours = "#:"
