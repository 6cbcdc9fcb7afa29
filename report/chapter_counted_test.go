package report

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

func TestCounted(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		input       assess.Input
		of          string
		part, whole float64
		want        string
	}{
		{assess.ShareInput, "core processes", 8, 14, "| 8 of 14 core processes (57 %) |"},
		{assess.ShareInput, "", 0, 3, "| 0 of 3 (0 %) |"},
		{assess.NumberInput, "days", 2.5, 0, "| 2.5 days |"},
		{assess.NumberInput, "files", 12345678, 0, "| 12345678 files |"},
		{assess.NumberInput, "a | b", 31, 0, `| 31 a \| b |`},
		{assess.NumberInput, "", -1, 0, "| -1 |"},
	} {
		res := reporttest.Coded()
		qu, r := res.Questionnaire.Question("protect-1"), res.Responses[0]
		qu.Input, qu.Of = tt.input, nil
		if tt.of != "" {
			qu.Of = assess.Plain(tt.of)
		}
		c := assess.Count{Part: assess.Num(tt.part)}
		if tt.input == assess.ShareInput {
			c.Whole = assess.Num(tt.whole)
		}
		r.Answers[qu.Index()].Count = c
		md, err := Markdown(reporttest.Assessed(res.Questionnaire, []*assess.Response{r}), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(md), tt.want) || !strings.Contains(string(md), "One of the 8 answers is counted") {
			t.Errorf("no %q in\n%s", tt.want, md)
		}
	}
}
