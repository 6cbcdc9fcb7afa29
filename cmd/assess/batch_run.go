package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
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
	names     map[string]bool // of reports, lower case
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

func (f failure) line() ([]byte, error) {
	return json.Marshal(struct {
		Format      string            `json:"format"`
		Source      string            `json:"source"`
		Diagnostics []diag.Diagnostic `json:"diagnostics"`
	}{"assess/failure/v1", f.source, f.diagnostics})
}

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
			b.responses++
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
	})
	if ctx.Err() != nil {
		return b.interrupted(int(behind), len(files), "files read")
	}
	return err
}

// put adds a response to a group: what is written of it decides how much is kept.
func (b *batch) put(g *group, r *assess.Response) {
	scoresOnly := b.opts.detail == string(report.Overall) || b.opts.detail == string(report.Sections)
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
	_, err = sh.rows.Write(report.SummaryHeader(q))
	return sh, err
}

// add writes a result's line and row.
func (b *batch) add(sh *sheet, s scored) error {
	_, err := sh.rows.Write(s.row)
	_, err2 := sh.lines.Write(s.line)
	if err := errors.Join(s.err, err, err2); err != nil {
		return err
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
			if p.file.found && (report.Written(name, data) || isModel(name, data)) {
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
		r.failures = append(r.failures, failure{name, []diag.Diagnostic{{File: name, Severity: diag.Error, Message: p.err.Error()}}})
	}
	return r
}

// ordered runs work on jobs, several at once, and hands what they give to done in
// their order. It stops at an error of done, or when cancelled, without waiting for
// a job that is still to come.
func ordered[J, T any](ctx context.Context, workers int, jobs iter.Seq[J], work func(J) T, done func(T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type task struct {
		job J
		out chan T
	}
	tasks := make(chan task)
	results := make(chan chan T, 4*workers) // bounds what is finished and not yet handed over
	go func() {
		defer close(results)
		defer close(tasks)
		for job := range jobs {
			t := task{job, make(chan T, 1)}
			select {
			case results <- t.out:
			case <-ctx.Done():
				return
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			for t := range tasks {
				t.out <- work(t.job)
			}
		}()
	}
	for {
		select {
		case out, more := <-results:
			if !more {
				return ctx.Err()
			}
			select {
			case v := <-out:
				if err := done(v); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// write writes what the batch is for: a folder, or one per questionnaire where there
// are several.
func (b *batch) write(ctx context.Context) error {
	var failures bytes.Buffer
	for _, f := range b.failures {
		line, err := f.line()
		if err != nil {
			return err
		}
		failures.Write(append(line, '\n'))
	}
	if err := b.app.put(filepath.Join(b.opts.output, "failures.jsonl"), failures.Bytes()); err != nil {
		return err
	}
	for _, sh := range b.order {
		folder, benchmark := b.opts.output, b.opts.benchmarkOut
		if id := sh.questionnaire.ID; len(b.order) > 1 {
			folder = filepath.Join(folder, id)
			if benchmark != "" {
				benchmark = benchmark[:len(benchmark)-len(filepath.Ext(benchmark))] + "." + id + filepath.Ext(benchmark)
			}
		}
		if err := b.questionnaire(ctx, sh, folder, benchmark); err != nil {
			return err
		}
	}
	return nil
}

// scored is what one group gives.
type scored struct {
	res  *assess.Result
	line []byte
	row  []byte
	err  error
}

// questionnaire scores what is still to be scored and puts the files of one
// questionnaire into a folder.
func (b *batch) questionnaire(ctx context.Context, sh *sheet, folder, benchmark string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	progress := b.app.progress("results", float64(len(sh.groups)))
	n := 0
	err := ordered(ctx, b.opts.jobs, slices.Values(sh.groups), b.score, func(s scored) error {
		n++
		progress(float64(n))
		if err := b.add(sh, s); err != nil {
			return err
		}
		return b.reports(s.res, folder)
	})
	if ctx.Err() != nil {
		return b.interrupted(n, len(sh.groups), "results")
	}
	if err != nil {
		return err
	}
	if err := b.app.finish(sh.rows, filepath.Join(folder, "summary.csv")); err != nil {
		return err
	}
	if err := b.app.finish(sh.lines, filepath.Join(folder, "summary.jsonl")); err != nil {
		return err
	}
	q, figures := sh.questionnaire, sh.quality.Qualities()
	quality, err := report.QualityJSON(figures)
	if err != nil {
		return err
	}
	page, err := report.QualityMarkdown(q, figures, report.Options{Language: b.app.language()})
	if err != nil {
		return err
	}
	if err := b.app.put(filepath.Join(folder, "quality.json"), quality); err != nil {
		return err
	}
	if err := b.app.put(filepath.Join(folder, "quality.md"), page); err != nil {
		return err
	}
	if benchmark == "" {
		return nil
	}
	data, err := codec.WriteBenchmark(assess.NewBenchmark(q, sh.results))
	if err != nil {
		return err
	}
	return b.app.put(benchmark, data)
}

// score scores a group and renders its line and row.
func (b *batch) score(g *group) scored {
	responses := g.all()
	res := assess.Score(g.questionnaire, responses)
	detail := report.Detail(b.opts.detail)
	if len(b.opts.formats) > 0 {
		explain(res, report.Full, assess.Chances{})
	} else {
		explain(res, detail, assess.Chances{})
	}
	b.warnFarApart(responses)
	line, err := report.JSONLine(res, b.app.lineOptions(detail, b.opts.by))
	return scored{res: res, line: line, row: report.SummaryRow(res), err: err}
}

// lineOptions are those of a result on one line.
func (a *app) lineOptions(detail report.Detail, by string) report.Options {
	return report.Options{Language: a.lang, Names: a.names, Version: version, Detail: detail, Responses: by == "response"}
}

func (b *batch) warnFarApart(responses []*assess.Response) {
	first, last := responses[0].Date, responses[0].Date
	for _, r := range responses {
		first, last = min(first, r.Date), max(last, r.Date)
	}
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	if err == nil && err2 == nil && to.Sub(from) > farApart*24*time.Hour {
		b.app.say("warning: the responses of %s are from %s to %s: more than %d days apart", responses[0].Organization, first, last, farApart)
	}
}

// reports writes the reports of a result, named after the organization.
func (b *batch) reports(res *assess.Result, folder string) error {
	if len(b.opts.formats) == 0 {
		return nil
	}
	name, err := b.free(folder, fileName(res.Organization))
	if err != nil {
		return err
	}
	for _, format := range b.opts.formats {
		o := output{name: filepath.Join(folder, name+"."+format), format: format}
		if b.opts.resume && exists(o.name) && b.app.replaceable(o.name) == nil {
			continue
		}
		if err := b.app.writeOne(res, o); err != nil {
			return err
		}
	}
	return nil
}

// progress returns what tells, on a terminal, how far the work is. It may be part of
// a whole.
func (a *app) progress(what string, all float64) func(float64) {
	if a.quiet || !a.errTerminal() {
		return func(float64) {}
	}
	begun, last := a.now(), a.now()
	said := false
	return func(n float64) {
		now := a.now()
		if n == all && said {
			defer fmt.Fprintln(a.err)
		} else if now.Sub(last) < 200*time.Millisecond {
			return
		}
		said, last = true, now
		rate := n / max(now.Sub(begun).Seconds(), 0.001)
		fmt.Fprintf(a.err, "\r%.0f of %.0f %s, %.0f per second, %.0f s left ", math.Floor(n), all, what, rate, (all-n)/max(rate, 1e-9))
	}
}
