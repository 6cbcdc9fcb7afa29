package advice

import (
	"fmt"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// OnScoring returns what makes the scores of a linked questionnaire worse: levels that
// nothing reaches, questions that are never asked, weights that let one question decide,
// options that nobody can tell apart.
func OnScoring(q *assess.Questionnaire) []diag.Remark {
	c := critic{q: q}
	shares, askable := assess.Shares(q), askable(q)
	walk(q, visitor{section: c.section, question: func(path string, qu *assess.Question) {
		if !askable[qu.Index()] {
			c.remark(path+".ask_if",
				"the question "+qu.ID+" can never be asked: its conditions can't all hold", "")
		}
		if share := shares[qu.Index()]; share > 0.5+assess.Tolerance {
			c.remarkWhole(path,
				fmt.Sprintf("the question %s carries %.0f %% of the overall score by its weights",
					qu.ID, 100*share), "")
		}
		c.sameTexts(path, qu)
	}})
	return c.remarks
}

func (c *critic) section(path string, s *assess.Section) {
	if len(s.Questions) == 1 {
		c.remarkWhole(path, "the dimension "+s.ID+" has one question", "a score of one answer says little")
	}
	if s.Method == assess.Gate {
		c.emptyLevels(path, s)
	} else {
		c.jumpedLevels(path, s)
	}
}

// emptyLevels remarks on levels that no criterion of an outermost gate belongs to.
func (c *critic) emptyLevels(path string, s *assess.Section) {
	if up := s.Parent(); up != nil && up.Method == assess.Gate {
		return
	}
	criteria := map[int]bool{}
	collectLevels(s, criteria)
	for _, l := range c.q.Levels[1:] {
		if !criteria[l.Level] {
			c.remarkWhole(path, fmt.Sprintf("no criterion of the gate %s belongs to level %d", s.ID, l.Level),
				"the level is reached with the one below")
		}
	}
}

// collectLevels notes the levels that criteria below a section belong to.
func collectLevels(s *assess.Section, levels map[int]bool) {
	for _, qu := range s.Questions {
		levels[qu.Level] = true
	}
	for _, child := range s.Sections {
		collectLevels(child, levels)
	}
}

// sameTexts remarks on the first two options of a question that read the same in a language.
func (c *critic) sameTexts(path string, qu *assess.Question) {
	for _, tag := range c.q.Languages {
		first := map[string]float64{}
		for _, o := range qu.Options {
			text := strings.TrimSpace(o.Text.In(tag))
			before, twice := first[text]
			if !twice {
				first[text] = o.Value
				continue
			}
			c.remark(path+".options", fmt.Sprintf("the options %s and %s of %s have the same text: %s",
				decimal(before), decimal(o.Value), qu.ID, diag.Brief(text)), "")
			return
		}
	}
}

// decimal writes a value as the questionnaire does.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
