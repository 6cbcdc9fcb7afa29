package report

import (
	"strings"

	"bankmaturity/assess"
)

// HTML writes the report as one page that stands on its own: style and charts
// inline, no script, nothing fetched. It prints to A4 and Letter. An error is a
// *TemplateError.
func HTML(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, escapeHTML)
	if err != nil {
		return nil, err
	}
	return v.htmlOf(v.title(), v.document(), inline(Radar(res, opts)), v.json)
}

// htmlOf lays a document out, the chart after its first strong paragraph.
func (v *view) htmlOf(title string, d document, svg Safe, result func() ([]byte, error)) ([]byte, error) {
	var out document
	for _, b := range d {
		if _, ok := b.(chart); ok {
			continue // it stands on the page
		}
		out = append(out, b)
		if _, ok := b.(strong); ok && svg != "" {
			out = append(out, drawn{Kind: "figure", SVG: svg})
			svg = ""
		}
	}
	return v.render(v.pageOf(title, out, v.opts, result), v.opts.orBuiltIn("html"))
}

// inline is a sealed SVG as a part of a page.
func inline(svg []byte) Safe {
	text := string(svg)
	if i := strings.Index(text, "<svg"); i > 0 {
		text = text[i:]
	}
	body, _, _ := strings.Cut(text, sealOpen)
	return Safe(strings.TrimSpace(body))
}
