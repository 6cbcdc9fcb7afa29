package status

import (
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/cmd/assess/internal/output"
)

// The columns of the table behind who answered: the date, then figures.
var columnKeys = []string{
	"head.date", "head.answered", "head.evidence", "head.na", "head.unknown", "head.open",
}

// fewestCells is how wide the column of names is at least.
const fewestCells = 12

// A group is the responses that one heading stands above.
type group struct {
	organization, questionnaire, version string
	responses                            []*Response
}

// groups gathers the responses of one organization to one version, by first response.
func (p *page) groups() []*group {
	var out []*group
	known := map[[3]string]*group{}
	for _, r := range p.Responses {
		key := [3]string{assess.OrganizationKey(r.Organization), r.Questionnaire, r.Version}
		g := known[key]
		if g == nil {
			g = &group{strings.TrimSpace(r.Organization), r.Questionnaire, r.Version, nil}
			known[key] = g
			out = append(out, g)
		}
		g.responses = append(g.responses, r)
	}
	return out
}

// table writes a line for every response and, below it, its file.
func (p *page) table() {
	heads := each(columnKeys, func(key string) string { return p.words.Say(key) })
	widths := each(heads, cells.Width)
	who := max(fewestCells, cells.Width(p.words.Say("head.who")))
	for _, r := range p.Responses {
		who = max(who, 2+cells.Width(p.who(r)))
		for i, figure := range p.figures(r) {
			widths[i] = max(widths[i], cells.Width(figure))
		}
	}
	room := pageWidth
	for _, w := range widths {
		room -= 2 + w
	}
	who = max(fewestCells, min(who, room))
	p.WriteByte('\n')
	p.row(p.words.Say("head.who"), who, heads, widths)
	for _, g := range p.groups() {
		p.groupHeading(g)
		for _, r := range g.responses {
			for i, line := range cells.Wrap(p.who(r), who-2) {
				if i == 0 {
					p.row("  "+line, who, p.figures(r), widths)
				} else {
					p.WriteString("  " + line + "\n")
				}
			}
			p.WriteString("    " + output.Printable(r.Source) + "\n") // whole, to be copied
		}
	}
}

func (p *page) groupHeading(g *group) {
	finished := 0
	for _, r := range g.responses {
		if r.Finished() {
			finished++
		}
	}
	p.paragraph("", "  ", p.words.Say("group", output.Printable(g.organization), g.questionnaire,
		output.Printable(g.version), finished, len(g.responses)))
}

// row writes a line of the table: what stands first, the date, and figures at the right of
// their columns.
func (p *page) row(first string, width int, figures []string, widths []int) {
	line := padded(first, width)
	for i, figure := range figures {
		gap := strings.Repeat(" ", max(0, widths[i]-cells.Width(figure)))
		if i == 0 {
			line += "  " + figure + gap
		} else {
			line += "  " + gap + figure
		}
	}
	p.WriteString(strings.TrimRight(line, " ") + "\n")
}

// figures are the cells of a response in the columns.
func (p *page) figures(r *Response) []string {
	open := strconv.Itoa(r.Open())
	if r.Finished() {
		open = p.words.Say("finished")
	}
	return []string{
		r.Date, strconv.Itoa(r.Answered) + "/" + strconv.Itoa(r.Asked), strconv.Itoa(r.Evidenced),
		strconv.Itoa(r.NotApplicable), strconv.Itoa(r.Unknown), open,
	}
}

// who names the respondent, as far as that is known.
func (p *page) who(r *Response) string {
	name, role := output.Printable(r.Respondent), output.Printable(r.Role)
	switch {
	case name == "" && role == "":
		return p.words.Say("nobody")
	case name == "":
		return role
	case role == "":
		return name
	}
	return p.words.Say("who", name, role)
}
