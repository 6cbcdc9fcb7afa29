package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
	"bankmaturity/report/data"
)

// write scores what is still to be scored and writes what the batch is for: a folder, or
// one per questionnaire and version where there are several.
func (b *batch) write(ctx context.Context) error {
	for _, s := range b.summaries {
		s.groups.byKey, s.peers.byKey = nil, nil
		for _, g := range s.groups.groups {
			if err := b.failCrowded(g); err != nil {
				return err
			}
		}
		s.groups.groups = slices.DeleteFunc(s.groups.groups, (*group).crowded)
	}
	if err := b.Writer.Finish(b.failures.lines, filepath.Join(b.opts.Output, "failures.jsonl")); err != nil {
		return err
	}
	switch len(b.summaries) {
	case 0: // the summaries of nothing replace those of another run
		q := b.Library.Given()
		if q == nil {
			return b.clear()
		}
		if _, err := b.summary(q, q.Version, ""); err != nil {
			return err
		}
	case 1:
	default:
		if err := b.clear(); err != nil {
			return err
		}
	}
	names := b.summaryNames()
	for i, s := range b.summaries {
		folder, benchmark := b.places(names[i])
		if err := b.writeSummary(ctx, s, folder); err != nil {
			return err
		}
		if err := b.writeQuality(s, folder); err != nil {
			return err
		}
		if err := b.writePortfolio(s, folder); err != nil {
			return err
		}
		if err := b.writeBenchmark(s, benchmark); err != nil {
			return err
		}
	}
	return nil
}

// places are the folder for what a version of a questionnaire gives, and the file for its
// benchmark, by its name.
func (b *batch) places(name string) (folder, benchmark string) {
	folder, benchmark = b.opts.Output, b.opts.BenchmarkOut
	if len(b.summaries) == 1 {
		return folder, benchmark
	}
	if benchmark != "" {
		ext := filepath.Ext(benchmark)
		benchmark = benchmark[:len(benchmark)-len(ext)] + "." + name + ext
	}
	return filepath.Join(folder, name), benchmark
}

// crowded reports whether a group has more responses than one assessment takes.
func (g *group) crowded() bool { return g.Count() > assess.MostResponses }

func (b *batch) failCrowded(g *group) error {
	if !g.crowded() {
		return nil
	}
	return b.fail(failure{g.source, "", []diag.Diagnostic{{
		File: g.source, Severity: diag.Error,
		Message: fmt.Sprintf("%s has %d responses; an assessment takes at most %d",
			g.Organization(), g.Count(), assess.MostResponses),
		Hint: "--by response scores each by itself",
	}}})
}

// clear removes the summaries of another run from the folder above those of several
// questionnaires.
func (b *batch) clear() error {
	for _, name := range []string{
		"summary.csv", "summary.jsonl", "answers.csv", "quality.json", "quality.md", "portfolio.html",
	} {
		if err := b.remove(filepath.Join(b.opts.Output, name)); err != nil {
			return err
		}
	}
	return nil
}

// remove removes a file of another run, if there is one.
func (b *batch) remove(name string) error {
	if err := b.Writer.MayReplace(name); err != nil {
		return err
	}
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}

// writeSummary scores the groups of a questionnaire and puts its summaries, and a report
// per result, into a folder.
func (b *batch) writeSummary(ctx context.Context, s *summary, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	progress := b.Writer.Progress("results", float64(len(s.groups.groups)))
	n := 0
	reports := newPress(b.opts.Jobs, b.opts.Formats)
	err := ordered(ctx, b.opts.Jobs, slices.Values(s.groups.groups), b.scoreGroup, func(done scored) error {
		n++
		progress(float64(n))
		if err := b.add(s, done); err != nil {
			return err
		}
		return b.reports(reports, done.res, folder)
	})
	if failed := reports.wait(); err == nil {
		err = failed
	}
	if ctx.Err() != nil {
		return b.interrupted(n, len(s.groups.groups), "results")
	}
	if err != nil {
		return err
	}
	if err := b.Writer.Finish(s.rows, filepath.Join(folder, "summary.csv")); err != nil {
		return err
	}
	if err := b.writeAnswers(s, filepath.Join(folder, "answers.csv")); err != nil {
		return err
	}
	return b.Writer.Finish(s.lines, filepath.Join(folder, "summary.jsonl"))
}

// writeAnswers puts the table of questions in its place. Where not every result has its
// questions there is none, and that of another run goes.
func (b *batch) writeAnswers(s *summary, name string) error {
	if s.answers != nil && s.bare == 0 {
		return b.Writer.Finish(s.answers, name)
	}
	if s.answers != nil {
		b.Writer.Say("warning: %d of the results hold no questions: there is no answers.csv and no quality.json",
			s.bare)
		s.answers.Discard()
	}
	return b.remove(name)
}

// writeQuality writes what the responses tell of the questionnaire itself. Results without
// questions tell nothing of it.
func (b *batch) writeQuality(s *summary, folder string) error {
	if s.bare > 0 {
		return errors.Join(b.remove(filepath.Join(folder, "quality.json")),
			b.remove(filepath.Join(folder, "quality.md")))
	}
	figures := s.quality.Qualities()
	page, err := report.QualityMarkdown(s.questionnaire, figures, report.Options{Language: b.Writer.Language})
	if err != nil {
		return err
	}
	if err := b.Writer.Put(filepath.Join(folder, "quality.json"), data.QualityJSON(figures)); err != nil {
		return err
	}
	return b.Writer.Put(filepath.Join(folder, "quality.md"), page)
}

// writeBenchmark writes the scores of organizations without their names into a file, "" for
// none. There is none of fewer than assess.FewestPeers; that of another run goes.
func (b *batch) writeBenchmark(s *summary, name string) error {
	if name == "" {
		return nil
	}
	for _, g := range s.peers.groups {
		if g.Count() <= assess.MostResponses {
			s.results = append(s.results, assess.Score(g.whole()))
		}
	}
	benchmark, err := assess.NewBenchmark(s.questionnaire, s.results)
	if err != nil {
		return err
	}
	if len(benchmark.Scores) == 0 {
		b.Writer.Say("warning: no benchmark is written to %s: "+
			"it takes %d organizations with enough answers, these are %d", name, assess.FewestPeers,
			benchmark.Organizations)
		return b.remove(name)
	}
	peers, err := codec.WriteBenchmark(benchmark)
	if err != nil {
		return err
	}
	return b.Writer.Put(name, peers)
}
