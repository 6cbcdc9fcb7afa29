//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A flavour is one way in which people and programs spell the same answers.
type flavour struct {
	name  string
	ext   string
	alter func(*response) // what is said otherwise; nil leaves it
	spell func(response) string
}

// flavours are the spellings of the second table; form is the empty one that `assess new
// answers` writes.
func flavours(form string) []flavour {
	own := style{indent: "  ", head: true}
	return []flavour{
		{"our own", ".yaml", nil, own.yaml},
		{"votes", ".yaml", votes, own.yaml},
		{"parked questions", ".yaml", parked, own.yaml},
		{"31 December", ".yaml", func(r *response) { r.date = "2026-12-31" }, own.yaml},
		{"CR LF", ".yaml", nil, func(r response) string { return strings.ReplaceAll(own.yaml(r), "\n", "\r\n") }},
		{"byte order mark", ".yaml", nil, func(r response) string { return "\ufeff" + own.yaml(r) }},
		{"begins with ---", ".yaml", nil, func(r response) string { return "---\n" + own.yaml(r) }},
		{"a comment behind each value", ".yaml", nil, style{indent: "  ", comment: true}.yaml},
		{"{value: 3} in one line", ".yaml", nil, style{indent: "  ", flow: true}.yaml},
		{"texts in double quotes", ".yaml", nil, style{indent: "  ", text: double, date: double}.yaml},
		{"as PyYAML writes", ".yaml", nil, style{indent: "", text: plainText, date: single, sorted: true}.yaml},
		{"as js-yaml writes", ".yaml", nil, style{indent: "  ", date: single}.yaml},
		{"as ruamel.yaml writes", ".yaml", nil, style{indent: "", date: plainText}.yaml},
		{"the filled form of assess new answers", ".yaml", nil, filled(form)},
		{"JSON", ".json", nil, func(r response) string { return text(json.Marshal(plain(r))) }},
		{"JSON, indented", ".json", nil, func(r response) string {
			return text(json.MarshalIndent(plain(r), "", "  "))
		}},
		{`JSON with \u escapes`, ".json", chinese, func(r response) string {
			return escaped(text(json.Marshal(plain(r))))
		}},
		{"JSON with nulls", ".json", nulls, func(r response) string { return text(json.Marshal(plain(r))) }},
		{"JSON, keys sorted", ".json", nil, func(r response) string {
			var all map[string]any
			_ = json.Unmarshal([]byte(text(json.Marshal(plain(r)))), &all)
			return text(json.Marshal(all))
		}},
	}
}

func parked(r *response) { r.parked = []string{r.answers[3].id, r.answers[7].id} }

func votes(r *response) {
	for i := range r.answers {
		if a := &r.answers[i]; a.value > 0 {
			a.votes = []int{a.value, max(1, a.value-1), min(5, a.value+1)}
		}
	}
}

func nulls(r *response) {
	for i := range r.answers {
		if r.answers[i].unknown {
			r.answers[i] = answer{id: r.answers[i].id, null: true}
		}
	}
}

func chinese(r *response) {
	for i := range r.answers {
		if r.answers[i].note != "" {
			r.answers[i].note = "两家分行可见"
		}
	}
}

// filled writes answers into the form, line by line, as a person would.
func filled(form string) func(response) string {
	return func(r response) string {
		out := strings.NewReplacer("\norganization:\n", "\norganization: "+r.organization+"\n",
			"{name: , role: }", "{name: "+r.name+", role: Retail banking}").Replace(form)
		var fill []string
		for _, a := range r.answers {
			value := fmt.Sprint(a.value)
			switch {
			case a.reason != "":
				value = fmt.Sprintf("{not_applicable: %q}", a.reason)
			case a.unknown:
				value = "unknown"
			case a.note != "":
				value = fmt.Sprintf("{value: %d, note: %q, evidence: [%q]}", a.value, a.note, a.evidence)
			}
			fill = append(fill, "\n  "+a.id+":\n", "\n  "+a.id+": "+value+"\n")
		}
		return strings.NewReplacer(fill...).Replace(out)
	}
}

func text(data []byte, err error) string {
	if err != nil {
		panic(err)
	}
	return string(data)
}

// escaped writes every character beyond ASCII as an escape.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// How a scalar is written.
func plainText(s string) string { return s }
func double(s string) string    { return `"` + s + `"` }
func single(s string) string    { return "'" + s + "'" }

// A style is how a program lays out YAML.
type style struct {
	indent     string // of a list below its key
	head       bool   // begins with the line by which assess knows its own
	comment    bool   // behind every value
	flow       bool   // a value alone is a mapping in one line
	sorted     bool   // keys in alphabetical order
	text, date func(string) string
}

func (s style) yaml(r response) string {
	if s.text == nil {
		s.text = plainText
	}
	if s.date == nil {
		s.date = plainText
	}
	var b strings.Builder
	if s.head {
		b.WriteString("# Written by assess. Comments of your own are not kept when it saves.\n")
	}
	tail := "\n"
	if s.comment {
		tail = " # said\n"
	}
	version := `"` + r.version + `"`
	top := func() {
		fmt.Fprintf(&b, "date: %s%sformat: assess/answers/v1%s", s.date(r.date), tail, tail)
		fmt.Fprintf(&b, "organization: %s%s", s.text(r.organization), tail)
		if r.parked != nil {
			fmt.Fprintf(&b, "parked:\n")
			for _, id := range r.parked {
				fmt.Fprintf(&b, "%s- %s%s", s.indent, id, tail)
			}
		}
		fmt.Fprintf(&b, "questionnaire: bank-digital%squestionnaire_version: %s%s", tail, version, tail)
		fmt.Fprintf(&b, "respondent:\n  name: %s%s", s.text(r.name), tail)
		fmt.Fprintf(&b, "  role: %s%s", s.text("Retail banking"), tail)
	}
	if !s.sorted {
		top()
	}
	b.WriteString("answers:\n")
	for _, a := range r.answers {
		s.entry(&b, a, tail)
	}
	if s.sorted {
		top()
	}
	return b.String()
}

func (s style) entry(b *strings.Builder, a answer, tail string) {
	switch {
	case a.reason != "" && (s.flow || s.head):
		fmt.Fprintf(b, "  %s: {not_applicable: %s}%s", a.id, s.text(a.reason), tail)
	case a.reason != "":
		fmt.Fprintf(b, "  %s:\n    not_applicable: %s%s", a.id, s.text(a.reason), tail)
	case a.unknown:
		fmt.Fprintf(b, "  %s: %s%s", a.id, s.text("unknown"), tail)
	case a.note == "" && a.votes == nil && s.flow:
		fmt.Fprintf(b, "  %s: {value: %d}%s", a.id, a.value, tail)
	case a.note == "" && a.votes == nil:
		fmt.Fprintf(b, "  %s: %d%s", a.id, a.value, tail)
	default:
		fmt.Fprintf(b, "  %s:\n", a.id)
		if a.evidence != "" {
			fmt.Fprintf(b, "    evidence:\n    %s- %s%s", s.indent, s.text(a.evidence), tail)
		}
		if a.note != "" {
			fmt.Fprintf(b, "    note: %s%s", s.text(a.note), tail)
		}
		fmt.Fprintf(b, "    value: %d%s", a.value, tail)
		if a.votes != nil {
			fmt.Fprintf(b, "    votes: {Retail: %d, IT: %d, Risk: %d}%s", a.votes[0], a.votes[1], a.votes[2], tail)
		}
	}
}

// plain is a response as JSON has it, keys in the order of the file.
func plain(r response) any {
	type respondent struct {
		Name string `json:"name"`
	}
	return struct {
		Format       string     `json:"format"`
		Model        string     `json:"questionnaire"`
		Version      string     `json:"questionnaire_version"`
		Organization string     `json:"organization"`
		Date         string     `json:"date"`
		Respondent   respondent `json:"respondent"`
		Answers      entries    `json:"answers"`
	}{"assess/answers/v1", "bank-digital", r.version, r.organization, r.date, respondent{r.name}, r.answers}
}

// entries are an object in the order of the questionnaire.
type entries []answer

func (e entries) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, a := range e {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", a.id)
		switch {
		case a.null:
			b.WriteString("null")
		case a.reason != "":
			fmt.Fprintf(&b, `{"not_applicable":%q}`, a.reason)
		case a.unknown:
			b.WriteString(`"unknown"`)
		case a.note != "":
			fmt.Fprintf(&b, `{"value":%d,"note":%q,"evidence":[%q]}`, a.value, a.note, a.evidence)
		default:
			fmt.Fprint(&b, a.value)
		}
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}
