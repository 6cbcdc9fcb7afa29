package report

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/report/reporttest"
)

// pandocPart is what pandoc calls a part of a document that text alone does not make.
var pandocPart = regexp.MustCompile(`\b(OrderedList|BulletList|DefinitionList|Header|Table|CodeBlock|BlockQuote|` +
	`LineBlock|RawBlock|HorizontalRule|Div|Note|Math|Cite|Image|RawInline|Strikeout|Subscript|Superscript)\b`)

// pandoc finds the same structure in a report whatever its texts begin with: no list, heading,
// table or formula is made of what somebody wrote. It needs ASSESS_OFFICE and pandoc.
func TestOfficeKeepsStructure(t *testing.T) {
	if os.Getenv("ASSESS_OFFICE") == "" {
		t.Skip("ASSESS_OFFICE is not set: pandoc reads no report")
	}
	for _, template := range []string{"", "word"} {
		structure := func(said string) []string {
			text := rendered(t, reporttest.Inject(said))
			if template != "" {
				text = laid(t, template, reporttest.Inject(said), "")
			}
			pandoc := exec.CommandContext(t.Context(), "pandoc", "-f", "markdown", "-t", "native")
			pandoc.Stdin = strings.NewReader(text)
			out, err := pandoc.Output()
			if err != nil {
				t.Fatal(err)
			}
			return pandocPart.FindAllString(string(out), -1)
		}
		want := structure("x")
		for _, said := range reporttest.Hostile {
			if got := structure(said); !slices.Equal(got, want) {
				at := 0
				for at < min(len(got), len(want)) && got[at] == want[at] {
					at++
				}
				t.Errorf("%.40q changes the structure of %q: %d parts, not %d; the first is %q", said, template,
					len(got), len(want), got[at:min(len(got), at+3)])
			}
		}
	}
}
