package codec

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankmaturity/assess/tree"
)

// A typed cell is one that is no text: t is its type as a workbook writes it, f a formula.
type typed struct{ t, v, f string }

// A testSheet is a sheet as it is written into a workbook, from its first cell on.
type testSheet struct {
	name, state string
	rows        [][]any // texts and typed cells
	merged      []string
}

// bookOf writes a workbook, without what excelize would put right. Style 1 shows a date.
func bookOf(t testing.TB, sheets ...testSheet) []byte {
	t.Helper()
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("_rels/.rels", `<Relationships><Relationship Id="r" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/styles.xml", `<styleSheet xmlns="`+main+`"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	book, rels := "", `<Relationship Id="s" Type="`+rel+`/styles" Target="styles.xml"/>`
	for i, s := range sheets {
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" state="%s" r:id="r%d"/>`, s.name, i+1, s.state, i)
		rels += fmt.Sprintf(`<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i, rel, i)
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i), s.xml(main))
	}
	add("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+rel+`"><sheets>`+book+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships>`+rels+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (s testSheet) xml(space string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<worksheet xmlns="%s"><sheetData>`, space)
	for i, row := range s.rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for column, value := range row {
			place := tree.Cell{Row: i + 1, Column: column + 1}
			switch c := value.(type) {
			case typed:
				style := 0
				if c.t == "date" {
					c.t, style = "n", 1
				}
				fmt.Fprintf(&b, `<c r="%v" t="%s" s="%d">`, place, c.t, style)
				if c.f != "" {
					fmt.Fprintf(&b, `<f>%s</f>`, c.f)
				}
				fmt.Fprintf(&b, `<v>%s</v></c>`, c.v)
			case string:
				if c != "" {
					fmt.Fprintf(&b, `<c r="%v" t="inlineStr"><is><t xml:space="preserve">`, place)
					_ = xml.EscapeText(&b, []byte(c))
					b.WriteString(`</t></is></c>`)
				}
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData><mergeCells>`)
	for _, m := range s.merged {
		fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
	}
	b.WriteString(`</mergeCells></worksheet>`)
	return b.String()
}

// headCells are the heads of the columns.
func headCells() []any {
	var out []any
	for _, word := range headOfSheet {
		out = append(out, word)
	}
	return out
}

// answersOf is a sheet of answers, as the program writes it, with rows of questions.
func answersOf(name string, questions ...[]any) testSheet {
	return testSheet{name: name, rows: append([][]any{
		{sheetMark, "Toy"}, {"questionnaire", "", "toy"}, {"questionnaire_version", "", "1.0.0"},
		{"organization", "Organization", "Bank"}, {"respondent", "Name", name}, {"role", "Role"},
		{"date", "Date (YYYY-MM-DD)", "2026-11-23"}, headCells(), {"", "Deciding"},
	}, questions...)}
}

// with puts a value into a row and column, from 1.
func (s testSheet) with(row, column int, value any) testSheet {
	cells := append([]any(nil), s.rows[row-1]...)
	for len(cells) < column {
		cells = append(cells, "")
	}
	cells[column-1] = value
	s.rows = append([][]any(nil), s.rows...)
	s.rows[row-1] = cells
	return s
}

// without leaves out a column, from 1.
func (s testSheet) without(column int) testSheet {
	var rows [][]any
	for _, row := range s.rows {
		if len(row) >= column {
			row = append(append([]any(nil), row[:column-1]...), row[column:]...)
		}
		rows = append(rows, row)
	}
	s.rows = rows
	return s
}

// The workbooks of testdata/err, by what is wrong with them.
func wrongBooks(t testing.TB) map[string][]byte {
	who, when := []any{"who", "Who", "Who decides?\n1  None."}, []any{"when", "When", "When is it decided?"}
	row := func(of []any, more ...any) []any { return append(append([]any(nil), of...), more...) }
	lin := answersOf("Lin", row(who, "3", "a note"), row(when, "2"))
	merged := answersOf("Lin", row(who, "3"), row(when))
	merged.merged = []string{"B2:G2", "D10:D11"}
	hidden := answersOf("Old", row(who, "1"))
	hidden.state = "hidden"
	veryHidden := answersOf("Older", row(who, "1"))
	veryHidden.state = "veryHidden"
	return map[string][]byte{
		"cells":     bookOf(t, answersOf("Lin", row(who, "9"), row(when, "na"), []any{"how", "", "", "?", "a note"})),
		"other":     bookOf(t, testSheet{name: "Budget", rows: [][]any{{"Budget", "2026"}}}),
		"rows":      bookOf(t, testSheet{name: "Lin", rows: [][]any{{sheetMark}, {"questionnaire", "", "toy"}, {"questionnaire_version", "", "1.0.0"}, {"organization", "", "Bank"}, headCells(), row(who, "2"), row(who, "3")}}),
		"values":    bookOf(t, answersOf("Lin", row(who, typed{f: "B1+1"}), row(when, typed{t: "e", v: "#N/A"}), []any{"how", "", "", typed{t: "b", v: "1"}}, []any{"why", "", "", typed{t: "date", v: "46024"}}, []any{"fixed", "", "", "0,5"})),
		"merged":    bookOf(t, merged),
		"date":      bookOf(t, lin.with(7, 3, "5/6/2026")),
		"number":    bookOf(t, lin.with(7, 3, typed{t: "n", v: "2026"})),
		"column":    bookOf(t, lin.with(8, 5, "Remark")),
		"deleted":   bookOf(t, lin.without(4)),
		"heads":     bookOf(t, lin.with(8, 2, "a").with(8, 3, "b").with(8, 4, "c").with(8, 5, "d").with(8, 6, "e").with(8, 7, "f")),
		"doubled":   bookOf(t, lin.with(8, 7, "Note")),
		"sorted":    bookOf(t, answersOf("Lin", row([]any{"when", "Who", "Who decides?"}, "3"), row([]any{"who", "When", "When is it decided?"}, "2"))),
		"no id":     bookOf(t, lin.with(10, 1, "")),
		"no ids":    bookOf(t, lin.without(1)),
		"unknown":   bookOf(t, lin.with(10, 1, "whoo")),
		"sheets":    bookOf(t, lin, answersOf("Wang", row(who, "5"))),
		"damaged":   bookOf(t, testSheet{name: "Lin", rows: [][]any{{typed{t: "s", v: "7"}}}}),
		"passed":    bookOf(t, lin.with(1, 5, "ask Ann").with(5, 3, "").with(5, 4, "Lin").with(10, 8, "why?").with(4, 5, "or is it Banc?"), hidden, veryHidden, testSheet{name: "Notes", rows: [][]any{{"call Lin"}}}, answersOf("Empty", who), testSheet{name: "Sheet 6"}),
		"encrypted": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"),
		"old":       []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"),
		"pdf":       []byte("%PDF-1.7\n"),
		"zip":       zipOf(t, "a.txt", ""),
		"document":  zipOf(t, "word/document.xml", ""),
		"numbers":   zipOf(t, "Index/Document.iwa", ""),
		"open":      zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
	}
}

func zipOf(t testing.TB, name, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The workbooks among the fixtures are those that are described above.
func TestWrongBooksAreWritten(t *testing.T) {
	t.Parallel()
	for name, data := range wrongBooks(t) {
		file := filepath.Join("testdata", "err", "answers-workbook-"+strings.ReplaceAll(name, " ", "-")+".xlsx")
		if *update {
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if on, err := os.ReadFile(file); err != nil || !bytes.Equal(on, data) {
			t.Errorf("%s is another one: %v; -update writes it", file, err)
		}
	}
}
