package report

import (
	"html/template"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// HTML writes the report as one page that stands on its own: style and charts
// inline, no script, nothing fetched. It prints to A4 and Letter. An error is a
// *TemplateError.
func HTML(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newPageView(res, opts)
	if err != nil {
		return nil, err
	}
	return v.html(v.Title(), v.chapters(), v.json)
}

// newPageView is a view for one page on which the charts stand themselves.
func newPageView(res *assess.Result, opts Options) (*view, error) {
	v, err := newView(res, opts, words.HTML)
	if err != nil {
		return nil, err
	}
	v.link, v.inline = words.HTMLLink, true
	return v, nil
}

func (v *view) html(title string, chapters []Chapter, result func() []byte) ([]byte, error) {
	p := newPage(v.Words, v.opts, title, chapters, result)
	p.slides = v.slides
	p.Style += template.CSS(v.margins())
	return render(v.Words, p, v.opts.template("html"))
}
