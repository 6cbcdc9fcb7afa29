package codec

import (
	"strings"
	"testing"
)

func TestDueAsPeopleSayIt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"31 March 2027": "2027-03-31", "31. Mar 2027": "2027-03-31", "March 31st, 2027": "2027-03-31",
		"March 2027": "2027-03-31", "feb 2028": "2028-02-29", "2027-03": "2027-03-31", "2027年3月": "2027-03-31",
		"Q1 2027": "2027-03-31", "2027-Q4": "2027-12-31", "2027年一季度": "2027-03-31", "2027年第4季度": "2027-12-31",
		"2027-03-30": "2027-03-30", "3/4/2027": "2027-03-04 2027-04-03", "31 Foo 2027": "", "soon": "",
		"2027-13": "", "Q5 2027": "", "30 February 2027": "",
	} {
		if got := strings.Join(ParseDue(text), " "); got != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}
