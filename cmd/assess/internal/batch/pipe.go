package batch

import (
	"bytes"
	"context"

	"bankmaturity/assess"
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
// so that the pipe keeps moving. A line that can't be scored is answered in its place, an
// empty one by an empty one. With Keys each record is answered by itself behind its key.
func (b *batch) pipe(ctx context.Context) error {
	work := b.answer
	if b.opts.Keys {
		work = b.answerKeys
	}
	bad := false
	files := []input{{path: "-", pipe: true}}
	err := ordered(ctx, b.opts.Jobs, pieces(b.Input, files), work, func(a answered) error {
		bad = bad || a.bad
		if _, err := b.Writer.Out.Write(a.lines); err != nil {
			return err
		}
		return a.err
	})
	switch {
	case ctx.Err() != nil:
		return outcome.ErrInterrupted
	case err == nil && bad && b.opts.Strict:
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
		switch {
		case it.empty:
			line = []byte{'\n'}
		case it.failed != nil:
			line, a.bad = it.failed.line(), true
		}
		lines.Write(line)
	}
	a.lines = lines.Bytes()
	return a
}

// answerKeys puts before each record of a piece the key of what it is scored together with. One
// that can't be read is scored with nothing: its checksum is its key, and whoever scores it
// tells what is wrong.
func (b *batch) answerKeys(p piece) answered {
	a := answered{err: p.err}
	p.err = nil
	w := b.borrow()
	defer b.giveBack(w)
	var lines bytes.Buffer
	for i, it := range b.read(w, p).items {
		if it.empty {
			continue
		}
		line := p.lines[i]
		key := line.Checksum()[:keyDigits]
		if it.failed == nil {
			r := it.record.Response
			key = assess.GroupKey(r.Questionnaire().ID, b.version(it.record), r.Organization, b.opts.Period.Of(r.Date))
		}
		a.bad = a.bad || it.failed != nil
		lines.WriteString(key)
		lines.WriteByte('\t')
		lines.Write(line.Text)
		lines.WriteByte('\n')
	}
	a.lines = lines.Bytes()
	return a
}

// keyDigits is how long a key of assess.GroupKey is.
const keyDigits = 32
