package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

var sectionKeys = tree.Table[*partReader]{
	tree.Required("id", func(r *partReader, n *tree.Node) { r.section.ID = r.readID(n) }),
	tree.Required("title", func(r *partReader, n *tree.Node) { r.section.Title = r.text(n) }),
	tree.Optional("code", func(r *partReader, n *tree.Node) { r.section.Code = r.readCode(n) }),
	tree.Optional("summary", func(r *partReader, n *tree.Node) { r.section.Summary = r.text(n) }),
	tree.Optional("weight", func(r *partReader, n *tree.Node) { r.section.Weight = r.weight(n) }),
	tree.Optional("method", func(r *partReader, n *tree.Node) { r.section.Method = r.method(n) }),
	tree.Optional("target", func(r *partReader, n *tree.Node) { r.section.Target = r.sectionTarget(n) }),
	tree.Optional("not_applicable", func(r *partReader, n *tree.Node) { r.section.NotApplicable = r.policy(n) }),
	tree.Optional("depends_on", func(r *partReader, n *tree.Node) { r.section.DependsOn = r.dependsOn(n) }),
	tree.Optional("references", func(r *partReader, n *tree.Node) {
		r.section.References = r.readReferences(n)
	}),
	tree.Optional("ask_if", func(r *partReader, n *tree.Node) { r.section.AskIf = r.conditions(n) }),
	{Name: "sections"},
	{Name: "questions"},
}

// sections reads sibling sections; up is the section above, nil at the top.
func (m *model) sections(n *tree.Node, up *spot) []*assess.Section {
	return partsOf(m, n, "sections", func(n *tree.Node) (*assess.Section, float64) {
		s := m.sectionAt(n, up)
		if s == nil {
			return nil, 0
		}
		return s, s.Weight
	})
}

func (m *model) sectionAt(n *tree.Node, up *spot) *assess.Section {
	if !sectionKeys.Check(m.Source, n) {
		return nil
	}
	s := &assess.Section{Weight: 1, Method: assess.Mean}
	if up.gate() {
		s.Method = assess.Gate
	}
	here := &spot{node: n, up: up, section: s}
	sectionKeys.Read(&partReader{model: m, spot: here}, n)
	sections, questions := n.Child("sections"), n.Child("questions")
	switch {
	case sections == nil && questions == nil:
		m.ErrPath(here.id(), n.Path(), "the section holds nothing: it needs sections or questions", "")
	case sections != nil && questions != nil:
		message := "the section holds both sections and questions; one of the two is accepted"
		m.ErrPath(here.id(), n.Path(), message, "")
	}
	for _, v := range n.Items { // in the order of the file, also where there are both
		switch v.Name {
		case "sections":
			s.Sections = m.sections(v, here)
		case "questions":
			s.Questions = m.questionsOf(v, here)
		}
	}
	return s
}

// gate reports whether a section is a gate. The top, nil, is none.
func (p *spot) gate() bool { return p != nil && p.section.Method == assess.Gate }

func (r *partReader) method(n *tree.Node) assess.Method {
	method := tree.Choice(r.Source, n, assess.Mean, assess.Min, assess.Gate)
	if r.up.gate() {
		if method != assess.Gate {
			r.Err(n, n.Describe()+" can't stand below a gate; there the method is gate", "")
		}
		return assess.Gate
	}
	return method
}

func (m *model) sectionTarget(n *tree.Node) *int {
	if v, ok := m.levelNumber(n, false); ok {
		return &v
	}
	return nil
}

// dependsOn reads ids of sections; whether there are such is checked later.
func (m *model) dependsOn(n *tree.Node) []string {
	if !m.List(n, "ids of sections") {
		return nil
	}
	ids := make([]string, 0, len(n.Items))
	seen := map[string]bool{}
	for _, item := range n.Items {
		id, ok := m.Words(item)
		if ok && seen[id] {
			m.Err(item, "the section "+tree.Brief(id)+" stands here a second time", "")
		}
		seen[id] = true
		ids = append(ids, id)
	}
	return ids
}
