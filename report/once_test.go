package report

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// A model whose questions have no titles, whose sections ask, and whose levels are numbers.
func asking() *assess.Questionnaire {
	one, two := reporttest.Dimension("one", "Do we know our customers?"), reporttest.Dimension("two", "Who decides?")
	q := reporttest.Sample(2, one, two)
	one.Method = assess.Min
	for i := range q.Levels {
		name := "Level " + string(rune('1'+i))
		q.Levels[i].Name, q.Levels[i].Meaning = assess.Plain(name), assess.Plain(name)
	}
	for _, qu := range q.Questions() {
		qu.Title, qu.Ask = nil, assess.Plain("Who asks "+qu.ID+"?")
	}
	two.Questions[0].Ask = two.Title
	q.Link()
	return q
}

// Nothing is printed twice, and no full stop or colon follows a question mark.
func TestOneText(t *testing.T) {
	t.Parallel()
	res := reporttest.Result(asking(), "12 3-", "14 2-")
	for _, language := range []string{"en", "zh"} {
		opts := Options{Language: language, Trace: true}
		md, err := Markdown(res, opts)
		if err != nil {
			t.Fatal(err)
		}
		page, _ := HTML(res, opts)
		paper, _ := Paper(res.Questionnaire, opts)
		text := string(md) + string(page) + string(paper) + strings.Join(Summary(res, opts), "\n")
		for _, twice := range []string{
			"?.", "?:", "?。", "?：", "?**:", "?**：", "?</strong>:", "evel 1, Level", "(Level", "（Level",
			"Level 1: Level", "Level 1. Level", "decides? (Who",
		} {
			if at := strings.Index(text, twice); at >= 0 {
				t.Errorf("%s: %q in %q", language, twice, text[max(0, at-60):at+20])
			}
		}
		if !strings.Contains(string(paper), "\n**1. Who asks one-1?**\\\n☐") {
			t.Errorf("%s: a question is not alone in its line on paper", language)
		}
	}
}
