package codec

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/workbook"
)

// part is a file inside a workbook.
type part struct {
	name string
	data []byte
}

// parts unpacks a workbook.
func parts(f testing.TB, data []byte) []part {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		f.Fatal(err)
	}
	var all []part
	for _, file := range r.File {
		in, err := file.Open()
		if err != nil {
			f.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, part{file.Name, text})
	}
	return all
}

// packed puts a workbook together again, one part of it replaced.
func packed(t *testing.T, all []part, pick int, text []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, p := range all {
		if i == pick {
			p.data = text
		}
		one, err := w.CreateHeader(&zip.FileHeader{Name: p.name})
		if err == nil {
			_, err = one.Write(p.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Whatever stands in one part of a workbook, it is read or blamed, and so are the
// same bytes in the place of the whole file.
func FuzzWorkbook(f *testing.F) {
	q := toy(f)
	base := filledSheet(f, map[string]any{
		fmt.Sprint("C", where(f, "organization")): "Bank",
		fmt.Sprint("D", where(f, "who")):          3,
		fmt.Sprint("E", where(f, "who")):          "two\nlines",
		fmt.Sprint("D", where(f, "when")):         "na",
		fmt.Sprint("G", where(f, "when")):         "why",
	})
	readable(f, q, base)
	all := parts(f, base)
	for i, p := range all {
		f.Add(byte(i), p.data)
	}
	f.Fuzz(func(t *testing.T, pick byte, text []byte) {
		for _, data := range [][]byte{packed(t, all, int(pick)%len(all), text), text} {
			records, ds := ReadAnswers("a.xlsx", data, only(q))
			if (records == nil) != diag.Errors(ds) {
				t.Fatalf("%d records, diagnostics %v", len(records), ds)
			}
			for _, r := range records {
				readsBack(t, r.Questionnaire, r.Response)
				assess.Score(assess.Alone(r.Response))
			}
		}
	})
}

// readable fails where the workbook that is mutated can't be read itself.
func readable(t testing.TB, q *assess.Questionnaire, data []byte) {
	t.Helper()
	if records, ds := ReadAnswers("a.xlsx", data, only(q)); len(records) != 1 || len(ds) > 0 {
		t.Fatal(ds)
	}
}

// Whatever is typed into the cells, it is read or blamed, the blame names a cell,
// and what was read is an answer like any other.
func FuzzCells(f *testing.F) {
	q := toy(f)
	for _, s := range []string{"", "3", "na", "N/A", "unknown", "1e400", "46349", "-1", "2958466", "2026-11-23", "a;;b; c", "=1+1", "\x00\x1b", "\u0085\u2028", "银行 🏦", "two\nlines", "\ufffe", "_x0041_", " lead"} {
		f.Add(s, "note", "2026-11-23")
		f.Add("3", s, "2026-11-23")
		f.Add("na", "why", s)
	}
	typedIn := func(t testing.TB, answer, words, date string) []byte {
		return bookOf(t, answersOf("Lin", []any{"who", "", "", answer, words, words, words}, []any{"when", "", "", "na", "", words, words},
			[]any{"how", "", "", "2", words, answer}).with(5, 3, words).with(7, 3, date))
	}
	readable(f, q, typedIn(f, "na", "why", "2026-11-23"))
	f.Fuzz(func(t *testing.T, answer, words, date string) {
		data := typedIn(t, answer, words, date)
		records, ds := ReadAnswers("a.xlsx", data, only(q))
		if (records == nil) != diag.Errors(ds) {
			t.Fatalf("%d records, diagnostics %v", len(records), ds)
		}
		for _, d := range ds {
			if d.Line == 0 || d.Column == 0 {
				t.Fatalf("no cell: %+v", d)
			}
		}
		for _, r := range records {
			readsBack(t, r.Questionnaire, r.Response)
		}
	})
}

// A small file can't take all memory: many cells, one far to the right in many rows, texts
// that cells share.
func TestWorkbookIsBounded(t *testing.T) {
	t.Parallel()
	all := parts(t, filledSheet(t, map[string]any{"C5": "Bank"}))
	put := func(prefix string, text string) []byte {
		return packed(t, all, slices.IndexFunc(all, func(p part) bool { return strings.HasPrefix(p.name, prefix) }), []byte(text))
	}
	const space = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	cells := `<worksheet ` + space + `><sheetData><row>` + strings.Repeat("<c/>", 16000) + strings.Repeat("</row><row>"+strings.Repeat("<c/>", 16000), 125) + `</row></sheetData></worksheet>`
	texts := `<sst ` + space + `>` + strings.Repeat("<si/>", workbook.MaxCells+1) + `</sst>`
	for name, data := range map[string][]byte{"cells": put("xl/worksheets/", cells), "texts": put("xl/sharedStrings", texts)} {
		records, ds := ReadAnswers("a.xlsx", data, only(toy(t)))
		if len(records) > 0 || len(ds) != 1 || ds[0].Message != "the workbook has more than 2,000,000 cells and texts" {
			t.Errorf("%s: %d records, %v", name, len(records), ds)
		}
	}
	large := put("xl/sharedStrings", strings.Repeat(" ", 64<<20))
	if _, ds := ReadAnswers("a.xlsx", large, only(toy(t))); len(ds) != 1 || ds[0].Message != "unpacked the workbook has more than 64 MiB" {
		t.Error(ds)
	}
	far := answersOf("Lin", []any{"who", "", "", "3"})
	for range 300 {
		far.rows = append(far.rows, append(make([]any, 16383), typed{t: "n", v: "1"}))
	}
	records, ds := ReadAnswers("a.xlsx", bookOf(t, far), only(toy(t)))
	if len(records) != 1 || len(ds) != 1 || ds[0].Message != "cell XFD11: this column is none of the sheet's own, and is passed over" {
		t.Errorf("%d records, %v", len(records), ds)
	}
}

// A row that somebody copied is blamed once, though it stands for four columns.
func TestWorkbookBlamesARowThatStandsTwice(t *testing.T) {
	t.Parallel()
	data := bookOf(t, answersOf("Lin", []any{"who", "", "", "3"}, []any{"who", "", "", "2"}))
	records, ds := ReadAnswers("a.xlsx", data, only(toy(t)))
	if len(records) > 0 || len(ds) != 1 || ds[0].Line != 11 || ds[0].Message != "cell A11: the row who stands here a second time" {
		t.Errorf("%d records, %v", len(records), ds)
	}
}
