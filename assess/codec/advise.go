package codec

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// advise warns of what is legal but makes a questionnaire worse. It runs on a
// linked questionnaire without errors.
func (m *model) advise() {
	shares := m.shares()
	possible := m.possible()
	for _, here := range m.order {
		if s := here.section; s != nil {
			m.adviseSection(here, s)
			continue
		}
		qu := here.question
		if !possible[qu.Index()] {
			m.Warn(here.node.Child("ask_if"), "the question "+qu.ID+" can never be asked: its conditions can't all hold", "")
		}
		if share := shares[qu.Index()]; share > 0.5+assess.Tolerance {
			m.WarnPath(here.id(), here.node.Path(), fmt.Sprintf("the question %s carries %.0f %% of the overall score by its weights", qu.ID, 100*share), "")
		}
		m.adviseAnchors(here, qu)
	}
}

func (m *model) adviseSection(here *spot, s *assess.Section) {
	if len(s.Questions) == 1 {
		m.WarnPath(here.id(), here.node.Path(), "the dimension "+s.ID+" has one question", "a score of one answer says little")
	}
	if s.Method != assess.Gate {
		m.adviseLevels(here, s)
		return
	}
	if here.up.gate() {
		return
	}
	criteria := map[int]bool{}
	count(s, criteria)
	for _, l := range m.q.Levels[1:] {
		if !criteria[l.Level] {
			m.WarnPath(here.id(), here.node.Path(), fmt.Sprintf("no criterion of the gate %s belongs to level %d", s.ID, l.Level), "the level is reached with the one below")
		}
	}
}

// count collects the levels that criteria below a section belong to.
func count(s *assess.Section, criteria map[int]bool) {
	for _, qu := range s.Questions {
		criteria[qu.Level] = true
	}
	for _, child := range s.Sections {
		count(child, criteria)
	}
}

// adviseAnchors warns of two options of a question that read the same in a
// language.
func (m *model) adviseAnchors(here *spot, qu *assess.Question) {
	for _, tag := range m.q.Languages {
		first := map[string]float64{}
		for _, o := range qu.Options {
			word := strings.TrimSpace(o.Text.In(tag))
			before, twice := first[word]
			if !twice {
				first[word] = o.Value
				continue
			}
			n := here.node.Child("options")
			m.Warn(n, fmt.Sprintf("the options %s and %s of %s have the same text: %s", tree.DecimalOf(before), tree.DecimalOf(o.Value), qu.ID, tree.Brief(word)), "")
			return
		}
	}
}

// shares returns, by question index, the share of the overall score that the
// weights down the tree give to a question.
func (m *model) shares() []float64 {
	shares := make([]float64, len(m.q.Questions()))
	var share func(sections []*assess.Section, of float64)
	share = func(sections []*assess.Section, of float64) {
		sum := 0.0
		for _, s := range sections {
			sum += s.Weight
		}
		for _, s := range sections {
			part := of * s.Weight / sum
			share(s.Sections, part)
			total := 0.0
			for _, qu := range s.Questions {
				total += qu.Weight
			}
			for _, qu := range s.Questions {
				shares[qu.Index()] = part * qu.Weight / total
			}
		}
	}
	share(m.q.Sections, 1)
	return shares
}
