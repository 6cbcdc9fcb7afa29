package batch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
)

// pieceLines is how many lines a worker takes at once.
const pieceLines = 32

// longestLine is what is kept of a line: one byte more than a record may have.
const longestLine = codec.MaxRecord + 1

// input is a file to read. One that was found in a folder, and not named, is passed over
// where it is not answers.
type input struct {
	path     string
	found    bool
	original string // of JSON Lines: the file that has the same bytes; "" for none
}

// A piece is what a worker takes at once: a file, or some lines of JSON Lines, which are
// never held as a whole.
type piece struct {
	file   input
	whole  bool // the file is not cut
	lines  []line
	table  *codec.TablePiece // rows of a CSV file that is too long to be held
	output bool              // assess wrote the file as output
	err    error             // nothing more can be read of the file
	behind float64           // how many files are read when this piece is, one of them in part
}

// A line is a record of JSON Lines.
type line struct {
	text   []byte
	number int // in the file, from 1
	record int // in the file, from 1; 0 where it is the only one
}

// pieces cuts files into pieces.
func pieces(in disk.Input, files []input) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for i, file := range files {
			for p := range cut(in, file) {
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
func cut(in disk.Input, file input) iter.Seq[piece] {
	if library.Long(file.path) {
		return cutTable(in, file)
	}
	if file.path != "-" && !strings.EqualFold(filepath.Ext(file.path), ".jsonl") {
		return single(piece{whole: true, behind: 1})
	}
	return func(yield func(piece) bool) {
		f, size, err := in.Open(file.path)
		if err != nil {
			yield(piece{err: err, behind: 1})
			return
		}
		defer f.Close()
		read := 0
		for lines, err := range lines(f, file.path == "-") {
			end := errors.Is(err, io.EOF)
			if read == 0 && file.path != "-" {
				switch {
				case len(lines) == 0 && end: // nothing in it, like any empty file
					yield(piece{whole: true, behind: 1})
					return
				case len(lines) > 0 && file.found && output.WrittenLines(file.path, lines[0].text, in):
					yield(piece{output: true, behind: 1})
					return
				case len(lines) == 1 && end:
					lines[0].record = 0
				}
			}
			for _, l := range lines {
				read += len(l.text) + 1
			}
			p := piece{lines: lines, behind: partRead(read, size, end)}
			if err != nil && !end {
				p.err = fmt.Errorf("read %s: %w", file.path, err)
			}
			if !yield(p) {
				return
			}
		}
	}
}

// cutTable cuts a CSV file into rows with their header.
func cutTable(in disk.Input, file input) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		f, size, err := in.Open(file.path)
		if err != nil {
			yield(piece{err: err, behind: 1})
			return
		}
		defer f.Close()
		whole, ok := f.(io.ReadSeeker)
		if !ok {
			yield(piece{whole: true, behind: 1})
			return
		}
		first := true
		for t, err := range codec.CutTable(whole) {
			if first && err == nil && file.found && library.NoAnswers(file.path, t.Text()) {
				yield(piece{output: true, behind: 1})
				return
			}
			first = false
			p := piece{table: &t, behind: partRead(t.Bytes, size, false)}
			if err != nil {
				p.err = fmt.Errorf("read %s: %w", file.path, err)
			}
			if !yield(p) {
				return
			}
		}
	}
}

func single(p piece) iter.Seq[piece] {
	return func(yield func(piece) bool) { yield(p) }
}

// partRead is how much of a file is read, 0 where its size is unknown.
func partRead(read int, size int64, end bool) float64 {
	switch {
	case end:
		return 1
	case size > 0:
		return min(float64(read)/float64(size), 1)
	}
	return 0
}

// lines yields the lines of JSON Lines that are not empty, some at a time; of a pipe, as
// soon as no more is waiting, so that it keeps moving. With the last come [io.EOF] or
// what ended the reading.
func lines(in io.Reader, pipe bool) iter.Seq2[[]line, error] {
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
			idle := pipe && len(some) > 0 && r.Buffered() == 0
			if err != nil || len(some) == pieceLines || idle {
				if !yield(some, err) || err != nil {
					return
				}
				some = nil
			}
		}
	}
}

// wholeLine reads a line without its end; of one that is too long it keeps enough to
// tell.
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
