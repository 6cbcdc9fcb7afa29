package diag

import (
	"strings"
	"unicode/utf8"
)

// longest is the length in code points above which a word is near nothing: it
// bounds the cost of a comparison.
const longest = 64

// Nearest returns the known word that a person probably meant: the one with
// the smallest edit distance, "" if none is near. Of equals one with the same
// first letter counts, then the first. Letters that differ in case only count
// as equal.
func Nearest(word string, known []string) string {
	if len(word) > longest*utf8.UTFMax {
		return ""
	}
	w := []rune(strings.ToLower(word))
	if len(w) == 0 || len(w) > longest {
		return ""
	}
	limit := max(1, len(w)/3)
	nearest, begins := "", false
	for _, k := range known {
		if len(k) > longest*utf8.UTFMax || k == word {
			continue
		}
		r := []rune(strings.ToLower(k))
		d := distance(w, r, limit)
		same := len(r) > 0 && r[0] == w[0]
		if d < limit || d == limit && (nearest == "" || same && !begins) {
			nearest, limit, begins = k, d, same
		}
	}
	return nearest
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b; anything above limit once it is above limit.
func distance(a, b []rune, limit int) int {
	if len(b) > longest || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][longest + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		smallest := i
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1] == b[j-1] {
				same = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+same)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			smallest = min(smallest, row[j])
		}
		if smallest > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
