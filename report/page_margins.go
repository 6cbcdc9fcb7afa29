package report

import (
	"cmp"
	"fmt"
	"strings"

	"bankmaturity/assess/cells"
)

// mostInMargin is how many cells of a text a margin has room for, beside another.
const mostInMargin = 60

// margins are the style of what stands around each printed page: the bank, the date, a line
// for confidentiality, the page's number. Browsers that don't know margins of pages leave
// them out.
func (v *view) margins() string {
	confidential := v.Say("page.confidential")
	paper := v.opts.Paper
	if b := v.opts.Brand; b != nil {
		confidential = cmp.Or(b.Confidential.In(v.Language), confidential)
		paper = cmp.Or(b.Paper, paper)
	}
	date := ""
	if v.Result.Date != "" {
		date = v.Date(v.Result.Date)
	}
	box := func(place, content string) string { return fmt.Sprintf("  @%s { content: %s; }\n", place, content) }
	pages := quoted(v.Say("page.count", "\x01", "\x02"))
	pages = strings.NewReplacer(`\1 `, `" counter(page) "`, `\2 `, `" counter(pages) "`).Replace(pages)
	out := "@page {\n" + box("top-left", v.marginal(v.Result.Organization)) + box("top-right", v.marginal(date)) +
		box("bottom-left", v.marginal(confidential)) + box("bottom-right", pages)
	if paper != "" {
		out += "  size: " + paper + ";\n"
	}
	return out + "}\n"
}

// marginal is a text as a margin shows it: on one line, cut where it is long.
func (v *view) marginal(text string) string {
	return quoted(cells.Fit(v.Plain(text), mostInMargin, "…"))
}

// quoted writes a text as a string of CSS that can't end the string or the style around it.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xa0 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%x ", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
