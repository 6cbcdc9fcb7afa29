package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"
)

// portfolioOf gathers results, and the failures of a batch around them.
func portfolioOf(failed string, standings []assess.Standing, results ...*assess.Result) Portfolio {
	q := results[0].Questionnaire
	tally, quality := assess.NewPortfolioTally(q, false), assess.NewQualityTally(q)
	for _, s := range standings {
		tally.Add(s)
	}
	for _, res := range results {
		for _, r := range res.Responses {
			_ = quality.Add(r)
		}
	}
	return Portfolio{Portfolio: tally.Portfolio(), Qualities: quality.Qualities(), Failures: Failures{
		Count: 52, Kinds: []FailureKind{{failed, 51}, {"", 1}},
		First: []Failure{{failed, failed}, {"b.yaml:7", failed}},
	}}
}

// banks are some banks in two years: one with too few answers, one that nothing applies to.
func banks() Portfolio {
	q := reporttest.Nine(2)
	q.Languages = []string{"en", "zh"}
	var standings []assess.Standing
	var results []*assess.Result
	for i, said := range []string{
		"12 23 34 45 55 11 22 33 44", "22 22 22 22 22 22 22 22 2n", "3- -- 3? -- -- -- -- -- --",
		"nn nn nn nn nn nn nn nn nn", "-- -- -- -- -- -- -- -- --",
	} {
		for _, year := range []string{"2025", "2026"} {
			res := reporttest.Result(q, said)
			res.Organization, res.Date = fmt.Sprintf("Bank %d", i), year+"-11-03"
			if year == "2025" && i == 0 {
				res = reporttest.Result(q, reporttest.All(q, "2"))
				res.Organization, res.Date = "Bank 0", "2025-02-28"
			}
			results, standings = append(results, res), append(standings, assess.StandingOf(res, year))
		}
	}
	standings[3].Provisional = 2
	return portfolioOf("answers.*", standings, results...)
}

// inner is a page without its style and script, which others test.
func inner(page []byte) []byte {
	for _, tag := range []string{"style", "script"} {
		page = regexp.MustCompile(`(?s)<`+tag+`>.*?</`+tag+`>\n?`).ReplaceAll(page, nil)
	}
	page, _, _ = bytes.Cut(page, []byte(markup.begins))
	return regexp.MustCompile(`&#39;sha256-.*?&#39;`).ReplaceAll(page, nil)
}

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	for lang, name := range map[string]string{"en": "portfolio.html", "zh": "portfolio.zh.html"} {
		page, err := PortfolioHTML(banks(), Options{Language: lang, Version: "0.1.0"})
		if err != nil {
			t.Fatal(err)
		}
		if !Written("portfolio.html", page) {
			t.Error("not sealed")
		}
		reporttest.Golden(t, name, inner(page))
	}
}

// Every text that the template says is in the catalogue.
func TestPortfolioKeys(t *testing.T) {
	t.Parallel()
	w, err := words.New(reporttest.Nine(2), "en", words.HTML)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`call .Say "([^"]*)"`).FindAllStringSubmatch(portfolioTemplate, -1) {
		if w.Say(m[1]) == m[1] {
			t.Errorf("the catalogue has no %s", m[1])
		}
	}
}

// Nothing that a user wrote changes the page.
func TestPortfolioKeepsItsStructure(t *testing.T) {
	t.Parallel()
	page := func(s string) []string {
		res := reporttest.Inject(s)
		p := portfolioOf(s, []assess.Standing{assess.StandingOf(res, ""), assess.StandingOf(res, s)}, res)
		data, err := PortfolioHTML(p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return pageTags(t, data)
	}
	want := page("harmless")
	evil := []string{"</title><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "-->", "</style>"}
	for _, s := range append(evil, reporttest.Hostile...) {
		if got := page(s); s != "" && !slices.Equal(got, want) {
			t.Errorf("%q changes the page", s)
		}
	}
}

// The headline says where most stand in each case that there is.
func TestPortfolioHeadline(t *testing.T) {
	t.Parallel()
	q := reporttest.Nine(2)
	for want, said := range map[string][]string{
		"Nothing could be scored.":                                                                   nil,
		"Of one organization none has enough answers for a level.":                                   {"-"},
		"Here is one organization, at level 2 (Local). No dimension is weaker":                       {"2"},
		"Of 2 organizations all stand at level 3 (Standardised).":                                    {"3", "3"},
		"Of 3 organizations most stand at level 3 (Standardised): 2.":                                {"3", "3", "4"},
		"Of 4 organizations the largest group stands at level 3 (Standardised): 2.":                  {"3", "3", "4", "-"},
		"Of 2 organizations the largest groups stand at levels 1 (Ad hoc) and 5 (Adaptive): 1 each.": {"1", "5"},
	} {
		results := []*assess.Result{reporttest.Result(q, reporttest.All(q, "1"))}
		var standings []assess.Standing
		for i, s := range said {
			res := reporttest.Result(q, reporttest.All(q, s))
			res.Organization = fmt.Sprint(i)
			standings = append(standings, assess.StandingOf(res, ""))
		}
		page, err := PortfolioHTML(portfolioOf("x", standings, results...), Options{})
		if err != nil || !strings.Contains(string(page), want) {
			_, after, _ := strings.Cut(string(page), `class="headline">`)
			t.Errorf("%v: %q is not %q", said, after[:min(len(after), 150)], want)
		}
	}
}
