package report

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// QualityMarkdown is a page for the author of a questionnaire: how the questions of
// each dimension hang together, and what that does and does not mean.
func QualityMarkdown(q *assess.Questionnaire, all []assess.Quality, opts Options) ([]byte, error) {
	w, err := words.New(q, opts.Language, words.Markdown)
	if err != nil {
		return nil, err
	}
	figure := func(n assess.Number) string {
		return w.Number(n, func(v float64) string { return words.Decimals(v, 2) })
	}
	var dimensions, questions []Row
	for _, d := range all {
		title := w.SectionTitle(d.Dimension)
		interval := w.Say("dash")
		if d.AlphaLow.Defined() {
			interval = w.Say("range", figure(d.AlphaLow), figure(d.AlphaHigh))
		}
		dimensions = append(dimensions, row(title, strconv.Itoa(d.N), figure(d.Alpha), interval, figure(d.Lambda2)))
		for i, qu := range d.Dimension.Questions {
			questions = append(questions, row(w.QuestionTitle(qu), title, figure(d.ItemRest[i])))
		}
	}
	title := w.Say("quality.title", w.Text(q.Title))
	return builtInMarkdown(w, title,
		chapter("title", "", heading(1, title),
			paragraph(w.Say("quality.intro")), paragraph(w.Say("quality.means")), paragraph(w.Say("quality.not"))),
		chapter("page", w.Say("quality.dimensions"), table([]Column{
			text(w.Say("column.dimension")), number(w.Say("column.responses")), number(w.Say("quality.alpha")),
			number(w.Say("quality.interval")), number(w.Say("quality.lambda")),
		}, dimensions)),
		chapter("page", w.Say("quality.questions"), table([]Column{
			text(w.Say("column.question")), text(w.Say("column.dimension")), number(w.Say("quality.rest")),
		}, questions)))
}
