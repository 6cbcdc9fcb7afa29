package main

import (
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/batch"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
)

type batchOptions struct {
	batch.Options
	questionnaire string
	by            string
	period        string
	detail        string
}

func newBatchCmd(a *app, run func(context.Context, app, batchOptions) error) *cobra.Command {
	var opts batchOptions
	cmd := &cobra.Command{
		Use:   "batch PATH…|-",
		Short: "Score many answer files",
		Long: `Score every answer file under the paths (folders are read recursively, - is JSON
Lines on standard input) and write summary.csv, summary.jsonl, failures.jsonl,
quality.json and portfolio.html, a page over all organizations, into the folder -o,
with a report per organization in each --format; several questionnaires, and several
versions of one, get a folder each. What comes twice is counted once. A bad file, or
a bad line of JSON Lines, is named and explained, and never stops the others.

assess batch - --by response, without -o, is a stage of a pipe: a line in, a line
out, in the same order, a line that can't be scored answered in its place, an empty
one by an empty one; the exit code is then 0, with --strict 1. With --keys each
record comes out as it is, behind a tab and the key of what it is scored together
with: what engines spread over machines by. --results joins what several machines
gave (their summary.jsonl and failures.jsonl), with the --by by which they scored,
into what one would have written.`,
		Example: `  assess batch answers/ -o out
  assess batch answers/ -o out --by period --period quarter
  assess batch answers/ -o out --by response --detail questions --format md
  assess batch - --by response < answers.jsonl > results.jsonl
  assess batch --results shard-1/ shard-2/ -o out --benchmark-out peers.json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Paths = args
			if !cmd.Flags().Changed("jobs") {
				opts.Jobs = min(2*runtime.NumCPU(), mostJobs)
			}
			ctx, stop := interruptible()
			defer stop()
			a.stop = ctx.Done()
			return run(ctx, *a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.Output, "output", "o", "", "folder to write into")
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", questionnaireOfAnswers)
	flags.StringVar(&opts.by, "by", string(batch.ByOrganization),
		"what is scored together: organization, response or period (an organization's in a period)")
	flags.StringVar(&opts.period, "period", string(assess.Year), "of --by period: year, quarter or month")
	flags.StringVar(&opts.detail, "detail", string(data.Sections),
		"what summary.jsonl holds: overall, sections, questions or full")
	flags.StringArrayVar(&opts.Formats, "format", nil,
		"report per organization: md, html, pdf, json, csv or xlsx; may be repeated")
	flags.StringVar(&opts.FilesFrom, "files-from", "", "file with a path per line; - is standard input")
	flags.IntVar(&opts.Jobs, "jobs", 0, "files read and scored at once (default: twice the processors)")
	flags.BoolVar(&opts.Results, "results", false,
		"read the results and failures of other batches (folders, or JSON Lines) and join them")
	flags.StringVar(&opts.Benchmark, "benchmark", "",
		"scores of peers, as --benchmark-out writes them: where each result stands among them")
	flags.StringVar(&opts.BenchmarkOut, "benchmark-out", "",
		"write the scores of organizations, at least 5, without names, for assess score --benchmark")
	flags.BoolVar(&opts.Resume, "resume", false, "after an interruption: keep the reports that were written")
	flags.BoolVar(&opts.Keys, "keys", false,
		"of a pipe: each record behind the key of what it is scored together with")
	flags.BoolVar(&opts.Strict, "strict", false, "of a pipe: end with 1 where a line can't be scored")
	return cmd
}

func runBatch(ctx context.Context, a app, opts batchOptions) error {
	if err := opts.check(); err != nil {
		return err
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	if slices.Contains(opts.Formats, "pdf") {
		if err := a.writer().Printer.Ready(); err != nil {
			return err
		}
	}
	opts.By, opts.Detail = batch.Grouping(opts.by), data.Detail(opts.detail)
	if opts.By == batch.ByPeriod {
		opts.Period = assess.Period(opts.period)
	}
	return batch.Run(ctx, batch.Tools{Input: a.input(), Writer: a.writer(), Library: lib}, opts.Options)
}

func (o batchOptions) check() error {
	stdin := slices.Contains(o.Paths, "-")
	switch {
	case !slices.Contains(batch.Groupings(), batch.Grouping(o.by)):
		return outcome.Usagef("--by %s: accepted are %s", o.by, strings.Join(plain(batch.Groupings()), ", "))
	case !slices.Contains(assess.Periods(), assess.Period(o.period)):
		return outcome.Usagef("--period %s: accepted are %s", o.period, strings.Join(plain(assess.Periods()), ", "))
	case o.period != string(assess.Year) && o.by != string(batch.ByPeriod):
		return outcome.Usagef("--period %s goes with --by period", o.period)
	case !slices.Contains(data.Details(), data.Detail(o.detail)):
		return outcome.Usagef("--detail %s: accepted are overall, sections, questions, full", o.detail)
	case o.Jobs < 1 || o.Jobs > mostJobs:
		return outcome.Usagef("--jobs %d: from 1 to %d", o.Jobs, mostJobs)
	case stdin && o.FilesFrom == "-":
		return outcome.Usagef("standard input can't be both the answers and the list of their files")
	case len(o.Paths) == 0 && o.FilesFrom == "":
		return outcome.Usagef("which answers? name files or folders, - or --files-from")
	}
	for _, f := range o.Formats {
		if formats := output.Formats(); !slices.Contains(formats, f) {
			return outcome.Usagef("--format %s: the formats are %s", f, strings.Join(formats, ", "))
		}
	}
	beside := filepath.Clean(filepath.Dir(o.BenchmarkOut)) == filepath.Clean(o.Output)
	if base := filepath.Base(o.BenchmarkOut); beside &&
		output.OfBatch(strings.TrimSuffix(base, filepath.Ext(base))) {
		return outcome.Usagef("--benchmark-out %s: the batch writes a file of its own there", o.BenchmarkOut)
	}
	switch o.Output {
	case "":
		return o.checkPipe()
	case "-":
		return outcome.Usagef("-o names the folder to write into; " +
			"batch - --by response writes to standard output without it")
	}
	if o.Keys {
		return outcome.Usagef("--keys writes to standard output, and into no folder")
	}
	if o.Results {
		return o.checkResults()
	}
	return nil
}

// checkResults is about a batch that joins those of others.
func (o batchOptions) checkResults() error {
	switch {
	case len(o.Formats) > 0 || o.Resume:
		return outcome.Usagef("--format and --resume need answers: --results reads what they gave")
	case o.BenchmarkOut != "" && o.by == string(batch.ByResponse):
		return outcome.Usagef("--benchmark-out counts organizations: " +
			"results of single responses can't be joined for it")
	}
	return nil
}

// checkPipe is about a batch without a folder to write into.
func (o batchOptions) checkPipe() error {
	stdin := slices.Equal(o.Paths, []string{"-"}) && o.FilesFrom == ""
	switch {
	case o.Keys && !stdin:
		return outcome.Usagef("--keys reads standard input alone: assess batch - --keys")
	case !o.Keys && (o.by != string(batch.ByResponse) || !stdin):
		return outcome.Usagef("-o names the folder to write into; only batch - --by response does without")
	}
	if len(o.Formats) > 0 || o.Resume || o.BenchmarkOut != "" || o.Results {
		return outcome.Usagef("--format, --resume, --benchmark-out and --results need a folder to write into: -o")
	}
	return nil
}

// mostJobs is how many files may be read at once.
const mostJobs = 256
