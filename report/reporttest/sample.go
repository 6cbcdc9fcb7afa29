package reporttest

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
)

// Sample builds a questionnaire in a few lines: an area per line, its weight,
// its dimensions. Every dimension holds n questions whose options are the
// levels.
func Sample(n int, areas ...*assess.Section) *assess.Questionnaire {
	q := &assess.Questionnaire{
		ID: "sample", Version: "1.0.0", SHA256: strings.Repeat("ab", 32),
		Title: assess.Plain("Digital maturity of a bank"), Languages: []string{"en"},
		Levels: levels("Ad hoc", "Local", "Standardised", "Measured", "Adaptive"), Scoring: assess.DefaultScoring(),
		Sections: areas,
	}
	fill(q, areas, n)
	q.Link()
	return q
}

// levels names levels from 1, each with a meaning.
func levels(names ...string) []assess.Level {
	var out []assess.Level
	for i, name := range names {
		meaning := assess.Plain("This is what " + strings.ToLower(name) + " means.")
		out = append(out, assess.Level{Level: i + 1, Name: assess.Plain(name), Meaning: meaning})
	}
	return out
}

func fill(q *assess.Questionnaire, sections []*assess.Section, n int) {
	for _, s := range sections {
		fill(q, s.Sections, n)
		if len(s.Sections) > 0 || len(s.Questions) > 0 {
			continue
		}
		for i := range n {
			id, title := fmt.Sprintf("%s-%d", s.ID, i+1), fmt.Sprintf("%s topic %d", s.Title.In(""), i+1)
			s.Questions = append(s.Questions, ask(q, id, title))
		}
	}
}

// ask is a question whose options are the levels.
func ask(q *assess.Questionnaire, id, title string) *assess.Question {
	qu := &assess.Question{
		ID: id, Title: assess.Plain(title), Ask: assess.Plain(title + "?"), Weight: 1, Effort: 1,
		Evidence: []assess.Text{assess.Plain("Policy for " + title), assess.Plain("Latest report")}}
	for _, l := range q.Levels {
		qu.Options = append(qu.Options, assess.Option{Value: float64(l.Level),
			Text: assess.Plain(fmt.Sprintf("%s as described for %s.", title, strings.ToLower(l.Name.In(""))))})
	}
	return qu
}

// area holds sections; dimension holds questions that sample adds.
func Area(id, title string, weight float64, children ...*assess.Section) *assess.Section {
	s := Dimension(id, title)
	s.Weight, s.Sections = weight, children
	return s
}

func Dimension(id, title string) *assess.Section {
	return &assess.Section{ID: id, Title: assess.Plain(title), Weight: 1, Method: assess.Mean}
}

// Nine is a questionnaire like the bundled one.
func Nine(questions int) *assess.Questionnaire {
	q := Sample(questions,
		Area("capabilities", "Capabilities", 3,
			Dimension("customer-insight", "Customer insight"), Dimension("rapid-response", "Rapid response"),
			Dimension("data-activation", "Data activation")),
		Area("practices", "Practices", 6,
			Dimension("leadership", "Leadership and strategy"), Dimension("agile-working", "Agile working"),
			Dimension("open-banking", "Open banking"), Dimension("platforms", "Platforms and architecture"),
			Dimension("risk", "Risk and security by design"), Dimension("people", "People and skills")))
	q.Scoring.Stage = &assess.StageRule{Share: 0.8, Slack: 1}
	target, from := 4, 3
	q.Scoring.Target, q.Scoring.EvidenceFrom = &target, &from
	return q
}

// Response answers the questions in order: a digit is an option's value, n not
// applicable, ? unknown, - nothing; e behind any of them adds evidence, blanks
// do not count. It is given by the i-th respondent.
func Response(q *assess.Questionnaire, i int, said string) *assess.Response {
	r := assess.NewResponse(q)
	r.Organization, r.Date = "Harbour City Bank", fmt.Sprintf("2026-11-%02d", 20+i)
	r.Respondent, r.Role = fmt.Sprintf("Person %d", i), "Head of unit"
	r.Source, r.SHA256 = fmt.Sprintf("answers/harbour-%d.yaml", i), strings.Repeat(fmt.Sprint(i%10), 64)
	at := -1
	for _, c := range strings.ReplaceAll(said, " ", "") {
		if c == 'e' {
			r.Answers[at].Evidence = append(r.Answers[at].Evidence, "Minutes of the board")
			continue
		}
		at++
		switch c {
		case 'n':
			r.Answers[at].NA, r.Answers[at].Reason = true, "wholesale bank only"
		case '?':
			r.Answers[at].Unknown = true
		case '-':
		default:
			r.Answers[at].Value = assess.Num(float64(c - '0'))
		}
	}
	return r
}

// Result scores what respondents said.
func Result(q *assess.Questionnaire, said ...string) *assess.Result {
	var responses []*assess.Response
	for i, s := range said {
		responses = append(responses, Response(q, i+1, s))
	}
	return Assessed(q, responses)
}

// All repeats an answer for every question.
func All(q *assess.Questionnaire, answer string) string {
	return strings.Repeat(answer, len(q.Questions()))
}

// Assessed is a result with all that is computed for a report.
func Assessed(q *assess.Questionnaire, responses []*assess.Response) *assess.Result {
	group := assess.EmptyGroup(q)
	if len(responses) > 0 {
		var err error
		if group, err = assess.Join(responses...); err != nil {
			panic(err)
		}
	}
	res := assess.Score(group)
	assess.Explain(res, nil, assess.Chances{})
	return res
}
