package report

import (
	"slices"

	"bankmaturity/assess"
)

// readMore lists where to read on about questions and about the sections that hold them, each
// once; nothing where the questionnaire says nothing.
func (v *view) readMore(questions []*assess.Question) []Item {
	var items []Item
	add := func(title string, all []assess.Reference) {
		if len(all) > 0 {
			items = append(items, item(title, "", v.references(all)...))
		}
	}
	var above []*assess.Section
	for _, qu := range questions {
		for s := qu.Section(); s != nil; s = s.Parent() {
			if !slices.Contains(above, s) {
				above = append(above, s)
				add(v.SectionTitle(s), s.References)
			}
		}
		add(v.Question(qu), qu.References)
	}
	return items
}

// references are texts, those with an address as links.
func (v *view) references(all []assess.Reference) []string {
	var out []string
	for _, r := range all {
		out = append(out, v.link(v.Text(r.Text), r.URL))
	}
	return out
}

// printed are references for paper, where an address is to be seen as well.
func (v *view) printed(all []assess.Reference) string {
	var out []string
	for _, r := range all {
		said := v.Text(r.Text)
		if address := v.User(r.URL); r.URL != "" && address != said {
			said = v.Say("lead", said, v.link(address, r.URL))
		} else {
			said = v.link(said, r.URL)
		}
		out = append(out, said)
	}
	return v.Say("more.printed", v.Join(out))
}
