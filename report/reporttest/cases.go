// Package reporttest holds results at the edges of what a report has to say, and texts
// that nothing may trip over. Tests import it.
package reporttest

import (
	"fmt"

	"bankmaturity/assess"
)

// Cases are results at the edges of what a report has to say, by name.
func Cases() map[string]*assess.Result {
	return map[string]*assess.Result{
		"bank":            Bank(),
		"nothing":         Result(Nine(5), All(Nine(5), "-")),
		"no-response":     Assessed(Nine(5), nil),
		"not-applicable":  Result(Nine(2), All(Nine(2), "n")),
		"all-unknown":     Result(Nine(1), All(Nine(1), "?")),
		"top":             Result(Nine(2), All(Nine(2), "5e")),
		"top-no-evidence": Result(Nine(2), All(Nine(2), "5")),
		"lowest":          Result(Nine(2), All(Nine(2), "1")),
		"insufficient":    Result(Nine(2), "32 --3- 4--- 2-- 4 -- 3"),
		"one-dimension":   Result(Sample(4, Dimension("only", "Only dimension")), "2 4 3 -"),
		"one-question":    Result(Sample(1, Dimension("only", "Only dimension")), "3"),
		"one-open":        Result(Sample(1, Dimension("only", "Only dimension")), "-"),
		"two":             Result(Sample(2, Dimension("one", "One"), Dimension("two", "Two")), "13 4n"),
		"respondents":     Respondents(),
		"votes":           Votes(),
		"provisional":     Provisional(),
		"warnings":        warnings(),
		"alike":           Result(Nine(5), "3"+All(Nine(5), "2")[1:]),
		"gate":            gates(),
		"min":             minimum(),
		"deep":            deep(),
		"zero-based":      zeroBased(),
		"lowest-policies": lowestPolicies(),
		"conditions":      conditions(),
		"no-meaning":      noMeaning(),
		"mixed-targets":   mixedTargets(),
		"near-level":      nearLevel(),
		"chinese":         chinese(),
		"coded":           Coded(),
	}
}

// Bank is a nine-dimension bank a consultant would report on.
func Bank() *assess.Result {
	q := Nine(5)
	q.Source = assess.Plain("An essay on the digital transformation of banks.")
	r := Response(q, 1, "4e3432 33324 4e4434 3434e3 22332 1211? 34-33 4e44n4e 32332")
	r.Answers[3].Note = "Two branches already use the new list.\nThe others follow in spring."
	r.Answers[27].Note = "Waiting for the regulator."
	r.Targets = []assess.Target{{Section: "open-banking", Level: 3}}
	return Assessed(q, []*assess.Response{r})
}

func Respondents() *assess.Result {
	q := Sample(2, Dimension("one", "Customer insight"), Dimension("two", "Open banking"),
		Dimension("three", "People"))
	res := Result(q, "24 3n ?3", "34 2n -3e", "3n 43 ?4", "3- 1n -4")
	res.Responses[1].Version = "0.9.0"
	res.Responses[2].Role = ""
	res.Responses[0].Answers[0].Note = "Seen in two branches."
	res.Responses[3].Answers[0].Note = "Not in mine."
	return Assessed(q, res.Responses)
}

func Votes() *assess.Result {
	q := Sample(3, Dimension("one", "Customer insight"), Dimension("two", "Open banking"))
	r := Response(q, 1, "3-4 -32")
	r.Answers[0].Votes = []assess.Vote{
		{Voice: "Retail", Value: assess.Num(2)}, {Voice: "IT", Value: assess.Num(4)},
	}
	r.Answers[1].Votes = []assess.Vote{
		{Voice: "Risk", Value: assess.Num(2)}, {Voice: "Retail", Value: assess.Num(3)},
	}
	return Assessed(q, []*assess.Response{r})
}

// Provisional is a bank of which one question is agreed, and voices said whatever a voice
// can say, with what they had prepared.
func Provisional() *assess.Result {
	q := Nine(2)
	r := Response(q, 1, All(q, "-"))
	for i := range r.Answers {
		first := float64(2 + i%3)
		r.Answers[i].Votes = []assess.Vote{
			{Voice: "Retail", Value: assess.Num(first)}, {Voice: "IT", Value: assess.Num(first + 1)},
			{Voice: "Risk", Value: assess.Num(first)},
		}
	}
	r.Answers[0].Value = assess.Num(2)
	r.Answers[1].NA, r.Answers[1].Reason = true, "sold last year"
	r.Answers[1].Votes = []assess.Vote{
		{Voice: "Retail", NA: true}, {Voice: "IT", Value: assess.Num(2)}, {Voice: "Risk"},
	}
	r.Answers[2].Votes = []assess.Vote{
		{Voice: "Retail", NA: true}, {Voice: "IT", NA: true}, {Voice: "Risk"},
	}
	r.Answers[3].Votes = []assess.Vote{{Voice: "Retail"}, {Voice: "IT"}}
	r.Answers[4].Votes = []assess.Vote{
		{Voice: "Retail", Value: assess.Num(1)}, {Voice: "IT", Value: assess.Num(5)},
		{Voice: "Risk", NA: true}, {Voice: "Finance"},
		{Voice: "People", Value: assess.Num(1)}, {Voice: "Operations", Value: assess.Num(5)},
	}
	r.Answers[1].Brought = []assess.Brought{{Voice: "Retail", Reason: "no such products"}}
	r.Answers[2].Brought = []assess.Brought{{Voice: "IT", Reason: "outsourced"}}
	r.Answers[4].Brought = []assess.Brought{
		{Voice: "Risk", Reason: "no such risk"},
		{Voice: "IT", Note: "since spring", Evidence: []string{"Register 2026", "Minutes"}},
	}
	return Assessed(q, []*assess.Response{r})
}

// warnings is a result with something to know of its responses.
func warnings() *assess.Result {
	res := Respondents()
	res.Warnings = []assess.Warning{
		{
			Message: "{1} and {3} are two records of one respondent: both count",
			File:    "answers/harbour-1.yaml",
		},
		{Message: "the responses are from 2025-01-01 to 2026-11-24: more than 92 days apart"},
	}
	return res
}

// gates holds a gate of two levels beside an ordinary dimension.
func gates() *assess.Result {
	gate := Dimension("compliance", "Compliance")
	gate.Method = assess.Gate
	for level := 2; level <= 4; level++ {
		for i := range 2 {
			gate.Questions = append(gate.Questions, &assess.Question{
				ID: fmt.Sprintf("rule-%d-%d", level, i), Title: assess.Plain(fmt.Sprintf("Rule %d.%d", level, i+1)),
				Weight: 1, Level: level, Pass: 1, Options: []assess.Option{
					{Value: 0, Text: assess.Plain("No")}, {Value: 1, Text: assess.Plain("Yes")}},
			})
		}
	}
	q := Sample(2, gate, Dimension("two", "Open banking"))
	q.Scoring.Stage = &assess.StageRule{Share: 1, Slack: 0}
	return Result(q, "11 10 -1 42")
}

func minimum() *assess.Result {
	weakest := Area("security", "Security", 2, Dimension("access", "Access"), Dimension("recovery", "Recovery"))
	weakest.Method = assess.Min
	q := Sample(2, weakest, Dimension("two", "Open banking"))
	q.Sections[0].Sections[0].Questions[0].Weight = 3
	return Result(q, "42 2- 45")
}

func deep() *assess.Result {
	q := Sample(2, Area("a", "Area", 1,
		Area("b", "Part", 1, Area("c", "Detail", 1, Dimension("d", "Deepest"), Dimension("e", "Next to it"))),
		Dimension("f", "Higher up")))
	return Result(q, "23 34 55")
}

func zeroBased() *assess.Result {
	q := Sample(0, Dimension("one", "Governance"), Dimension("two", "Design"), Dimension("three", "Operations"))
	q.Levels = nil
	for i, name := range []string{"None", "Some", "Most", "All"} {
		q.Levels = append(q.Levels, assess.Level{Level: i, Name: assess.Plain(name)})
	}
	for _, s := range q.Sections {
		for i := range 2 {
			s.Questions = append(s.Questions, &assess.Question{
				ID: fmt.Sprintf("%s-%d", s.ID, i), Weight: 1,
				Title: assess.Plain(fmt.Sprintf("%s %d", s.Title.In(""), i+1)),
				Options: []assess.Option{
					{Value: 0, Text: assess.Plain("No")}, {Value: .25, Text: assess.Plain("Some")},
					{Value: .5, Text: assess.Plain("Half")}, {Value: 1, Text: assess.Plain("All")},
				}})
		}
	}
	q.Link()
	r := assess.NewResponse(q)
	r.Organization, r.Date = "Small shop", "2026-01-31"
	for i, v := range []float64{0, 0, .25, .5, 1, .25} {
		r.Answers[i].Value = assess.Num(v)
	}
	return Assessed(q, []*assess.Response{r})
}

func lowestPolicies() *assess.Result {
	q := Sample(2, Dimension("one", "Customer insight"), Dimension("two", "Open banking"))
	q.Scoring.Unanswered, q.Scoring.NotApplicable = assess.Lowest, assess.Lowest
	q.Sections[1].NotApplicable = assess.Exclude
	q.Scoring.MinCoverage = 0
	q.Link()
	return Result(q, "n4 n-")
}

func conditions() *assess.Result {
	q := Sample(3, Dimension("one", "Customer insight"), Dimension("two", "Open banking"))
	for _, i := range []int{1, 4} {
		q.Questions()[i].AskIf = []assess.Condition{{Question: "one-1", AtLeast: assess.Num(3)}}
	}
	q.Link()
	return Result(q, "243 334")
}

func noMeaning() *assess.Result {
	q := Sample(2, Dimension("one", "Customer insight"), Dimension("two", "Open banking"))
	for i := range q.Levels {
		q.Levels[i].Meaning = nil
	}
	return Result(q, "33 33")
}

func mixedTargets() *assess.Result {
	q := Sample(2, Dimension("one", "Customer insight"), Dimension("two", "Open banking"),
		Dimension("three", "People"))
	three, two := 3, 2
	q.Sections[0].Target, q.Sections[1].Target = &three, &two
	return Result(q, "22 33 44")
}

// nearLevel has a score that must not be rounded up to a level.
func nearLevel() *assess.Result {
	q := Sample(2, Dimension("one", "Customer insight"), Dimension("two", "Open banking"))
	target := 3
	q.Scoring.Target = &target
	q.Sections[0].Questions[0].Weight = 250
	q.Sections[1].Questions[0].Weight = 250
	return Result(q, "32 32")
}

func chinese() *assess.Result {
	q := Sample(2, Dimension("one", "客户洞察"), Dimension("two", "开放银行与生态合作能力"),
		Dimension("three", "数据"), Dimension("four", "Agile 敏捷工作"))
	q.Title = assess.Plain("银行数字化成熟度")
	res := Result(q, "34 22 5- 33")
	res.Responses[0].Organization = "港城银行"
	return Assessed(q, res.Responses)
}
