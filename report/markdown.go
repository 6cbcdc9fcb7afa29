package report

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"bankmaturity/assess"
)

// Markdown writes the report for people, sealed. It stands on its own except
// for the chart file that the options name.
func Markdown(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, escapeMarkdown)
	if err != nil {
		return nil, err
	}
	return markdownOf(v.words, v.document()), nil
}

// markdownOf lays a document out and seals it.
func markdownOf(w words, d document) []byte {
	m := &markdown{words: w}
	for i, b := range d {
		if i > 0 {
			m.line("")
		}
		m.block(b)
	}
	m.line("")
	return Seal(m.b.Bytes())
}

// markdown lays blocks out. Every line begins with a mark or with the report's
// own words, never with a user's.
type markdown struct {
	words
	b bytes.Buffer
}

func (m *markdown) line(format string, args ...any) {
	fmt.Fprintf(&m.b, format+"\n", args...)
}

func (m *markdown) block(b block) {
	switch b := b.(type) {
	case heading:
		m.line("%s %s", strings.Repeat("#", b.level), b.text)
	case paragraph:
		m.line("%s", b)
	case strong:
		m.line("**%s**", b)
	case lines:
		m.line("%s", strings.Join(b, "\\\n"))
	case list:
		m.list(b)
	case table:
		m.table(b)
	case bars:
		m.bars(b)
	case pageBreak:
		m.line(`<div style="break-after: page"></div>`)
	case chart:
		m.line("![%s](%s)", b.alt, destination(b.file))
	}
}

func (m *markdown) list(l list) {
	for i, it := range l.items {
		mark := "-"
		if l.numbered {
			mark = fmt.Sprintf("%d.", i+1)
		}
		m.line("%s %s", mark, m.item(it))
		for _, s := range it.sub {
			m.line("%s- %s", strings.Repeat(" ", len(mark)+1), s)
		}
	}
}

func (m *markdown) item(it item) string {
	lead := "**" + it.lead + "**"
	switch {
	case it.lead == "":
		return it.text
	case it.text == "":
		return lead
	}
	return m.say("lead", lead, it.text)
}

// table keeps the depth of a section by em spaces, which renderers preserve. The
// long rule under the first column is the share of the width that pandoc gives it.
func (m *markdown) table(t table) {
	head, rule := "|", "|"
	for _, c := range t.columns {
		head += " " + c.title + " |"
		if c.number {
			rule += "---:|"
		} else {
			rule += strings.Repeat("-", 24) + "|"
		}
	}
	m.line("%s", head)
	m.line("%s", rule)
	for _, r := range t.rows {
		m.line("%s", m.row(r))
	}
}

func (m *markdown) row(r row) string {
	line := "|"
	for i, c := range r.cells {
		if r.strong {
			c = "**" + c + "**"
		}
		if i == 0 {
			c = strings.Repeat("\u2003", r.depth) + c
		}
		line += " " + c + " |"
	}
	return line
}

// bars put the title last: then the bars line up in every font, whatever the
// titles' widths, and no title has to be cut.
func (m *markdown) bars(bs bars) {
	m.line("```text")
	for _, l := range barLines(bs) {
		m.line("%s", l)
	}
	m.line("```")
}

// destination writes a path as a link's target.
func destination(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer(":", "%3A", "&", "%26").Replace(url.PathEscape(p))
	}
	return strings.Join(parts, "/")
}
