package report

import (
	"net/url"
	"strings"

	"bankmaturity/assess"
)

// Markdown writes the report for people, sealed. It stands on its own except
// for the chart file that the options name. An error is a *TemplateError.
func Markdown(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, escapeMarkdown)
	if err != nil {
		return nil, err
	}
	return v.render(v.pageOf(v.title(), v.document(), opts, v.json), opts.orBuiltIn("md"))
}

// json is the result for a template.
func (v *view) json() ([]byte, error) { return JSON(v.res, v.opts) }

// markdownOf lays a document out by the built-in template.
func (w words) markdownOf(d document) ([]byte, error) {
	return w.render(w.pageOf("", d, Options{}, nil), BuiltIn("md"))
}

// destination writes a path as a link's target.
func destination(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer(":", "%3A", "&", "%26").Replace(url.PathEscape(p))
	}
	return strings.Join(parts, "/")
}
