package batch

import (
	"bytes"
	"context"

	"bankmaturity/cmd/assess/internal/outcome"
)

// answered is what a piece gives as a stage of a pipe.
type answered struct {
	lines []byte
	bad   bool // some line could not be scored
	err   error
}

// pipe scores JSON Lines one by one: a line in, a line out, in the same order, in memory
// that does not grow. What is read is worked on and written as soon as no more is waiting,
// so that the pipe keeps moving. A line that can't be scored is answered in its place.
func (b *batch) pipe(ctx context.Context) error {
	bad := false
	err := ordered(ctx, b.opts.Jobs, pieces(b.Input, []input{{path: "-"}}), b.answer, func(a answered) error {
		bad = bad || a.bad
		if _, err := b.Writer.Out.Write(a.lines); err != nil {
			return err
		}
		return a.err
	})
	switch {
	case ctx.Err() != nil:
		return outcome.ErrInterrupted
	case err == nil && bad:
		return outcome.ErrFindings
	}
	return err
}

// answer scores the lines of a piece.
func (b *batch) answer(p piece) answered {
	a := answered{err: p.err}
	p.err = nil // it ends the pipe, and is no line's failure
	var lines bytes.Buffer
	for _, it := range b.readAndScore(p).items {
		line := it.scored.line
		if it.failed != nil {
			line, a.bad = it.failed.line(), true
		}
		lines.Write(line)
	}
	a.lines = lines.Bytes()
	return a
}
