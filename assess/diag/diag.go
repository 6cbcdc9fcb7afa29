// Package diag holds what is wrong with a user's text as data: where it is, in
// one sentence what it is, and a hint. Readers collect diagnostics and never
// stop at the first; [Write] prints them with the source line and a caret,
// encoding/json writes them for programs.
package diag

import (
	"cmp"
	"slices"
)

// A Severity says whether a text can be used all the same.
type Severity string

// The severities. An error makes a file unusable, a warning does not.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Diagnostic blames a place in a text that the user wrote.
type Diagnostic struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`   // from 1; 0: the file as a whole
	Column   int      `json:"column"` // in Unicode code points, from 1
	Path     string   `json:"path"`   // inside the document, as in sections[0].title; "" for the whole
	Severity Severity `json:"severity"`
	Message  string   `json:"message"` // one sentence: what is wrong, what is accepted
	Hint     string   `json:"hint"`    // what to do about it, "" if nothing helps

	Source string `json:"-"` // the source line, or as much of it as lies around the place; "" shows none
	Before int    `json:"-"` // code points of the line that Source leaves out in front
	Length int    `json:"-"` // code points to underline; 0 counts as 1
}

// Errors reports whether one of the diagnostics is an error.
func Errors(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sort orders diagnostics by file, in the order in which the files first
// appear, then by place. Those of one place keep their order.
func Sort(ds []Diagnostic) {
	order := map[string]int{}
	for _, d := range ds {
		if _, ok := order[d.File]; !ok {
			order[d.File] = len(order)
		}
	}
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]),
			cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
