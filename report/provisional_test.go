package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/data"
	"bankmaturity/report/reporttest"

	"github.com/xuri/excelize/v2"
)

// everywhere is what people read of a result: the text of each format as it begins.
func everywhere(t *testing.T, res *assess.Result, language string) map[string]string {
	t.Helper()
	opts := Options{Language: language}
	md, err := Markdown(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	page, err := HTML(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(page), `<main id="content" tabindex="-1">`)
	body = regexp.MustCompile("<[^>]*>").ReplaceAllString(body, "")
	book, err := data.XLSX(res, data.Options{Language: language})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var sheet strings.Builder
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		sheet.WriteString(strings.Join(row, " ") + "\n")
	}
	return map[string]string{
		"md": string(md), "html": body, "xlsx": sheet.String(),
		"txt": strings.Join(Summary(res, opts), "\n"),
	}
}

var figure = regexp.MustCompile(`[0-9]`)

// Whatever rests on votes says so before any figure, with the number of questions, and
// nothing is told as if it were settled; where all is agreed nobody reads of votes.
func TestProvisionalIsSaidFirst(t *testing.T) {
	t.Parallel()
	words := map[string][2]string{"en": {"Provisional: ", "No other way"}, "zh": {"暂定结果：", "没有工作量更小的路径"}}
	for name, res := range reporttest.Cases() {
		for language, w := range words {
			for format, text := range everywhere(t, res, language) {
				before, rest, said := strings.Cut(text, w[0])
				if said != (res.Provisional() > 0) {
					t.Errorf("%s.%s (%s): says %q: %v", name, format, language, w[0], said)
				}
				if !said {
					continue
				}
				if at := figure.FindString(before); at != "" {
					t.Errorf("%s.%s (%s): a figure comes first: %s", name, format, language, before)
				}
				if strings.Contains(rest, w[1]) {
					t.Errorf("%s.%s (%s): a plan is called the least", name, format, language)
				}
			}
		}
	}
}

// What voices had said beforehand is printed once, and as theirs.
func TestBroughtIsPrintedOnce(t *testing.T) {
	t.Parallel()
	res := reporttest.Provisional()
	for _, names := range []bool{false, true} {
		md, err := Markdown(res, Options{Names: names})
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{
			"no such products", "outsourced", "no such risk", "since spring", "Register 2026; Minutes",
		} {
			if n := strings.Count(string(md), text); n != 1 {
				t.Errorf("%s stands %d times", text, n)
			}
		}
		if strings.Contains(string(md), "Retail") != names || strings.Contains(string(md), "V1") == names {
			t.Errorf("names %v: %s", names, md)
		}
	}
}

// A comparison names two organizations, tells the stage, what reads differently, and what
// has to be known, the sides' warnings too.
func TestComparisonTellsAll(t *testing.T) {
	t.Parallel()
	q := reporttest.Nine(2)
	was := reporttest.Response(q, 1, reporttest.All(q, "2"))
	was.Actions = []assess.Action{
		{What: "Publish | the <catalogue>", Question: "open-banking-1", Owner: "Head of IT", Status: assess.ActionOpen},
		{What: "Hire", Section: "people", Status: assess.ActionOpen},
	}
	before := reporttest.Assessed(q, []*assess.Response{was})
	r := reporttest.Response(q, 1, reporttest.All(q, "3"))
	r.Actions = []assess.Action{{What: was.Actions[0].What, Question: "open-banking-1", Status: assess.ActionDone}}
	r.Answers[0].Value = assess.Number{}
	r.Answers[0].Votes = []assess.Vote{{Voice: "A", Value: assess.Num(3)}, {Voice: "B", Value: assess.Num(4)}}
	r.Organization = "Other Bank"
	after := reporttest.Assessed(q, []*assess.Response{r})
	after.Warnings = []assess.Warning{{Message: "{1} is old"}}
	c := assess.Compare(before, after)
	c.Warnings = []assess.Warning{{Message: "the second is dated before the first"}}
	read, reads := assess.Plain("Most teams."), assess.Plain("Every team.")
	c.Reworded = []assess.Reworded{{Question: q.Question("people-1"), Value: 3, Before: read, After: reads}}
	md, err := ComparisonMarkdown(c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Golden(t, "comparison.md", md)
	page, err := ComparisonHTML(c, Options{})
	title := "<title>Harbour City Bank (before) and Other Bank (after): Digital maturity of a bank</title>"
	if err != nil || !strings.Contains(string(page), title) {
		t.Errorf("%v; the page's title is another", err)
	}
	table := string(data.ComparisonCSV(c, data.Options{}))
	if !strings.HasPrefix(table, "kind,id,title,before,after,change\nprovisional,sample,,0,1,1\n") ||
		!strings.Contains(table, "\nstage,sample,,2,3,1\n") {
		t.Error(table)
	}
}
