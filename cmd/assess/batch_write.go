package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
	"bankmaturity/report/data"
)

// write writes what the batch is for: a folder, or one per questionnaire where there
// are several.
func (b *batch) write(ctx context.Context) error {
	for _, sh := range b.order {
		sh.groups = slices.DeleteFunc(sh.groups, b.crowded)
	}
	var failures bytes.Buffer
	for _, f := range b.failures {
		failures.Write(f.line())
	}
	if err := b.app.put(filepath.Join(b.opts.output, "failures.jsonl"), failures.Bytes()); err != nil {
		return err
	}
	switch len(b.order) {
	case 0: // the summaries of nothing replace those of another run
		q := b.models.given
		if q == nil {
			q = &assess.Questionnaire{}
		}
		if _, err := b.sheet(q); err != nil {
			return err
		}
	case 1:
	default:
		if err := b.clear(); err != nil {
			return err
		}
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

// crowded reports whether a group has more responses than one assessment takes, which
// is a failure.
func (b *batch) crowded(g *group) bool {
	if g.count <= maxResponses {
		return false
	}
	message := fmt.Sprintf("%s has %d responses; an assessment takes at most %d", g.organization, g.count, maxResponses)
	b.failures = append(b.failures, failure{g.source, []diag.Diagnostic{{File: g.source, Severity: diag.Error, Message: message, Hint: "--by response scores each by itself"}}})
	return true
}

// batchFiles are the names that a batch gives to its own files in a folder, without
// their extensions.
var batchFiles = []string{"summary", "failures", "quality"}

// clear removes the summaries of another run from the folder above those of several
// questionnaires.
func (b *batch) clear() error {
	for _, name := range []string{"summary.csv", "summary.jsonl", "quality.json", "quality.md"} {
		name = filepath.Join(b.opts.output, name)
		if err := b.app.replaceable(name); err != nil {
			return err
		}
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
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
	told string // a warning
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
	page, err := report.QualityMarkdown(q, figures, report.Options{Language: b.app.language()})
	if err != nil {
		return err
	}
	if err := b.app.put(filepath.Join(folder, "quality.json"), data.QualityJSON(figures)); err != nil {
		return err
	}
	if err := b.app.put(filepath.Join(folder, "quality.md"), page); err != nil {
		return err
	}
	if benchmark == "" || q.ID == "" {
		return nil
	}
	peers, err := codec.WriteBenchmark(assess.NewBenchmark(q, sh.results))
	if err != nil {
		return err
	}
	return b.app.put(benchmark, peers)
}

// score scores a group and renders its line and row.
func (b *batch) score(g *group) scored {
	responses := g.all()
	res := assess.Score(g.questionnaire, responses)
	detail := data.Detail(b.opts.detail)
	if len(b.opts.formats) > 0 {
		explain(res, data.Full, assess.Chances{})
	} else {
		explain(res, detail, assess.Chances{})
	}
	line := data.JSONLine(res, b.app.lineOptions(detail, b.opts.by))
	return scored{res: res, line: line, row: data.SummaryRow(res), told: farApartWarning(responses)}
}

// lineOptions are those of a result on one line.
func (a *app) lineOptions(detail data.Detail, by string) data.Options {
	return data.Options{Language: a.lang, Names: a.names, Version: version, Detail: detail, Responses: by == "response"}
}

// farApartWarning is "" where the responses are of about the same time.
func farApartWarning(responses []*assess.Response) string {
	first, last := responses[0].Date, responses[0].Date
	for _, r := range responses {
		first, last = min(first, r.Date), max(last, r.Date)
	}
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	if err == nil && err2 == nil && to.Sub(from) > farApart*24*time.Hour {
		return fmt.Sprintf("warning: the responses of %s are from %s to %s: more than %d days apart", printable(responses[0].Organization), first, last, farApart)
	}
	return ""
}

// printable keeps what somebody typed from moving a cursor or making a line of its own.
func printable(s string) string {
	quoted := strconv.QuoteToGraphic(s)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}

// reports writes the reports of a result, named after the organization.
func (b *batch) reports(res *assess.Result, folder string) error {
	if len(b.opts.formats) == 0 {
		return nil
	}
	name := ""
	ofs := make([]string, len(b.opts.formats))
	for i, format := range b.opts.formats {
		ofs[i] = b.of(res, format)
		name = cmp.Or(name, b.journal.kept[ofs[i]].Name)
		b.journal.used[ofs[i]] = true
	}
	if name == "" {
		var err error
		if name, err = b.free(folder, fileName(res.Organization)); err != nil {
			return err
		}
	}
	for i, format := range b.opts.formats {
		o := output{name: filepath.Join(b.opts.output, name+"."+format), format: format}
		of := ofs[i]
		if b.journal.kept[of].Name == name && exists(o.name) && b.app.replaceable(o.name) == nil {
			continue
		}
		if err := errors.Join(b.app.writeOne(res, o), b.journal.add(entry{of, name, format})); err != nil {
			return err
		}
	}
	return nil
}
