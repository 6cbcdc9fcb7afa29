package library

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

	"bankmaturity/assess/codec"
)

// linesAtOnce is how many lines are told together, so that a worker has enough to do.
const linesAtOnce = 32

// longestLine is what is kept of a line: one byte more than a record may have.
const longestLine = codec.MaxRecord + 1

// A Line is a record of JSON Lines.
type Line struct {
	Text   []byte
	Number int // in the file, from 1
	Record int // in the file, from 1; 0 where it is the only one
}

// Lines yields the lines of JSON Lines that are not empty, some at a time; of a pipe, as
// soon as no more is waiting, so that it keeps moving. With the last come [io.EOF] or
// what ended the reading.
func Lines(in io.Reader, pipe bool) iter.Seq2[[]Line, error] {
	return func(yield func([]Line, error) bool) {
		r := bufio.NewReaderSize(in, 1<<18)
		var some []Line
		record := 0
		for number := 1; ; number++ {
			text, err := wholeLine(r)
			if len(bytes.TrimSpace(text)) > 0 {
				record++
				some = append(some, Line{text, number, record})
			}
			idle := pipe && len(some) > 0 && r.Buffered() == 0
			if err != nil || len(some) == linesAtOnce || idle {
				if !yield(some, err) || err != nil {
					return
				}
				some = nil
			}
		}
	}
}

// errEndless ends the reading of what has no line's end, as some devices.
var errEndless = errors.New("a line has more than 64 MiB; nothing behind it is read")

// wholeLine reads a line without its end; of one that is too long it keeps enough to
// tell.
func wholeLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for read := 0; read <= codec.MaxBytes; {
		part, err := r.ReadSlice('\n')
		read += len(part)
		if len(line) < longestLine {
			line = append(line, part[:min(len(part), longestLine+1-len(line))]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(line, "\r\n"), err
		}
	}
	return line, errEndless
}
