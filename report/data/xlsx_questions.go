package data

import (
	"slices"
	"strings"

	"bankmaturity/assess"
)

// questionsSheet is every question with its answer in words, and what stands beside it.
func (b *book) questionsSheet() {
	profile := map[*assess.Question]assess.ProfileAnswer{}
	for _, p := range b.Result.Profile() {
		profile[p.Question] = p
	}
	t := grid{name: "sheet.questions", frozen: 2, columns: []column{
		{b.Say("column.dimension"), 20}, {b.Say("column.question"), 28}, {b.Say("column.points"), 8},
		{b.Say("column.status"), 13}, {b.Say("column.answer"), 52}, {b.Say("column.shows"), 32},
		{b.Say("column.notes"), 36}, {"id", 26},
	}}
	for _, it := range b.Result.Overall.AllItems() {
		said := text(b.answer(it))
		if p, ok := profile[it.Question]; ok {
			said = b.recorded(p)
		}
		t.rows = append(t.rows, []cell{
			text(b.SectionTitle(it.Question.Section())), text(b.QuestionTitle(it.Question)),
			figure(it.Points, twoDecimals), text(b.status(it)), said,
			text(b.evidence(it)), text(b.notes(it)), text(b.User(it.Question.ID)),
		})
	}
	b.shades(b.sheet(t), 3)
}

// status is what became of a question, in a word.
func (b *book) status(it *assess.Item) string {
	if it.Question.Profile && it.Status == assess.Answered {
		return b.Say("status.recorded")
	}
	status := b.Say("status." + string(it.Status))
	if it.Unagreed() {
		return b.Say("status.unagreed", status)
	}
	return status
}

// evidence is what shows the answers: the documents named, and what was counted.
func (b *book) evidence(it *assess.Item) string {
	var out []string
	for i, s := range it.Said {
		if s.State != assess.Skipped && s.Answer.Count.Defined() {
			out = append(out, b.by(i, b.Counted(it.Question, s.Answer.Count)))
		}
	}
	for i, s := range it.Said {
		if s.State == assess.Skipped {
			continue
		}
		for _, e := range s.Answer.Evidence {
			out = append(out, b.by(i, b.User(e)))
		}
		for _, brought := range b.Labels.Brought(s.Answer) {
			for _, e := range brought.Evidence {
				out = append(out, b.Say("lead", b.User(b.Labels.Voice(brought.Voice)), b.User(e)))
			}
		}
	}
	return strings.Join(out, "\n")
}

// notes are what was written beside the answers, and why the question does not apply.
func (b *book) notes(it *assess.Item) string {
	var out []string
	for i, s := range it.Said {
		if s.State == assess.Skipped {
			continue
		}
		if s.Answer.Note != "" {
			out = append(out, b.by(i, b.User(s.Answer.Note)))
		}
		for _, brought := range b.Labels.Brought(s.Answer) {
			if brought.Note != "" {
				out = append(out, b.Say("lead", b.User(b.Labels.Voice(brought.Voice)), b.User(brought.Note)))
			}
		}
	}
	responses, voices := b.Reasons(it)
	for _, r := range slices.Concat(responses, voices) {
		out = append(out, b.Say("notes.reason.by", r.Who, r.Text))
	}
	return strings.Join(out, "\n")
}

// by says whose a text is, where there are several responses.
func (b *book) by(i int, said string) string {
	if len(b.Result.Responses) > 1 {
		return b.Say("lead", b.Respondent(i), said)
	}
	return said
}
