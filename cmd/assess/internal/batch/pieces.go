package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"bankmaturity/report"
)

// pieceLines is how many lines a worker takes at once.
const pieceLines = 32

// longestLine is what is kept of a line: one byte more than a record may have.
const longestLine = 1<<20 + 1

// piece is what a worker takes at once: a file, or some lines of JSON Lines, which
// are never held as a whole.
type piece struct {
	file   input
	whole  bool // the file is not cut
	lines  []line
	output bool    // assess wrote the file as output
	err    error   // nothing more can be read of the file
	behind float64 // how many files are read when this piece is, one of them in part
}

// line is a record of JSON Lines.
type line struct {
	text   []byte
	number int // in the file, from 1
	record int // in the file, from 1; 0 where it is the only one
}

// pieces cuts files into pieces.
func (a *app) pieces(files []input) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for i, file := range files {
			for p := range a.cut(file) {
				p.file = file
				p.behind += float64(i)
				if !yield(p) {
					return
				}
			}
		}
	}
}

// cut cuts a file into pieces.
func (a *app) cut(file input) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		if file.path != "-" && !strings.EqualFold(filepath.Ext(file.path), ".jsonl") {
			yield(piece{whole: true, behind: 1})
			return
		}
		in, size, err := a.open(file.path)
		if err != nil {
			yield(piece{err: err, behind: 1})
			return
		}
		defer in.Close()
		read := 0
		for lines, err := range lines(in, file.path == "-") {
			end := errors.Is(err, io.EOF)
			if read == 0 && file.path != "-" {
				switch {
				case len(lines) == 0 && end:
					yield(piece{whole: true, behind: 1}) // nothing in it, like any empty file
					return
				case len(lines) > 0 && file.found && report.Written(file.path, lines[0].text) && a.outputs(file.path):
					yield(piece{output: true, behind: 1})
					return
				case len(lines) == 1 && end:
					lines[0].record = 0
				}
			}
			p := piece{lines: lines}
			for _, l := range lines {
				read += len(l.text) + 1
			}
			if size > 0 {
				p.behind = min(float64(read)/float64(size), 1)
			}
			if err != nil && !end {
				p.err = fmt.Errorf("read %s: %w", file.path, err)
			}
			if end {
				p.behind = 1
			}
			if !yield(p) {
				return
			}
		}
	}
}

// outputs reports whether assess wrote every line of a file as output.
func (a *app) outputs(name string) bool {
	in, _, err := a.open(name)
	if err != nil {
		return false
	}
	defer in.Close()
	return report.WrittenLines(in)
}

// lines yields the lines of JSON Lines that are not empty, some at a time; a prompt
// one does not wait for more than what is there. With the last come [io.EOF] or what
// ended the reading.
func lines(in io.Reader, prompt bool) iter.Seq2[[]line, error] {
	return func(yield func([]line, error) bool) {
		r := bufio.NewReaderSize(in, 1<<18)
		var some []line
		record := 0
		for number := 1; ; number++ {
			text, err := wholeLine(r)
			if len(bytes.TrimSpace(text)) > 0 {
				record++
				some = append(some, line{text, number, record})
			}
			if err != nil || len(some) == pieceLines || len(some) > 0 && prompt && r.Buffered() == 0 {
				if !yield(some, err) || err != nil {
					return
				}
				some = nil
			}
		}
	}
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
