package batch

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/questionnaires"
	"bankmaturity/report/data"
)

// A record of an organization that is written in several ways, in a file of its own.
type shardRecord struct{ file, key string }

// answersAtRandom writes a file per record into a folder: every kind of answer, votes, some that
// can't be read.
func answersAtRandom(t *testing.T, r *rand.Rand, dir string, n int, period assess.Period) []shardRecord {
	t.Helper()
	text, _ := questionnaires.Open("bank-digital")
	q, found := codec.ReadQuestionnaire("bank-digital.yaml", text)
	if q == nil {
		t.Fatal(found)
	}
	var out []shardRecord
	for i := range n {
		organization := []string{"Bank %d", "BANK  %d", "=Bank\t\"%d\","}[r.IntN(3)]
		organization = fmt.Sprintf(organization, r.IntN(n/6))
		date := fmt.Sprintf("20%d-%02d-11", 25+r.IntN(2), 1+r.IntN(12))
		var answers []string
		for _, qu := range q.Questions() {
			value := func() int { return 1 + r.IntN(5) }
			said := fmt.Sprint(value())
			switch r.IntN(30) {
			case 0:
				said = `"unknown"`
			case 1:
				said = `{"not_applicable":"no"}`
			case 2:
				said = fmt.Sprintf(`{"votes":{"A":%d,"B":%d,"C":"na"}}`, value(), value())
			case 3:
				said = fmt.Sprintf(`{"unknown":true,"votes":{"A":%d}}`, value())
			case 4:
				said = fmt.Sprintf(`{"value":%d,"evidence":["x"]}`, value())
			}
			if i%40 == 7 {
				said = "9"
			}
			answers = append(answers, fmt.Sprintf("%q:%s", qu.ID, said))
		}
		text := fmt.Sprintf(`{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",`+
			`"organization":%q,"date":%q,"answers":{%s}}`+"\n", organization, date, strings.Join(answers, ","))
		file := filepath.Join(dir, fmt.Sprintf("%03d.jsonl", i))
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		key := assess.GroupKey("bank-digital", "2.0.0", organization, period.Of(date))
		out = append(out, shardRecord{file, key})
	}
	return out
}

func sortedLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	slices.Sort(lines)
	return lines
}

// However the answers are spread over machines by key, what is joined has the bytes of one
// machine's: of files of lines in another order.
func TestShardsJoinToOneMachinesBytes(t *testing.T) {
	t.Parallel()
	for i, c := range []struct {
		by     Grouping
		period assess.Period
		detail data.Detail
	}{
		{ByOrganization, "", data.Questions}, {ByPeriod, assess.Quarter, data.Full},
		{ByResponse, "", data.Sections}, {ByOrganization, "", data.Sections},
	} {
		dir := t.TempDir()
		r := rand.New(rand.NewPCG(uint64(i), 25))
		records := answersAtRandom(t, r, filepath.Join(dir), 160, c.period)
		opts := Options{By: c.by, Period: c.period, Detail: c.detail, Jobs: 2}
		if c.by != ByResponse {
			opts.BenchmarkOut = filepath.Join(dir, "peers.json")
		}
		one := opts
		one.Output, one.Paths = filepath.Join(dir, "one"), nil
		shards := make([]Options, 1+r.IntN(7))
		places := rand.New(rand.NewPCG(uint64(i), 26))
		machine := map[string]int{}
		for _, rec := range records {
			at, known := machine[rec.key]
			if !known {
				at = places.IntN(len(shards))
				machine[rec.key] = at
			}
			shards[at].Paths = append(shards[at].Paths, rec.file)
			one.Paths = append(one.Paths, rec.file)
		}
		if _, err := run(t, context.Background(), "", one); !errors.Is(err, outcome.ErrFindings) {
			t.Fatal(err)
		}
		reduce := opts
		reduce.Results, reduce.Output = true, filepath.Join(dir, "joined")
		if reduce.BenchmarkOut != "" {
			reduce.BenchmarkOut = filepath.Join(dir, "joined.json")
		}
		for n, s := range shards {
			if len(s.Paths) == 0 {
				continue
			}
			s.By, s.Period, s.Detail, s.Jobs = c.by, c.period, c.detail, 2
			s.Output = filepath.Join(dir, fmt.Sprint("shard-", n))
			if _, err := run(t, context.Background(), "", s); err != nil && !errors.Is(err, outcome.ErrFindings) {
				t.Fatal(err)
			}
			reduce.Paths = append(reduce.Paths, s.Output)
		}
		if _, err := run(t, context.Background(), "", reduce); !errors.Is(err, outcome.ErrFindings) {
			t.Fatal(err)
		}
		compareOutputs(t, fmt.Sprint(c.by, " ", c.detail), one, reduce)
	}
}

// compareOutputs compares what two batches wrote. Where lines hold no questions there is neither
// quality nor a table of questions.
func compareOutputs(t *testing.T, name string, one, joined Options) {
	t.Helper()
	for _, file := range []string{"summary.csv", "summary.jsonl", "failures.jsonl", "answers.csv", "quality.json", "portfolio.html"} {
		want, err := os.ReadFile(filepath.Join(one.Output, file))
		got, err2 := os.ReadFile(filepath.Join(joined.Output, file))
		if one.Detail == data.Sections && file == "quality.json" {
			err = os.ErrNotExist
		}
		if (err == nil) != (err2 == nil) {
			t.Errorf("%s: %s: %v, %v", name, file, err, err2)
			continue
		}
		if one.Detail == data.Sections && file == "portfolio.html" {
			want, got = withoutQuality(want), withoutQuality(got)
		}
		lines, others := sortedLines(string(want)), sortedLines(string(got))
		if err == nil && !slices.Equal(lines, others) {
			for i := range lines {
				if i >= len(others) || lines[i] != others[i] {
					t.Errorf("%s: %s: %.400s\nnot\n%.400s", name, file, others[min(i, len(others)-1)], lines[i])
					break
				}
			}
		}
	}
	if one.BenchmarkOut != "" && read(t, one.BenchmarkOut) != read(t, joined.BenchmarkOut) {
		t.Errorf("%s: the benchmarks differ", name)
	}
}

// withoutQuality takes the chapter about the questions out of a portfolio, and its seal.
func withoutQuality(page []byte) []byte {
	return regexp.MustCompile(`(?s)<section aria-labelledby="quality">.*?</section>\n|<li><a href="#quality.*?</li>\n|<!-- .*`).
		ReplaceAll(page, nil)
}

// An organization of which two shards have a result was spread over them: neither counts, and
// both are named.
func TestAnOrganizationOfTwoShards(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	line := func(organization string, value int) string {
		return fmt.Sprintf(`{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",`+
			`"organization":%q,"date":"2026-11-20","answers":{"served-by-behaviour":%d}}`+"\n", organization, value)
	}
	var shards []string
	for i, input := range []string{line("Bank", 1) + line("Other", 2), line(" bank", 4)} {
		shard := filepath.Join(dir, fmt.Sprint("shard-", i))
		if _, err := run(t, context.Background(), input, Options{By: ByOrganization, Jobs: 1, Output: shard}); err != nil {
			t.Fatal(err)
		}
		shards = append(shards, shard)
	}
	out := filepath.Join(dir, "out")
	opts := Options{By: ByOrganization, Jobs: 1, Output: out, Results: true, Paths: shards}
	if _, err := run(t, context.Background(), "", opts); !errors.Is(err, outcome.ErrFindings) {
		t.Fatal(err)
	}
	failures := read(t, filepath.Join(out, "failures.jsonl"))
	rows := read(t, filepath.Join(out, "summary.csv"))
	if strings.Count(rows, "\n") != 2 || !strings.Contains(rows, "\nOther,") || strings.Count(failures, "\n") != 2 ||
		!strings.Contains(failures, "Bank stands in "+filepath.ToSlash(shards[1])+"/summary.jsonl:1 too") {
		t.Errorf("%s\n%s", rows, failures)
	}
	opts.By = ByResponse // where each is a response it may
	if _, err := run(t, context.Background(), "", opts); err != nil {
		t.Error(err)
	}
}
