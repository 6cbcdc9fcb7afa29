package report

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// A tag has no figure where a section above one of its questions is no mean.
func TestTagsWithoutFigure(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{"en": "| Cloud | no figure | – | – |", "zh": "| Cloud | 无数值 | – | – |"} {
		res := reporttest.Coded()
		res.Questionnaire.Sections[0].Method = assess.Min
		res.Questionnaire.Link()
		md, err := Markdown(reporttest.Assessed(res.Questionnaire, res.Responses), Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(md), want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
}
