package codec

import "testing"

// What is typed as a count reads back as it is written; what isn't a plain number is none.
func TestParseCount(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"8/14": "8/14", " 8 / 14 ": "8/14", "31": "31", "-2.50": "-2.5", "8/0": "8/0",
		"": "", "8/": "", "/14": "", "8/14/2": "", "08/14": "", "1e3": "", "57 %": "", "3.00000000000000000001": "",
	} {
		c, ok := ParseCount(text)
		if got := CountText(c); got != want || ok != (want != "") {
			t.Errorf("%q is %q (%t), not %q", text, got, ok, want)
		}
	}
}
