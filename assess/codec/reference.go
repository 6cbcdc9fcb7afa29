package codec

// references checks what one part of a questionnaire says about another, once
// everything has been read.
func (m *model) references() {
	for _, here := range m.order {
		if here.section != nil {
			m.checkDepends(here)
		} else {
			m.checkConditions(here)
		}
	}
	m.cycles()
}

// checkConditions holds ask_if to earlier questions.
func (m *model) checkConditions(here *spot) {
	n := here.node.child("ask_if")
	if n == nil {
		return
	}
	p := here.path.key("ask_if")
	if n.kind != sequence {
		m.checkCondition(here, n, p)
		return
	}
	for i, item := range n.items {
		m.checkCondition(here, item, p.item(i))
	}
}

func (m *model) checkCondition(here *spot, n *node, p *steps) {
	v := n.child("question")
	if n.kind != mapping || v == nil || v.kind != scalar || v.class != text || v.blank() {
		return
	}
	p = p.key("question")
	switch on := m.nodes[v.value]; {
	case on == nil:
		m.err(v, p, "no question is named "+brief(v.value), m.nearest(v.value, m.names(true)))
	case on.question == nil:
		m.err(v, p, v.value+" is a section, not a question", "")
	case on == here:
		m.err(v, p, "a question can't be asked by its own answer", "")
	case on.index > here.index:
		m.err(v, p, "the question "+v.value+" comes later; accepted are earlier questions", "")
	}
}

// checkDepends holds depends_on to other sections, neither above nor below.
func (m *model) checkDepends(here *spot) {
	n := here.node.child("depends_on")
	if n == nil || n.kind != sequence {
		return
	}
	for i, v := range n.items {
		if v.kind != scalar || v.class != text || v.blank() {
			continue
		}
		p := here.path.key("depends_on").item(i)
		switch on := m.nodes[v.value]; {
		case on == nil:
			m.err(v, p, "no section is named "+brief(v.value), m.nearest(v.value, m.names(false)))
		case on.section == nil:
			m.err(v, p, v.value+" is a question, not a section", "")
		case on == here:
			m.err(v, p, "a section can't depend on itself", "")
		case here.below(on):
			m.err(v, p, "a section can't depend on one above it, "+v.value, "")
		case on.below(here):
			m.err(v, p, "a section can't depend on one below it, "+v.value, "")
		}
	}
}

// below reports whether a spot is inside of a section, at any depth.
func (p *spot) below(section *spot) bool {
	for up := p.up; up != nil; up = up.up {
		if up == section {
			return true
		}
	}
	return false
}

// names returns the ids of all questions, or of all sections.
func (m *model) names(questions bool) []string {
	if m.questionIDs == nil && m.sectionIDs == nil {
		for _, s := range m.order {
			if s.question != nil {
				m.questionIDs = append(m.questionIDs, s.question.ID)
			} else {
				m.sectionIDs = append(m.sectionIDs, s.section.ID)
			}
		}
	}
	if questions {
		return m.questionIDs
	}
	return m.sectionIDs
}
