package words

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// small is a questionnaire of four dimensions with two questions each, and a stage.
func small(stage bool) *assess.Questionnaire {
	q := reporttest.Sample(2, reporttest.Dimension("a", "Insight"), reporttest.Dimension("b", "Speed"),
		reporttest.Dimension("c", "Data"), reporttest.Dimension("d", "Partners"))
	if stage {
		q.Scoring.Stage = &assess.StageRule{Share: 0.8, Slack: 1}
	}
	q.Link()
	return q
}

// named is what one person, or nobody's name, said.
func named(q *assess.Questionnaire, name, said string) *assess.Result {
	r := reporttest.Response(q, 1, said)
	r.Respondent = name
	return reporttest.Assessed(q, []*assess.Response{r})
}

func room(q *assess.Questionnaire, said string) *assess.Result {
	return reporttest.Result(q, said, said)
}

func planned(q *assess.Questionnaire, said string, target int) *assess.Result {
	res := room(q, said)
	assess.Explain(res, &target, assess.Chances{})
	return res
}

func among(q *assess.Questionnaire, said string, peers ...float64) *assess.Result {
	res := room(q, said)
	res.Peers = assess.Peers(res, &assess.Benchmark{ID: q.ID, Scores: map[string][]float64{q.ID: peers}})
	return res
}

func gated(said string) *assess.Result {
	gate := reporttest.Dimension("rules", "Compliance")
	gate.Method = assess.Gate
	for _, id := range []string{"x", "y"} {
		gate.Questions = append(gate.Questions, &assess.Question{
			ID: "rule-" + id, Title: assess.Plain("Rule " + id), Weight: 1, Level: 3, Pass: 1, Options: []assess.Option{
				{Value: 0, Text: assess.Plain("No")}, {Value: 1, Text: assess.Plain("Yes")}},
		})
	}
	q := reporttest.Sample(2, gate, reporttest.Dimension("b", "Speed"), reporttest.Dimension("c", "Data"))
	return room(q, said)
}

func weakest(said string) *assess.Result {
	area := reporttest.Area("s", "Security", 1, reporttest.Dimension("a", "Access"), reporttest.Dimension("r", "Recovery"))
	area.Method = assess.Min
	return room(reporttest.Sample(2, area, reporttest.Dimension("c", "Data")), said)
}

func voted() *assess.Result {
	q := small(true)
	r := reporttest.Response(q, 1, "22 22 22 1-")
	r.Answers[7].Votes = []assess.Vote{{Voice: "IT", Value: assess.Num(1)}, {Voice: "Risk", Value: assess.Num(2)}}
	return reporttest.Assessed(q, []*assess.Response{r})
}

func outside(said string) *assess.Result {
	q := small(true)
	q.Scoring.NotApplicable = assess.Lowest
	q.Link()
	return room(q, said)
}

// The sentences of the first page, whatever a result is.
func TestStory(t *testing.T) {
	t.Parallel()
	many := []float64{1, 1.2, 1.4, 1.6, 1.8, 2, 2, 2, 2.1, 2.2, 2.3, 2.4}
	var said strings.Builder
	for _, tt := range []struct {
		name string
		res  *assess.Result
	}{
		{"nothing answered", room(small(true), "-- -- -- --")},
		{"everything not applicable", room(small(true), "nn nn nn nn")},
		{"all at the top", room(small(true), "55 55 55 55")},
		{"all at one level", room(small(true), "22 22 22 22")},
		{"most, one behind", room(small(true), "22 22 22 11")},
		{"without a stage, one behind", room(small(false), "33 33 33 22")},
		{"most, one ahead", room(small(true), "22 22 22 33")},
		{"no majority", room(small(false), "11 22 33 44")},
		{"single answers hold the stage", room(small(true), "33 33 33 51")},
		{"the score alone", room(small(false), "22 23 33 33")},
		{"too few answers", room(small(true), "2- 3- -- 2-")},
		{"one dimension has too few", room(small(false), "22 22 22 2-")},
		{"one dimension", room(reporttest.Sample(3, reporttest.Dimension("a", "Insight")), "223")},
		{"one dimension does not apply", room(small(true), "22 22 22 nn")},
		{"one person", named(small(true), "Lin", "22 22 22 22")},
		{"one set of answers", named(small(true), "", "22 22 22 22")},
		{"a group's report", room(small(true), "22 -- -- --")},
		{"two groups' report", room(small(true), "22 33 -- --")},
		{"all groups but one", room(small(false), "22 22 22 --")},
		{"provisional", voted()},
		{"gates", gated("10 33 33")},
		{"gates, more open criteria", gated("-- 33 33")},
		{"gates at the top", gated("11 55 55")},
		{"weakest part", weakest("42 22 33")},
		{"out of reach", outside("22 22 22 2n")},
		{"reached", planned(small(true), "44 44 44 44", 3)},
		{"without a target, open questions", room(small(false), "33 33 33 3?")},
		{"upper quarter", among(small(true), "33 33 33 33", many...)},
		{"lower quarter", among(small(true), "11 11 11 12", many...)},
		{"in the middle", among(small(true), "22 22 22 22", many...)},
		{"upper half of few", among(small(true), "22 22 22 22", 1, 1.5, 1.8, 1.9, 3)},
	} {
		said.WriteString(tt.name + "\n")
		for _, language := range []string{"en", "zh"} {
			teller, err := Tell(tt.res, language, false, Plain)
			if err != nil {
				t.Fatal(err)
			}
			said.WriteString("  " + teller.Story() + "\n")
		}
	}
	reporttest.Golden(t, "story.txt", []byte(said.String()))
}
