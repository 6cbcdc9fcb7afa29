package report

import (
	"strconv"

	"bankmaturity/assess"
)

// Paper writes a questionnaire as Markdown to print: what a participant
// prepares before a workshop, a dimension to a page, with boxes to tick.
func Paper(q *assess.Questionnaire, opts Options) ([]byte, error) {
	v, err := newView(assess.Score(q, nil), opts, escapeMarkdown)
	if err != nil {
		return nil, err
	}
	return v.markdownOf(v.paper())
}

func (v *view) paper() document {
	d := document{heading{1, v.say("said", v.user(v.q.Version), v.text(v.q.Title))}, paragraph(v.say("paper.who"))}
	if len(v.q.Summary) > 0 {
		d = append(d, paragraph(v.text(v.q.Summary)))
	}
	d = append(d, paragraph(v.say("paper.intro")), heading{2, v.say("paper.levels")}, v.paperLevels())
	for _, s := range v.q.Dimensions() {
		d = append(append(d, pageBreak{}), v.paperPage(s)...)
	}
	return append(append(d, pageBreak{}), v.paperTerms()...)
}

func (v *view) paperLevels() block {
	var l list
	for _, level := range v.q.Levels {
		l.items = append(l.items, item{lead: v.level(float64(level.Level)), text: v.text(level.Meaning)})
	}
	return l
}

// paperPage is a dimension with its questions, short enough for a page.
func (v *view) paperPage(s *assess.Section) []block {
	title := v.text(s.Title)
	for up := s.Parent(); up != nil; up = up.Parent() {
		title = v.say("lead", v.text(up.Title), title)
	}
	out := []block{heading{2, title}}
	for i, qu := range s.Questions {
		out = append(out, v.paperBoxes(i+1, qu))
	}
	return out
}

// paperBoxes are the question, its boxes, and room for what else is to say.
func (v *view) paperBoxes(number int, qu *assess.Question) block {
	out := lines{v.say("paper.question", number, v.text(qu.Title), v.text(qu.Ask))}
	for _, o := range qu.Options {
		out = append(out, v.say("paper.box", strconv.FormatFloat(o.Value, 'f', -1, 64), v.text(o.Text)))
	}
	if qu.Policy() == assess.Forbid {
		return append(out, v.say("paper.unknown"))
	}
	return append(out, v.say("paper.other"))
}

// paperTerms explains, dimension by dimension, the words of the questions and
// the documents to bring.
func (v *view) paperTerms() []block {
	out := []block{heading{2, v.say("paper.terms")}}
	for _, s := range v.q.Dimensions() {
		out = append(out, heading{3, v.text(s.Title)})
		if len(s.Summary) > 0 {
			out = append(out, paragraph(v.text(s.Summary)))
		}
		if l := v.paperHelp(s); len(l.items) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func (v *view) paperHelp(s *assess.Section) list {
	var l list
	for _, qu := range s.Questions {
		var look []string
		for _, e := range qu.Evidence {
			look = append(look, v.text(e))
		}
		it := item{lead: v.text(qu.Title), text: v.text(qu.Help)}
		if len(look) > 0 {
			it.sub = []string{v.say("paper.evidence", v.join(look))}
		}
		if it.text != "" || it.sub != nil {
			l.items = append(l.items, it)
		}
	}
	return l
}
