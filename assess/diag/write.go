package diag

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Most is how many diagnostics of one file are printed without Options.All.
const Most = 50

// First returns the first of the diagnostics of one file, so many at most, and at the place of the
// next one, if there are others, how many they are.
func First(ds []Diagnostic, most int) []Diagnostic {
	if len(ds) <= most {
		return ds
	}
	next := ds[most]
	more := Diagnostic{File: next.File, Line: next.Line, Column: next.Column, Severity: next.Severity,
		Message: Others(len(ds) - most)}
	return append(slices.Clone(ds[:most]), more)
}

// Others says of so many diagnostics of a file how they are printed.
func Others(n int) string { return fmt.Sprintf("%d more; assess check --all prints every one", n) }

// Options of Write.
type Options struct {
	All bool // print every diagnostic of a file, not only the first 50
}

// Write prints diagnostics in the order given: place, path and message on one
// line, below it the source line with a caret under the place and the hint.
// After the first 50 of a file one line says how many more there are.
func Write(w io.Writer, ds []Diagnostic, opts Options) error {
	var b strings.Builder
	for len(ds) > 0 {
		n := 1
		for n < len(ds) && ds[n].File == ds[0].File {
			n++
		}
		shown := n
		if !opts.All {
			shown = min(n, Most)
		}
		for _, d := range ds[:shown] {
			d.write(&b)
		}
		if n > shown {
			fmt.Fprintf(&b, "%s: %s\n", Harmless(ds[0].File), Others(n-shown))
		}
		ds = ds[n:]
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Headline is a diagnostic in one line: place, path and message.
func (d Diagnostic) Headline() string {
	var b strings.Builder
	b.WriteString(Harmless(d.File))
	if d.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", d.Line, max(d.Column, 1))
	}
	b.WriteString(": ")
	if d.Severity == Warning {
		b.WriteString("warning: ")
	}
	if d.Path != "" {
		b.WriteString(Harmless(d.Path) + ": ")
	}
	b.WriteString(Harmless(d.Message))
	return b.String()
}

func (d Diagnostic) write(b *strings.Builder) {
	b.WriteString(d.Headline() + "\n")
	d.excerpt(b)
}
