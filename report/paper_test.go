package report

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

func TestPaper(t *testing.T) {
	t.Parallel()
	for name, language := range map[string]string{"paper": "en", "paper.zh": "zh"} {
		q := reporttest.Bank().Questionnaire
		data, err := Paper(q, Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		reporttest.Golden(t, name+".md", data)
		if !Written("paper.md", data) {
			t.Error("the paper is not sealed")
		}
		text := string(data)
		options := 0
		for _, qu := range q.Questions() {
			options += len(qu.Options) + 2
		}
		if n := strings.Count(text, "☐"); n != options {
			t.Errorf("%d boxes, want %d", n, options)
		}
		if n := strings.Count(text, "break-after"); n != len(q.Dimensions())+1 {
			t.Errorf("%d page breaks for %d dimensions and the terms", n, len(q.Dimensions()))
		}
	}
}

func TestPaperWhereNotApplicableIsForbidden(t *testing.T) {
	t.Parallel()
	q := reporttest.Bank().Questionnaire
	q.Scoring.NotApplicable = assess.Forbid
	q.Link()
	data, _ := Paper(q, Options{})
	if strings.Contains(string(data), "not applicable") {
		t.Error("a box is offered that the questionnaire forbids")
	}
}
