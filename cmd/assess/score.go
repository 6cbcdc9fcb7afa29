package main

import (
	"slices"
	"strconv"
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
	part, err := partOf(opts.part, targets)
	if err != nil {
		return err
	}
	writer := a.writer()
	writer.Trace, writer.Depth, writer.Part = opts.trace, opts.depth, part
	if opts.trace && !anyOf(targets, "md", "html", "pdf", "xlsx") {
		writer.Say("warning: --trace changes nothing here: the appendix stands in .md, .html, .pdf and .xlsx reports")
	}
	if opts.benchmark != "" && !anyOf(targets, "md", "html", "pdf", "json", "xlsx") {
		writer.Say("warning: --benchmark changes nothing here: peers stand in .md, .html, .pdf, .json and .xlsx")
	}
	if writer.Template, err = readTemplate(lib, opts.template, targets); err != nil {
		return err
	}
	if writer.Brand, err = readBrand(lib, opts.brand, targets); err != nil {
		return err
	}
	answers, err := lib.Assessment(opts.answers)
	if err != nil {
		return err
	}
	res := assess.Score(answers.Group)
	goal, err := targetLevel(res.Questionnaire, opts.target)
	if err != nil {
		return err
	}
	assess.Explain(res, goal, assess.Chances{})
	if goal != nil && res.Plan == nil {
		writer.Say("warning: --target %d: there is a plan only where every section is scored by its mean"+
			" and something has a score", *goal)
	}
	if opts.benchmark != "" {
		b, err := lib.Benchmark(opts.benchmark, res.Questionnaire)
		if err != nil {
			return err
		}
		res.Peers = assess.Peers(res, b)
		if b.Version != res.Questionnaire.Version {
			message := "the peers answered version " + b.Version + " of the questionnaire"
			res.Warnings = append(res.Warnings, assess.Warning{Message: message})
		}
		if len(res.Peers) == 0 {
			writer.Say("warning: --benchmark %s changes nothing: no section in it has scores of %d banks",
				opts.benchmark, assess.FewestPeers)
		}
		sayUnchanged(writer, "--benchmark", targets, "md", "html", "pdf", "json", "xlsx")
	}
	if opts.trace {
		sayUnchanged(writer, "--trace", targets, "md", "html", "pdf", "xlsx")
	}
	if opts.depth > 0 {
		sayUnchanged(writer, "--depth", targets, "md", "html", "pdf", "xlsx")
	}
	if part != "" {
		sayUnchanged(writer, "--part", targets, output.WithParts()...)
	}
	if err := writer.Result(res, targets...); err != nil {
		return err
	}
	return missed(res.Overall.Score, limit)
}

// sayUnchanged tells in which of the reports an option changes nothing.
func sayUnchanged(w output.Writer, option string, targets []output.Target, changed ...string) {
	var formats []string
	for _, t := range targets {
		if !slices.Contains(changed, t.Format) && !slices.Contains(formats, "."+t.Format) {
			formats = append(formats, "."+t.Format)
		}
	}
	if len(formats) > 0 {
		w.Say("warning: %s changes nothing in %s, only in .%s",
			option, strings.Join(formats, " and "), strings.Join(changed, ", ."))
	}
}

// allParts is the value of --part for the whole report.
const allParts = "all"

// partOf reads the value of --part; "" is the whole report.
func partOf(text string, targets []output.Target) (string, error) {
	switch {
	case text == allParts:
		return "", nil
	case text != report.BoardPart:
		return "", outcome.Usagef("--part %s: a part is %s or %s", text, report.BoardPart, allParts)
	case !anyOf(targets, output.WithParts()...):
		return "", outcome.Usagef("--part %s: only .%s reports have parts", text, strings.Join(output.WithParts(), ", ."))
	}
	return text, nil
}

// readTemplate reads the layout of a report, nil where none is named.
func readTemplate(lib *library.Library, name string, targets []output.Target) (*report.Template, error) {
	if name == "" {
		return nil, nil
	}
	builtIn, named := report.Named(name)
	format := report.Template{Name: name}.Format()
	if named {
		format = builtIn.Format()
	}
	switch {
	case format == "":
		return nil, outcome.Usagef("--template %s: a template is a .md or .html file, or %s", name,
			strings.Join(report.Names(), " or "))
	case !anyOf(targets, format) && (format != "html" || !anyOf(targets, "pdf")):
		return nil, outcome.Usagef("--template %s: no report is written as .%s", name, format)
	}
	if named {
		return &builtIn, nil
	}
	return lib.Template(name)
}

// readBrand reads the look of HTML and PDF, nil where none is named.
func readBrand(lib *library.Library, name string, targets []output.Target) (*report.Brand, error) {
	if name == "" {
		return nil, nil
	}
	if !anyOf(targets, "html", "pdf") {
		return nil, outcome.Usagef("--brand %s: no report is HTML or PDF", name)
	}
	return lib.Brand(name)
}

// anyOf reports whether any target has one of the formats.
func anyOf(targets []output.Target, formats ...string) bool {
	return slices.ContainsFunc(targets, func(t output.Target) bool { return slices.Contains(formats, t.Format) })
}

// targetLevel reads the value of --target, a level of the questionnaire; nil where it is
// not given.
func targetLevel(q *assess.Questionnaire, text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	level, err := strconv.Atoi(text)
	if _, ok := q.LevelAt(level); err != nil || !ok {
		return nil, outcome.Usagef("--target %s: the levels of %s are %d to %d",
			text, q.ID, q.Lowest(), q.Highest())
	}
	return &level, nil
}

// threshold reads the value of --fail-under; undefined where it is not given.
func threshold(text string) (assess.Number, error) {
	if text == "" {
		return assess.Number{}, nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if n := assess.Num(v); err == nil && n.Defined() {
		return n, nil
	}
	return assess.Number{}, outcome.Usagef("--fail-under %s: a number is needed", text)
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
