// Package batch scores many answers. Its stages are one after another, and each hands on
// values:
//
//	find    files, below folders and in lists                  find.go
//	cut     a file, or some lines of JSON Lines: a piece       pieces.go
//	read    a piece into records and failures                  read.go
//	join    instead: results of other batches                  results.go
//	group   records that are scored together, each once        group.go, summary.go
//	score   a group into a result, its line and its rows       score.go, peers.go
//	write   summaries, reports, failures, quality, benchmark   write.go, reports.go
//
// Pieces are read, and groups scored, several at once, and handed on in their order, so
// that the same input gives the same bytes however many work on it. A bad file or line is
// a failure in its place and stops nothing. The pipe (pipe.go) is the same stages with
// another end: each record is a group of its own, and its line is written as soon as it
// is there. A batch that was interrupted goes on by its journal (journal.go).
package batch

import (
	"sync"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// A Grouping is what is scored together.
type Grouping string

// The groupings.
const (
	ByOrganization Grouping = "organization"
	ByResponse     Grouping = "response"
	ByPeriod       Grouping = "period" // the responses of an organization in a period
)

// Groupings returns them.
func Groupings() []Grouping { return []Grouping{ByOrganization, ByResponse, ByPeriod} }

// Options are what a batch reads and writes.
type Options struct {
	Paths        []string // files, folders, patterns; "-" is standard input
	FilesFrom    string   // a file with more of them, "" for none
	Output       string   // the folder to write into; "" answers each line of a pipe
	By           Grouping
	Period       assess.Period // with ByPeriod, else ""
	Detail       data.Detail   // of the result lines
	Results      bool          // what is read are results of other batches, to be joined
	Formats      []string      // of reports, one per result
	Jobs         int           // pieces and groups that are worked on at once
	Benchmark    string        // file with the scores of peers, "" for none
	BenchmarkOut string        // file for the scores without names, "" for none
	Resume       bool          // keep the reports of an interrupted run
	Keys         bool          // of a pipe: answer each line by itself behind its key
	Strict       bool          // a line of a pipe that can't be scored is a finding
}

// Tools are what a batch works with.
type Tools struct {
	Input   disk.Input
	Writer  output.Writer
	Library *library.Library
}

// batch is one run.
type batch struct {
	Tools
	opts Options

	summaries []*summary                        // one per questionnaire and version, by first response
	alike     map[[2]*assess.Questionnaire]bool // which of different files ask the same
	peers     *assess.Benchmark                 // nil without one
	failures  failures
	headless  string // the CSV file that was told last to have no header that can be read
	passed    int
	responses int
	results   int
	names     map[string]bool // of reports, relative to the output folder, lower case
	journal   journal
	idle      sync.Pool // of *worker
}

// interrupted tells what a cancelled batch leaves.
func (b *batch) interrupted(done, all int, what string) error {
	b.Writer.EndProgress()
	b.Writer.Say("interrupted: %d of %d %s done; the same command with --resume does the rest", done, all, what)
	return outcome.ErrInterrupted
}
