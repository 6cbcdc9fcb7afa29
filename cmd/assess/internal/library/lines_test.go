package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Of a pipe, lines are handed on as soon as no more is waiting; a line that is too long
// is kept only as far as tells so.
func TestLines(t *testing.T) {
	t.Parallel()
	text := "a\n\n b \r\n" + strings.Repeat("x", 3<<20) + "\nlast"
	var got []string
	for some, err := range Lines(strings.NewReader(text), false) {
		for _, l := range some {
			got = append(got, fmt.Sprint(l.Number, " ", l.Record, " ", len(l.Text)))
		}
		if err != nil {
			got = append(got, err.Error())
		}
	}
	want := []string{"1 1 1", "3 2 3", fmt.Sprint("4 3 ", longestLine+1), "5 4 4", "EOF"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}
