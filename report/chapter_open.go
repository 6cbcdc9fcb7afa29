package report

import (
	"slices"
	"strings"

	"bankmaturity/assess"
)

// outside lists what does not apply and why, and what was not asked.
func (v *view) outside() Chapter {
	if v.Counts.NotApplicable+v.Counts.Skipped == 0 {
		return Chapter{}
	}
	key := "outside.heading"
	if v.Counts.NotApplicable == 0 {
		key = "outside.heading.skipped"
	}
	var blocks []Block
	if items := v.notApplicable(); len(items) > 0 {
		blocks = append(blocks, v.list(items))
	}
	if v.Counts.Skipped > 0 {
		said := v.Count("outside.skipped", v.Counts.Skipped)
		blocks = append(blocks, paragraph(said), v.list(v.grouped(skipped)))
	}
	return chapter("outside", v.Say(key), blocks...)
}

// notApplicable lists what does not apply, with the reasons given: questions for which they
// are the same stand together.
func (v *view) notApplicable() []Item {
	var reasons together
	for _, it := range v.Result.Overall.AllItems() {
		if it.Status != assess.NotApplicable {
			continue
		}
		said := v.Join(v.reasons(it))
		if said == "" { // by votes, and none of the voices said why
			said = v.Say("outside.votes")
		}
		if it.Question.Policy() == assess.Lowest {
			said = v.Say("outside.lowest", said, v.Questionnaire.Lowest())
		}
		reasons.add(it, said)
	}
	var items []Item
	for _, said := range reasons.order {
		items = append(items, item(v.about(reasons.items[said]), said))
	}
	return items
}

// together are questions of which the same is said.
type together struct {
	order []string // what is said, as it first came
	items map[string][]*assess.Item
}

func (t *together) add(it *assess.Item, said string) {
	if t.items == nil {
		t.items = map[string][]*assess.Item{}
	}
	if t.items[said] == nil {
		t.order = append(t.order, said)
	}
	t.items[said] = append(t.items[said], it)
}

// about names questions; a dimension stands for all of its own.
func (v *view) about(items []*assess.Item) string {
	var titles []string
	for len(items) > 0 {
		n := 1
		if d := v.wholly(items); d != nil {
			n = len(d.Scored())
			titles = append(titles, v.NodeTitle(d))
		} else {
			titles = append(titles, v.Question(items[0].Question))
		}
		items = items[n:]
	}
	return v.Enumerate(titles)
}

// wholly returns the dimension of several questions that items begin with, nil where they
// don't begin with all of it.
func (v *view) wholly(items []*assess.Item) *assess.Node {
	for _, d := range v.Result.Overall.Dimensions() {
		all := d.Scored()
		if len(all) > 1 && len(items) >= len(all) && slices.Equal(all, items[:len(all)]) {
			return d
		}
	}
	return nil
}

// reasons are why responses and voices called a question not applicable, and whose they are
// where more than one may have spoken.
func (v *view) reasons(it *assess.Item) []string {
	responses, voices := v.Reasons(it)
	var out []string
	for _, r := range responses {
		if len(v.Result.Responses) > 1 {
			r.Text = v.Say("bracketed.after", r.Who, r.Text)
		}
		out = append(out, r.Text)
	}
	for _, r := range voices {
		out = append(out, v.Say("bracketed.after", r.Who, r.Text))
	}
	return out
}

// open lists what still waits: unanswered, unknown and not agreed apart.
func (v *view) open() Chapter {
	var blocks []Block
	for _, part := range []struct {
		key string
		n   int
		is  func(*assess.Item) bool
	}{
		{"open.unanswered", v.Counts.Unanswered, unanswered},
		{"open.unknown", v.Counts.Unknown - v.Counts.Valueless, unvoted},
	} {
		if part.n > 0 {
			blocks = append(blocks, paragraph(v.Count(part.key, part.n)), v.list(v.grouped(part.is)))
		}
	}
	if n := v.Counts.Unagreed; n > 0 {
		blocks = append(blocks, paragraph(v.Count("open.unagreed", n)), v.list(v.unagreed()))
	}
	if len(blocks) == 0 {
		return Chapter{}
	}
	return chapter("open", v.Say("open.heading"), blocks...)
}

// unagreed lists the questions that are not agreed, with their votes.
func (v *view) unagreed() []Item {
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		var votes []string
		for _, s := range it.Said {
			if s.State != assess.Skipped && s.Answer.Unagreed() {
				votes = append(votes, v.votes(it.Question, s.Answer))
			}
		}
		if len(votes) > 0 {
			items = append(items, item(v.Question(it.Question), v.Join(votes)))
		}
	}
	return items
}

// votes lists votes without saying whose they are.
func (v *view) votes(qu *assess.Question, a *assess.Answer) string {
	var out []string
	for _, vote := range v.Labels.Votes(a) {
		out = append(out, v.Vote(qu, vote))
	}
	return strings.Join(out, v.Say("agree.next"))
}

// disagreements lists questions that some answered and others put outside.
func (v *view) disagreements() Chapter {
	if len(v.Result.Disagreements) == 0 {
		return Chapter{}
	}
	of := map[*assess.Question]*assess.Item{}
	for _, it := range v.Result.Overall.AllItems() {
		of[it.Question] = it
	}
	var said together
	reasons := map[string][]string{}
	for _, d := range v.Result.Disagreements {
		text, why := v.disagreement(d, of[d.Question])
		key := strings.Join(append([]string{text}, why...), "\n")
		reasons[key] = append([]string{text}, why...)
		said.add(of[d.Question], key)
	}
	var items []Item
	for _, key := range said.order {
		items = append(items, item(v.about(said.items[key]), reasons[key][0], reasons[key][1:]...))
	}
	return chapter("scope", v.Say("scope.heading"), paragraph(v.Say("scope.intro")), v.list(items))
}

// disagreement says how many stand on which side, and why some left a question out that
// counts; why one does not count stands with what does not apply.
func (v *view) disagreement(d assess.ScopeDisagreement, it *assess.Item) (said string, reasons []string) {
	outcome := v.Say("scope.outside")
	switch {
	case it.Status == assess.Answered:
		outcome = v.Say("scope.counts")
	case d.Question.Policy() == assess.Lowest:
		outcome = v.Say("scope.lowest", v.Questionnaire.Lowest())
	}
	answered, outside := v.Count("scope.answered", d.Answered), v.Count("scope.not_applicable", d.NotApplicable)
	if it.Status != assess.NotApplicable {
		responses, _ := v.Reasons(it)
		for _, r := range responses {
			reasons = append(reasons, v.Say("scope.reason", r.Who, r.Text))
		}
	}
	return v.Sentences(v.Say("scope.item", answered, outside), outcome), reasons
}

// notes lists what was written beside the answers, and the evidence named; also why voices
// had called a question not applicable that counts.
func (v *view) notes() Chapter {
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		var beside []string
		for i, s := range it.Said {
			beside = append(beside, v.Beside(i, s)...)
		}
		if it.Status != assess.NotApplicable {
			_, voices := v.Reasons(it)
			for _, r := range voices {
				beside = append(beside, v.Say("notes.reason.by", r.Who, r.Text))
			}
		}
		if len(beside) > 0 {
			items = append(items, item(v.Question(it.Question), "", beside...))
		}
	}
	if len(items) == 0 {
		return Chapter{}
	}
	return chapter("notes", v.Say("notes.heading"), v.list(items))
}
