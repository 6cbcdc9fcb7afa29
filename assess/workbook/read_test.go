package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What the library writes is read as it reads it itself, and with its kind.
func TestReadAgreesWithTheLibrary(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	defer f.Close()
	texts := []string{"a", "two\nlines", " led", "银行 🏦", "a\rb", "<&>", "3", "#N/A", "TRUE"}
	for i, text := range texts {
		if err := f.SetCellStr("Sheet1", cellName(t, 1+i, 1), text); err != nil {
			t.Fatal(err)
		}
	}
	for column, value := range map[int]any{2: 0.1, 3: 2.5e-7, 4: true, 5: false, 6: -3, 7: 1e20} {
		if err := f.SetCellValue("Sheet1", cellName(t, 1, column), value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellRichText("Sheet1", "A20", []excelize.RichTextRun{{Text: "rich"}, {Text: " text", Font: &excelize.Font{Bold: true}}}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	book, err := Read(out.Bytes())
	if err != nil || len(book.Sheets) != 1 {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	for i, text := range texts {
		if c := rows[i].Cells[0]; c.Value != text || c.Kind != Text || c.Column != 1 {
			t.Errorf("%q is read as %+v", text, c)
		}
	}
	for i, want := range []Cell{{2, Number, "0.1"}, {3, Number, "0.00000025"}, {4, Boolean, "TRUE"}, {5, Boolean, "FALSE"}, {6, Number, "-3"}, {7, Number, "100000000000000000000"}} {
		if c := rows[0].Cells[1+i]; c != want {
			t.Errorf("%+v is read as %+v", want, c)
		}
	}
	if last := rows[len(rows)-1]; last.Number != 20 || last.Cells[0].Value != "rich text" {
		t.Errorf("%+v", last)
	}
}

func cellName(t *testing.T, row, column int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestEscapedCharacters(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"a_x000D_b": "a\rb", "_x005F_x000D_": "_x000D_", "_xD83D__xDE00_": "😀", "_x00_": "_x00_", "snake_xcase": "snake_xcase",
	} {
		if got := unescaped(written); got != want {
			t.Errorf("%s: %q", written, got)
		}
	}
}

func TestFormatsThatShowDates(t *testing.T) {
	t.Parallel()
	for format, want := range map[string]bool{
		"yyyy-mm-dd": true, `[$-804]yyyy"年"m"月"d"日"`: true, "d.m.yy": true, "General": false, "0.00": false, `0" days"`: false,
		`[Red]0`: false, `0\d`: false, "h:mm": false, "@": false, "mmm yyyy": true, "": false,
	} {
		if showsDate(format) != want {
			t.Errorf("%s: %t", format, !want)
		}
	}
}

// A sheet that many names lead to costs each time it is read.
func TestOneSheetUnderManyNamesIsBounded(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range map[string]string{
		bookPart:                     `<workbook xmlns:r="r"><sheets>` + string(bytes.Repeat([]byte(`<sheet name="a" r:id="a"/>`), 1000)) + `</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="/worksheet" Target="a.xml"/></Relationships>`,
		"xl/a.xml":                   `<worksheet>` + string(bytes.Repeat([]byte(" "), 1<<20)) + `</worksheet>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(out.Bytes()); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}
