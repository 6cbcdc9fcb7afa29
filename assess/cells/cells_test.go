package cells

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 8, []string{"one two", "three"}},
		{"  two  spaces", 20, []string{"  two  spaces"}},
		{"first\nsecond line", 20, []string{"first", "second line"}},
		{"first\n\nthird", 20, []string{"first", "", "third"}},
		{"abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"电子表格中的一列也算。", 20, []string{"电子表格中的一列也", "算。"}},
		{"抽样核对即可。只有一个", 12, []string{"抽样核对即", "可。只有一个"}},
		{"他说“可以”，就做。", 10, []string{"他说“可", "以”，就", "做。"}},
		{"x", 0, []string{"x"}},
		{"\t\u0653000", 2, []string{"\t\u065300", "0"}},
	} {
		if got := Wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: %q, not %q", c.text, c.width, got, c.want)
		}
	}
}

// Wrapping loses no character but spaces, and no line is wider than asked.
func FuzzWrap(f *testing.F) {
	f.Add("one two 电子表格，中的\n一列", 7)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 2 || width > 200 {
			return
		}
		lines := Wrap(text, width)
		bare := strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "")
		if bare.Replace(strings.Join(lines, "")) != bare.Replace(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, l := range lines {
			if Width(l) > width && strings.TrimSpace(l) != "" {
				if _, tail := Split(l, width); tail != "" && strings.TrimSpace(tail) != "" {
					t.Fatalf("%q is wider than %d", l, width)
				}
			}
		}
	})
}

func TestFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{{"开放银行", "开放银行"}, {"开放银行的一项", "开放银…"},
		{"short", "short"}} {
		if got := Fit(c.text, 8, "…"); got != c.want {
			t.Errorf("%s: %s, not %s", c.text, got, c.want)
		}
	}
}
