package library

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/outcome"
)

// SectionsExist refuses words that are neither the id nor the code of a section.
func SectionsExist(q *assess.Questionnaire, words []string) error {
	var known []string
	for _, s := range q.AllSections() {
		known = append(known, s.ID)
		if s.Code != "" {
			known = append(known, s.Code)
		}
	}
	for _, id := range words {
		if q.SectionNamed(id) != nil {
			continue
		}
		if near := diag.Nearest(id, known); near != "" {
			return outcome.Usagef("--section %s: no such section in %s, did you mean %s?", diag.Harmless(id), q.ID, near)
		}
		return outcome.Usagef("--section %s: no such section in %s; there are %s",
			diag.Harmless(id), q.ID, strings.Join(known, ", "))
	}
	return nil
}
