package status

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess/cells"
	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/output"
)

// messages are the package's own texts, one file per language.
//
//go:embed messages/*.json
var messages embed.FS

// How the text is laid out, in cells of a terminal and in lines.
const (
	pageWidth    = 80
	mostItems    = 100 // of a list; the table is whole
	mostSources  = 10  // named in one line
	actionIndent = 14  // of what is to be done, behind the day
)

// What stands before an item of a list, and before its further lines.
const (
	itemIndent = "  "
	restIndent = "    "
)

// page is the report as text while it is written.
type page struct {
	*Report
	strings.Builder
	words *message.Catalogue
}

// Text writes the report for people, in a language.
func (p *Report) Text(language string) (string, error) {
	words, err := message.Load(messages, language)
	if err != nil {
		return "", err
	}
	out := &page{Report: p, words: words}
	out.summary()
	if len(p.Responses) > 0 {
		out.table()
	}
	out.list("unfilled", printed(p.Unfilled))
	out.list("unreadable", each(p.Unreadable, out.unreadable))
	out.expected()
	out.notices()
	out.actions()
	if p.PassedOver > 0 {
		out.WriteByte('\n')
		out.paragraph("", "", words.Say("passed", p.PassedOver))
	}
	return out.String(), nil
}

// summary says in a line or two what came back.
func (p *page) summary() {
	finished := 0
	for _, r := range p.Responses {
		if r.Finished() {
			finished++
		}
	}
	if len(p.Responses) == 0 {
		p.paragraph("", "", p.words.Say("total.none"))
	} else {
		p.paragraph("", "", p.words.Say("total", len(p.Responses), finished))
	}
	var parts []string
	count := func(key string, n int) {
		if n > 0 {
			parts = append(parts, p.words.Say(key, n))
		}
	}
	count("total.unfilled", len(p.Unfilled))
	count("total.unreadable", len(p.Unreadable))
	if p.Expected != nil {
		count("total.missing", len(p.Expected.Missing))
		count("total.unexpected", len(p.Expected.Unexpected))
	}
	if len(parts) > 0 {
		text := p.joined("", parts)
		_, first := utf8.DecodeRuneInString(text)
		p.paragraph("", "", strings.ToUpper(text[:first])+text[first:])
	}
}

// unreadable says why a file or record can't be read.
func (p *page) unreadable(u Unreadable) string {
	text := u.First.Headline()
	if u.First.Hint != "" {
		text += "; " + output.Printable(u.First.Hint)
	}
	if u.More > 0 {
		text += p.words.Say("unreadable.more", u.More)
	}
	return text
}

// expected lists who is missing, and who answered unasked.
func (p *page) expected() {
	if p.Expected == nil {
		return
	}
	p.list("missing", each(p.Expected.Missing, func(m Missing) string {
		name, source := output.Printable(m.Name), output.Printable(m.Source)
		switch m.Why {
		case IsUnfilled:
			return p.words.Say("missing.unfilled", name, source)
		case IsUnreadable:
			return p.words.Say("missing.unreadable", name, source)
		}
		return name
	}))
	p.list("unexpected", each(p.Expected.Unexpected, func(r *Response) string {
		return p.words.Say("naming", p.who(r), output.Printable(r.Source))
	}))
}

// notices list what is better looked at before anything is scored.
func (p *page) notices() {
	for _, o := range p.Organizations {
		if len(o.Spellings) > 1 {
			p.list("spellings", each(o.Spellings, p.naming))
		}
	}
	if len(p.Organizations) > 1 {
		p.list("organizations", each(p.Organizations, func(o Organization) string {
			return p.words.Say("count", output.Printable(o.Name), o.Responses)
		}))
	}
	for _, q := range p.Questionnaires {
		if len(q.Versions) > 1 {
			p.list("versions", each(q.Versions, p.naming), q.ID)
		}
	}
	p.list("duplicates", each(p.Duplicates, func(d Duplicate) string {
		source, of := output.Printable(d.Source), output.Printable(d.Of)
		switch d.Kind {
		case SameBytes:
			return p.words.Say("same.bytes", source, of)
		case SameRecord:
			return p.words.Say("same.record", source, of)
		case SamePerson:
		}
		return p.words.Say("same.person", source, of)
	}))
}

// naming tells where something is named so.
func (p *page) naming(n Naming) string {
	sources, more := n.Sources, len(n.Sources)-mostSources
	if more > 0 {
		sources = sources[:mostSources]
	}
	parts := printed(sources)
	if more > 0 {
		parts = append(parts, p.words.Say("more", more))
	}
	return p.joined(p.words.Say("naming", output.Printable(n.Text), ""), parts)
}

// joined joins parts behind a beginning. Lines break between parts, and within one only
// where it is longer than a line: the names of files stay whole.
func (p *page) joined(line string, parts []string) string {
	var lines []string
	for i, part := range parts {
		if i < len(parts)-1 {
			part += p.words.Say("next")
		}
		if line != "" && cells.Width(line+strings.TrimRight(part, " ")) > pageWidth-cells.Width(restIndent) {
			lines, line = append(lines, line), ""
		}
		line += part
	}
	return strings.Join(append(lines, line), "\n")
}

// actions list what is still to be done, by day.
func (p *page) actions() {
	if len(p.Actions) == 0 {
		return
	}
	p.heading(p.words.Say("actions"))
	for _, a := range p.Actions {
		day := a.Due
		if day == "" {
			day = p.words.Say("actions.undated")
		}
		first := "  " + padded(day, actionIndent-2)
		rest := strings.Repeat(" ", actionIndent)
		p.paragraph(first, rest, output.Printable(a.What))
		var about []string
		if a.Owner != "" {
			about = append(about, output.Printable(a.Owner))
		}
		if len(p.Organizations) > 1 {
			about = append(about, output.Printable(a.Organization))
		}
		about = append(about, output.Printable(a.Source))
		p.paragraph(rest, rest, strings.Join(about, p.words.Say("next")))
	}
}

// list writes a heading and what stands below it, if there is anything.
func (p *page) list(key string, items []string, args ...any) {
	if len(items) == 0 {
		return
	}
	p.heading(p.words.Say(key, args...))
	for _, item := range items[:min(len(items), mostItems)] {
		p.paragraph(itemIndent, restIndent, item)
	}
	if more := len(items) - mostItems; more > 0 {
		p.paragraph(itemIndent, restIndent, p.words.Say("more", more))
	}
}

func (p *page) heading(text string) {
	p.WriteByte('\n')
	p.paragraph("", "", text)
}

// paragraph writes a text in lines that fit the page, with what stands before the first and
// before the others.
func (p *page) paragraph(first, rest, text string) {
	for _, line := range cells.Wrap(text, pageWidth-max(cells.Width(first), cells.Width(rest))) {
		fmt.Fprintf(p, "%s%s\n", first, line)
		first = rest
	}
}

// padded fills a text up with spaces.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-cells.Width(text)))
}

func printed(texts []string) []string { return each(texts, output.Printable) }
