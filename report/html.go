package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"bankmaturity/assess"
)

//go:embed report.css
var style string

// policy lets a page fetch nothing and run nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

// HTML writes the report as one page that stands on its own: style and chart
// inline, no script, nothing fetched. It prints to A4 and Letter.
func HTML(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, escapeHTML)
	if err != nil {
		return nil, err
	}
	opts.RadarFile = ""
	return htmlOf(v.words, v.title(), v.document(), inline(Radar(res, opts))), nil
}

// inline is a sealed SVG as a part of a page.
func inline(svg []byte) string {
	text := string(svg)
	if i := strings.Index(text, "<svg"); i > 0 {
		text = text[i:]
	}
	body, _, _ := strings.Cut(text, sealOpen)
	return strings.TrimSpace(body)
}

// A page is a document on its way to HTML. Chapters are sections that begin at a
// heading of level 2; the chart stands in the first of them.
type page struct {
	words
	b       bytes.Buffer
	chart   string
	chapter int
	open    bool // a section is open
}

func htmlOf(w words, title string, d document, chart string) []byte {
	p := &page{words: w, chart: chart}
	p.line(`<!DOCTYPE html>`)
	p.line(`<html lang="%s">`, escapeHTML(w.catalogue.Language))
	p.line(`<head>`)
	p.line(`<meta charset="utf-8">`)
	p.line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	p.line(`<meta http-equiv="Content-Security-Policy" content="%s">`, policy)
	p.line(`<title>%s</title>`, title)
	p.line("<style>\n%s</style>", style)
	p.line(`</head>`)
	p.line(`<body>`)
	p.contents(d)
	p.line(`<main>`)
	for _, b := range d {
		p.block(b)
	}
	p.end()
	p.line(`</main>`)
	p.line(`</body>`)
	p.line(`</html>`)
	return Seal(p.b.Bytes())
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// contents links the chapters.
func (p *page) contents(d document) {
	p.line(`<nav aria-label="%s">`, p.say("html.contents"))
	p.line(`<ul>`)
	n := 0
	for _, b := range d {
		if h, ok := b.(heading); ok && h.level == 2 {
			n++
			p.line(`<li><a href="#c%d">%s</a></li>`, n, h.text)
		}
	}
	p.line(`</ul>`)
	p.line(`</nav>`)
}

func (p *page) end() {
	if p.open {
		p.line(`</section>`)
	}
	p.open = false
}

func (p *page) block(b block) {
	switch b := b.(type) {
	case heading:
		p.heading(b)
	case paragraph:
		p.line(`<p>%s</p>`, string(b))
	case strong:
		p.line(`<p class="headline">%s</p>`, string(b))
		if p.chart != "" {
			p.line(`<figure>%s</figure>`, p.chart)
			p.chart = ""
		}
	case lines:
		p.line(`<p>%s</p>`, strings.Join(b, "<br>"))
	case list:
		p.list(b)
	case table:
		p.table(b)
	case bars:
		p.bars(b)
	}
}

func (p *page) heading(h heading) {
	if h.level == 2 {
		p.end()
		p.chapter++
		p.open = true
		p.line(`<section aria-labelledby="c%d"%s>`, p.chapter, map[bool]string{true: ` class="first"`}[p.chapter == 1])
		p.line(`<h2 id="c%d">%s</h2>`, p.chapter, h.text)
		return
	}
	p.line(`<h%d>%s</h%d>`, h.level, h.text, h.level)
}

func (p *page) list(l list) {
	tag := map[bool]string{true: "ol", false: "ul"}[l.numbered]
	p.line(`<%s>`, tag)
	for _, it := range l.items {
		p.line(`<li>%s`, p.item(it))
		if len(it.sub) > 0 {
			p.line(`<ul>`)
			for _, s := range it.sub {
				p.line(`<li>%s</li>`, s)
			}
			p.line(`</ul>`)
		}
		p.line(`</li>`)
	}
	p.line(`</%s>`, tag)
}

func (p *page) item(it item) string {
	lead := "<strong>" + it.lead + "</strong>"
	switch {
	case it.lead == "":
		return it.text
	case it.text == "":
		return lead
	}
	return p.say("lead", lead, it.text)
}

func (p *page) table(t table) {
	p.line(`<div class="table" tabindex="0" role="region" aria-labelledby="c%d">`, p.chapter)
	p.line(`<table>`)
	p.line(`<thead><tr>`)
	for _, c := range t.columns {
		p.line(`<th scope="col"%s>%s</th>`, number(c.number), c.title)
	}
	p.line(`</tr></thead>`)
	p.line(`<tbody>`)
	for _, r := range t.rows {
		p.line(`<tr%s>`, map[bool]string{true: ` class="strong"`}[r.strong])
		for i, c := range r.cells {
			if i == 0 {
				p.line(`<th scope="row" class="depth%d">%s</th>`, min(r.depth, 6), c)
				continue
			}
			p.line(`<td%s>%s</td>`, number(t.columns[i].number), c)
		}
		p.line(`</tr>`)
	}
	p.line(`</tbody>`)
	p.line(`</table>`)
	p.line(`</div>`)
}

func number(right bool) string { return map[bool]string{true: ` class="number"`}[right] }

// bars are drawn as lengths beside their scores. Their texts are plain.
func (p *page) bars(bs bars) {
	p.line(`<ul class="bars">`)
	for _, b := range bs {
		width := 0
		if b.total > 0 {
			width = 100 * b.filled / b.total
		}
		p.line(`<li><span class="name">%s</span><span class="track" aria-hidden="true"><span style="width:%d%%"></span></span><span class="score">%s</span></li>`,
			escapeHTML(b.title), width, escapeHTML(b.score))
	}
	p.line(`</ul>`)
}
