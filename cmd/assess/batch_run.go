package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
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

	groups    []*group // in the order of their first response
	failures  []failure
	passed    int
	responses int
	results   int
	names     map[string]bool // of reports, lower case
}

// group is what is scored together.
type group struct {
	questionnaire *assess.Questionnaire
	responses     []*assess.Response
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

// reading is what one file gives.
type reading struct {
	records []codec.Record
	found   []diag.Diagnostic
	passed  bool // assess wrote it as output, or it is a questionnaire
}

// read reads the files, several at once, and groups their responses in the order
// of the files.
func (b *batch) read(ctx context.Context, files []input) error {
	byKey := map[string]*group{}
	progress := b.app.progress("files", len(files))
	err := ordered(ctx, b.opts.jobs, len(files), func(i int) reading { return b.one(files[i]) }, func(i int, r reading) error {
		progress(i + 1)
		name := filepath.ToSlash(files[i].path)
		if r.passed {
			b.passed++
			return nil
		}
		if diag.Errors(r.found) {
			b.failures = append(b.failures, failure{name, r.found})
			return nil
		}
		if _, err := b.app.blame(r.found); err != nil {
			return err
		}
		for _, record := range r.records {
			b.responses++
			id := record.Questionnaire.ID + "\x00" + key(record.Response.Organization)
			g := byKey[id]
			if g == nil || b.opts.by == "response" {
				g = &group{questionnaire: record.Questionnaire}
				byKey[id] = g
				b.groups = append(b.groups, g)
			}
			g.responses = append(g.responses, record.Response)
		}
		return nil
	})
	if ctx.Err() != nil {
		return b.interrupted(0, len(files), "files")
	}
	return err
}

// one reads a file. What the file system refuses is a finding of its own.
func (b *batch) one(in input) reading {
	name := in.path
	data, err := b.app.readAll(name)
	slashed := filepath.ToSlash(name)
	if err != nil {
		return reading{found: []diag.Diagnostic{{File: slashed, Severity: diag.Error, Message: err.Error()}}}
	}
	if in.found && (report.Written(name, data) || isModel(name, data)) {
		return reading{passed: true}
	}
	read := slashed
	if name == "-" {
		read = "-.jsonl"
	}
	records, found := codec.ReadAnswers(read, data, b.models.find(name))
	return reading{records: records, found: found}
}

// ordered runs work on n jobs, several at once, and hands what they give to done in
// their order. It stops at an error of done, or when cancelled.
func ordered[T any](ctx context.Context, workers, n int, work func(int) T, done func(int, T) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type result struct {
		i int
		v T
	}
	jobs, results := make(chan int), make(chan result)
	ahead := make(chan struct{}, 16*workers) // bounds what is finished and not yet handed over
	go func() {
		defer close(jobs)
		for i := range n {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var busy sync.WaitGroup
	for range workers {
		busy.Add(1)
		go func() {
			defer busy.Done()
			for i := range jobs {
				select {
				case results <- result{i, work(i)}:
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	go func() { busy.Wait(); close(results) }()
	waiting := map[int]T{}
	next := 0
	for r := range results {
		waiting[r.i] = r.v
		for v, ok := waiting[next]; ok; v, ok = waiting[next] {
			delete(waiting, next)
			if err := done(next, v); err != nil {
				return err
			}
			next++
			<-ahead
		}
	}
	return ctx.Err()
}

// write writes what the batch is for: a folder, or one per questionnaire where there
// are several.
func (b *batch) write(ctx context.Context) error {
	b.names = map[string]bool{}
	if err := os.MkdirAll(b.opts.output, 0o755); err != nil {
		return err
	}
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
	var order []*assess.Questionnaire
	of := map[string][]*group{}
	for _, g := range b.groups {
		if of[g.questionnaire.ID] == nil {
			order = append(order, g.questionnaire)
		}
		of[g.questionnaire.ID] = append(of[g.questionnaire.ID], g)
	}
	for _, q := range order {
		folder, benchmark := b.opts.output, b.opts.benchmarkOut
		if len(order) > 1 {
			folder = filepath.Join(folder, q.ID)
			if benchmark != "" {
				benchmark = benchmark[:len(benchmark)-len(filepath.Ext(benchmark))] + "." + q.ID + filepath.Ext(benchmark)
			}
		}
		if err := b.questionnaire(ctx, q, of[q.ID], folder, benchmark); err != nil {
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

// questionnaire writes the results of one questionnaire into a folder.
func (b *batch) questionnaire(ctx context.Context, q *assess.Questionnaire, groups []*group, folder, benchmark string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var results []*assess.Result
	var responses []*assess.Response
	progress := b.app.progress("results", len(groups))
	n := 0
	rows, err := b.app.growing(filepath.Join(folder, "summary.csv"))
	if err != nil {
		return err
	}
	lines, err := b.app.growing(filepath.Join(folder, "summary.jsonl"))
	if err != nil {
		return rows.end(err)
	}
	_, err = rows.Write(report.SummaryHeader(q))
	if err != nil {
		return lines.end(rows.end(err))
	}
	err = ordered(ctx, b.opts.jobs, len(groups), func(i int) scored { return b.score(groups[i]) }, func(i int, s scored) error {
		n = i + 1
		progress(n)
		_, err := rows.Write(s.row)
		_, err2 := lines.Write(s.line)
		if err := errors.Join(s.err, err, err2); err != nil {
			return err
		}
		b.results++
		responses = append(responses, groups[i].responses...)
		if benchmark != "" {
			results = append(results, s.res)
		}
		return b.reports(s.res, folder)
	})
	err = lines.end(rows.end(err))
	if ctx.Err() != nil {
		return b.interrupted(n, len(groups), "results")
	}
	if err != nil {
		return err
	}
	figures := assess.QualityOf(q, responses)
	quality, err := report.QualityJSON(figures)
	if err != nil {
		return err
	}
	page, err := report.QualityMarkdown(q, figures, report.Options{Language: b.app.language()})
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{"quality.json", quality}, {"quality.md", page}} {
		if err := b.app.put(filepath.Join(folder, f.name), f.data); err != nil {
			return err
		}
	}
	if benchmark == "" {
		return nil
	}
	data, err := codec.WriteBenchmark(assess.NewBenchmark(q, results))
	if err != nil {
		return err
	}
	return b.app.put(benchmark, data)
}

// score scores a group and renders its line and row.
func (b *batch) score(g *group) scored {
	res := assess.Score(g.questionnaire, g.responses)
	detail := report.Detail(b.opts.detail)
	if len(b.opts.formats) > 0 {
		explain(res, report.Full, assess.Chances{})
	} else {
		explain(res, detail, assess.Chances{})
	}
	b.warnFarApart(g)
	line, err := report.JSONLine(res, b.app.lineOptions(detail, b.opts.by))
	return scored{res: res, line: line, row: report.SummaryRow(res), err: err}
}

// lineOptions are those of a result on one line.
func (a *app) lineOptions(detail report.Detail, by string) report.Options {
	return report.Options{Language: a.lang, Names: a.names, Version: version, Detail: detail, Responses: by == "response"}
}

func (b *batch) warnFarApart(g *group) {
	first, last := g.responses[0].Date, g.responses[0].Date
	for _, r := range g.responses {
		first, last = min(first, r.Date), max(last, r.Date)
	}
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	if err == nil && err2 == nil && to.Sub(from) > farApart*24*time.Hour {
		b.app.say("warning: the responses of %s are from %s to %s: more than %d days apart", g.responses[0].Organization, first, last, farApart)
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

// progress returns what tells, on a terminal, how far the work is.
func (a *app) progress(what string, all int) func(int) {
	if a.quiet || !a.errTerminal() || all < 100 {
		return func(int) {}
	}
	begun, last := a.now(), a.now()
	return func(n int) {
		now := a.now()
		if n < all && now.Sub(last) < 200*time.Millisecond {
			return
		}
		last = now
		rate := float64(n) / max(now.Sub(begun).Seconds(), 0.001)
		fmt.Fprintf(a.err, "\r%d of %d %s, %.0f per second, %.0f s left ", n, all, what, rate, float64(all-n)/max(rate, 0.001))
		if n == all {
			fmt.Fprintln(a.err)
		}
	}
}
