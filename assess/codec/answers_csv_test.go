package codec

import (
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess/diag"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
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

// A table says the same however a spreadsheet program left it, and warns where its encoding
// was guessed.
func TestTablesAsSpreadsheetsLeaveThem(t *testing.T) {
	t.Parallel()
	q := toy(t)
	const plain = "questionnaire,questionnaire_version,organization,respondent,role,date,who,who.note,how\n" +
		"toy,1.0.0,Bank,Ann,IT,2026-11-23,3,\"two\nlines\",0.25\n" + "toy,1.0.0,Bank,Bob,,2026-11-23,2,,1\n"
	want, ds := ReadAnswers("a.csv", []byte(plain), only(q))
	if len(want) != 2 || len(ds) > 0 {
		t.Fatal(ds)
	}
	swap := strings.NewReplacer
	semicolons := swap(",", ";", ".25", ",25").Replace(plain)
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(semicolons)
	for name, text := range map[string]string{
		"semicolons, decimal commas":   semicolons,
		"tabs, decimal commas":         swap(",", "\t", ".25", ",25").Replace(plain),
		"a line sep=":                  "sep=;\n" + semicolons,
		"a line sep= with its mark":    "\ufeffSEP=,\r\n" + plain,
		"a line sep= taken for a row":  "sep=;,,,,,,,,\n" + plain,
		"a line sep= in quotes":        "\"sep=;\"\n" + semicolons,
		"a line sep= of a tab":         "sep=\t\n" + strings.ReplaceAll(plain, ",", "\t"),
		"CR LF":                        strings.ReplaceAll(plain, "\n", "\r\n"),
		"CR":                           strings.ReplaceAll(plain, "\n", "\r"),
		"headers in capital letters":   swap("questionnaire", "QUESTIONNAIRE", "who", "Who", "date", "Date").Replace(plain),
		"headers with spaces":          swap("organization", " organization\u00a0", "how", "how ").Replace(plain),
		"columns without a name":       swap(",how\n", ",how,,\n", ",0.25\n", ",0.25,,\n").Replace(plain),
		"rows that are empty":          ",,,\n\n" + plain + ",,,,,,,,\n",
		"2026/11/23":                   strings.ReplaceAll(plain, "2026-11-23", "2026/11/23"),
		"a Chinese date":               strings.ReplaceAll(plain, "2026-11-23", "2026年11月23日"),
		"a date with a time":           strings.ReplaceAll(plain, "2026-11-23", "2026-11-23 00:00:00"),
		"a date that can be only one":  strings.ReplaceAll(plain, "2026-11-23", "23/11/2026"),
		"UTF-16 with its mark":         little,
		"UTF-16, the other way around": big,
	} {
		got, ds := ReadAnswers("a.csv", []byte(text), only(q))
		if len(got) != 2 || len(ds) > 0 {
			t.Errorf("%s: %d records, %v", name, len(got), ds)
			continue
		}
		for i := range got {
			if !reflect.DeepEqual(said(got[i]), said(want[i])) {
				t.Errorf("%s: %+v", name, said(got[i]))
			}
		}
	}
}

// A table in another encoding is read with a warning that says which; a text is refused.
func TestTablesOfOtherEncodings(t *testing.T) {
	t.Parallel()
	table := func(bank string) string {
		return "questionnaire,questionnaire_version,organization,date,who\ntoy,1.0.0," + bank + ",2026-11-23,3\n"
	}
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(table("港湾城市银行"))
	ansi, _ := charmap.Windows1252.NewEncoder().String(table("Bank für Zürich"))
	for text, want := range map[string][2]string{
		gb:   {"港湾城市银行", "the file is not UTF-8; it was read as GB18030"},
		ansi: {"Bank für Zürich", "the file is not UTF-8; it was read as Windows-1252"},
	} {
		got, ds := ReadAnswers("a.csv", []byte(text), only(toy(t)))
		if len(got) != 1 || got[0].Response.Organization != want[0] || len(ds) != 1 || ds[0].Message != want[1] || ds[0].Severity != diag.Warning {
			t.Errorf("%v", ds)
		}
		for _, name := range []string{"a.yaml", "a.json", "a.jsonl"} {
			if got, ds := ReadAnswers(name, []byte(text), only(toy(t))); len(got) > 0 || len(ds) != 1 || ds[0].Message != "the text is not UTF-8 here" {
				t.Errorf("%s: %v", name, ds)
			}
		}
	}
}
