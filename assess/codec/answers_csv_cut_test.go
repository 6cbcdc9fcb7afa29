package codec

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess/diag"
)

// cutRows reads a table in pieces.
func cutRows(t *testing.T, data []byte, find Find) (records []Record, found []diag.Diagnostic, failed int) {
	t.Helper()
	reader := new(Reader)
	for p, err := range CutTable(bytes.NewReader(data)) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, p.Guessed("a.csv")...)
		for _, row := range reader.Rows("a.csv", p, find) {
			found = append(found, row.Found...)
			if row.Record == nil {
				failed++
				continue
			}
			records = append(records, *row.Record)
		}
	}
	return records, found, failed
}

const cutHead = "questionnaire,questionnaire_version,organization,respondent,role,date,doing-q1,doing-q1.note\n"

// tableOf makes a table of n rows for the toy model, some of whose notes hold line breaks,
// separators and quotation marks.
func tableOf(id string, n int, end string) string {
	var b strings.Builder
	b.WriteString(strings.Replace(cutHead, "doing-q1", id, 2))
	for i := range n {
		note := []string{"plain", "\"two\nlines, and \"\"quotes\"\"\"", "", "5 inch"}[i%4]
		fmt.Fprintf(&b, "toy,1.0.0,Bank %d,Person %d,,2026-11-20,%d,%s\n", i%7, i, 1+i%3, note)
		if i%50 == 0 {
			b.WriteString(",,,,,,,\n")
		}
	}
	return strings.ReplaceAll(b.String(), "\n", end)
}

// A table in pieces gives what it gives as a whole, whatever ends its lines.
func TestTableInPieces(t *testing.T) {
	t.Parallel()
	q := toy(t)
	id := q.Questions()[0].ID
	for _, end := range []string{"\n", "\r\n", "\r"} {
		for _, n := range []int{2, 64, 65, 300} {
			data := []byte(tableOf(id, n, end))
			whole, _ := ReadAnswers("a.csv", data, only(q))
			pieces, found, failed := cutRows(t, data, only(q))
			if len(whole) != n || len(pieces) != n || failed > 0 || len(found) > 0 {
				t.Fatalf("%q: %d as a whole, %d in pieces, %d failed, %v", end, len(whole), len(pieces), failed, found)
			}
			for i := range whole {
				if !reflect.DeepEqual(whole[i].Response, pieces[i].Response) {
					t.Fatalf("%q: row %d is\n%+v\n%+v", end, i, whole[i].Response, pieces[i].Response)
				}
			}
		}
	}
}

// A row that is wrong fails alone and is blamed where it stands in the file.
func TestRowsFailAlone(t *testing.T) {
	t.Parallel()
	q := toy(t)
	id := q.Questions()[0].ID
	lines := strings.SplitAfter(strings.ReplaceAll(tableOf(id, 200, "\n"), "\"two\nlines, and \"\"quotes\"\"\"", "x"), "\n")
	lines[150] = "toy,1.0.0,Bank,Person,,2026-11-20,99,\n"
	pieces, found, failed := cutRows(t, []byte(strings.Join(lines, "")), only(q))
	if failed != 1 || len(pieces) != 199 || len(found) != 1 || found[0].Line != 151 {
		t.Errorf("%d failed, %d read, %+v", failed, len(pieces), found)
	}
	lines[0] = strings.Replace(lines[0], "date", "day", 1)
	reader := new(Reader)
	for p := range CutTable(strings.NewReader(strings.Join(lines, ""))) {
		if rows := reader.Rows("a.csv", p, only(q)); !rows[0].Header || rows[0].Found[0].Line != 1 {
			t.Errorf("%+v", rows[0])
		}
	}
}

// A row that never ends is read in bounded memory, and other characters are known.
func TestCutTableKeepsLittle(t *testing.T) {
	t.Parallel()
	q := toy(t)
	id := q.Questions()[0].ID
	long := cutHead + "toy,1.0.0,\"" + strings.Repeat("x", 5<<20)
	for p, err := range CutTable(strings.NewReader(strings.Replace(long, "doing-q1", id, 2))) {
		if err != nil || len(p.rows) > 2<<20 {
			t.Errorf("%d bytes, %v", len(p.rows), err)
		}
	}
	german := []byte(strings.ReplaceAll(tableOf(id, 3, "\n"), "plain", "f\xfcr"))
	records, found, failed := cutRows(t, german, only(q))
	if failed > 0 || len(found) != 1 || !strings.Contains(found[0].Message, "Windows-1252") ||
		records[0].Response.Answers[0].Note != "für" || len(records[0].Response.Warnings) != 1 {
		t.Errorf("%d failed, %+v, %+v", failed, found, records)
	}
	if _, found, failed := cutRows(t, nil, only(q)); failed != 1 || len(found) == 0 {
		t.Errorf("an empty file: %d, %v", failed, found)
	}
}
