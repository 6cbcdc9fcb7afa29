package main

import (
	"bytes"
	"context"
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
)

// stream scores JSON Lines one by one: a line in, a line out, in the same order,
// in memory that does not grow. What is read is worked on and written as soon as no
// more is waiting, so that a pipe keeps moving.
func stream(ctx context.Context, a *app, m *models, opts batchOptions) error {
	type scored struct {
		out []byte
		bad bool
		err error
	}
	bad := false
	work := func(p piece) scored {
		out, bad := a.scoreLines(m, p.lines, report.Detail(opts.detail))
		return scored{out, bad, p.err}
	}
	err := ordered(ctx, opts.jobs, a.cut(input{path: "-"}), work, func(s scored) error {
		bad = bad || s.bad
		if _, err := a.out.Write(s.out); err != nil {
			return err
		}
		return s.err
	})
	if ctx.Err() != nil {
		return errInterrupted
	}
	if err == nil && bad {
		return errFindings
	}
	return err
}

// scoreLines scores lines, each by itself, and reports whether one is bad.
func (a *app) scoreLines(m *models, lines []line, detail report.Detail) (out []byte, bad bool) {
	var b bytes.Buffer
	chances := assess.Chances{}
	for _, l := range lines {
		record, found := codec.ReadLine("-", l.number, l.record, l.text, m.find("-"))
		if record == nil {
			bad = true
			b.Write(failed(l.number, found))
			continue
		}
		res := assess.Score(record.Questionnaire, []*assess.Response{record.Response})
		explain(res, detail, chances)
		data, err := report.JSONLine(res, a.lineOptions(detail, "response"))
		if err != nil {
			bad = true
			data = failed(l.number, []diag.Diagnostic{{File: "-", Line: l.number, Severity: diag.Error, Message: err.Error()}})
		}
		b.Write(data)
	}
	return b.Bytes(), bad
}

// failed is what stands in the place of a line that can't be scored.
func failed(n int, found []diag.Diagnostic) []byte {
	line, err := failure{fmt.Sprintf("-:%d", n), found}.line()
	if err != nil {
		return []byte("{}\n") // a diagnostic is texts and numbers: never
	}
	return append(line, '\n')
}
