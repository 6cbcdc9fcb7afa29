package codec

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// questionnaireLine is Declares by another way.
var questionnaireLine = regexp.MustCompile(
	`(?:\A\x{feff}?[\t\n\f\r ]*|\n|[{,][\t\n\f\r ]*)["']?format["']?` +
		`[\t\n\f\r ]*:[\t\n\f\r ]*["']?assess/questionnaire/`)

// Declares is what a regular expression finds, on texts made of the parts that matter.
func TestDeclares(t *testing.T) {
	t.Parallel()
	parts := []string{
		"format:", "format", ":", "{", ", ", "assess/questionnaire/", "assess/questionnaire", "assess/answers/v1", `"`, "'", " ", "\n", "\r\n",
		"\t", "\f", "\v", "#", "v1", "\ufeff", "---\n", "\n\n", "xformat:", strings.Repeat("x", 4070),
	}
	rng := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 100_000 {
		var text strings.Builder
		for range 1 + rng.IntN(8) {
			text.WriteString(parts[rng.IntN(len(parts))])
		}
		data := []byte(text.String())
		want := questionnaireLine.Match(data[:min(len(data), 4096)])
		if want {
			found++
		}
		if got := Declares(data, KindQuestionnaire); got != want {
			t.Fatalf("%q: %t, not %t", data, got, want)
		}
	}
	if found < 100 {
		t.Errorf("only %d of the texts declare a questionnaire", found)
	}
}
