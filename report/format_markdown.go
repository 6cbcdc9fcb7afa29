package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// Markdown writes the report for people, sealed. It stands on its own except
// for the chart file that the options name. An error is a *TemplateError.
func Markdown(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, words.Markdown)
	if err != nil {
		return nil, err
	}
	p := newPage(v.Words, opts, v.Title(), v.chapters(), v.json)
	p.slides = v.slides
	return render(v.Words, p, opts.template("md"))
}
