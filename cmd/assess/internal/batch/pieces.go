package batch

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// input is a file to read. One that was found in a folder, and not named, is passed over
// where it is not answers.
type input struct {
	path     string
	found    bool
	original string // of JSON Lines: the file that has the same bytes; "" for none
	results  bool   // JSON Lines of results, and not of answers
	pipe     bool   // standard input, of which each line is answered as soon as it is there
}

// A piece is what a worker takes at once: a file, or some lines of JSON Lines, which are
// never held as a whole.
type piece struct {
	file   input
	whole  bool // the file is not cut
	lines  []library.Line
	beside []data.Source     // of results: the rows of the summary.csv beside them
	table  *codec.TablePiece // rows of a CSV file that is too long to be held
	output bool              // assess wrote the file as output
	err    error             // nothing more can be read of the file
	behind float64           // how many files are read when this piece is, one of them in part
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
	switch {
	case file.results:
	case library.LongTable(file.path):
		return cutTable(file)
	case file.path != "-" && !isLines(file.path):
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
		beside := file.beside()
		for lines, err := range library.Lines(f, file.pipe, file.longest()) {
			end := errors.Is(err, io.EOF)
			if read == 0 && file.path != "-" {
				switch {
				case len(lines) == 0 && end: // nothing in it, like any empty file; or a shard without failures
					yield(piece{whole: !file.results, behind: 1})
					return
				case len(lines) > 0 && file.found && file.strange(lines[0].Text, in):
					yield(piece{output: true, behind: 1})
					return
				case len(lines) == 1 && end:
					lines[0].Record = 0
				}
			}
			for _, l := range lines {
				read += len(l.Text) + 1
			}
			p := piece{lines: lines, beside: beside, behind: partRead(read, size, end)}
			if err != nil && !end {
				p.err = fmt.Errorf("read %s: %w", file.path, err)
			}
			if !yield(p) {
				return
			}
		}
	}
}

// beside reads the rows of the summary.csv beside results, nil where there is none.
func (f input) beside() []data.Source {
	stem, is := strings.CutSuffix(f.path, "summary.jsonl")
	if !f.results || !is {
		return nil
	}
	table, err := os.Open(stem + "summary.csv")
	if err != nil {
		return nil
	}
	defer table.Close()
	return data.Sources(table)
}

// longest is how many bytes a line may have.
func (f input) longest() int {
	if f.results {
		return library.LongestResult
	}
	return library.LongestRecord
}

// strange reports whether a file of JSON Lines that lies in a folder holds something else than
// what is read, by its first line.
func (f input) strange(first []byte, in disk.Input) bool {
	if f.results {
		return codec.Declares(first, codec.KindAnswers)
	}
	return output.WrittenLines(f.path, first, in)
}

// cutTable cuts a CSV file into rows with their header.
func cutTable(file input) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		f, err := os.Open(file.path)
		if err != nil {
			yield(piece{err: err, behind: 1})
			return
		}
		defer f.Close()
		size := int64(0)
		if info, err := f.Stat(); err == nil {
			size = info.Size()
		}
		first := true
		for t, err := range codec.CutTable(f) {
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
