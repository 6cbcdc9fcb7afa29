package codec

import (
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess"
)

func TestWriteAnswers(t *testing.T) {
	t.Parallel()
	q := toy(t)
	empty := assess.NewResponse(q)
	empty.Organization, empty.Date = "银行 No. 1", "2026-11-23"
	full := responseOf(q, "Retail & co: a\nlong # note", "IT", 1)
	full.Answers[5] = assess.Answer{Note: "  ", Evidence: []string{" "}}
	schema := schemaPrefix + " $schema=https://example.org/answers.json"
	compare(t, "testdata/written.yaml", append(WriteAnswers(empty, WriteOptions{}), WriteAnswers(full, WriteOptions{Schema: schema})...))
	compare(t, "testdata/template.yaml", NewAnswers(emptyBlank(q, "zh")))
	checkTemplate(t, q)
}

func TestOwn(t *testing.T) {
	t.Parallel()
	q := toy(t)
	r := assess.NewResponse(q)
	r.Organization, r.Date = "Bank", "2026-11-23"
	written := string(WriteAnswers(r, WriteOptions{}))
	schema := schemaPrefix + " $schema=x"
	filled := strings.Replace(string(NewAnswers(emptyBlank(q, "en"))), "  who:\n", "  who: {value: 3, note: \"a # in quotes\"}\n", 1)
	tests := []struct {
		name, text string
		own        bool
		schema     string
	}{
		{"written", written, true, ""},
		{"written, windows", strings.ReplaceAll(written, "\n", "\r\n"), true, ""},
		{"with a schema", schema + "\n" + written, true, schema},
		{"template", string(NewAnswers(emptyBlank(q, "en"))), true, schemaPrefix + " $schema=assess-answers.schema.json"},
		{"template filled in", filled, true, schemaPrefix + " $schema=assess-answers.schema.json"},
		{"a comment above", "# mine\n" + written, false, ""},
		{"a comment below", written + "# mine\n", false, ""},
		{"a comment behind", strings.Replace(written, "Bank\n", "Bank # mine\n", 1), false, ""},
		{"a comment behind quotes", strings.Replace(written, "1.0.0\"", "1.0.0\" # \"mine", 1), false, ""},
		{"a comment after an apostrophe", strings.Replace(written, "Bank\n", "Bob's bank # it's mine\n", 1), false, ""},
		{"a comment between dashes and quotes", strings.Replace(written, "Bank\n", "a - \"x # y\"\n", 1), false, ""},
		{"no marker", strings.Replace(written, marker, "", 1), false, ""},
		{"the marker in a text", strings.Replace(written, marker, "x: \""+marker+"\"", 1), false, ""},
		{"two documents", written + "---\n" + written, false, ""},
		{"not YAML", marker + "\n[", false, ""},
		{"nothing", "", false, ""},
	}
	for _, tt := range tests {
		if own, schema := Own([]byte(tt.text)); own != tt.own || schema != tt.schema {
			t.Errorf("%s: %t %q", tt.name, own, schema)
		}
	}
}

// sayKey stands for the catalogue of the forms.
func sayKey(key string, args ...any) string {
	return strings.TrimSpace(fmt.Sprintln(append([]any{key}, args...)...))
}

// emptyBlank is a response to fill in, with keys for its texts.
func emptyBlank(q *assess.Questionnaire, language string) Blank {
	words := func(string) Say { return sayKey }
	return Blank{Questionnaire: q, Language: language, Date: "2026-11-23", Words: words}
}
