package data

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

// A person is who has a column in the matrix of votes: a response, or one of its voices.
type person struct {
	response int
	voice    string // "" is the response itself
	title    string
}

// mostPeople is how many columns the matrix has room for: a sheet ends at 16,384.
const mostPeople = 16_000

// votesSheet is a matrix of who said what: a row per question, a column per response and
// voice. What is contested is marked by a word. None where nobody can disagree, or nobody said
// anything.
func (b *book) votesSheet() {
	people := b.people()
	if len(people) < 2 {
		return
	}
	t := grid{name: "sheet.votes", frozen: 2, columns: []column{
		{b.Say("column.dimension"), 20}, {b.Say("column.question"), 32}, {b.Say("column.agreement"), 22},
		{b.Say("agree.deviation"), 10},
	}}
	t.lead = []string{b.Say("votes.lead")}
	if slices.ContainsFunc(people, func(p person) bool { return p.voice != "" }) {
		t.lead = append(t.lead, b.Say("votes.lead.agreed"))
	}
	if more := len(people) - mostPeople; more > 0 {
		people = people[:mostPeople]
		t.lead = append(t.lead, b.Count("votes.more", more))
	}
	for _, p := range people {
		t.columns = append(t.columns, column{p.title, float64(min(14, max(8, cells.Width(p.title)+3)))})
	}
	for _, it := range b.Result.Overall.Scored() {
		row := []cell{text(b.SectionTitle(it.Question.Section())), text(b.QuestionTitle(it.Question)), {}, {}}
		if a := it.Agreement; a != nil {
			row[2], row[3] = b.verdict(a), figure(assess.Num(a.ADMd), twoDecimals)
		}
		silent := true
		for _, p := range people {
			c := b.saidBy(it, p)
			row, silent = append(row, c), silent && c.value == nil
		}
		if !silent {
			t.rows = append(t.rows, row)
		}
	}
	if len(t.rows) > 0 {
		b.sheet(t)
	}
}

// people are the responses, each behind its voices.
func (b *book) people() []person {
	var out []person
	voiced := 0
	for i, r := range b.Result.Responses {
		var votes []assess.Vote
		known := map[string]bool{}
		for j := range r.Answers {
			for _, v := range r.Answers[j].Votes {
				if !known[v.Voice] {
					known[v.Voice] = true
					votes = append(votes, v)
				}
			}
		}
		for _, v := range b.Labels.Votes(&assess.Answer{Votes: votes}) {
			out = append(out, person{i, v.Voice, b.User(b.Labels.Voice(v.Voice))})
		}
		title := b.Respondent(i)
		if len(votes) > 0 {
			voiced++
			title = b.Say("bracketed.after", title, b.Say("vote.agreed"))
		}
		out = append(out, person{i, "", title})
	}
	if voiced > 1 { // one voice may stand in several responses
		for i, p := range out {
			if p.voice != "" {
				out[i].title = b.Say("bracketed.after", b.Respondent(p.response), p.title)
			}
		}
	}
	return out
}

// saidBy is what a person said to a question: points, a word, or nothing.
func (b *book) saidBy(it *assess.Item, p person) cell {
	s := it.Said[p.response]
	switch {
	case s.State == assess.Skipped:
		return cell{}
	case p.voice != "":
		i := slices.IndexFunc(s.Answer.Votes, func(v assess.Vote) bool { return v.Voice == p.voice })
		if i < 0 {
			return cell{}
		}
		v := s.Answer.Votes[i]
		return b.said(it.Question, v.State(), v.Value)
	case s.Answer.Open():
		return cell{}
	}
	return b.said(it.Question, s.State, s.Answer.Value)
}

// said is an answer as a cell holds it: points or a word.
func (b *book) said(qu *assess.Question, state assess.State, value assess.Number) cell {
	switch v, ok := value.Get(); {
	case state == assess.NotApplicable || state == assess.Unknown:
		c := text(b.Say("vote." + string(state)))
		c.right = true // as the points above and below it
		return c
	case ok:
		return points(assess.Num(qu.Points(v)))
	}
	return cell{}
}

// verdict is how far those who rated a question agree, in a word.
func (b *book) verdict(a *assess.Agreement) cell {
	c := text(b.Say(verdicts[a.Verdict]))
	switch {
	case a.TwoCamps:
		c = text(b.Say("verdict.camps"))
		fallthrough
	case a.Verdict == assess.Contested:
		c.kind, c.strong = asMark, true
	}
	return c
}

// verdicts are the words for how far voices agree.
var verdicts = map[assess.Verdict]string{
	assess.Contested: "verdict.contested", assess.Agreed: "verdict.agreed",
	assess.CouldBeChance: "verdict.chance", assess.TooFew: "verdict.few",
}
