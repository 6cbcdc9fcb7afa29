package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime/debug"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/library"
)

// A failure is a file, or a line of one, that could not be read or scored.
type failure struct {
	source      string
	diagnostics []diag.Diagnostic
}

// line is a failure as a line of JSON.
func (f failure) line() ([]byte, error) {
	data, err := json.Marshal(struct {
		Format      string            `json:"format"`
		Source      string            `json:"source"`
		Diagnostics []diag.Diagnostic `json:"diagnostics"`
	}{"assess/failure/v1", f.source, f.diagnostics})
	return append(data, '\n'), err
}

// A reading is what a piece gives.
type reading struct {
	behind   float64
	passed   bool // assess wrote it as output, or it is a questionnaire
	items    []item
	warnings []diag.Diagnostic // of the records
}

// An item is a record, or the failure in its place.
type item struct {
	line   int // of JSON Lines, from 1; 0 else
	record codec.Record
	scored scored   // where the record is scored by itself
	failed *failure // nil where there is a record
}

// read reads a piece. What the file system refuses is a failure like any other.
func (b *batch) read(p piece) reading {
	r := reading{behind: p.behind, passed: p.output}
	name := filepath.ToSlash(p.file.path)
	find := b.Library.Find(p.file.path)
	for _, l := range p.lines {
		record, found := codec.ReadLine(name, l.number, l.record, l.text, find)
		if record == nil {
			r.fail(fmt.Sprintf("%s:%d", name, l.number), found...)
			continue
		}
		r.items = append(r.items, item{line: l.number, record: *record})
		r.warnings = append(r.warnings, found...)
	}
	err := p.err
	if p.whole {
		var data []byte
		if data, err = b.Input.ReadRecords(p.file.path); err == nil {
			b.readFile(&r, p.file, name, data)
		}
	}
	if err != nil {
		r.fail(name, diag.Diagnostic{File: name, Severity: diag.Error, Message: unreadable(err)})
	}
	return r
}

// readFile reads the records of a file that is not cut. An error anywhere in it is a
// failure of all.
func (b *batch) readFile(r *reading, file input, name string, data []byte) {
	if file.found && library.NoAnswers(name, data) {
		r.passed = true
		return
	}
	records, found := codec.ReadAnswers(name, data, b.Library.Find(file.path))
	if diag.Errors(found) {
		r.fail(name, found...)
		return
	}
	r.warnings = found
	for _, record := range records {
		r.items = append(r.items, item{record: record})
	}
}

func (r *reading) fail(source string, found ...diag.Diagnostic) {
	r.items = append(r.items, item{failed: &failure{source, found}})
}

// unreadable says why a file can't be read, without its name.
func unreadable(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return "can't be read: " + err.Error()
}

// readAndScore reads a piece and, where each response is scored by itself, scores what it
// gave.
func (b *batch) readAndScore(p piece) reading {
	r := b.read(p)
	if !b.atOnce() {
		return r
	}
	chances := assess.Chances{}
	for i := range r.items {
		if it := &r.items[i]; it.failed == nil {
			it.scored = b.score(it.record.Questionnaire, []*assess.Response{it.record.Response}, chances)
		}
	}
	return r
}

// atOnce reports whether a response is scored as soon as it is read, and forgotten.
// Reports are named, and wait, until it is known which folder they go to.
func (b *batch) atOnce() bool {
	return b.opts.Output == "" || b.opts.By == ByResponse && len(b.opts.Formats) == 0
}

// readAll reads the files, several pieces at once, and takes what they give in the order
// of the files.
func (b *batch) readAll(ctx context.Context, files []input) error {
	progress := b.Writer.Progress("files", float64(len(files)))
	behind := 0.0
	err := ordered(ctx, b.opts.Jobs, b.pieces(files), b.readAndScore, func(r reading) error {
		behind = r.behind
		progress(behind)
		return b.take(r)
	})
	if ctx.Err() != nil {
		return b.interrupted(int(behind), len(files), "files read")
	}
	return err
}

// take counts what a piece gave, and writes its results or groups its responses.
func (b *batch) take(r reading) error {
	if r.passed {
		b.passed++
		return nil
	}
	if _, err := b.Writer.Blame(r.warnings); err != nil {
		return err
	}
	for _, it := range r.items {
		if it.failed != nil {
			b.failures = append(b.failures, *it.failed)
			continue
		}
		s, err := b.summary(it.record.Questionnaire)
		if err != nil {
			return err
		}
		if b.responses++; b.responses == manyResponses && !b.atOnce() {
			debug.SetGCPercent(garbageOfMany)
		}
		s.quality.Add(it.record.Response)
		if !b.atOnce() {
			b.group(s, it.record)
		} else if err := b.add(s, it.scored); err != nil {
			return err
		}
	}
	return nil
}
