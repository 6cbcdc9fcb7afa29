package codec

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"

	"github.com/xuri/excelize/v2"
)

// said is what a response says, wherever it was read.
func said(r Record) assess.Response {
	out := *r.Response
	out.Source, out.File, out.SHA256, out.Warnings = "", "", "", nil
	return out
}

// Columns in any order, with others between them, and rows in any order, fields and head
// among them, say the same.
func TestWorkbookIsReadByHeaderAndID(t *testing.T) {
	t.Parallel()
	base := answersOf("Lin",
		[]any{"who", "Who", "Who decides?\n1  None.", typed{t: "n", v: "3"}, "a note", "a;;b; c"},
		[]any{"when", "When", "When is it decided?", "na", "", "", "why, not"},
		[]any{"how", "How", "How is it done?", typed{t: "n", v: "2.5000000000000000E-1"}, typed{t: "date", v: "46349"}},
		[]any{"", "Practice"},
		[]any{"why", "Why", "Why is it done?", "unknown"},
	).with(7, 3, typed{t: "date", v: "46349"})
	q := toy(t)
	want, ds := ReadAnswers("a.xlsx", bookOf(t, base), only(q))
	if len(want) != 1 || len(ds) > 0 || want[0].Response.Date != "2026-11-23" || want[0].Response.Answers[3].Value != assess.Num(0.25) || want[0].Response.Answers[3].Note != "2026-11-23" {
		t.Fatalf("%v %+v", ds, want)
	}
	random := rand.New(rand.NewPCG(18, 4))
	for range 300 {
		moved := testSheet{name: "Lin"}
		columns := random.Perm(len(headOfSheet) + random.IntN(3))
		rows := random.Perm(len(base.rows))
		for _, from := range rows {
			row := make([]any, len(columns))
			for i, cell := range base.rows[from] {
				row[columns[i]] = cell
			}
			moved.rows = append(moved.rows, row)
			if random.IntN(5) == 0 {
				moved.rows = append(moved.rows, nil)
			}
		}
		got, ds := ReadAnswers("a.xlsx", bookOf(t, moved), only(q))
		if len(got) != 1 || len(ds) > 0 || !reflect.DeepEqual(said(got[0]), said(want[0])) {
			t.Fatalf("columns %v, rows %v: %v", columns, rows, ds)
		}
	}
}

// Rows that were sorted in part give answers to no other question: they are read as they
// were, or blamed.
func TestRowsSortedWithoutTheirIDs(t *testing.T) {
	t.Parallel()
	q := toy(t)
	var rows [][]any
	for i, qu := range q.Questions() {
		rows = append(rows, []any{qu.ID, qu.Title.In("en"), qu.Ask.In("en"), fmt.Sprint(1 + i%2)})
	}
	random := rand.New(rand.NewPCG(18, 5))
	for range 50 {
		var mixed [][]any
		same := true
		for i, from := range random.Perm(len(rows)) {
			mixed = append(mixed, append([]any{rows[i][0]}, rows[from][1:]...))
			same = same && i == from
		}
		_, ds := ReadAnswers("a.xlsx", bookOf(t, answersOf("Lin", mixed...)), only(q))
		if diag.Errors(ds) == same {
			t.Fatalf("sorted %t: %v", !same, ds)
		}
	}
}

// Each filled sheet is a response, named as records are.
func TestSheetsAreResponses(t *testing.T) {
	t.Parallel()
	hidden := answersOf("Old", []any{"who", "", "", "1"})
	hidden.state = "hidden"
	data := bookOf(t, hidden, answersOf("Lin", []any{"who", "", "", "3"}), answersOf("Empty"), answersOf("Wang", []any{"who", "", "", "2"}))
	records, ds := ReadAnswers("a.xlsx", data, only(toy(t)))
	if len(records) != 2 || diag.Errors(ds) || len(ds) != 2 {
		t.Fatalf("%d records, %v", len(records), ds)
	}
	for i, want := range []struct{ name, source string }{{"Lin", "a.xlsx#1"}, {"Wang", "a.xlsx#2"}} {
		if r := records[i].Response; r.Respondent != want.name || r.Source != want.source || r.SHA256 == "" {
			t.Errorf("%+v", r)
		}
	}
	d := records[1].Blame("organization", diag.Error, "another bank", "")
	if d.Line != 4 || d.Column != 3 || d.Message != "sheet Wang, cell C4: another bank" {
		t.Errorf("%+v", d)
	}
}

// What a person does in a spreadsheet program to the workbook that is written: columns
// inserted, a filter, hidden rows, a drop-down taken away.
func TestWorkbookThatWasWorkedOn(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "zh"} {
		data, err := NewWorkbook(emptyBlank(toy(t), language))
		if err != nil {
			t.Fatal(err)
		}
		f := opened(t, data)
		sheet := f.GetSheetName(0)
		row := where(t, "who")
		do := func(errs ...error) {
			for _, err := range errs {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		do(f.UnprotectSheet(sheet), f.SetCellStr(sheet, "C5", "Bank"), f.SetCellInt(sheet, fmt.Sprint("D", row), 2))
		do(f.InsertCols(sheet, "D", 2), f.InsertCols(sheet, "A", 1), f.SetRowVisible(sheet, row, false))
		do(f.AutoFilter(sheet, "A9:J20", nil))
		var out bytes.Buffer
		do(f.Write(&out))
		records, ds := ReadAnswers("a.xlsx", out.Bytes(), only(toy(t)))
		if len(records) != 1 || len(ds) > 0 || records[0].Response.Answers[0].Value != assess.Num(2) {
			t.Fatalf("%s: %d records, %v", language, len(records), ds)
		}
	}
}

// A workbook that the first edition wrote, and somebody filled in, reads as it did then.
func TestWorkbookOfTheFirstEdition(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "zh"} {
		data, err := os.ReadFile("testdata/first-edition-" + language + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		got, ds := ReadAnswers("a.xlsx", data, only(toy(t)))
		yaml := strings.Join([]string{
			"format: assess/answers/v1", "questionnaire: toy", `questionnaire_version: "1.0.0"`, "organization: Bänk", "date: 2026-11-23",
			"respondent: {name: Ann, role: IT}", "answers:",
			`  who: {value: 3, note: "two\nlines", evidence: ["a;b", c]}`, `  when: {not_applicable: "why, not"}`, "  how: 0.25", "  why: unknown", "",
		}, "\n")
		want, _ := ReadAnswers("a.yaml", []byte(yaml), only(toy(t)))
		if len(got) != 1 || len(ds) > 0 || !reflect.DeepEqual(said(got[0]), said(want[0])) {
			t.Errorf("%s: %v", language, ds)
		}
	}
}

// A comment that hangs on a cell is no note, and named.
func TestWorkbookWithComments(t *testing.T) {
	t.Parallel()
	f := opened(t, filledSheet(t, map[string]any{"C5": "Bank"}))
	if err := f.AddComment(answersSheet, excelize.Comment{Cell: "D11", Author: "Lin", Text: "only in retail"}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	records, ds := ReadAnswers("a.xlsx", out.Bytes(), only(toy(t)))
	if len(records) != 1 || len(ds) != 1 || ds[0].Message != "cell D11: the comment on this cell is not read" || ds[0].Hint != "write it into the column Note" {
		t.Error(ds)
	}
}

// Days are counted from 1904 where the workbook says so.
func TestWorkbookOf1904(t *testing.T) {
	t.Parallel()
	f := opened(t, filledSheet(t, map[string]any{"C5": "Bank", "C8": 46349 - 1462}))
	on := true
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	records, ds := ReadAnswers("a.xlsx", out.Bytes(), only(toy(t)))
	if len(records) != 1 || records[0].Response.Date != "2026-11-23" {
		t.Error(ds)
	}
}
