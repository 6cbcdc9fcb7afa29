package main

import (
	"bytes"
	"context"
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report/data"
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
		out, bad := a.scoreLines(m, p.lines, data.Detail(opts.detail))
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
func (a *app) scoreLines(m *models, lines []line, detail data.Detail) (out []byte, bad bool) {
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
		b.Write(data.JSONLine(res, a.lineOptions(detail, "response")))
	}
	return b.Bytes(), bad
}

// failed is what stands in the place of a line that can't be scored.
func failed(n int, found []diag.Diagnostic) []byte {
	return failure{fmt.Sprintf("-:%d", n), found}.line()
}
