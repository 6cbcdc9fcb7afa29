package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
)

type batchOptions struct {
	paths         []string
	output        string
	questionnaire string
	by            string
	detail        string
	formats       []string
	filesFrom     string
	jobs          int
	benchmarkOut  string
	resume        bool
}

func newBatchCmd(a *app) *cobra.Command {
	opts := batchOptions{}
	cmd := &cobra.Command{
		Use:   "batch PATH…|-",
		Short: "Score many answer files",
		Long: `Score every answer file under the paths (folders are read recursively, - is JSON
Lines on standard input) and write summary.csv, summary.jsonl, failures.jsonl and
quality.json into the folder -o, with a report per organization in each --format;
several questionnaires get a folder each. A bad file, or a bad line of JSON
Lines, is named and explained, and never stops the others.

assess batch - --by response, without -o, is a stage of a pipe: a line in, a line
out, in the same order, a line that can't be scored answered in its place.`,
		Example: `  assess batch answers/ -o out
  assess batch answers/ -o out --by response --detail questions --format md
  assess batch - --by response < answers.jsonl > results.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.paths = args
			if !cmd.Flags().Changed("jobs") {
				opts.jobs = 2 * runtime.NumCPU()
			}
			ctx, stop := interruptible()
			defer stop()
			return world(runBatch(ctx, a, opts))
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.output, "output", "o", "", "folder to write into")
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file (else the answers say)")
	flags.StringVar(&opts.by, "by", "organization", "what is scored together: organization or response")
	flags.StringVar(&opts.detail, "detail", string(data.Sections), "what summary.jsonl holds: overall, sections, questions or full")
	flags.StringArrayVar(&opts.formats, "format", nil, "report per organization: md, html, json, csv or xlsx; may be repeated")
	flags.StringVar(&opts.filesFrom, "files-from", "", "file with a path per line; - is standard input")
	flags.IntVar(&opts.jobs, "jobs", 0, "files read and scored at once (default: twice the processors)")
	flags.StringVar(&opts.benchmarkOut, "benchmark-out", "", "write the scores, without names, for assess score --benchmark")
	flags.BoolVar(&opts.resume, "resume", false, "after an interruption: keep the reports that were written")
	return cmd
}

func (o *batchOptions) check() error {
	switch {
	case !slices.Contains([]string{"organization", "response"}, o.by):
		return usagef("--by %s: accepted are organization, response", o.by)
	case !slices.Contains(data.Details(), data.Detail(o.detail)):
		return usagef("--detail %s: accepted are overall, sections, questions, full", o.detail)
	case o.jobs < 1:
		return usagef("--jobs %d: at least 1", o.jobs)
	case slices.Contains(o.paths, "-") && o.filesFrom == "-":
		return usagef("standard input can't be both the answers and the list of their files")
	case len(o.paths) == 0 && o.filesFrom == "":
		return usagef("which answers? name files or folders, - or --files-from")
	}
	for _, f := range o.formats {
		if !slices.Contains(formats(), f) {
			return usagef("--format %s: the formats are %s", f, strings.Join(formats(), ", "))
		}
	}
	if o.output == "" && !(o.by == "response" && slices.Equal(o.paths, []string{"-"}) && o.filesFrom == "") {
		return usagef("-o names the folder to write into; only batch - --by response does without")
	}
	if o.output == "" && (len(o.formats) > 0 || o.resume || o.benchmarkOut != "") {
		return usagef("--format, --resume and --benchmark-out need a folder to write into: -o")
	}
	return nil
}

// garbage is how much of it, in per cent of what is in use, may lie: little is in use
// at first. Once grouping holds on to manyResponses, much is.
const (
	garbage       = 400
	manyResponses = 100_000
	garbageOfMany = 50
)

func runBatch(ctx context.Context, a *app, opts batchOptions) error {
	if err := opts.check(); err != nil {
		return err
	}
	debug.SetGCPercent(garbage)
	m, err := newModels(a, opts.questionnaire)
	if err != nil {
		return err
	}
	if opts.output == "" {
		return stream(ctx, a, m, opts)
	}
	files, passed, err := a.collect(opts)
	if err != nil {
		return err
	}
	b := &batch{app: a, models: m, opts: opts, passed: passed, sheets: map[string]*sheet{}, names: map[string]bool{}}
	if err := os.MkdirAll(opts.output, 0o755); err != nil {
		return err
	}
	defer b.discard()
	if err := b.openJournal(); err != nil {
		return err
	}
	done := false
	defer func() { b.closeJournal(done) }()
	if err := b.read(ctx, files); err != nil {
		return err
	}
	if err := b.write(ctx); err != nil {
		return err
	}
	done = true
	if len(files) == 0 {
		a.say("warning: there is no file of answers in %s", strings.Join(opts.paths, ", "))
	}
	a.say("%d files, %d passed over, %d failed; %d responses, %d results in %s", len(files), b.passed, len(b.failures), b.responses, b.results, opts.output)
	if len(b.failures) > 0 {
		for _, f := range b.failures {
			if _, err := a.blame(f.diagnostics); err != nil {
				return err
			}
		}
		return errFindings
	}
	return nil
}

// collect lists the files to read, in the order of their paths. The folder that the
// batch writes into is passed over, and counted.
func (a *app) collect(opts batchOptions) (files []input, passed int, err error) {
	paths := slices.Clone(opts.paths)
	if opts.filesFrom != "" {
		more, err := a.listed(opts.filesFrom)
		if err != nil {
			return nil, 0, err
		}
		paths = append(paths, more...)
	}
	var roots []string
	for _, path := range paths {
		if matches, err := filepath.Glob(path); err == nil && len(matches) > 0 && !exists(path) {
			roots = append(roots, matches...)
		} else {
			roots = append(roots, path)
		}
	}
	seen := map[string]bool{}
	add := func(path string, found bool) {
		if len(roots) > 1 { // below one root nothing comes twice
			whole, err := filepath.Abs(path)
			if err != nil || path == "-" {
				whole = path
			}
			if seen[whole] {
				return
			}
			seen[whole] = true
		}
		files = append(files, input{path, found})
	}
	for _, root := range roots {
		n, err := walk(root, opts.output, add)
		if err != nil && len(roots) == 1 {
			return nil, 0, err
		}
		if err != nil { // one of many stops none of the others
			add(root, false)
		}
		passed += n
	}
	return files, passed, nil
}

// input is a file to read. One that was found in a folder, and not named, is passed
// over where it is not answers.
type input struct {
	path  string
	found bool
}

// walk adds a file, or what may be answers below a folder: files, and links to files.
// What can't be looked at is added too, so that it is told and does not vanish. It
// counts what it passes over: the folder written into, what is hidden, linked folders,
// and what is no file at all.
func walk(root, output string, add func(path string, found bool)) (passed int, err error) {
	if root == "-" {
		add(root, false)
		return 0, nil
	}
	info, err := os.Stat(root)
	if err != nil {
		return 0, err
	}
	if !info.IsDir() {
		add(root, false)
		return 0, nil
	}
	out, _ := os.Stat(output)
	err = filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			add(path, true)
			return nil
		case filepath.Clean(path) != filepath.Clean(root) && hidden(d.Name()):
			passed++
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir():
			if info, err := d.Info(); err == nil && out != nil && os.SameFile(info, out) {
				passed++
				return filepath.SkipDir
			}
			return nil
		case !known(path):
			return nil
		}
		if !d.Type().IsRegular() {
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				passed++
				return nil
			}
		}
		add(path, true)
		return nil
	})
	return passed, err
}

// hidden reports whether a name is that of a file or folder that programs keep for
// themselves: .git, the lock of a spreadsheet.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

var modelFormat = regexp.MustCompile(`(?m)^format:\s*["']?assess/questionnaire/`)

// isModel reports whether a file is a questionnaire that lies among the answers.
func isModel(path string, data []byte) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return (ext == ".yaml" || ext == ".yml") && modelFormat.Match(data[:min(len(data), 4096)])
}

// listed reads paths, one per line.
func (a *app) listed(name string) ([]string, error) {
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	var out []string
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for lines.Scan() {
		if line := strings.TrimRight(lines.Text(), "\r"); strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return out, lines.Err()
}

// interrupted tells what a cancelled batch leaves.
func (b *batch) interrupted(done, all int, what string) error {
	if !b.app.quiet && b.app.errTerminal() {
		fmt.Fprintln(b.app.err) // below the progress
	}
	b.app.say("interrupted: %d of %d %s done; the same command with --resume does the rest", done, all, what)
	return errInterrupted
}

var errCollision = errors.New("no free name")

// free finds a name in a folder that no other report of this batch has, also where
// the system does not tell capitals apart. The name is relative to the folder that the
// batch writes into.
func (b *batch) free(folder, name string) (string, error) {
	below, err := filepath.Rel(b.opts.output, folder)
	if err != nil {
		return "", err
	}
	for n := 1; n < 1_000_000; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s (%d)", name, n)
		}
		whole := filepath.Join(below, try)
		key := strings.ToLower(whole)
		if !b.names[key] && !slices.Contains(batchFiles, strings.ToLower(try)) {
			b.names[key] = true
			return whole, nil
		}
	}
	return "", errCollision
}

// explain computes what a detail holds.
func explain(res *assess.Result, detail data.Detail, chances assess.Chances) {
	switch detail {
	case data.Full:
		assess.Explain(res, nil, chances)
	case data.Questions:
		assess.Agree(res, chances)
	}
}
