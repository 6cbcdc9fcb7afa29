package library

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// Of a pipe, lines are handed on as soon as no more is waiting; a line that is too long
// is kept only as far as tells so.
func TestLines(t *testing.T) {
	t.Parallel()
	text := "a\n\n b \r\n" + strings.Repeat("x", 3<<20) + "\nlast"
	var got []string
	for some, err := range Lines(strings.NewReader(text), false, LongestRecord) {
		for _, l := range some {
			got = append(got, fmt.Sprint(l.Number, " ", l.Record, " ", len(l.Text), " ", l.Checksum()[:4]))
		}
		if err != nil {
			got = append(got, err.Error())
		}
	}
	want := []string{
		"1 1 1 ca97", "3 2 3 2f87", fmt.Sprint("4 3 ", LongestRecord+2, " 3bea"), "5 4 4 3547", "EOF",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}

// Of a long file every record is read, however many of them have a warning.
func TestLongFilesAreReadWhole(t *testing.T) {
	t.Parallel()
	var lines strings.Builder
	const people = 3000
	for i := range people {
		fmt.Fprintf(&lines, `{"format": "assess/answers/v1", "questionnaire": "toy", "questionnaire_version": "0.9.0", `+
			`"organization": "Bank", "date": "2026-11-20", "respondent": {"name": "P%d"}, `+
			`"answers": {"a1": {"value": 2, "note": %q}}}`+"\n", i, strings.Repeat("x", 300))
	}
	dir, l, err := shelf(t, "toy.yaml", map[string]string{"toy.yaml": model("toy", "1.0.0", "Toy"), "a.jsonl": lines.String()})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "a.jsonl")
	records, found, _, err := l.Records(name, assess.MostResponses)
	if err != nil || !Long(name) || len(records) != people || len(found) < people {
		t.Errorf("%d records, %d findings, %v", len(records), len(found), err)
	}
}
