package main

import (
	"context"
	"errors"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/batch"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/workshop"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
)

// parsed runs a verb whose work is replaced by keeping what it would run with.
func parsed[O any](
	t *testing.T, newCmd func(*app, func(app, O) error) *cobra.Command, args ...string,
) (got O, err error) {
	t.Helper()
	cmd := newCmd(&app{}, func(_ app, opts O) error {
		got = opts
		return nil
	})
	cmd.SetArgs(args)
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	return got, cmd.Execute()
}

// withContext makes a verb that can be interrupted like the others.
func withContext[O any](
	newCmd func(*app, func(context.Context, app, O) error) *cobra.Command,
) func(*app, func(app, O) error) *cobra.Command {
	return func(a *app, run func(app, O) error) *cobra.Command {
		return newCmd(a, func(_ context.Context, a app, opts O) error { return run(a, opts) })
	}
}

func expect[O any](t *testing.T, want O) func(O, error) {
	t.Helper()
	return func(got O, err error) {
		t.Helper()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v (%v), not %+v", got, err, want)
		}
	}
}

// What each verb makes of its flags, without running it.
func TestFlags(t *testing.T) {
	t.Parallel()
	expect(t, scoreOptions{
		reportOptions: reportOptions{questionnaire: "q.yaml", outputs: []string{"a.md", "b.json"}, format: "html"},
		answers:       []string{"x.yaml", "y.yaml"}, failUnder: "3", target: "4", benchmark: "p.json", trace: true,
		part: "board", template: "t.md", brand: "b.yaml",
	})(parsed(t, newScoreCmd, "x.yaml", "y.yaml", "-q", "q.yaml", "-o", "a.md", "-o", "b.json",
		"--format", "html", "--fail-under", "3", "--target", "4", "--benchmark", "p.json", "--trace",
		"--part", "board", "--template", "t.md", "--brand", "b.yaml"))
	expect(t, compareOptions{
		reportOptions: reportOptions{outputs: []string{"c.html"}}, before: "2025", after: "2026",
	})(parsed(t, newCompareCmd, "2025", "2026", "-o", "c.html"))
	expect(t, checkOptions{files: []string{"m.yaml"}, format: "json", all: true, content: true})(
		parsed(t, newCheckCmd, "m.yaml", "--format", "json", "--all", "--content"))
	expect(t, statusOptions{
		paths: []string{"in", "x.yaml"}, questionnaire: "m.yaml", expect: "Lin, IT", format: "json",
	})(parsed(t, newStatusCmd, "in", "x.yaml", "-q", "m.yaml", "--expect", "Lin, IT", "--format", "json"))
	expect(t, importOptions{
		export: "e.csv", questionnaire: "m.yaml", mapping: "map.yaml", organization: "Bank", output: "out",
	})(parsed(t, newImportCmd, "e.csv", "-q", "m.yaml", "--map", "map.yaml", "--organization", "Bank", "-o", "out"))
	expect(t, newOptions{kind: "answers", questionnaire: "bank-digital", output: "-"})(
		parsed(t, newNewCmd, "answers"))
	expect(t, showOptions{name: "m.yaml", format: "yaml"})(parsed(t, newShowCmd, "m.yaml"))
	expect(t, schemaOptions{name: "answers", questionnaire: "m.yaml"})(
		parsed(t, newSchemaCmd, "answers", "-q", "m.yaml"))
	expect(t, batchOptions{
		Options: batch.Options{Paths: []string{"in"}, Output: "out", Jobs: 2 * runtime.NumCPU()},
		by:      string(batch.ByOrganization), period: string(assess.Year), detail: string(data.Sections),
	})(parsed(t, withContext(newBatchCmd), "in", "-o", "out"))
	expect(t, runOptions{
		Options: workshop.Options{
			Answers: "a.yaml", Organization: "Bank", Sections: []string{"s"}, From: []string{"f.yaml"},
		},
		votes: "A, B", order: "contested", line: true,
	})(parsed(t, withContext(newRunCmd), "a.yaml", "--organization", "Bank", "--section", "s",
		"--from", "f.yaml", "--votes", "A, B", "--order", "contested", "--line"))
}

// Wrong use is found before anything is run.
func TestWrongUse(t *testing.T) {
	t.Parallel()
	for _, args := range []string{
		"score", "compare one", "compare one two three", "new nothing", "new template -q bank-digital", "show",
		"schema nothing", "scoer", "score x -o", "score x -o=", "list --lang de_DE", "batch in --jobs many",
		"check x --fromat json",
		"batch in -o out --by mood", "batch in -o out --jobs 0", "batch in", "batch - --files-from -", "batch",
		"batch in -o out --by organization --period month", "batch in -o out --by period --period week",
		"batch in --results", "batch in -o out --results --format md",
		"batch in -o out --results --by response --benchmark-out p.json", "batch - --results --by response",
		"batch in --keys", "batch - --keys -o out", "batch - --keys --resume",
		"batch in -o out --detail most", "batch in -o out --format docx", "batch - --by response --resume",
		"run --order wrong", "run -o x.docx", "run --votes A,A", "run --votes A,,B", "help nothing",
		"completion tcsh",
		"score x -o a.md -o a.md", "score x --format docx", "score x --fail-under much", "check x --format pdf",
		"show bank-digital --format docx", "score x --brand b.yaml", "score x --template t.txt",
		"score x --template t.html",
	} {
		w := world{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now,
			getenv: func(string) string { return "" }}
		root := newRootCmd(w)
		root.SetArgs(strings.Fields(args))
		var told strings.Builder
		cmd, err := root.ExecuteC()
		if code := outcome.Exit(err, cmd.CommandPath(), &told); code != outcome.ExitUsage {
			t.Errorf("assess %s: %d %s", args, code, &told)
		}
	}
}

// The command that goes on repeats what the person asked for, safe to paste.
func TestAgain(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("its shells quote otherwise")
	}
	opts := runOptions{
		Options: workshop.Options{
			Sections: []string{"s"}, From: []string{"it's.yaml"}, Review: true, Outputs: []string{"a b.md"},
		},
		votes: "A, B", order: "contested", line: true, questionnaire: "q.yaml",
	}
	want := `assess run bank.yaml -q q.yaml --section s --votes 'A, B' --from 'it'\''s.yaml'` +
		` --order contested --review --line -o 'a b.md'`
	if got := opts.again("bank.yaml", false); got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	want = `assess run bank.yaml -q q.yaml --section s --review --line -o 'a b.md'`
	if got := opts.again("bank.yaml", true); got != want { // the file knows the rest
		t.Errorf("%s\nnot\n%s", got, want)
	}
}

// A writer that refused something ends the command as the world's fault, also where
// nobody looked.
func TestLostOutputIsNoSuccess(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	w := world{
		in: os.Stdin, out: failing{full}, err: os.Stderr, now: time.Now, getenv: func(string) string { return "" },
	}
	if code := w.main([]string{"--version"}); code != outcome.ExitFailed {
		t.Errorf("exit code %d", code)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
