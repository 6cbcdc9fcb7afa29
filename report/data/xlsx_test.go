package data

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"bankmaturity/assess"
	"bankmaturity/assess/workbook"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// A readBook is a workbook that was written, read back.
type readBook struct {
	*testing.T
	*excelize.File
}

// written writes a workbook and reads it back.
func written(t *testing.T, res *assess.Result, opts Options) readBook {
	t.Helper()
	book, err := XLSX(res, opts)
	return reread(t, book, err)
}

func reread(t *testing.T, book []byte, err error) readBook {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return readBook{t, f}
}

// rows are the rows of a sheet, as the numbers and texts that its cells hold.
func (b readBook) rows(sheet string) [][]string {
	b.Helper()
	rows, err := b.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

// find returns the first cell of a sheet that holds a text, by column and row.
func (b readBook) find(sheet, text string) (column, row int) {
	b.Helper()
	for i, r := range b.rows(sheet) {
		for j, cell := range r {
			if cell == text {
				return j + 1, i + 1
			}
		}
	}
	b.Fatalf("%s: no cell holds %q", sheet, text)
	return 0, 0
}

// under returns the cell in a row below the title of a column.
func (b readBook) under(sheet, title string, row int) (raw, shown, format string) {
	b.Helper()
	column, _ := b.find(sheet, title)
	at, _ := excelize.CoordinatesToCellName(column, row)
	raw, _ = b.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	shown, _ = b.GetCellValue(sheet, at)
	id, _ := b.GetCellStyle(sheet, at)
	if style, err := b.GetStyle(id); err == nil && style.CustomNumFmt != nil {
		format = *style.CustomNumFmt
	}
	return raw, shown, format
}

// number reports whether a cell holds a number.
func (b readBook) number(sheet, at string) bool {
	kind, err := b.GetCellType(sheet, at)
	if err != nil {
		b.Fatal(err)
	}
	return kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
}

// Whatever the result: the same bytes every time, known again; no formula, no number as a
// text; every sheet prints across on the width of the paper.
func TestXLSXOfEveryCase(t *testing.T) {
	t.Parallel()
	cases := reporttest.Cases()
	for i, s := range append(reporttest.Hostile, "=1+1", "+1", "-1", "@x", "'") {
		cases["hostile "+strconv.Itoa(i)] = reporttest.Inject(s)
	}
	all := []Options{{Language: "zh", Names: true, Trace: true}, {Version: "1"}}
	for name, res := range cases {
		for _, opts := range all {
			if opts.Names != strings.HasPrefix(name, "hostile") && name != "bank" {
				continue
			}
			book, err := XLSX(res, opts)
			if !opts.Names {
				again, _ := XLSX(res, opts)
				if !bytes.Equal(book, again) || !workbook.Sealed(book) {
					t.Errorf("%s: not the same bytes, or not known again", name)
				}
			}
			noFormula(t, name, book)
			f := reread(t, book, err)
			for _, sheet := range f.GetSheetList() {
				f.check(name, sheet)
			}
		}
	}
}

func (b readBook) check(name, sheet string) {
	b.Helper()
	for i, row := range b.rows(sheet) {
		for j, text := range row {
			_, err := strconv.ParseFloat(text, 64)
			if err != nil || len(text) == 64 || strings.HasPrefix(name, "hostile") {
				continue // a checksum may be all digits
			}
			if at, _ := excelize.CoordinatesToCellName(j+1, i+1); !b.number(sheet, at) {
				b.Errorf("%s: %s!%s holds the number %s as a text", name, sheet, at, text)
			}
		}
	}
	layout, err := b.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		b.Errorf("%s: %s does not print across (%v)", name, sheet, err)
	}
}

// A score has two decimals, more where two would show a level that it has not reached, and
// stands in brackets where too little is answered; a share is a number in per cent.
func TestXLSXFormats(t *testing.T) {
	t.Parallel()
	b := &book{Teller: teller(t, reporttest.Bank(), "en")}
	for v, want := range map[float64]string{
		2.5: "0.00", 2.994: "0.00", 2.996: "0.000", 2.99996: "0.00000", 3: "0.00", 3.001: "0.00",
	} {
		if got := b.score(assess.Num(v), false); got.format != want || got.value != v {
			t.Errorf("%v is shown as %v by %s, not by %s", v, got.value, got.format, want)
		}
	}
	if got := b.score(assess.Num(2), true).format; got != `"("0.00")"` {
		t.Errorf("too few answers: %s", got)
	}
	zh := &book{Teller: teller(t, reporttest.Bank(), "zh")}
	if got := zh.score(assess.Num(2), true).format; got != `"（"0.00"）"` {
		t.Errorf("too few answers in Chinese: %s", got)
	}
	for v, want := range map[float64]string{
		0: "0.0%", 1: "0.0%", 0.9375: "0.0%", 0.9996: "0.00%", 0.9999: "0.00%", 0.99996: "0.000%", 0.0004: "0.00%",
	} {
		if got := share(assess.Num(v)).format; got != want {
			t.Errorf("%v is shown by %s, not by %s", v, got, want)
		}
	}
	if c := b.score(assess.Number{}, true); c.value != nil {
		t.Error("an undefined score is written")
	}
	for text, date := range map[string]bool{"2026-11-23": true, "1900-02-28": false, "soon": false} {
		if _, is := b.day(text).value.(string); is == date {
			t.Errorf("%q as a date: %v", text, !is)
		}
	}
}

// A level's name stands in its number's format, and no text of a user's gets out of it.
func TestXLSXLevelNames(t *testing.T) {
	t.Parallel()
	f := written(t, reporttest.Bank(), Options{})
	_, row := f.find("Sections", "Overall")
	if raw, shown, format := f.under("Sections", "Level", row); raw != "2" || shown != "2, Local" ||
		format != `0", Local"` {
		t.Errorf("level %s is shown as %s by %s", raw, shown, format)
	}
	b := &book{Teller: teller(t, reporttest.Inject(`";[Red]0"\x`), "en")}
	if got := b.level(assess.Num(2)).format; strings.Count(got, `"`) != 2 || strings.Contains(got, `\`) {
		t.Errorf("a level's name leaves its quotes: %s", got)
	}
}

// A text that a cell has no room for says where it was cut, in whatever characters.
func TestXLSXSaysWhereATextIsCut(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"a", "银", "🏦"} {
		b := &book{Teller: teller(t, reporttest.Bank(), "en")}
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

func teller(t *testing.T, res *assess.Result, language string) *words.Teller {
	t.Helper()
	told, err := words.Tell(res, language, false, words.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// noFormula holds a workbook to having none.
func noFormula(t *testing.T, name string, book []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		xml, err := io.ReadAll(r)
		if err != nil || strings.Contains(part.Name, "worksheets/") && bytes.Contains(xml, []byte("<f>")) {
			t.Errorf("%s: a formula in %s (%v)", name, part.Name, err)
		}
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// hasPart reports whether a workbook holds a file of a name.
func hasPart(t *testing.T, book []byte, name string) bool {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == name })
}
