package workshop

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/report"
)

// Card shows the current question, or at the end the scores.
func (w *workshop) Card() prompt.Card {
	all, here := w.interview.Progress(), w.interview.DimensionProgress()
	card := prompt.Card{
		Progress: w.words.Say("card.progress", all.Total-all.Open, all.Total),
		Saved:    w.words.Say("card.saved", w.session.path),
		Message:  w.message,
		Refused:  w.refused,
		Chosen:   -1,
	}
	if next := w.nextLanguage(); next != w.language {
		card.Next = message.Native(next)
	}
	if w.failed != nil {
		card.Saved = w.words.Say("card.not_saved")
		card.Message = w.words.Say("session.failed", w.failed.Error())
	}
	qu := w.interview.Current()
	if qu == nil {
		card.Done, card.Summary = true, w.summary(all.Open)
		return card
	}
	if w.person && !w.begun {
		card.Opening = w.opening(all)
	}
	if w.limit > 0 {
		card.Clock = w.clock
	}
	card.Path, card.Heading = w.pathOf(qu.Section()), w.headOf(qu.Section())
	card.Place = w.words.Say("card.place", all.Position, all.Total, here.Position, here.Total)
	w.showQuestion(&card, qu)
	w.showAnswer(&card, qu)
	w.showVotes(&card, qu)
	card.Standing = w.standing(qu)
	card.Idle = w.idle(card, all, qu)
	return card
}

// opening is what stands before the first question: what is asked and how to choose, who votes,
// and how far the answers are.
func (w *workshop) opening(all assess.Progress) []string {
	q, r := w.session.questionnaire, w.session.response
	out := []string{r.Organization + " · " + onOneLine(q.Title.In(w.language)), ""}
	if len(q.Summary) > 0 {
		out = append(out, onOneLine(q.Summary.In(w.language)), "")
	}
	if len(r.Voices) > 0 {
		out = append(out, w.words.Say("opening.voices", strings.Join(r.Voices, w.words.Say("votes.next"))))
	}
	if guests := len(allVoices(r)) - len(r.Voices); guests > 0 {
		out = append(out, w.words.Say("opening.guests", guests))
	}
	if all.Open < all.Total || len(r.Actions) > 0 || len(r.Parked) > 0 {
		done := all.Total - all.Open
		out = append(out, w.words.Say("opening.done", done, all.Total, len(r.Parked), openActions(r)))
	}
	out = append(out, w.words.Say("opening.saved", w.session.path))
	for _, text := range w.notices {
		out = append(out, "! "+text)
	}
	return out
}

// openActions counts what is still to be done.
func openActions(r *assess.Response) int {
	n := 0
	for _, a := range r.Actions {
		if a.Status == assess.ActionOpen {
			n++
		}
	}
	return n
}

// idle are the keys that would do nothing now.
func (w *workshop) idle(card prompt.Card, all assess.Progress, qu *assess.Question) string {
	out := ""
	for _, key := range []struct {
		name string
		idle bool
	}{
		{"b", all.Position <= 1},
		{"u", !w.interview.CanUndo()},
		{"w", len(card.Spread) == 0 || card.Named},
		{"v", qu.Typed()},
		{"a", len(card.Agreeable) == 0},
		{"n", qu.Policy() == assess.Forbid},
		{"s", len(qu.Section().Scored()) == 0},
	} {
		if key.idle {
			out += key.name
		}
	}
	return out
}

// showQuestion puts the question on the card, and what helps to answer it.
func (w *workshop) showQuestion(card *prompt.Card, qu *assess.Question) {
	card.ID = qu.ID
	card.Title, card.Ask, card.Help = w.titleOf(qu), qu.AskBeside(w.language), qu.Help.In(w.language)
	card.References = w.references(qu)
	card.Criterion = w.criterion(qu)
	for _, text := range qu.Evidence {
		card.Look = append(card.Look, text.In(w.language))
	}
	for _, text := range []assess.Text{qu.Section().Summary, w.session.questionnaire.Summary} {
		if len(text) > 0 {
			card.Around = append(card.Around, text.In(w.language))
		}
	}
}

// criterion says what a question below a gate decides: when it is met, which level waits
// for it, and what that gate still misses.
func (w *workshop) criterion(qu *assess.Question) string {
	if qu.Level == 0 {
		return ""
	}
	met := w.words.Say("criterion.met", qu.Level, number(qu.Pass))
	if qu.Many() {
		met = w.words.Say("criterion.met.list", qu.Level, number(qu.Pass))
	}
	for _, g := range w.result().Gates() {
		if !below(qu, g.Node.Section) {
			continue
		}
		if g.Missed > w.session.questionnaire.Highest() {
			return w.words.Say("criterion.top", met)
		}
		return w.words.Say("criterion.missed", met, g.Missed-1, g.Missed, len(g.Failing), g.Criteria)
	}
	return met
}

// below reports whether a question is in a section, or in one below it.
func below(qu *assess.Question, section *assess.Section) bool {
	for s := qu.Section(); s != nil; s = s.Parent() {
		if s == section {
			return true
		}
	}
	return false
}

// showAnswer puts the options and what is recorded on the card.
func (w *workshop) showAnswer(card *prompt.Card, qu *assess.Question) {
	a := w.interview.Answer()
	switch {
	case qu.Many():
		w.showList(card, qu)
	case qu.Typed():
		w.showLine(card, qu)
	default:
		w.showOptions(card, qu)
	}
	card.Note, card.Evidence, card.Decided = a.Note, a.Evidence, w.decided(qu)
	card.Recorded = w.recorded(qu, a)
	card.Private = a.Private != assess.Private{}
	for _, p := range w.session.response.Parked {
		switch {
		case p.Question != qu.ID:
			continue
		case p.Reason == "":
			card.Recorded = w.words.Say("card.parked")
		default:
			card.Recorded = w.words.Say("card.parked.why", onOneLine(p.Reason))
		}
		card.Parked = true
	}
}

// showOptions puts the options of which one is chosen on the card, or reached by a count.
func (w *workshop) showOptions(card *prompt.Card, qu *assess.Question) {
	for i, o := range qu.Options {
		card.Choices = append(card.Choices, prompt.Choice{
			Key: number(o.Value), Text: onOneLine(o.Text.In(w.language)), Help: o.Help.In(w.language),
		})
		if w.interview.Answer().Value == assess.Num(o.Value) {
			card.Chosen = i
		}
	}
	w.showCount(card, qu)
}

// recorded says what was answered or agreed on, "" while that is open. Votes are not it.
func (w *workshop) recorded(qu *assess.Question, a *assess.Answer) string {
	switch {
	case a.Open():
		return ""
	case a.NA:
		return w.words.Say("card.na", a.Reason)
	case a.Unknown:
		return w.words.Say("card.unknown")
	case a.Count.Defined():
		return w.words.Say("card.counted", w.counted(a.Count), number(a.Value.Value()))
	case qu.Many():
		return w.recordedTicks(qu, a.Ticked)
	}
	return w.words.Say("card.answered", given(qu, a))
}

// given is an answer as it is typed: an option's value, what is ticked, or a text.
func given(qu *assess.Question, a *assess.Answer) string {
	switch {
	case qu.Many():
		return places(qu, a.Ticked)
	case qu.Typed():
		return typedText(a)
	}
	return number(a.Value.Value())
}

// standing says how the current dimension stands and what the next level takes.
func (w *workshop) standing(qu *assess.Question) []string {
	if len(qu.Section().Scored()) == 0 {
		return []string{w.words.Say("standing.profile")}
	}
	res := w.result()
	for _, d := range res.Overall.Dimensions() {
		if d.Section != qu.Section() {
			continue
		}
		score, ok := d.Score.Get()
		if !ok {
			return []string{w.words.Say("standing.none")}
		}
		low, high := w.session.questionnaire.Shown(d.Low.Value()), w.session.questionnaire.Shown(d.High.Value())
		out := []string{w.words.Say("standing.score", w.session.questionnaire.Shown(score), low, high)}
		if level, steps, ok := res.StepsUp(d); ok {
			out = append(out, w.words.Say("standing.steps", steps, level))
		}
		return out
	}
	return nil
}

// summary is the end of the interview: the scores, and what is still open.
func (w *workshop) summary(open int) []string {
	lines := report.Summary(w.result(), report.Options{Language: w.language, Width: 500}) // the screen wraps it
	if open > 0 {
		lines = append(lines, "", w.words.Say("card.open", open))
	}
	if parked := len(w.session.response.Parked); parked > 0 {
		lines = append(lines, w.words.Say("card.put_aside", parked))
	}
	return lines
}
