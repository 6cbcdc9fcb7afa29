package main

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// allParts is the value of --part for the whole report.
const allParts = "all"

// partOf reads the value of --part; "" is the whole report.
func partOf(text string, targets []output.Target) (string, error) {
	switch {
	case text == allParts:
		return "", nil
	case text != report.BoardPart:
		return "", outcome.Usagef("--part %s: a part is %s or %s", text, report.BoardPart, allParts)
	case !anyOf(targets, output.WithParts()...):
		return "", outcome.Usagef("--part %s: only .%s reports have parts", text,
			strings.Join(output.WithParts(), ", ."))
	}
	return text, nil
}

// readTemplate reads the layout of a report, nil where none is named.
func readTemplate(lib *library.Library, name string, targets []output.Target) (*report.Template, error) {
	if name == "" {
		return nil, nil
	}
	builtIn, named := report.Named(name)
	format := report.Template{Name: name}.Format()
	if named {
		format = builtIn.Format()
	}
	switch {
	case format == "":
		return nil, outcome.Usagef("--template %s: a template is a .md or .html file, or %s", name,
			strings.Join(report.Names(), " or "))
	case !anyOf(targets, format) && (format != "html" || !anyOf(targets, "pdf")):
		return nil, outcome.Usagef("--template %s: no report is written as .%s", name, format)
	}
	if named {
		return &builtIn, nil
	}
	return lib.Template(name)
}

// readBrand reads the look of HTML and PDF, nil where none is named.
func readBrand(lib *library.Library, name string, targets []output.Target) (*report.Brand, error) {
	if name == "" {
		return nil, nil
	}
	if !anyOf(targets, "html", "pdf") {
		return nil, outcome.Usagef("--brand %s: no report is HTML or PDF", name)
	}
	return lib.Brand(name)
}

// anyOf reports whether any target has one of the formats.
func anyOf(targets []output.Target, formats ...string) bool {
	return slices.ContainsFunc(targets, func(t output.Target) bool { return slices.Contains(formats, t.Format) })
}

// targetLevel reads the value of --target, a level of the questionnaire; nil where it is
// not given.
func targetLevel(q *assess.Questionnaire, text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	level, err := strconv.Atoi(text)
	if _, ok := q.LevelAt(level); err != nil || !ok {
		return nil, outcome.Usagef("--target %s: the levels of %s are %d to %d",
			text, q.ID, q.Lowest(), q.Highest())
	}
	return &level, nil
}

// threshold reads the value of --fail-under; undefined where it is not given.
func threshold(text string) (assess.Number, error) {
	if text == "" {
		return assess.Number{}, nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if n := assess.Num(v); err == nil && n.Defined() {
		return n, nil
	}
	return assess.Number{}, outcome.Usagef("--fail-under %s: a number is needed", text)
}
