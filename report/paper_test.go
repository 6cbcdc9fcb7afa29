package report

import (
	"slices"
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

// What a model brings of its own stands on paper too, and no text changes the structure.
func TestPaperOfItsOwn(t *testing.T) {
	t.Parallel()
	for name, language := range map[string]string{"paper-coded": "en", "paper-coded.zh": "zh"} {
		data, err := Paper(reporttest.Coded().Questionnaire, Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		reporttest.Golden(t, name+".md", data)
	}
	paper := func(s string) []string {
		data, err := Paper(reporttest.Inject(s).Questionnaire, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return skeleton(string(data))
	}
	for _, s := range reporttest.Hostile {
		if got := paper(s); !slices.Equal(got, paper("x")) {
			t.Errorf("structure changed by %q:\n%s", s, difference(got, paper("x")))
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

// A checklist and what is typed say on paper how they are answered.
func TestPaperOfLists(t *testing.T) {
	t.Parallel()
	q := reporttest.Coded().Questionnaire
	list, text, day := q.Questions()[0], q.Questions()[1], q.Questions()[2]
	list.Ticks, list.Full = []assess.Option{
		{ID: "crm", Value: 2, Text: assess.Plain("Customers."), Help: assess.Plain("All of them.")},
		{ID: "none", Text: assess.Plain("None."), Exclusive: true},
	}, 2
	list.AddUp()
	text.Profile, text.Input, text.Options = true, assess.TextInput, nil
	day.Profile, day.Input, day.Options = true, assess.DateInput, nil
	q.Link()
	for language, want := range map[string][]string{
		"en": {
			"Tick all that hold.\\\n☐ Customers.\\\n\u2003All of them.\\\n☐ None. (not beside others)\\\n",
			"Recorded, not scored. Answer: ____", "Recorded, not scored. Day as year-month-day, such as 2026-11-23: ____",
		},
		"zh": {"符合的全部勾选。", "只作记录，不计分。答案：____"},
	} {
		data, err := Paper(q, Options{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !strings.Contains(string(data), text) {
				t.Errorf("%s: no %q in\n%s", language, text, data)
			}
		}
	}
}
