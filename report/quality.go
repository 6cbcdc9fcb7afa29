package report

import (
	"strconv"

	"bankmaturity/assess"
)

// QualityMarkdown is a page for the author of a questionnaire: how the questions of
// each dimension hang together, and what that does and does not mean.
func QualityMarkdown(q *assess.Questionnaire, all []assess.Quality, opts Options) ([]byte, error) {
	w, err := newWords(&assess.Result{Questionnaire: q}, opts, escapeMarkdown)
	if err != nil {
		return nil, err
	}
	figure := func(n assess.Number) string {
		if x, ok := n.Get(); ok {
			return strconv.FormatFloat(assess.Round(x, 2), 'f', 2, 64)
		}
		return w.say("dash")
	}
	dimensions := table{columns: []column{{title: w.say("xlsx.dimension")}, {title: w.say("quality.n"), number: true}, {title: w.say("quality.alpha"), number: true}, {title: w.say("quality.interval"), number: true}, {title: w.say("quality.lambda"), number: true}}}
	questions := table{columns: []column{{title: w.say("xlsx.question")}, {title: w.say("xlsx.dimension")}, {title: w.say("quality.rest"), number: true}}}
	for _, d := range all {
		title := w.text(d.Dimension.Title)
		interval := w.say("dash")
		if d.AlphaLow.Defined() {
			interval = w.say("range", figure(d.AlphaLow), figure(d.AlphaHigh))
		}
		dimensions.rows = append(dimensions.rows, row{cells: []string{title, strconv.Itoa(d.N), figure(d.Alpha), interval, figure(d.Lambda2)}})
		for i, qu := range d.Dimension.Questions {
			questions.rows = append(questions.rows, row{cells: []string{w.text(qu.Title), title, figure(d.ItemRest[i])}})
		}
	}
	return w.markdownOf(document{
		heading{1, w.say("quality.title", w.text(q.Title))},
		paragraph(w.say("quality.intro")), paragraph(w.say("quality.means")), paragraph(w.say("quality.not")),
		heading{2, w.say("quality.dimensions")}, dimensions,
		heading{2, w.say("xlsx.questions")}, questions,
	})
}
