package report

import "bankmaturity/assess"

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

// notApplicable lists the questions that do not apply, with the reasons given.
func (v *view) notApplicable() []Item {
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		if it.Status != assess.NotApplicable {
			continue
		}
		said := v.Join(v.reasons(it))
		if it.Question.Policy() == assess.Lowest {
			said = v.Say("outside.lowest", said, v.Questionnaire.Lowest())
		}
		items = append(items, item(v.Question(it.Question), said))
	}
	return items
}

// reasons are why responses called a question not applicable, and whose they are where
// there is more than one response.
func (v *view) reasons(it *assess.Item) []string {
	var out []string
	for i, s := range it.Said {
		if s.State != assess.NotApplicable {
			continue
		}
		reason := v.User(s.Answer.Reason)
		if len(v.Result.Responses) > 1 {
			reason = v.Say("bracketed.after", v.Respondent(i), reason)
		}
		out = append(out, reason)
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
		{"open.unknown", v.Counts.Unknown, unknown},
		{"open.disputed", v.Counts.Disputed, (*assess.Item).Disputed},
	} {
		if part.n > 0 {
			blocks = append(blocks, paragraph(v.Count(part.key, part.n)), v.list(v.grouped(part.is)))
		}
	}
	if len(blocks) == 0 {
		return Chapter{}
	}
	return chapter("open", v.Say("open.heading"), blocks...)
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
	var items []Item
	for _, d := range v.Result.Disagreements {
		items = append(items, v.disagreement(d, of[d.Question]))
	}
	return chapter("scope", v.Say("scope.heading"), paragraph(v.Say("scope.intro")), v.list(items))
}

func (v *view) disagreement(d assess.ScopeDisagreement, it *assess.Item) Item {
	outcome := v.Say("scope.outside")
	switch {
	case it.Status == assess.Answered:
		outcome = v.Say("scope.counts")
	case d.Question.Policy() == assess.Lowest:
		outcome = v.Say("scope.lowest", v.Questionnaire.Lowest())
	}
	answered, outside := v.Count("scope.answered", d.Answered), v.Count("scope.not_applicable", d.NotApplicable)
	var reasons []string
	for i, s := range it.Said {
		if s.State == assess.NotApplicable {
			reasons = append(reasons, v.Say("scope.reason", v.Respondent(i), v.User(s.Answer.Reason)))
		}
	}
	said := v.Sentences(v.Say("scope.item", answered, outside), outcome)
	return item(v.Question(d.Question), said, reasons...)
}

// notes lists what was written beside the answers, and the evidence named.
func (v *view) notes() Chapter {
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		var beside []string
		for i, s := range it.Said {
			beside = append(beside, v.Beside(i, s)...)
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
