package codec

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess"

	"github.com/xuri/excelize/v2"
)

// kindsModel asks in every way there is: a checklist, what is typed, what is counted, options
// with help, references with an address.
func kindsModel(t testing.TB) *assess.Questionnaire {
	t.Helper()
	const text = `format: assess/questionnaire/v1
id: kinds
version: "1.0.0"
title: Kinds
levels: [{level: 1, name: Low}, {level: 2, name: Middle}, {level: 3, name: High}]
sections:
  - id: bank
    title: Bank
    references: [{text: The guide, url: "https://example.org/guide"}]
    questions:
      - {id: motto, ask: "Motto?", scored: false, input: text}
      - {id: staff, ask: "Staff?", scored: false, input: number}
      - {id: founded, ask: "Founded?", scored: false, input: date, not_applicable: forbid}
      - id: kind
        ask: "Kind?"
        scored: false
        options: [{value: 1, text: Savings.}, {value: 2, text: Retail.}]
  - id: tools
    title: Tools
    questions:
      - id: used
        ask: "Which are used?"
        select: many
        full: 3
        references: [Chapter 3]
        options:
          - {id: crm, value: 1, text: CRM., help: For all customers.}
          - {id: warehouse, value: 2, text: Warehouse.}
          - {id: lake, value: 1, text: Lake.}
          - {id: none-of-these, value: 0, text: None., exclusive: true}
      - id: kept
        ask: "Kept?"
        select: many
        options: [{id: daily, value: 1, text: Daily.}, {id: apart, value: 1, text: Apart.}]
      - id: moved
        ask: "Moved?"
        input: share
        options:
          - {value: 1, text: Few.}
          - {value: 2, text: Half., from: 0.5}
          - {value: 3, text: All., from: 0.9}
      - id: closed
        ask: "Days?"
        input: number
        better: less
        options:
          - {value: 1, text: Longer.}
          - {value: 2, text: Within 30., from: 30}
          - {value: 3, text: Within 5., from: 5}
`
	q, ds := ReadQuestionnaire("kinds.yaml", []byte(text))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	return q
}

// fillIn writes values into cells of a form by the key of the row and the column; a number
// keeps the style of its cell.
func fillIn(t *testing.T, data []byte, cells map[string]any) []byte {
	t.Helper()
	f := opened(t, data)
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	for i, row := range rows {
		for key, value := range cells {
			id, column, _ := strings.Cut(key, " ")
			if len(row) == 0 || row[0] != id {
				continue
			}
			written++
			at := fmt.Sprint(column, i+1)
			switch v := value.(type) {
			case float64:
				err = f.SetCellFloat(sheet, at, v, -1, 64)
			case string:
				err = f.SetCellStr(sheet, at, v)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if written != len(cells) {
		t.Fatalf("%d of %d cells were found", written, len(cells))
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What stands in the workbook is what stands in YAML, however a question is answered.
func TestWorkbookOfEveryKind(t *testing.T) {
	t.Parallel()
	q := kindsModel(t)
	for _, tt := range []struct {
		name  string
		cells map[string]any
		yaml  string
	}{
		{"typed", map[string]any{
			"motto D": "Safe; and sound", "staff D": 250.5, "founded D": 46349.0, "kind D": "2", "used D": "crm; lake",
			"kept D": "[]", "moved H": "8/14", "closed D": "1",
		}, "{motto: 'Safe; and sound', staff: 250.5, founded: 2026-11-23, kind: 2, used: [crm, lake], kept: [], " +
			"moved: {count: [8, 14]}, closed: 1}"},
		{"as texts", map[string]any{
			"motto D": "2026-11-23", "staff D": "-3", "founded D": "2026/1/5", "used D": "none-of-these",
			"used E": "a note", "kept D": "apart；daily", "moved D": "na", "moved G": "why",
		}, "{motto: '2026-11-23', staff: -3, founded: 2026-01-05, used: {value: [none-of-these], note: a note}, " +
			"kept: [apart, daily], moved: {not_applicable: why}}"},
		{"words", map[string]any{
			"motto D": "007", "staff D": "unknown", "founded D": "unknown", "used D": "na", "used G": "no tools",
			"kept D": "unknown",
		}, "{motto: '007', staff: {unknown: true}, founded: {unknown: true}, used: {not_applicable: no tools}, " +
			"kept: unknown}"},
	} {
		for _, language := range []string{"en", "zh"} {
			form, err := NewWorkbook(emptyBlank(q, language))
			if err != nil {
				t.Fatal(err)
			}
			tt.cells["organization C"] = "Bank"
			got, ds := ReadAnswers("a.xlsx", fillIn(t, form, tt.cells), only(q))
			if len(got) != 1 || len(ds) > 0 {
				t.Fatalf("%s: %v", tt.name, ds)
			}
			yaml := "format: assess/answers/v1\nquestionnaire: kinds\nquestionnaire_version: \"1.0.0\"\n" +
				"organization: Bank\ndate: 2026-11-23\nanswers: " + tt.yaml + "\n"
			want, ds := ReadAnswers("a.yaml", []byte(yaml), only(q))
			if len(ds) > 0 {
				t.Fatal(ds)
			}
			for i, a := range want[0].Response.Answers {
				if b := got[0].Response.Answers[i]; !reflect.DeepEqual(a, b) {
					t.Errorf("%s: %s is %+v, not %+v", tt.name, q.Questions()[i].ID, b, a)
				}
			}
		}
	}
}

func TestWorkbookOfEveryKindBlames(t *testing.T) {
	t.Parallel()
	q := kindsModel(t)
	form, err := NewWorkbook(emptyBlank(q, "en"))
	if err != nil {
		t.Fatal(err)
	}
	for answer, want := range map[string]string{
		"used D=crmm":               "crmm is no option of used",
		"used D=2":                  "2 is no option of used",
		"used D=;":                  "; is no option of used",
		"used D=[]; crm":            "no option of used",
		"used D=crm; crm":           "ticked a second time",
		"used D=crm; none-of-these": "can't be ticked beside others",
		"staff D=many":              "many",
		"founded D=5/6/2026":        "5/6/2026 is no date",
		"founded D=na":              "not accept",
		"kind D=3":                  "3 is no option of kind",
		"staff H=31":                "staff is not counted",
		"motto D=na":                "na carries its reason",
	} {
		cell, value, _ := strings.Cut(answer, "=")
		filled := fillIn(t, form, map[string]any{"organization C": "Bank", cell: value})
		records, ds := ReadAnswers("a.xlsx", filled, only(q))
		if len(records) > 0 || len(ds) == 0 || !strings.Contains(ds[0].Message, want) || ds[0].Line == 0 {
			t.Errorf("%s: %v", answer, ds)
		}
	}
}

// Each cell of an answer takes what is accepted, and says so; only what is chosen has a
// drop-down.
func TestWorkbookGuardsWhatIsTyped(t *testing.T) {
	t.Parallel()
	q := kindsModel(t)
	form, err := NewWorkbook(emptyBlank(q, "en"))
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, form)
	all, err := f.GetDataValidations(answersSheet)
	if err != nil || len(all) != len(q.Questions()) {
		t.Fatal(err, len(all))
	}
	for i, want := range []string{"", "custom", "custom", "list", "", "", "list", "list"} {
		v := all[i]
		if v.Type != want || v.ShowInputMessage == (want == "list") {
			t.Errorf("%s: %q, %+v", q.Questions()[i].ID, v.Type, v)
		}
	}
	number := strings.TrimPrefix(all[1].Sqref, "D")
	want := strings.ReplaceAll(`OR(ISNUMBER(D#),D#="unknown",D#="na")`, "#", number)
	if all[1].Formula1 != want {
		t.Errorf("%s, not %s", all[1].Formula1, want)
	}
	if strings.Contains(all[2].Formula1, `"na"`) {
		t.Error("na is taken where it is not accepted")
	}
	text, _ := f.GetCellValue(answersSheet, strings.Replace(all[4].Sqref, "D", "C", 1))
	for _, want := range []string{
		"crm  CRM.", "    For all customers.", "none-of-these  None. form.exclusive", "as in: crm; warehouse",
		"form.reference",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q has no %q", text, want)
		}
	}
}

// The YAML form tells of every kind how it is answered, and reads.
func TestFormOfEveryKind(t *testing.T) {
	t.Parallel()
	q := kindsModel(t)
	checkTemplate(t, q)
	form := string(NewAnswers(emptyBlank(q, "en")))
	for _, want := range []string{
		"form.typed.text", "form.typed.number", "form.typed.date", "form.many", "form.exclusive", "form.profile",
		"#:             crm  CRM.\n  #:                    For all customers.",
		"form.reference", "form.from", "form.up_to",
	} {
		if !strings.Contains(form, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Count(form, "form.count.") != 2 {
		t.Error("a number that is typed counts as counted")
	}
}

// What a cell has no room for is refused; the library would cut it.
func TestWorkbookCutsNothing(t *testing.T) {
	t.Parallel()
	q := kindsModel(t)
	q.Questions()[4].Help = assess.Plain(strings.Repeat("银", excelize.TotalCellChars))
	_, err := NewWorkbook(emptyBlank(q, "en"))
	if err == nil || !strings.Contains(err.Error(), "has room for 32767") {
		t.Error(err)
	}
}
