package batch

import (
	"path/filepath"
	"strings"

	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// A failure is a file, or a line of one, that could not be read or scored.
type failure struct {
	source      string
	sha256      string // of the record's bytes, or the file's; "" where they could not be read
	diagnostics []diag.Diagnostic
}

// line is a failure as a line of JSON.
func (f failure) line() []byte { return data.FailureLine(f.source, f.sha256, f.diagnostics) }

// failures are written as they come, and are not held: of each file only as many findings
// are kept as a person is told.
type failures struct {
	lines    *output.Growing // failures.jsonl
	count    int
	seen     seen // for the portfolio
	told     []diag.Diagnostic
	untold   []string       // the files of which more was found, in their order
	findings map[string]int // by file
}

func (b *batch) openFailures() (err error) {
	b.failures.findings = map[string]int{}
	b.failures.lines, err = b.Writer.Grow(filepath.Join(b.opts.Output, "failures.jsonl"))
	return err
}

func (b *batch) fail(f failure) error {
	all := &b.failures
	all.count++
	all.seen.add(f)
	for _, d := range f.diagnostics {
		all.findings[d.File]++
		switch n := all.findings[d.File]; {
		case n <= diag.Most:
			d.Source = strings.Clone(d.Source) // which is of a file that is else let go
			all.told = append(all.told, d)
		case n == diag.Most+1:
			all.untold = append(all.untold, d.File)
		}
	}
	_, err := all.lines.Write(f.line())
	return err
}

// tellFailures tells what was found wrong, of each file as much as can be read.
func (b *batch) tellFailures() error {
	all := &b.failures
	if _, err := b.Writer.Blame(all.told); err != nil {
		return err
	}
	for _, file := range all.untold {
		b.Writer.Say("%s: %s", output.Printable(file), diag.Others(all.findings[file]-diag.Most))
	}
	return nil
}
