package library

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"iter"

	"bankmaturity/assess/codec"
)

// linesAtOnce is how many lines are told together, so that a worker has enough to do.
const linesAtOnce = 32

// The most bytes that a line of answers, and one of results, may have.
const (
	LongestRecord = codec.MaxRecord
	LongestResult = codec.MaxBytes
)

// A Line is a record of JSON Lines, or an empty line of a pipe.
type Line struct {
	Text   []byte // without the line's end; of one that is too long not all
	Number int    // in the file, from 1
	Record int    // in the file, from 1; 0 where it is the only one, and of an empty line
	sha256 string // of a line that is too long, the whole of it
}

// Checksum returns the SHA-256 of the line without its end, in hexadecimal digits.
func (l Line) Checksum() string {
	if l.sha256 != "" {
		return l.sha256
	}
	return codec.Checksum(l.Text)
}

// Lines yields the lines of JSON Lines that are not empty, some at a time; of a pipe the empty
// ones too, and as soon as no more is waiting, so that it keeps moving. Of a line that has more
// bytes than the longest one that may be, so much is kept as tells. With the last come [io.EOF]
// or what ended the reading.
func Lines(in io.Reader, pipe bool, longest int) iter.Seq2[[]Line, error] {
	return func(yield func([]Line, error) bool) {
		r := bufio.NewReaderSize(in, 1<<18)
		var some []Line
		record := 0
		for number := 1; ; number++ {
			line, err := wholeLine(r, longest)
			line.Number = number
			if len(bytes.TrimSpace(line.Text)) > 0 {
				record++
				line.Record = record
				some = append(some, line)
			} else if pipe && err == nil {
				some = append(some, Line{Number: number})
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

// wholeLine reads a line without its end; of one that is too long it keeps enough to tell, and
// its checksum.
func wholeLine(r *bufio.Reader, longest int) (Line, error) {
	var line Line
	var rest endless
	for read := 0; read <= codec.MaxBytes; {
		part, err := r.ReadSlice('\n')
		read += len(part)
		kept := min(len(part), longest+len("\r\n")-len(line.Text))
		if kept < len(part) && rest.sum == nil {
			rest.begin(line.Text)
		}
		line.Text = append(line.Text, part[:kept]...)
		if rest.sum != nil {
			rest.add(part)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			line.Text, line.sha256 = bytes.TrimRight(line.Text, "\r\n"), rest.checksum()
			return line, err
		}
	}
	return line, errEndless
}

// endless is the checksum of a line that is too long to be held, without the line's end.
type endless struct {
	sum hash.Hash // nil while the line is held
	end []byte    // of what was read: taken in once something follows
}

func (e *endless) begin(text []byte) {
	e.sum = sha256.New()
	e.add(text)
}

func (e *endless) add(part []byte) {
	trimmed := bytes.TrimRight(part, "\r\n")
	if len(trimmed) > 0 {
		e.sum.Write(e.end)
		e.sum.Write(trimmed)
		e.end = e.end[:0]
	}
	e.end = append(e.end, part[len(trimmed):]...)
}

func (e *endless) checksum() string {
	if e.sum == nil {
		return ""
	}
	return hex.EncodeToString(e.sum.Sum(nil))
}
