package tree

import (
	"math/rand"
	"regexp"
	"testing"
)

// What is checked by hand is what the regular expression says, and what the library takes a
// word for where it looks odd.
func TestNumbersByHand(t *testing.T) {
	t.Parallel()
	plain := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	r := rand.New(rand.NewSource(1))
	for range 300_000 {
		word := make([]byte, 1+r.Intn(11))
		for i := range word {
			word[i] = "0012345678999--+..e_xob nulltrTU~<"[r.Intn(33)]
		}
		s := string(word)
		if got, want := isPlain(s), plain.MatchString(s); got != want {
			t.Errorf("%q is plain: %t", s, got)
		}
		if got, want := classOf(s), classByLibrary(s); got != want && s[0] != ' ' {
			t.Errorf("%q is %d, not %d", s, got, want)
		}
	}
}

func TestSurvey(t *testing.T) {
	t.Parallel()
	odd := regexp.MustCompile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u2028\u2029\ufeff\ufffe\uffff]")
	r := rand.New(rand.NewSource(1))
	letters := []string{"a", "b", " ", "\n", "\r", "\t", "\u00e4", "\u4e00", "~", "\x7f", "\x1f", "\u0085", "\u00a0", "\u2028", "\ufeff", "\uffff", "\xff"}
	for range 100_000 {
		s := ""
		for range r.Intn(30) {
			pick := r.Intn(len(letters) * 3)
			if pick >= len(letters) {
				pick %= 5
			}
			s += letters[pick]
		}
		valid, plain := survey(s)
		if want := invalid(s) < 0; valid != want || valid && plain == odd.MatchString(s) {
			t.Fatalf("%q: valid %t, plain %t", s, valid, plain)
		}
	}
}
