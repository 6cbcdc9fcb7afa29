package words

import (
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

func TestCodesStandBeforeTitles(t *testing.T) {
	t.Parallel()
	res := reporttest.Coded()
	tell, err := Tell(res, "", false, Markdown)
	if err != nil {
		t.Fatal(err)
	}
	qu := res.Questionnaire.Questions()[0]
	for got, want := range map[string]string{
		tell.Question(qu):                                "GV.01 Govern topic 1 (GV Govern)",
		tell.SectionTitle(qu.Section()):                  "GV Govern",
		tell.NodeTitle(res.Overall):                      "Digital maturity of a bank",
		tell.User(Coded("1.", assess.Plain("Aim"), "")):  `1\. Aim`,
		tell.User(Coded("a|b", assess.Plain("Aim"), "")): `a\|b Aim`,
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
