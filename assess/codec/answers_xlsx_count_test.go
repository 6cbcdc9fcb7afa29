package codec

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// countedModel has a question with a share, one with a number, and one that is not counted.
func countedModel(t *testing.T) *assess.Questionnaire {
	t.Helper()
	const text = `format: assess/questionnaire/v1
id: counted
version: "1.0.0"
title: Counted
levels: [{level: 1, name: Low}, {level: 2, name: Middle}, {level: 3, name: High}]
sections:
  - id: moving
    title: Moving
    questions:
      - id: moved
        ask: "Moved?"
        input: share
        of: core processes
        options: [{value: 1, text: Few.}, {value: 2, text: Half., from: 0.5}, {value: 3, text: All., from: 0.9}]
      - id: closed
        ask: "Days?"
        input: number
        better: less
        options: [{value: 1, text: Longer.}, {value: 2, text: Within 30., from: 30}, {value: 3, text: Within 5., from: 5}]
      - {id: owned, ask: "Owned?", options: [{value: 1, text: No.}, {value: 3, text: Yes.}]}
`
	q, ds := ReadQuestionnaire("counted.yaml", []byte(text))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	return q
}

// A workbook has a column for counts where something is counted, in every language, and it
// is read from there.
func TestWorkbookOfCounts(t *testing.T) {
	t.Parallel()
	q := countedModel(t)
	for _, language := range []string{"en", "zh"} {
		data, err := NewWorkbook(emptyBlank(q, language))
		if err != nil {
			t.Fatal(err)
		}
		f := opened(t, data)
		sheet := f.GetSheetName(0)
		rows, _ := f.GetRows(sheet)
		for i, row := range rows {
			at := func(column string, value any) {
				if err := f.SetCellValue(sheet, fmt.Sprint(column, i+1), value); err != nil {
					t.Fatal(err)
				}
			}
			switch key := strings.Join(row[:min(1, len(row))], ""); key {
			case "organization":
				at("C", "Bank")
			case "moved":
				at("H", "8/14")
			case "closed":
				at("D", 2)
				at("H", 6.5)
			case "owned":
				at("D", 3)
			}
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		got, ds := ReadAnswers("a.xlsx", out.Bytes(), only(q))
		if len(got) != 1 || len(ds) > 0 {
			t.Fatalf("%s: %v", language, ds)
		}
		for i, row := range rows {
			if len(row) > 0 && row[0] == sheetHead {
				if err := f.SetCellValue(sheet, fmt.Sprint("H", i+1), "Tally"); err != nil {
					t.Fatal(err)
				}
			}
		}
		var renamed bytes.Buffer
		if err := f.Write(&renamed); err != nil {
			t.Fatal(err)
		}
		if bad, ds := ReadAnswers("a.xlsx", renamed.Bytes(), only(q)); len(bad) > 0 || len(ds) != 2 {
			t.Errorf("%s: with another head of the counts: %v", language, ds)
		}
		for i, want := range []string{"8/14", "6.5", ""} {
			a := got[0].Response.Answers[i]
			if CountText(a.Count) != want || a.Value != assess.Num(float64(2+i/2)) {
				t.Errorf("%s: answer %d is %+v", language, i, a)
			}
		}
	}
}
