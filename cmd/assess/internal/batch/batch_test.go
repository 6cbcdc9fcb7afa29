package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// lines are answers of n people, every seventh of them unreadable.
func answerLines(n int) string {
	var out strings.Builder
	for i := range n {
		value := fmt.Sprint(1 + i%5)
		if i%7 == 6 {
			value = "9"
		}
		fmt.Fprintf(&out, `{"format":"assess/answers/v1","questionnaire":"bank-digital",`+
			`"questionnaire_version":"2.0.0","organization":"Bank %d",`+
			`"date":"2026-11-20","answers":{"served-by-behaviour":%s}}`+"\n", i%3, value)
	}
	return out.String()
}

// run runs a batch over standard input, or the paths given, and returns what it printed.
func run(t *testing.T, ctx context.Context, input string, opts Options) (string, error) {
	t.Helper()
	return runWith(t, ctx, "", input, opts)
}

// runWith is run with a questionnaire that -q names.
func runWith(t *testing.T, ctx context.Context, questionnaire, input string, opts Options) (string, error) {
	t.Helper()
	said, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	var out bytes.Buffer
	console := output.Console{Out: &out, Err: said, Now: time.Now, Quiet: true}
	in := disk.Input{Stdin: strings.NewReader(input)}
	lib, err := library.Open(in, console, questionnaire)
	if err != nil {
		t.Fatal(err)
	}
	if opts.Detail == "" {
		opts.Detail = data.Overall
	}
	if opts.Paths == nil {
		opts.Paths = []string{"-"}
	}
	tools := Tools{Input: in, Writer: output.Writer{Console: console, Options: output.Options{Language: "en"}},
		Library: lib}
	err = Run(ctx, tools, opts)
	return out.String(), err
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A pipe answers each line in its place, and its lines are those that a batch of the same
// answers writes into its summary and its failures, from any number of workers.
func TestThePipeIsTheSameStages(t *testing.T) {
	t.Parallel()
	input := answerLines(500)
	want, err := run(t, context.Background(), input, Options{By: ByResponse, Jobs: 1, Strict: true})
	if !errors.Is(err, outcome.ErrFindings) {
		t.Fatal(err)
	}
	for i, line := range strings.SplitAfter(strings.TrimSuffix(want, "\n"), "\n") {
		format := "assess/result/v1"
		if i%7 == 6 {
			format = "assess/failure/v1"
		}
		if !strings.HasPrefix(line, `{"format":"`+format) {
			t.Fatalf("line %d is answered by %s", i+1, line)
		}
	}
	for _, jobs := range []int{1, 8} {
		if got, err := run(t, context.Background(), input, Options{By: ByResponse, Jobs: jobs}); got != want || err != nil {
			t.Errorf("%d workers give another pipe: %v", jobs, err)
		}
		dir := t.TempDir()
		if _, err := run(t, context.Background(), input,
			Options{By: ByResponse, Jobs: jobs, Output: dir}); !errors.Is(err, outcome.ErrFindings) {
			t.Fatal(err)
		}
		results := read(t, filepath.Join(dir, "summary.jsonl"))
		both := strings.SplitAfter(results+read(t, filepath.Join(dir, "failures.jsonl")), "\n")
		piped := strings.SplitAfter(want, "\n")
		slices.Sort(both)
		slices.Sort(piped)
		if !slices.Equal(both, piped) {
			t.Errorf("%d workers: the summary is not the pipe", jobs)
		}
	}
}

// However many work on it, what comes twice is found in the same place, and what counts is
// what is left: the numbers are those of the answers without the copies.
func TestCopiesInAnyOrderOfWork(t *testing.T) {
	t.Parallel()
	line := func(i, value int) string {
		return fmt.Sprintf(`{"format":"assess/answers/v1","questionnaire":"bank-digital",`+
			`"questionnaire_version":"2.0.0","organization":"Bank %d","date":"2026-11-20","respondent":{"name":"Person %d"},`+
			`"answers":{"served-by-behaviour":%d}}`+"\n", i%3, i, value)
	}
	var once, twice strings.Builder
	for i := range 300 {
		once.WriteString(line(i, 1+i%5))
		twice.WriteString(line(i, 1+i%5))
		if i%4 == 0 {
			twice.WriteString(line(i/2, 1+i/2%5)) // one that came before
		}
	}
	for _, by := range []Grouping{ByOrganization, ByResponse} {
		var rows, lines []string
		for _, c := range []struct {
			input string
			jobs  int
		}{{once.String(), 1}, {twice.String(), 1}, {twice.String(), 8}} {
			dir := t.TempDir()
			opts := Options{By: by, Jobs: c.jobs, Output: dir}
			if _, err := run(t, context.Background(), c.input, opts); err != nil {
				t.Fatal(err)
			}
			all := strings.Split(read(t, filepath.Join(dir, "summary.csv")), "\n")
			for i, row := range all { // the source of a first response is its place
				cells := strings.Split(row, ",")
				if len(cells) > 3 {
					cells[3] = ""
				}
				all[i] = strings.Join(cells, ",")
			}
			rows = append(rows, strings.Join(all, "\n"))
			lines = append(lines, read(t, filepath.Join(dir, "summary.jsonl")))
		}
		if rows[0] != rows[1] || lines[1] != lines[2] {
			t.Errorf("by %s: copies change a number, or workers what is told", by)
		}
		if by == ByOrganization && strings.Count(lines[1], "says the same as R") != 75 {
			t.Error(strings.Count(lines[1], "says the same as R"), "copies are told")
		}
	}
}

// What is cancelled says so, and leaves nothing half-written.
func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := filepath.Join(t.TempDir(), "out")
	for _, opts := range []Options{{By: ByResponse, Jobs: 2},
		{By: ByOrganization, Jobs: 2, Output: dir, Formats: []string{"md"}}} {
		if _, err := run(t, ctx, answerLines(50), opts); !errors.Is(err, outcome.ErrInterrupted) {
			t.Error(err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// However long each takes, what is worked on is handed over in order, and an error stops
// it.
func TestOrdered(t *testing.T) {
	t.Parallel()
	var jobs []int
	for i := range 200 {
		jobs = append(jobs, i)
	}
	var got []int
	square := func(i int) int {
		if i%3 == 0 {
			time.Sleep(time.Millisecond)
		}
		return i * i
	}
	err := ordered(context.Background(), 7, slices.Values(jobs), square, func(n int) error {
		got = append(got, n)
		return nil
	})
	if err != nil || len(got) != len(jobs) || !slices.IsSorted(got) {
		t.Error(err, got)
	}
	full := errors.New("disk full")
	n := 0
	err = ordered(context.Background(), 3, slices.Values(jobs), square, func(int) error {
		if n++; n == 5 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 5 {
		t.Error(n, err)
	}
}

// Two batches never write into one folder at once; the lock of one that ended is gone.
func TestOneBatchPerFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lock, err := disk.TakeLock(filepath.Join(dir, "assess-batch"), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	line := `{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",` +
		`"organization":"Bank","date":"2026-11-20","answers":{}}` + "\n"
	opts := Options{By: ByOrganization, Jobs: 1, Output: dir}
	if _, err := run(t, context.Background(), line, opts); err == nil ||
		!strings.Contains(err.Error(), "another batch writes into "+dir) {
		t.Errorf("%v", err)
	}
	lock.Release()
	for range 2 {
		if _, err := run(t, context.Background(), line, opts); err != nil {
			t.Fatal(err)
		}
	}
}

// A row of a table that is wrong fails alone, in a short file and in one that is read row by
// row; what is wrong with the header is told once.
func TestRowsOfTablesFailAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	head := "questionnaire,questionnaire_version,organization,respondent,role,date,served-by-behaviour\n"
	table := func(rows int) string {
		var b strings.Builder
		b.WriteString(head)
		for i := range rows {
			value := 1 + i%5
			if i == rows/2 {
				value = 9
			}
			fmt.Fprintf(&b, "bank-digital,2.0.0,Bank,Person %d,%s,2026-11-20,%d\n", i, strings.Repeat("role ", 9), value)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"long.csv": table(20_000), "short.csv": table(10), "headless.csv": strings.Replace(table(20_000), "date", "day", 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "out")
	for _, name := range []string{"long.csv", "short.csv", "headless.csv"} {
		opts := Options{By: ByResponse, Jobs: 4, Output: out, Paths: []string{filepath.Join(dir, name)}}
		if _, err := run(t, context.Background(), "", opts); !errors.Is(err, outcome.ErrFindings) {
			t.Fatalf("%s: %v", name, err)
		}
		failures := strings.Split(strings.TrimSpace(read(t, filepath.Join(out, "failures.jsonl"))), "\n")
		lines, _ := os.ReadFile(filepath.Join(out, "summary.jsonl")) // of nothing there is none
		results := bytes.Count(lines, []byte("\n"))
		want := map[string]struct {
			results int
			place   string
		}{"long.csv": {19_999, "long.csv:10002\""}, "short.csv": {9, "short.csv:7\""}, "headless.csv": {0, "headless.csv\""}}[name]
		if len(failures) != 1 || !strings.Contains(failures[0], want.place) || results != want.results {
			t.Errorf("%s: %d results, %d failures: %.300s", name, results, len(failures), failures[0])
		}
	}
}

// Reports that are written at once are those that one worker writes.
func TestReportsAtOnce(t *testing.T) {
	t.Parallel()
	var dirs []string
	for _, jobs := range []int{1, 8} {
		dir := t.TempDir()
		opts := Options{By: ByResponse, Jobs: jobs, Output: dir, Formats: []string{"md", "json"}}
		if _, err := run(t, context.Background(), answerLines(60), opts); !errors.Is(err, outcome.ErrFindings) {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	names, _ := filepath.Glob(filepath.Join(dirs[0], "*"))
	if len(names) < 3*52 {
		t.Fatal(len(names), "files")
	}
	for _, name := range names {
		if read(t, name) != read(t, filepath.Join(dirs[1], filepath.Base(name))) {
			t.Errorf("%s differs", filepath.Base(name))
		}
	}
}
