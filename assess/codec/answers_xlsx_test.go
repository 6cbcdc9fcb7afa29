package codec

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/workbook"

	"github.com/xuri/excelize/v2"
)

// answersSheet is the name of the sheet to fill in.
const answersSheet = "Answers"

// headOfSheet is the row that names the columns.
var headOfSheet = []string{sheetHead, "Question", "What it asks, and the answers", "Answer", "Note", "Documents that show it (separate with ;)", "Why not applicable"}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// filled fills in the workbook of toy: cells by name.
func filledSheet(t testing.TB, cells map[string]any) []byte {
	t.Helper()
	data, err := NewWorkbook(emptyBlank(toy(t), "en"))
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, data)
	for cell, value := range cells {
		if err := f.SetCellValue(answersSheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// where finds the row of a key in the hidden column.
func where(t testing.TB, key string) int {
	t.Helper()
	f := opened(t, filledSheet(t, nil))
	rows, _ := f.GetRows(answersSheet)
	for i, r := range rows {
		if len(r) > 0 && r[0] == key {
			return i + 1
		}
	}
	t.Fatalf("no row %s", key)
	return 0
}

func TestWorkbookReadsBack(t *testing.T) {
	t.Parallel()
	q := toy(t)
	at := func(column, key string) string { return fmt.Sprint(column, where(t, key)) }
	data := filledSheet(t, map[string]any{
		at("C", "organization"): "Bänk", at("C", "respondent"): "Ann", at("C", "role"): "IT",
		at("D", "who"): 3, at("E", "who"): "two\nlines, said; so", at("F", "who"): "a;;b; c",
		at("D", "when"): "na", at("G", "when"): "why, not", at("D", "how"): "unknown",
	})
	got, ds := ReadAnswers("a.xlsx", data, only(q))
	if len(got) != 1 || len(ds) > 0 {
		t.Fatal(ds)
	}
	yaml := "format: assess/answers/v1\nquestionnaire: toy\nquestionnaire_version: \"1.0.0\"\norganization: Bänk\ndate: 2026-11-23\nrespondent: {name: Ann, role: IT}\nanswers:\n" +
		"  who: {value: 3, note: \"two\\nlines, said; so\", evidence: [\"a;b\", c]}\n  when: {not_applicable: \"why, not\"}\n  how: unknown\n"
	want, _ := ReadAnswers("a.yaml", []byte(yaml), only(q))
	a, b := *want[0].Response, *got[0].Response
	a.Source, a.File, a.SHA256, b.Source, b.File, b.SHA256 = "", "", "", "", "", ""
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%+v, not %+v", b, a)
	}
}

func TestWorkbookErrorsNameTheCell(t *testing.T) {
	t.Parallel()
	cell := fmt.Sprint("D", where(t, "who"))
	data := filledSheet(t, map[string]any{fmt.Sprint("C", where(t, "organization")): "Bank", cell: 9, fmt.Sprint("D", where(t, "when")): "na", fmt.Sprint("C", where(t, "date")): 46349})
	records, ds := ReadAnswers("a.xlsx", data, only(toy(t)))
	if len(records) > 0 || len(ds) != 2 || ds[0].Line != where(t, "who") || ds[0].Column != 4 || !strings.HasPrefix(ds[0].Message, "cell "+cell+": 9 is no option") {
		t.Errorf("%+v", ds)
	}
	for name, bad := range map[string][]byte{"none.xlsx": []byte("PK"), "empty.xlsx": nil} {
		if records, ds := ReadAnswers(name, bad, only(toy(t))); len(records) > 0 || len(ds) != 1 {
			t.Errorf("%s: %v", name, ds)
		}
	}
	f := excelize.NewFile()
	var other bytes.Buffer
	if err := f.Write(&other); err != nil {
		t.Fatal(err)
	}
	if records, ds := ReadAnswers("other.xlsx", other.Bytes(), only(toy(t))); len(records) > 0 || len(ds) != 1 {
		t.Errorf("another workbook: %v", ds)
	}
}

// The same questionnaire gives the same bytes, and they are known again.
func TestWorkbookIsDeterministic(t *testing.T) {
	t.Parallel()
	var first []byte
	for range 3 {
		data, err := NewWorkbook(emptyBlank(toy(t), "en"))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) || !workbook.Sealed(data) {
			t.Fatal("the workbook differs from run to run")
		}
	}
	if workbook.Sealed(filledSheet(t, map[string]any{"C5": "x"})) {
		t.Error("a workbook that was filled in counts as untouched")
	}
}

// No text of a questionnaire starts a formula.
func TestWorkbookHasNoFormulas(t *testing.T) {
	t.Parallel()
	q := toy(t)
	q.Title = assess.Plain("=1+1")
	for _, qu := range q.Questions() {
		qu.Title, qu.Ask = assess.Plain("=1+1"), assess.Plain("+cmd")
	}
	data, err := NewWorkbook(emptyBlank(q, "en"))
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, data)
	rows, _ := f.GetRows(answersSheet)
	for i, r := range rows {
		for j := range r {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, _ := f.GetCellFormula(answersSheet, name); formula != "" {
				t.Errorf("%s holds a formula: %s", name, formula)
			}
		}
	}
}

// TRUE is no 1, and a row that lost its id is not passed over.
func TestWorkbookLosesNothing(t *testing.T) {
	t.Parallel()
	named := fmt.Sprint("C", where(t, "organization"))
	for name, tt := range map[string]struct {
		cells map[string]any
		want  string
	}{
		"TRUE":  {map[string]any{fmt.Sprint("D", where(t, "who")): true}, "TRUE is no answer"},
		"FALSE": {map[string]any{fmt.Sprint("D", where(t, "who")): false}, "FALSE is no answer"},
		"no id": {map[string]any{fmt.Sprint("A", where(t, "who")): "", fmt.Sprint("E", where(t, "who")): "a note"}, "no id in the hidden column"},
		"1":     {map[string]any{fmt.Sprint("D", where(t, "who")): 1}, ""},
	} {
		tt.cells[named] = "Bank"
		records, ds := ReadAnswers("a.xlsx", filledSheet(t, tt.cells), only(toy(t)))
		if tt.want == "" {
			if len(ds) > 0 || records[0].Response.Answers[0].Value != assess.Num(1) {
				t.Errorf("%s: %v", name, ds)
			}
		} else if len(ds) != 1 || !strings.Contains(ds[0].Message, tt.want) {
			t.Errorf("%s: %v", name, ds)
		}
	}
}

// A question with more options than a drop-down holds has one all the same.
func TestWorkbookOfManyOptions(t *testing.T) {
	t.Parallel()
	q := toy(t)
	who := q.Question("who")
	who.Options = nil
	for i := range 90 {
		who.Options = append(who.Options, assess.Option{Value: float64(i + 1), Text: assess.Plain("x")})
	}
	data, err := NewWorkbook(emptyBlank(q, "en"))
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, data)
	row := where(t, "who")
	lists, err := f.GetDataValidations(answersSheet)
	if err != nil || len(lists) != len(q.Questions()) || lists[0].Formula1 != fmt.Sprintf("$H$%d:$CU$%d", row, row) {
		t.Fatal(err, len(lists), lists[0].Formula1)
	}
	if records, ds := ReadAnswers("a.xlsx", data, only(q)); len(records) > 0 || len(ds) != 1 || ds[0].Path != "organization" {
		t.Errorf("the choices of the list are not passed over: %v", ds)
	}
	last, _ := f.GetCellValue(answersSheet, fmt.Sprintf("CU%d", row))
	if visible, _ := f.GetColVisible(answersSheet, "CU"); last != "na" || visible {
		t.Errorf("the list ends with %s; it is seen: %t", last, visible)
	}
}
