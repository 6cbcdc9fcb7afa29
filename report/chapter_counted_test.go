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

// Where somebody counted more than the median says, the first page names what to check.
func TestCountedAlready(t *testing.T) {
	t.Parallel()
	q := reporttest.Sample(2, reporttest.Dimension("one", "Counting"))
	qu := q.Questions()[0]
	qu.Input, qu.Of = assess.ShareInput, assess.Plain("requests")
	q.Link()
	responses := []*assess.Response{
		reporttest.Response(q, 1, "22"), reporttest.Response(q, 2, "22"), reporttest.Response(q, 3, "42"),
	}
	responses[2].Answers[0].Count = assess.Count{Part: assess.Num(41), Whole: assess.Num(120)}
	for language, want := range map[string]string{
		"en": "Counted already: " + qu.Title.In("en") + ", 41 of 120 requests (34 %). Check this first.",
		"zh": "已有更高的实际计数：" + qu.Title.In("zh") + "，requests：120中有41（34%）。请先核对这一项。",
	} {
		md := board(t, reporttest.Assessed(q, responses), Options{Language: language, Part: BoardPart})
		if n := strings.Count(md, want); n != 2 { // under the reasons, and under the steps
			t.Errorf("%d times %q in\n%s", n, want, md)
		}
	}
	responses[2].Answers[0].Value = assess.Num(2)
	md := board(t, reporttest.Assessed(q, responses), Options{Part: BoardPart})
	if strings.Contains(md, "Counted already") {
		t.Errorf("a count that says no more is named:\n%s", md)
	}
}
