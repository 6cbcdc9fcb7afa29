package codec

import (
	"reflect"
	"testing"
)

// One response reads the same from every format.
func TestFormatsAgree(t *testing.T) {
	t.Parallel()
	q := toy(t)
	yaml := "format: assess/answers/v1\nquestionnaire: toy\nquestionnaire_version: \"1.0.0\"\norganization: Bänk\ndate: 2026-11-23\nrespondent: {name: Ann, role: IT}\nanswers:\n" +
		"  who: {value: 3, note: \"two\\nlines, said; so\", evidence: [\"a;b\", c]}\n  when: {not_applicable: \"why, not\"}\n  how: unknown\n"
	lines := `{"format":"assess/answers/v1","questionnaire":"toy","questionnaire_version":"1.0.0","organization":"Bänk","date":"2026-11-23","respondent":{"name":"Ann","role":"IT"},` +
		`"answers":{"who":{"value":3,"note":"two\nlines, said; so","evidence":["a;b","c"]},"when":{"not_applicable":"why, not"},"how":"unknown"}}` + "\n"
	table := func(sep, eol string) string {
		head := []string{"questionnaire", "questionnaire_version", "organization", "respondent", "role", "date", "who", "who.note", "who.evidence", "when", "when.reason", "how", "why"}
		row := []string{"toy", "1.0.0", "Bänk", "Ann", "IT", "2026-11-23", "3.0", "\"two\nlines, said; so\"", "\"a;;b; c\"", "na", "\"why, not\"", "unknown", ""}
		out := "\ufeff"
		for _, r := range [][]string{head, row, make([]string, len(row))} {
			for i, c := range r {
				if i > 0 {
					out += sep
				}
				out += c
			}
			out += eol
		}
		return out
	}
	want, ds := ReadAnswers("a.yaml", []byte(yaml), only(q))
	if len(want) != 1 || len(ds) > 0 {
		t.Fatal(ds)
	}
	for name, text := range map[string]string{
		"a.json": lines, "a.jsonl": lines, "a.csv": table(",", "\n"), "semicolons.csv": table(";", "\r\n"), "tabs.csv": table("\t", "\n"),
	} {
		got, ds := ReadAnswers(name, []byte(text), only(q))
		if len(got) != 1 || len(ds) > 0 {
			t.Errorf("%s: %v", name, ds)
			continue
		}
		a, b := *want[0].Response, *got[0].Response
		a.Source, a.File, a.SHA256, b.Source, b.File, b.SHA256 = "", "", "", "", "", ""
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: %+v, not %+v", name, b, a)
		}
	}
}
