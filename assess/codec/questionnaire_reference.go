package codec

import "bankmaturity/assess/tree"

// references checks what one part of a questionnaire says about another, once
// everything has been read.
func (m *model) references() {
	for _, here := range m.order {
		if here.section != nil {
			m.checkDepends(here)
		}
		m.checkConditions(here)
		m.checkCode(here)
	}
	m.cycles()
}

// checkDepends holds depends_on to other sections, neither above nor below.
func (m *model) checkDepends(here *spot) {
	n := here.node.Child("depends_on")
	if n == nil || n.Kind != tree.Sequence {
		return
	}
	for _, v := range n.Items {
		if !v.IsText() || v.Blank() {
			continue
		}
		switch on := m.nodes[v.Value]; {
		case on == nil:
			m.Err(v, "no section is named "+tree.Brief(v.Value), m.Nearest(v.Value, m.names(false)))
		case on.section == nil:
			m.Err(v, v.Value+" is a question, not a section", "")
		case on == here:
			m.Err(v, "a section can't depend on itself", "")
		case here.below(on):
			m.Err(v, "a section can't depend on one above it, "+v.Value, "")
		case on.below(here):
			m.Err(v, "a section can't depend on one below it, "+v.Value, "")
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
