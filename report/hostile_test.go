package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/reporttest"
)

var (
	escapes = regexp.MustCompile(`\\.`)
	start   = regexp.MustCompile("^(#+ |\\(?(\\d{1,9}|#|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})[.)] |\\(?[A-Z]\\) |[A-Z]\\.  |" +
		" *- |\\||\\*\\*|!\\[|```|<!-- )")
)

// skeleton is what a reader of Markdown takes for structure, line by line.
func skeleton(md string) []string {
	var out []string
	fenced := false
	for line := range strings.Lines(md) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		} else if fenced {
			out = append(out, "bar")
			continue
		}
		bare := escapes.ReplaceAllString(line, "x") // a letter, so that nothing moves together
		mark := start.FindString(line)
		for _, c := range []string{"|", "<", "`", "](", "**", "~~", "://"} {
			mark += strings.Repeat(c, strings.Count(bare, c))
		}
		out = append(out, mark)
	}
	return out
}

func FuzzMarkdownKeepsItsStructure(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s)
	}
	want := rendered(f, reporttest.Inject("x"))
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return // texts are never empty
		}
		if got := rendered(t, reporttest.Inject(s)); !slices.Equal(skeleton(got), skeleton(want)) {
			t.Errorf("structure changed by %q:\n%s", s, difference(skeleton(got), skeleton(want)))
		}
	})
}

func rendered(t testing.TB, res *assess.Result) string {
	t.Helper()
	md, err := Markdown(res, Options{Names: true, Beside: "a", Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	return string(md)
}

func difference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return got[i] + " instead of " + want[i]
		}
	}
	return "number of lines"
}

func FuzzSummaryHasNoControls(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s, 80)
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		for _, line := range Summary(reporttest.Inject(s), Options{Width: width}) {
			if strings.ContainsAny(line, "\n\r\x1b\x00") || (width >= 20 && cells.Width(line) > width) {
				t.Errorf("%q at width %d", line, width)
			}
		}
	})
}
