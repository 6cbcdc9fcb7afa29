package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
)

// garbage is how much of it, in per cent of what is in use, may lie: little is in use at
// first. Once grouping holds on to manyResponses, much is; of those that
// are scored by themselves only who gave them is held.
const (
	garbage        = 400
	manyResponses  = 50_000
	garbageOfMany  = 50
	garbageOfNames = 150
)

// Run scores what the options name. Failures are told, and are a finding.
func Run(ctx context.Context, t Tools, opts Options) error {
	debug.SetGCPercent(garbage)
	t.Writer.Files = true // what a batch gives is joined with its input by the names of files
	b := &batch{Tools: t, opts: opts, names: map[string]bool{}, alike: map[[2]*assess.Questionnaire]bool{}}
	if err := b.openBenchmark(); err != nil {
		return err
	}
	if opts.Output == "" {
		return b.pipe(ctx)
	}
	files, err := b.find()
	if err != nil {
		return err
	}
	if err := b.fillFolder(ctx, files); err != nil {
		return err
	}
	return b.tell(len(files))
}

// fillFolder reads the files and writes what they give into the output folder.
func (b *batch) fillFolder(ctx context.Context, files []input) (err error) {
	if err := os.MkdirAll(b.opts.Output, 0o755); err != nil {
		return err
	}
	release, err := b.alone()
	if err != nil {
		return err
	}
	defer release()
	defer b.discard()
	if err := b.openJournal(); err != nil {
		return err
	}
	defer func() { b.closeJournal(err == nil) }()
	if err := b.openFailures(); err != nil {
		return err
	}
	if err := b.readAll(ctx, files); err != nil {
		return err
	}
	if err := b.settle(); err != nil {
		return err
	}
	return b.write(ctx)
}

// alone keeps other batches out of the output folder until release is called, and clears
// away what killed ones left there.
func (b *batch) alone() (release func(), err error) {
	lock, err := disk.TakeLock(filepath.Join(b.opts.Output, "assess-batch"), b.Writer.Now())
	if held := (*disk.HeldError)(nil); errors.As(err, &held) {
		return nil, fmt.Errorf("another batch writes into %s: %s", b.opts.Output, held.Holder)
	}
	if err != nil {
		return nil, err
	}
	disk.CleanUpFolder(b.opts.Output)
	return lock.Release, nil
}

// tell says what became of the files.
func (b *batch) tell(files int) error {
	console := b.Writer.Console
	console.Say("%d files, %d passed over, %d failed; %d responses, %d results in %s",
		files, b.passed, b.failures.count, b.responses, b.results, b.opts.Output)
	if err := b.tellFailures(); err != nil {
		return err
	}
	switch {
	case b.failures.count > 0:
		return outcome.ErrFindings
	case b.responses == 0 && b.opts.Results:
		return outcome.Findingf("there are no results in %s", strings.Join(b.from(), ", "))
	case b.responses == 0:
		return outcome.Findingf("there are no answers in %s", strings.Join(b.from(), ", "))
	}
	return nil
}

// from is where answers were looked for.
func (b *batch) from() []string {
	if b.opts.FilesFrom == "" {
		return b.opts.Paths
	}
	return append(slices.Clone(b.opts.Paths), "the files of "+b.opts.FilesFrom)
}

// readAll reads the files, several pieces at once, and takes what they give in the order
// of the files.
func (b *batch) readAll(ctx context.Context, files []input) error {
	progress := b.Writer.Progress("files", float64(len(files)))
	behind := 0.0
	err := ordered(ctx, b.opts.Jobs, pieces(b.Input, files), b.readAndScore, func(r reading) error {
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
	if r.header && b.headless == r.file { // was told for the rows above
		return nil
	}
	if r.header {
		b.headless = r.file
	}
	for _, it := range r.items {
		var err error
		switch {
		case it.failed != nil:
			err = b.fail(*it.failed)
		case it.joined != nil:
			err = b.takeJoined(it.joined, filepath.ToSlash(r.original))
		default:
			err = b.takeRecord(it, r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// takeRecord takes a record, unless it came before.
func (b *batch) takeRecord(it item, r reading) error {
	s, wrong, err := b.summaryOf(it.record)
	if err != nil {
		return err
	}
	if wrong != nil {
		return b.fail(failure{it.record.Response.Source, it.record.Response.SHA256, wrong})
	}
	original := filepath.ToSlash(r.original)
	if name := it.record.File; r.sum != nil {
		if original = s.copies.Original(name, *r.sum); original == name {
			original = ""
		}
	}
	counts, err := b.count(s, it.record, original)
	if err != nil || !counts {
		return err
	}
	b.responses++
	switch {
	case b.responses != manyResponses:
	case !b.atOnce():
		debug.SetGCPercent(garbageOfMany)
	case it.record.Response.Named():
		debug.SetGCPercent(garbageOfNames)
	}
	if err := s.quality.Add(it.record.Response); err != nil || !b.atOnce() {
		return err
	}
	return b.add(s, it.scored)
}
