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
	return markdownOf(v.words, v.paper()), nil
}

func (v *view) paper() document {
	d := document{heading{1, v.say("said", v.user(v.q.Version), v.text(v.q.Title))}, paragraph(v.say("paper.who"))}
	if len(v.q.Summary) > 0 {
		d = append(d, paragraph(v.text(v.q.Summary)))
	}
	d = append(d, paragraph(v.say("paper.intro")), heading{2, v.say("paper.levels")}, v.paperLevels())
	for _, s := range v.q.Dimensions() {
		d = append(d, pageBreak{})
		d = append(d, v.paperPage(s)...)
	}
	return d
}

func (v *view) paperLevels() block {
	var l list
	for _, level := range v.q.Levels {
		l.items = append(l.items, item{lead: v.level(float64(level.Level)), text: v.text(level.Meaning)})
	}
	return l
}

// paperPage is a dimension with its questions.
func (v *view) paperPage(s *assess.Section) []block {
	title := v.text(s.Title)
	for up := s.Parent(); up != nil; up = up.Parent() {
		title = v.say("lead", v.text(up.Title), title)
	}
	out := []block{heading{2, title}}
	if len(s.Summary) > 0 {
		out = append(out, paragraph(v.text(s.Summary)))
	}
	for i, qu := range s.Questions {
		out = append(out, heading{3, v.say("paper.question", i+1, v.text(qu.Title))}, strong(v.text(qu.Ask)))
		if len(qu.Help) > 0 {
			out = append(out, paragraph(v.text(qu.Help)))
		}
		out = append(out, v.paperOptions(qu))
	}
	return out
}

// paperOptions are the boxes of a question, and room for what else is to say.
func (v *view) paperOptions(qu *assess.Question) block {
	var l list
	for _, o := range qu.Options {
		value := strconv.FormatFloat(o.Value, 'f', -1, 64)
		l.items = append(l.items, item{text: v.say("paper.box", value, v.text(o.Text))})
	}
	if qu.Policy() != assess.Forbid {
		l.items = append(l.items, item{text: v.say("paper.not_applicable")})
	}
	l.items = append(l.items, item{text: v.say("paper.unknown")})
	var look []string
	for _, e := range qu.Evidence {
		look = append(look, v.text(e))
	}
	if len(look) > 0 {
		l.items = append(l.items, item{text: v.say("paper.evidence", v.join(look))})
	}
	l.items = append(l.items, item{text: v.say("paper.note")})
	return l
}
