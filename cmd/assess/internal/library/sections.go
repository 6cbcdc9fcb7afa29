package library

import (
	"fmt"
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
		wrong := fmt.Sprintf("--section %s: no such section in %s", diag.Harmless(id), q.ID)
		if near := diag.Nearest(id, known); near != "" {
			return outcome.Usagef("%s, did you mean %s?", wrong, near)
		}
		return outcome.Usagef("%s; there are %s", wrong, strings.Join(known, ", "))
	}
	return nil
}
