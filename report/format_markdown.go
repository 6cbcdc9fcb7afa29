package report

import (
	"net/url"
	"strings"

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
	return render(v.Words, p, opts.template("md"))
}

// builtInMarkdown lays chapters out that no template of a user's can change.
func builtInMarkdown(w words.Words, title string, chapters ...Chapter) ([]byte, error) {
	return render(w, newPage(w, Options{}, title, chapters, nil), BuiltIn("md"))
}

// destination writes a path as a link's target.
func destination(path string) Safe {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer(":", "%3A", "&", "%26").Replace(url.PathEscape(p))
	}
	return Safe(strings.Join(parts, "/"))
}
