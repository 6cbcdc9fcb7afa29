package report

import (
	"html/template"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/chart"
	"bankmaturity/report/words"
)

// HTML writes the report as one page that stands on its own: style and charts
// inline, no script, nothing fetched. It prints to A4 and Letter. An error is a
// *TemplateError.
func HTML(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newPageView(res, opts, chart.Peers(res))
	if err != nil {
		return nil, err
	}
	return v.html(v.Title(), v.chapters(), v.json)
}

// newPageView is a view for one page on which the chart stands itself.
func newPageView(res *assess.Result, opts Options, beside chart.Line) (*view, error) {
	v, err := newView(res, opts, words.HTML)
	if err != nil {
		return nil, err
	}
	svg := chart.Radar(res, opts.chart(beside))
	v.link = words.HTMLLink
	v.beside, v.radar = beside, Safe(strings.TrimSpace(string(svg)))
	return v, nil
}

func (v *view) html(title string, chapters []Chapter, result func() []byte) ([]byte, error) {
	p := newPage(v.Words, v.opts, title, chapters, result)
	p.slides = v.slides
	p.Style += template.CSS(v.margins())
	return render(v.Words, p, v.opts.template("html"))
}
