// Package advice criticises questionnaires: it tells an author what is legal but makes
// a maturity model worse. [OnScoring] looks at weights, levels and conditions, [OnWording]
// at the sentences. Nothing here is an error, and a questionnaire that ignores all of
// it scores all the same; so only who asks for advice pays for it.
//
// Advice comes as remarks in document order; each names the value it is about by its path.
package advice

import (
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// critic gathers remarks about a questionnaire.
type critic struct {
	q       *assess.Questionnaire
	remarks []diag.Remark

	lone, firstLone int             // dimensions of one question; the remark on the first of them
	spans           map[string]bool // option values that were remarked on
}

// remark criticises the value that a path names.
func (c *critic) remark(path, message, hint string) {
	r := diag.Remark{Path: path, Severity: diag.Warning, Message: message, Hint: hint}
	c.remarks = append(c.remarks, r)
}

// remarkWhole criticises a section or question as a whole and points at its id.
func (c *critic) remarkWhole(path, message, hint string) {
	c.remark(path, message, hint)
	c.remarks[len(c.remarks)-1].Blame = path + ".id"
}

// visitor is called with the path of every section and question that walk meets. A nil
// function is not called.
type visitor struct {
	section  func(path string, s *assess.Section)
	question func(path string, qu *assess.Question)
}

// walk visits the sections and questions of a questionnaire in document order.
func walk(q *assess.Questionnaire, v visitor) { v.sections("sections", q.Sections) }

func (v visitor) sections(path string, sections []*assess.Section) {
	for i, s := range sections {
		at := fmt.Sprintf("%s[%d]", path, i)
		if v.section != nil {
			v.section(at, s)
		}
		v.sections(at+".sections", s.Sections)
		for j, qu := range s.Questions {
			v.question(fmt.Sprintf("%s.questions[%d]", at, j), qu)
		}
	}
}
