package codec

import (
	"math"
	"strconv"

	"bankmaturity/assess"
)

var sectionFields = fields{
	required: []string{"id", "title"},
	optional: []string{"summary", "weight", "method", "target", "not_applicable", "depends_on", "references", "sections", "questions"},
}

// readSections reads sibling sections; up is the section above, nil at the top.
func (m *model) readSections(n *node, p *steps, up *spot) []*assess.Section {
	if !m.list(n, p, "sections") {
		return nil
	}
	var sections []*assess.Section
	sum := 0.0
	for i, item := range n.items {
		if s := m.section(item, p.item(i), up); s != nil {
			sections = append(sections, s)
			sum += s.Weight
		}
	}
	m.finite(n, p, sum)
	return sections
}

func (m *model) section(n *node, p *steps, up *spot) *assess.Section {
	if !m.object(n, p, sectionFields) {
		return nil
	}
	s := &assess.Section{Weight: 1, Method: assess.Mean}
	if up.gate() {
		s.Method = assess.Gate
	}
	here := &spot{node: n, path: p, up: up, section: s}
	m.each(n, p, map[string]func(*node, *steps){
		"id":             func(n *node, p *steps) { s.ID = m.id(n, p, here) },
		"title":          func(n *node, p *steps) { s.Title = m.text(n, p) },
		"summary":        func(n *node, p *steps) { s.Summary = m.text(n, p) },
		"weight":         func(n *node, p *steps) { s.Weight = m.weight(n, p) },
		"method":         func(n *node, p *steps) { s.Method = m.method(n, p, up) },
		"target":         func(n *node, p *steps) { s.Target = m.sectionTarget(n, p) },
		"not_applicable": func(n *node, p *steps) { s.NotApplicable = m.policy(n, p) },
		"depends_on":     func(n *node, p *steps) { s.DependsOn = m.dependsOn(n, p) },
		"references":     func(n *node, p *steps) { s.References = m.texts(n, p) },
	})
	sections, questions := n.child("sections"), n.child("questions")
	switch {
	case sections == nil && questions == nil:
		m.err(here.id(), p, "the section holds nothing: it needs sections or questions", "")
	case sections != nil && questions != nil:
		m.err(here.id(), p, "the section holds both sections and questions; one of the two is accepted", "")
	}
	if sections != nil {
		s.Sections = m.readSections(sections, p.key("sections"), here)
	}
	if questions != nil {
		s.Questions = m.readQuestions(questions, p.key("questions"), here)
	}
	return s
}

// gate reports whether a section is a gate. The top, nil, is none.
func (p *spot) gate() bool { return p != nil && p.section.Method == assess.Gate }

// id reads the id of a section or question, which no other one bears.
func (m *model) id(n *node, p *steps, here *spot) string {
	here.index = len(m.order)
	m.order = append(m.order, here)
	id, ok := m.slug(n, p)
	if !ok {
		return ""
	}
	switch before := m.nodes[id]; {
	case id == m.q.ID:
		m.err(n, p, id+" is the id of the questionnaire", "choose another")
	case before != nil:
		m.again(n, before.id(), p, "the id "+id+" is taken")
	default:
		m.nodes[id] = here
	}
	return id
}

// weight reads a weight: above 0.
func (m *model) weight(n *node, p *steps) float64 {
	v, ok := m.decimal(n, p)
	if ok && v <= 0 {
		m.err(n, p, n.value+" can't stand here; accepted is a number above 0", "")
	}
	if !ok || v <= 0 {
		return 1
	}
	return v
}

// finite refuses weights whose sum is no number.
func (m *model) finite(n *node, p *steps, sum float64) {
	if math.IsInf(sum, 0) || sum > 1e300 {
		m.err(n, p, "the sum of the weights is too large", "")
	}
}

func (m *model) method(n *node, p *steps, up *spot) assess.Method {
	method := one(m.source, n, p, assess.Mean, assess.Min, assess.Gate)
	if up.gate() {
		if method != assess.Gate {
			m.err(n, p, describe(n)+" can't stand below a gate; there the method is gate", "")
		}
		return assess.Gate
	}
	return method
}

func (m *model) sectionTarget(n *node, p *steps) *int {
	if v, ok := m.level(n, p, false); ok {
		return &v
	}
	return nil
}

// dependsOn reads ids of sections; whether there are such is checked later.
func (m *model) dependsOn(n *node, p *steps) []string {
	if !m.list(n, p, "ids of sections") {
		return nil
	}
	ids := make([]string, 0, len(n.items))
	seen := map[string]bool{}
	for i, item := range n.items {
		id, ok := m.words(item, p.item(i))
		if ok && seen[id] {
			m.err(item, p.item(i), "the section "+brief(id)+" stands here a second time", "")
		}
		seen[id] = true
		ids = append(ids, id)
	}
	return ids
}

// crowd counts a question and reports whether there are too many.
func (m *model) crowd(n *node, p *steps) bool {
	if m.questions++; m.questions <= maxQuestions {
		return false
	}
	if !m.crowded {
		m.err(n, p, "a questionnaire holds at most "+strconv.Itoa(maxQuestions)+" questions", "")
	}
	m.crowded = true
	return true
}
