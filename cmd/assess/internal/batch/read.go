package batch

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/library"
)

// A reading is what a piece gives.
type reading struct {
	behind   float64
	passed   bool // assess wrote it as output, or it is a questionnaire
	header   bool // of a CSV file, in which the header is wrong
	file     string
	items    []item
	warnings []diag.Diagnostic // of the records
	original string            // of JSON Lines: the file that has the same bytes; "" for none
	sum      *library.Sum      // of the file, where it is read as a whole
}

// An item is a record, or the failure in its place.
type item struct {
	line   int  // of JSON Lines, from 1; 0 else
	empty  bool // an empty line of a pipe, and no record
	record codec.Record
	scored scored   // where the record is scored by itself
	joined *joined  // a result of another batch, where those are read
	failed *failure // nil where there is a record or result
}

// scored is what one group gives.
type scored struct {
	standing assess.Standing  // for the portfolio
	res      *assess.Result   // nil where nothing more is made of it
	line     []byte           // of summary.jsonl, or of the pipe
	row      []byte           // of summary.csv
	answers  []byte           // rows of answers.csv
	warnings []assess.Warning // still to be told
}

// read reads a piece. What the file system refuses is a failure like any other.
func (b *batch) read(w *worker, p piece) reading {
	r := reading{behind: p.behind, passed: p.output, original: p.file.original, file: p.file.path}
	name := filepath.ToSlash(p.file.path)
	find := b.Library.Find(p.file.path)
	for _, l := range p.lines {
		if p.file.pipe && l.Record == 0 {
			r.items = append(r.items, item{line: l.Number, empty: true})
			continue
		}
		record, found := w.reader.Line(name, l.Number, l.Record, l.Text, find)
		if record == nil {
			r.fail(fmt.Sprintf("%s:%d", name, l.Number), l.Checksum(), found...)
			continue
		}
		r.items = append(r.items, item{line: l.Number, record: *record})
		r.warnings = append(append(r.warnings, found...), library.Ahead(b.Writer.Now(), *record)...)
	}
	if p.table != nil {
		b.readRows(w, &r, name, *p.table, find)
	}
	err := p.err
	if p.whole {
		var data []byte
		if data, err = b.Input.Read(p.file.path); err == nil {
			b.readFile(w, &r, p.file, name, data)
		}
	}
	if err != nil {
		r.fail(name, "", library.Unreadable(name, err))
	}
	for i := range r.items {
		if it := &r.items[i]; it.scorable() && b.opts.Output != "" {
			it.record.Response.Identify()
		}
	}
	return r
}

// readFile reads the records of a file that is not cut. An error anywhere in it is a
// failure of all.
func (b *batch) readFile(w *worker, r *reading, file input, name string, data []byte) {
	if file.found && library.NoAnswers(name, data) {
		r.passed = true
		return
	}
	records, found := w.reader.Answers(name, data, b.Library.Find(file.path))
	if diag.Errors(found) {
		if strings.EqualFold(filepath.Ext(file.path), ".csv") { // its good rows are read all the same
			for t := range codec.CutTable(bytes.NewReader(data)) {
				b.readRows(w, r, name, t, b.Library.Find(file.path))
			}
			return
		}
		r.fail(name, codec.Checksum(data), found...)
		return
	}
	r.warnings, r.sum = append(found, library.Ahead(b.Writer.Now(), records...)...), new(library.Sum)
	*r.sum = library.SumOf(data)
	for _, record := range records {
		r.items = append(r.items, item{record: record})
	}
}

// readRows reads rows of a CSV file, each of which fails alone. What is wrong with the header
// is a failure of the file.
func (b *batch) readRows(w *worker, r *reading, name string, t codec.TablePiece, find codec.Find) {
	r.warnings = append(r.warnings, t.Guessed(name)...)
	for _, row := range w.reader.Rows(name, t, find) {
		switch {
		case row.Header && r.header:
		case row.Header:
			r.header = true
			r.fail(name, "", row.Found...)
		case row.Record == nil:
			r.fail(fmt.Sprintf("%s:%d", name, row.Line), row.SHA256, row.Found...)
		default:
			r.items = append(r.items, item{record: *row.Record})
			r.warnings = append(append(r.warnings, row.Found...), library.Ahead(b.Writer.Now(), *row.Record)...)
		}
	}
}

// scorable reports whether there is a record.
func (it *item) scorable() bool { return it.failed == nil && it.joined == nil && !it.empty }

func (r *reading) fail(source, sha256 string, found ...diag.Diagnostic) {
	r.items = append(r.items, item{failed: &failure{source, sha256, found}})
}
