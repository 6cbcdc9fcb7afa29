// Package batch scores many answers. Its stages are one after another, and each hands on
// values:
//
//	find    files, below folders and in lists                  find.go
//	cut     a file, or some lines of JSON Lines: a piece       pieces.go
//	read    a piece into records and failures                  read.go
//	group   records that are scored together                   group.go
//	score   a group into a result, its line and its row        score.go
//	write   summaries, reports, failures, quality, benchmark   write.go, reports.go
//
// Pieces are read, and groups scored, several at once, and handed on in their order, so
// that the same input gives the same bytes however many work on it. A bad file or line is
// a failure in its place and stops nothing. The pipe (pipe.go) is the same stages with
// another end: each record is a group of its own, and its line is written as soon as it
// is there. A batch that was interrupted goes on by its journal (journal.go).
package batch

import (
	"context"
	"os"
	"runtime/debug"
	"strings"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// A Grouping is what is scored together.
type Grouping string

// The groupings.
const (
	ByOrganization Grouping = "organization"
	ByResponse     Grouping = "response"
)

// Options are what a batch reads and writes.
type Options struct {
	Paths        []string // files, folders, patterns; "-" is standard input
	FilesFrom    string   // a file with more of them, "" for none
	Output       string   // the folder to write into; "" answers each line of a pipe
	By           Grouping
	Detail       report.Detail // of the result lines
	Formats      []string      // of reports, one per result
	Jobs         int           // pieces and groups that are worked on at once
	BenchmarkOut string        // file for the scores without names, "" for none
	Resume       bool          // keep the reports of an interrupted run
}

// Tools are what a batch works with.
type Tools struct {
	Input   disk.Input
	Writer  output.Writer
	Library *library.Library
}

// garbage is how much of it, in per cent of what is in use, may lie: little is in use at
// first. Once grouping holds on to manyResponses, much is.
const (
	garbage       = 400
	manyResponses = 100_000
	garbageOfMany = 50
)

// batch is one run.
type batch struct {
	Tools
	opts Options

	summaries []*summary // one per questionnaire, in the order of their first response
	failures  []failure
	passed    int
	responses int
	results   int
	names     map[string]bool // of reports, relative to the output folder, lower case
	journal   journal
}

// Run scores what the options name. Failures are told, and are a finding.
func Run(ctx context.Context, t Tools, opts Options) error {
	debug.SetGCPercent(garbage)
	b := &batch{Tools: t, opts: opts, names: map[string]bool{}}
	if opts.Output == "" {
		return b.pipe(ctx)
	}
	files, err := b.find()
	if err != nil {
		return err
	}
	if err := b.fill(ctx, files); err != nil {
		return err
	}
	return b.tell(len(files))
}

// fill reads the files and writes what they give into the output folder.
func (b *batch) fill(ctx context.Context, files []input) (err error) {
	if err := os.MkdirAll(b.opts.Output, 0o755); err != nil {
		return err
	}
	defer b.discard()
	if err := b.openJournal(); err != nil {
		return err
	}
	defer func() { b.closeJournal(err == nil) }()
	if err := b.readAll(ctx, files); err != nil {
		return err
	}
	return b.write(ctx)
}

// tell says what became of the files.
func (b *batch) tell(files int) error {
	console := b.Writer.Console
	if files == 0 {
		console.Say("warning: there is no file of answers in %s", strings.Join(b.opts.Paths, ", "))
	}
	console.Say("%d files, %d passed over, %d failed; %d responses, %d results in %s",
		files, b.passed, len(b.failures), b.responses, b.results, b.opts.Output)
	for _, f := range b.failures {
		if _, err := console.Blame(f.diagnostics); err != nil {
			return err
		}
	}
	if len(b.failures) > 0 {
		return outcome.ErrFindings
	}
	return nil
}

// interrupted tells what a cancelled batch leaves.
func (b *batch) interrupted(done, all int, what string) error {
	b.Writer.EndProgress()
	b.Writer.Say("interrupted: %d of %d %s done; the same command with --resume does the rest", done, all, what)
	return outcome.ErrInterrupted
}
