package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
)

// chunkLines is how many lines a worker takes at once, if that many wait.
const chunkLines = 128

// longestLine is what is kept of a line: one byte more than a record may have.
const longestLine = 1<<20 + 1

// chunk is some lines of the stream, on their way in or out.
type chunk struct {
	first int // number of the first line
	lines [][]byte
	done  chan []byte
	bad   bool
}

// stream scores JSON Lines one by one: a line in, a line out, in the same order,
// in memory that does not grow. What is read is worked on as soon as no more is
// waiting, so that a pipe keeps moving.
func stream(ctx context.Context, a *app, m *models, opts batchOptions) error {
	queue := make(chan *chunk, 2*opts.jobs)
	work := make(chan *chunk)
	for range opts.jobs {
		go func() {
			for c := range work {
				c.done <- a.chunk(m, c, report.Detail(opts.detail))
			}
		}()
	}
	readErr := make(chan error, 1)
	go func() {
		defer close(queue)
		defer close(work)
		readErr <- chunks(ctx, a.in, func(c *chunk) {
			queue <- c
			work <- c
		})
	}()
	out := bufio.NewWriterSize(a.out, 1<<16)
	bad := false
	for c := range queue {
		if _, err := out.Write(<-c.done); err != nil {
			return err
		}
		bad = bad || c.bad
		if len(queue) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(out.Flush(), <-readErr); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	if bad {
		return errFindings
	}
	return nil
}

// chunks cuts a stream into chunks of lines, ended early where nothing more waits.
func chunks(ctx context.Context, in io.Reader, give func(*chunk)) error {
	r := bufio.NewReaderSize(in, 1<<18)
	c := &chunk{first: 1, done: make(chan []byte, 1)}
	for n := 1; ctx.Err() == nil; n++ {
		line, err := wholeLine(r)
		if len(line) > 0 || err == nil {
			c.lines = append(c.lines, line)
		}
		if len(c.lines) > 0 && (len(c.lines) == chunkLines || r.Buffered() == 0 || err != nil) {
			give(c)
			c = &chunk{first: n + 1, done: make(chan []byte, 1)}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
	}
	return nil
}

// wholeLine reads a line without its end; of one that is too long it keeps enough
// to tell.
func wholeLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) < longestLine {
			line = append(line, part[:min(len(part), longestLine+1-len(line))]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(line, "\r\n"), err
		}
	}
}

// chunk scores the lines of a chunk.
func (a *app) chunk(m *models, c *chunk, detail report.Detail) []byte {
	var out bytes.Buffer
	chances := assess.Chances{}
	for i, line := range c.lines {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		record, found := codec.ReadLine("-", c.first+i, line, m.find("-"))
		if record == nil {
			c.bad = true
			out.Write(failed(c.first+i, found))
			continue
		}
		res := assess.Score(record.Questionnaire, []*assess.Response{record.Response})
		explain(res, detail, chances)
		data, err := report.JSONLine(res, a.lineOptions(detail, "response"))
		if err != nil {
			c.bad = true
			data = failed(c.first+i, []diag.Diagnostic{{File: "-", Line: c.first + i, Severity: diag.Error, Message: err.Error()}})
		}
		out.Write(data)
	}
	return out.Bytes()
}

// failed is what stands in the place of a line that can't be scored.
func failed(n int, found []diag.Diagnostic) []byte {
	line, err := failure{fmt.Sprintf("-:%d", n), found}.line()
	if err != nil {
		return []byte("{}\n") // a diagnostic is texts and numbers: never
	}
	return append(line, '\n')
}
