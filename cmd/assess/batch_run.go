package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime/debug"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report/data"
)

// farApart is how many days may lie between the responses of one assessment
// before it is worth a warning.
const farApart = 92

// batch is one run over many files.
type batch struct {
	app    *app
	models *models
	opts   batchOptions

	sheets    map[string]*sheet // by the questionnaire's id
	order     []*sheet          // in the order of their first response
	failures  []failure
	passed    int
	responses int
	results   int
	names     map[string]bool // of reports, relative to the output folder, lower case
	journal   journal
}

// sheet is what one questionnaire's responses give.
type sheet struct {
	questionnaire *assess.Questionnaire
	groups        []*group // still to be scored, in the order of their first response
	rows, lines   *growing // summary.csv and summary.jsonl
	quality       *assess.QualityTally
	results       []*assess.Result // for the benchmark, if one is written
}

// group is what is scored together.
type group struct {
	questionnaire *assess.Questionnaire
	responses     []*assess.Response
	packed        []byte // more responses, by Questionnaire.Pack
	count         int    // of all responses, also those beyond maxResponses, which are not kept
	organization  string
	source        string // of the first response
}

// all returns the responses, in no order that a score depends on, the source of the
// first at the first.
func (g *group) all() []*assess.Response {
	all := append(g.questionnaire.Unpack(g.packed, g.organization), g.responses...)
	all[0].Source = g.source
	return all
}

// failure is a file that could not be read.
type failure struct {
	source      string
	diagnostics []diag.Diagnostic
}

func (f failure) line() []byte { return data.FailureLine(f.source, f.diagnostics) }

// reading is what a piece gives.
type reading struct {
	piece
	records  []codec.Record
	scored   []scored          // per record, where a response is scored by itself
	warnings []diag.Diagnostic // of the records
	failures []failure
	passed   bool // assess wrote it as output, or it is a questionnaire
}

// atOnce reports whether a response is scored as soon as it is read, and forgotten.
// Reports are named, and wait, until it is known which folder they go to.
func (b *batch) atOnce() bool { return b.opts.by == "response" && len(b.opts.formats) == 0 }

// read reads the files, several pieces at once, and groups their responses in the
// order of the files.
func (b *batch) read(ctx context.Context, files []input) error {
	byKey := map[string]*group{}
	progress := b.app.progress("files", float64(len(files)))
	work := func(p piece) reading {
		r := b.one(p)
		if b.atOnce() {
			for _, record := range r.records {
				g := newGroup(record)
				b.put(g, record.Response)
				r.scored = append(r.scored, b.score(g))
			}
		}
		return r
	}
	behind := 0.0
	err := ordered(ctx, b.opts.jobs, b.app.pieces(files), work, func(r reading) error {
		behind = r.behind
		progress(behind)
		return b.take(r, byKey)
	})
	if ctx.Err() != nil {
		return b.interrupted(int(behind), len(files), "files read")
	}
	return err
}

// take counts what a piece gave, and writes or groups its responses.
func (b *batch) take(r reading, byKey map[string]*group) error {
	if r.passed {
		b.passed++
		return nil
	}
	b.failures = append(b.failures, r.failures...)
	if _, err := b.app.blame(r.warnings); err != nil {
		return err
	}
	for n, record := range r.records {
		sh, err := b.sheet(record.Questionnaire)
		if err != nil {
			return err
		}
		if b.responses++; b.responses == manyResponses && !b.atOnce() {
			debug.SetGCPercent(garbageOfMany)
		}
		sh.quality.Add(record.Response)
		if b.atOnce() {
			if err := b.add(sh, r.scored[n]); err != nil {
				return err
			}
			continue
		}
		id := record.Questionnaire.ID + "\x00" + key(record.Response.Organization)
		g := byKey[id]
		if g == nil || b.opts.by == "response" {
			g = newGroup(record)
			byKey[id] = g
			sh.groups = append(sh.groups, g)
		}
		b.put(g, record.Response)
	}
	return nil
}

// put adds a response to a group: what is written of it decides how much is kept.
func (b *batch) put(g *group, r *assess.Response) {
	if g.count++; g.count > maxResponses {
		return
	}
	scoresOnly := b.opts.detail == string(data.Overall) || b.opts.detail == string(data.Sections)
	if scoresOnly && b.opts.by == "organization" && len(b.opts.formats) == 0 {
		packed, ok := g.questionnaire.Pack(g.packed, r)
		g.packed = packed
		if ok {
			return
		}
	}
	g.responses = append(g.responses, r)
}

// newGroup begins a group, which holds on to nothing else of its first response.
func newGroup(record codec.Record) *group {
	r := record.Response
	return &group{questionnaire: record.Questionnaire, organization: strings.Clone(r.Organization), source: strings.Clone(r.Source)}
}

// sheet returns the sheet of a questionnaire, which its first response begins.
func (b *batch) sheet(q *assess.Questionnaire) (*sheet, error) {
	if sh := b.sheets[q.ID]; sh != nil {
		return sh, nil
	}
	sh := &sheet{questionnaire: q, quality: assess.NewQualityTally(q)}
	b.sheets[q.ID] = sh
	b.order = append(b.order, sh)
	var err error
	if sh.rows, err = b.app.growing(filepath.Join(b.opts.output, "summary.csv")); err != nil {
		return nil, err
	}
	if sh.lines, err = b.app.growing(filepath.Join(b.opts.output, "summary.jsonl")); err != nil {
		return nil, err
	}
	_, err = sh.rows.Write(data.SummaryHeader(q))
	return sh, err
}

// add writes a result's line and row.
func (b *batch) add(sh *sheet, s scored) error {
	_, err := sh.rows.Write(s.row)
	_, err2 := sh.lines.Write(s.line)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if s.told != "" {
		b.app.say("%s", s.told)
	}
	b.results++
	if b.opts.benchmarkOut != "" {
		sh.results = append(sh.results, s.res)
	}
	return nil
}

// discard removes what was begun and not put in its place.
func (b *batch) discard() {
	for _, sh := range b.order {
		for _, g := range []*growing{sh.rows, sh.lines} {
			if g != nil {
				g.draft.discard()
			}
		}
	}
}

// unread says why a file can't be read, without its name.
func unread(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return "can't be read: " + err.Error()
}

// one reads a piece. What the file system refuses is a finding of its own.
func (b *batch) one(p piece) reading {
	r := reading{piece: p, passed: p.output}
	name := filepath.ToSlash(p.file.path)
	find := b.models.find(p.file.path)
	for _, l := range p.lines {
		record, found := codec.ReadLine(name, l.number, l.record, l.text, find)
		if record == nil {
			r.failures = append(r.failures, failure{fmt.Sprintf("%s:%d", name, l.number), found})
			continue
		}
		r.records = append(r.records, *record)
		r.warnings = append(r.warnings, found...)
	}
	if p.whole {
		var data []byte
		if data, p.err = b.app.readAll(p.file.path); p.err == nil {
			if p.file.found && noAnswers(name, data) {
				r.passed = true
				return r
			}
			records, found := codec.ReadAnswers(name, data, find)
			if diag.Errors(found) {
				r.failures = append(r.failures, failure{name, found})
				return r
			}
			r.records, r.warnings = records, found
		}
	}
	if p.err != nil {
		r.failures = append(r.failures, failure{name, []diag.Diagnostic{{File: name, Severity: diag.Error, Message: unread(p.err)}}})
	}
	return r
}
