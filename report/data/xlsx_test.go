package data

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"bankmaturity/assess"
	"bankmaturity/assess/workbook"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// The workbook says the same numbers, is the same every time, is known again, and
// starts no formula.
func TestXLSX(t *testing.T) {
	t.Parallel()
	for name, res := range map[string]*assess.Result{
		"bank": reporttest.Bank(), "hostile": reporttest.Inject("=1+1"),
		"nothing": reporttest.Cases()["no-response"], "one": reporttest.Cases()["one-question"],
	} {
		book, err := XLSX(res, Options{Version: "0.1.0"})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := XLSX(res, Options{Version: "0.1.0"})
		if !bytes.Equal(book, again) || !workbook.Sealed(book) {
			t.Errorf("%s: not the same bytes, or not known again", name)
		}
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			rows, _ := f.GetRows(sheet)
			for i, r := range rows {
				for j := range r {
					at, _ := excelize.CoordinatesToCellName(j+1, i+1)
					if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
						t.Errorf("%s: %s!%s is a formula: %s", name, sheet, at, formula)
					}
				}
			}
		}
		at := "B6"
		if res.Provisional() > 0 { // which is said first
			at = "B7"
		}
		score, _ := f.GetCellValue("Summary", at, excelize.Options{RawCellValue: true})
		if want := decimal(res.Overall.Score); score != want {
			t.Errorf("%s: the score is %s, not %s", name, score, want)
		}
		_ = f.Close()
	}
}

// A text that a cell has no room for says where it was cut, in whatever characters.
func TestXLSXSaysWhereATextIsCut(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"a", "银", "🏦"} {
		b := &book{Teller: teller(t)}
		whole := strings.Repeat(letter, excelize.TotalCellChars/len(utf16.Encode([]rune(letter))))
		if b.cut(whole) != whole {
			t.Errorf("%s: what a cell has room for is cut", letter)
		}
		got := b.cut(whole + letter)
		if n := len(utf16.Encode([]rune(got))); n > excelize.TotalCellChars || n < excelize.TotalCellChars-2 {
			t.Errorf("%s: %d characters are left", letter, n)
		}
		if !strings.HasSuffix(got, "other formats have the whole text)") {
			t.Errorf("%s: it ends with %s", letter, got[len(got)-60:])
		}
	}
}

func teller(t *testing.T) *words.Teller {
	t.Helper()
	res := reporttest.Bank()
	told, err := words.Tell(res, "en", false, words.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return told
}
