package assess

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// OrganizationKey is what makes two spellings of an organization's name one: the name in
// compatibility form (NFKC, so that full-width letters are plain ones), in folded case, and
// with every run of white space, no-break and full-width spaces among them, joined to one
// space, none at the ends (docs/formats.md, Who is who). Responses are grouped by it, and an
// engine that spreads records over machines shuffles by it. The key of a key is the key.
func OrganizationKey(name string) string {
	if plainKey(name) {
		return name
	}
	if plainASCII(name) {
		return strings.Join(strings.Fields(strings.ToLower(name)), " ")
	}
	folded := cases.Fold().String(norm.NFKC.String(name))
	// Folding can undo the composition and the other way round; a second round is stable.
	folded = cases.Fold().String(norm.NFKC.String(folded))
	return strings.Join(strings.Fields(folded), " ")
}

// plainKey reports whether a name is its own key without looking it up: lower-case ASCII
// words with one space between.
func plainKey(name string) bool {
	before := byte(' ')
	for i := range len(name) {
		c := name[i]
		if c >= 0x80 || c >= 'A' && c <= 'Z' || c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return before != ' '
}

// plainASCII reports whether a name has no character that has a second form but by its case.
func plainASCII(name string) bool {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return false
		}
	}
	return true
}
