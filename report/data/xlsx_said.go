package data

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// figures are columns by their keys, those that a report of this result has.
func (b *book) figures(keys string) []*words.Column {
	var out []*words.Column
	for _, c := range words.Columns(keys) {
		if c.Shown == nil || c.Shown(b.Teller, b.Result.Overall) {
			out = append(out, c)
		}
	}
	return out
}

// figure is what a cell holds of a column.
func (b *book) figure(c *words.Column, n *assess.Node) cell {
	v := c.Cell(n)
	switch c.Key {
	case "level":
		return b.reachedLevel(n)
	case "stage", "target":
		return b.level(v)
	case "weight":
		return figure(v, "General")
	case "low", "high":
		return b.score(v, false)
	}
	if c.Share {
		return share(v)
	}
	return b.score(v, n.Applicable && !n.Sufficient)
}

// reachedLevel is the level of a section, or a word for why it has none.
func (b *book) reachedLevel(n *assess.Node) cell {
	switch {
	case !n.Applicable, !n.Score.Defined():
		return indented(b.Score(n), 1)
	case !n.Level.Defined():
		return indented(b.Say("level.too_few"), 1)
	}
	return b.level(n.Level)
}

// owner is who does something, where people are named.
func (b *book) owner(a assess.Action) cell {
	switch {
	case a.Owner == "":
		return cell{}
	case !b.opts.Names:
		return text(b.Say("owner.named"))
	}
	return text(b.User(a.Owner))
}

// reaching is what must be true for a question to stand at an option: its text, or what is
// ticked as well.
func (b *book) reaching(qu *assess.Question, to assess.Option, tick *assess.Option) string {
	if tick != nil {
		return b.Text(tick.Text)
	}
	return b.Text(to.Text)
}

// documents are those that the questionnaire asks for as evidence.
func (b *book) documents(qu *assess.Question) string {
	var out []string
	for _, e := range qu.Evidence {
		out = append(out, b.Text(e))
	}
	return b.Join(out)
}

// answer is what was answered to a question, in words: the option that the points reach, what
// is ticked, or what was typed.
func (b *book) answer(it *assess.Item) string {
	if it.Question.Profile || it.Status != assess.Answered {
		return ""
	}
	o, _ := it.Reached()
	if ids, known := it.Ticked(); known && len(ids) > 0 {
		return b.ticked(it.Question, ids)
	}
	if !it.Question.Many() && o.Points() < it.Points.Value()-assess.Tolerance {
		return b.Say("gaps.between", b.Say("quote", b.Text(o.Text)))
	}
	return b.Text(o.Text)
}

// recorded is what was said to a profile question: by all alike, or the different answers.
func (b *book) recorded(p assess.ProfileAnswer) cell {
	qu := p.Question
	if len(p.Answers) == 1 && qu.Typed() {
		switch a := p.Answers[0]; qu.Input {
		case assess.DateInput:
			return atLeft(b.day(a.Text), 0)
		case assess.NumberInput:
			return atLeft(figure(a.Value, "General"), 0)
		}
	}
	var said []string
	for _, a := range p.Answers {
		said = append(said, b.typed(qu, a))
	}
	return text(b.Join(said))
}

// typed is an answer to a profile question.
func (b *book) typed(qu *assess.Question, a *assess.Answer) string {
	switch {
	case qu.Input == assess.DateInput && qu.Typed():
		return b.Date(a.Text)
	case qu.Input == assess.NumberInput && qu.Typed():
		return words.Plainly(a.Value.Value())
	case qu.Typed():
		return b.User(a.Text)
	case qu.Many() && len(a.Ticked) > 0:
		return b.ticked(qu, a.Ticked)
	}
	o, _ := qu.Option(a.Value.Value())
	return b.Text(o.Text)
}

// ticked joins the texts of options of a list.
func (b *book) ticked(qu *assess.Question, ids []string) string {
	var out []string
	for _, id := range ids {
		o, _ := qu.Tick(id)
		out = append(out, b.Text(o.Text))
	}
	return b.Join(out)
}
