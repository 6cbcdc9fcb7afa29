package main

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

type scoreOptions struct {
	reportOptions
	answers   []string
	failUnder string
	target    string
	benchmark string
	trace     bool
	part      string
	depth     int
	template  string
	brand     string
}

func newScoreCmd(a *app, run func(app, scoreOptions) error) *cobra.Command {
	var opts scoreOptions
	cmd := &cobra.Command{
		Use:   "score ANSWERS…",
		Short: "Score answers and write the report",
		Long: `Score the responses of one organization and write the report: Markdown on
standard output, or to the files given with -o (.md, .html, .pdf, .json, .csv, .xlsx);
a PDF is the HTML report printed by Edge, Chrome or Chromium.`,
		Example: `  assess score answers.yaml
  assess score retail.yaml it.yaml risk.yaml -o report.md -o result.json
  assess score answers.yaml --format json --fail-under 3`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.answers = args
			return run(*a, opts)
		},
	}
	flags := cmd.Flags()
	opts.addTo(flags)
	flags.StringVar(&opts.target, "target", "", "level that the plan leads to (default: the next one)")
	flags.BoolVar(&opts.trace, "trace", false,
		"add an appendix from which every number can be recomputed by hand")
	flags.StringVar(&opts.part, "part", allParts,
		"what of the report to write: board, the pages for those who decide, or all")
	flags.IntVar(&opts.depth, "depth", 0,
		"levels of sections that charts and tables show (default: as many as have at most 20 sections)")
	flags.StringVar(&opts.benchmark, "benchmark", "",
		"scores of peers, as assess batch --benchmark-out writes them")
	flags.StringVar(&opts.template, "template", "",
		"layout of the .md or .html report: a file (assess new template writes one), or for pandoc's\n"+
			"documents and slides word or slides")
	flags.StringVar(&opts.brand, "brand", "", "file with the logo, colours and fonts of the HTML and PDF report")
	flags.StringVar(&opts.failUnder, "fail-under", "",
		"exit with 1 if the overall score is lower, or there is none")
	return cmd
}

func runScore(a app, opts scoreOptions) error {
	if opts.depth < 0 {
		return outcome.Usagef("--depth %d: a number of levels, from 1", opts.depth)
	}
	limit, err := threshold(opts.failUnder)
	if err != nil {
		return err
	}
	charts := report.ChartKinds()
	if opts.part == report.BoardPart {
		charts = report.BoardChartKinds()
	}
	targets, lib, err := opts.prepare(a, charts)
	if err != nil {
		return err
	}
	writer, err := opts.writer(a, lib, targets)
	if err != nil {
		return err
	}
	answers, err := lib.Assessment(opts.answers)
	if err != nil {
		return err
	}
	res := assess.Score(answers.Group)
	if err := opts.explain(res, writer.Console); err != nil {
		return err
	}
	if err := opts.peers(res, lib, writer.Console); err != nil {
		return err
	}
	opts.sayUnchanged(writer.Console, targets)
	if err := writer.Result(res, targets...); err != nil {
		return err
	}
	return missed(res.Overall.Score, limit)
}

// writer writes reports as the options say.
func (o scoreOptions) writer(a app, lib *library.Library, targets []output.Target) (w output.Writer, err error) {
	w = a.writer()
	w.Trace, w.Depth = o.trace, o.depth
	if w.Part, err = partOf(o.part, targets); err != nil {
		return w, err
	}
	if w.Template, err = readTemplate(lib, o.template, targets); err != nil {
		return w, err
	}
	w.Brand, err = readBrand(lib, o.brand, targets)
	return w, err
}

// explain puts into a result what leads to the level of --target.
func (o scoreOptions) explain(res *assess.Result, console output.Console) error {
	goal, err := targetLevel(res.Questionnaire, o.target)
	if err != nil {
		return err
	}
	assess.Explain(res, goal, assess.Chances{})
	if goal != nil && res.Plan == nil {
		console.Say("warning: --target %d: there is a plan only where every section is scored by its mean"+
			" and something has a score", *goal)
	}
	return nil
}

// peers puts into a result where it stands among those of --benchmark.
func (o scoreOptions) peers(res *assess.Result, lib *library.Library, console output.Console) error {
	if o.benchmark == "" {
		return nil
	}
	b, err := lib.Benchmark(o.benchmark, res.Questionnaire)
	if err != nil {
		return err
	}
	res.Peers = assess.Peers(res, b)
	if b.Version != res.Questionnaire.Version {
		message := "the peers answered version " + b.Version + " of the questionnaire"
		res.Warnings = append(res.Warnings, assess.Warning{Message: message})
	}
	if len(res.Peers) == 0 {
		console.Say("warning: --benchmark %s changes nothing: no section in it has scores of %d banks",
			o.benchmark, assess.FewestPeers)
	}
	return nil
}

// sayUnchanged tells which options change nothing in which of the reports.
func (o scoreOptions) sayUnchanged(console output.Console, targets []output.Target) {
	for _, option := range []struct {
		name    string
		given   bool
		changes []string // formats
	}{
		{"--benchmark", o.benchmark != "", []string{"md", "html", "pdf", "json", "xlsx"}},
		{"--trace", o.trace, []string{"md", "html", "pdf", "xlsx"}},
		{"--depth", o.depth > 0, []string{"md", "html", "pdf", "xlsx"}},
		{"--part", o.part != allParts, output.WithParts()},
	} {
		var same []string
		for _, t := range targets {
			if !slices.Contains(option.changes, t.Format) && !slices.Contains(same, "."+t.Format) {
				same = append(same, "."+t.Format)
			}
		}
		if option.given && len(same) > 0 {
			console.Say("warning: %s changes nothing in %s, only in .%s",
				option.name, strings.Join(same, " and "), strings.Join(option.changes, ", ."))
		}
	}
}

// missed is the finding that a score stays under a limit; nil where it doesn't.
func missed(score, limit assess.Number) error {
	v, ok := score.Get()
	switch {
	case !limit.Defined():
		return nil
	case !ok:
		return outcome.Findingf("no overall score: --fail-under %v is missed", limit.Value())
	case v < limit.Value()-assess.Tolerance:
		return outcome.Findingf("the overall score %v is under %v", assess.Round(v, 6), limit.Value())
	}
	return nil
}
