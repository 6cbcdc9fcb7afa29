package codec

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// importMapHead tells whoever completes a map what to write.
const importMapHead = `# Written by assess import for a person to complete: null stands where it did not understand.
# Behind the header of a column stands the id of a question (id[option] where an option has a column
# of its own), organization, respondent, role, date, or ignore. Behind a date with the year last, write
# date month/day/year or date day/month/year.
# Behind a text stands an option's value (of a list the id, or [id, id]; true or false where the option
# has a column), unknown, {not_applicable: why}, or ignore: then the answer stays open.
`

// longestOnOneLine is how many characters YAML takes for a key on one line with its value.
const longestOnOneLine = 500

// writeMap writes what was understood, and null for what was not.
func (m *importer) writeMap() []byte {
	m.preview()
	var b emitter
	b.WriteString(importMapHead)
	b.line(0, "format", importMapFormat)
	b.line(0, "questionnaire", quote(m.q.ID))
	b.line(0, "header_rows", strconv.Itoa(m.headers))
	b.line(0, "columns", "")
	for _, c := range m.columns {
		switch {
		case !c.filled:
		case c.holds == target{}:
			b.mapped(2, c.key, "null", c.may)
		default:
			b.mapped(2, c.key, quotedTarget(c.holds), nil)
		}
	}
	begun := false
	for _, qu := range m.q.Questions() {
		r := m.readers[qu]
		if r == nil || len(r.texts) == 0 {
			continue
		}
		if !begun {
			b.line(0, "texts", "")
			begun = true
		}
		b.line(2, quote(qu.ID), "")
		for _, text := range r.texts {
			near := []string(nil)
			if r.said[text].kind == unread {
				near = append(near, r.said[text].near...)
			}
			b.mapped(4, text, r.said[text].String(), near)
		}
	}
	return []byte(b.String())
}

// preview reads the columns of which nobody can tell what they hold as answers to the question
// that is nearest, so that the map lists their texts too.
func (m *importer) preview() {
	for _, c := range m.columns {
		i := slices.IndexFunc(c.may, func(id string) bool { return m.q.Question(id) != nil })
		if !c.filled || c.holds != (target{}) || i < 0 {
			continue
		}
		r := m.reader(m.q.Question(c.may[i]))
		for _, row := range m.body() {
			if in, ok := row.in(c.number); ok {
				r.read(m, in.value, row.number)
			}
		}
	}
}

// quotedTarget is a target as a value of YAML.
func quotedTarget(t target) string {
	if t.option != "" {
		return quoted(t.String())
	}
	return quote(t.String())
}

// mapped writes what a header or text means, with what it may mean where that is not known.
func (b *emitter) mapped(indent int, key, value string, near []string) {
	if len(near) > 0 {
		value += " # nearest: " + strings.Join(near, ", ")
	}
	if utf8.RuneCountInString(key) <= longestOnOneLine {
		b.line(indent, quoted(key), value)
		return
	}
	space := strings.Repeat(" ", indent)
	b.WriteString(space + "? " + quoted(key) + "\n" + space + ": " + value + "\n")
}
