package main

import (
	"strconv"

	"bankmaturity/assess"

	"github.com/spf13/cobra"
)

type scoreOptions struct {
	answers       []string
	questionnaire string
	outputs       []string
	format        string
	failUnder     string
	target        string
	benchmark     string
	trace         bool
	template      string
	brand         string
}

func newScoreCmd(a *app) *cobra.Command {
	var opts scoreOptions
	cmd := &cobra.Command{
		Use:   "score ANSWERS…",
		Short: "Score answers and write the report",
		Long: `Score the responses of one organization and write the report: Markdown on
standard output, or to the files given with -o (.md, .html, .json, .csv, .xlsx).`,
		Example: `  assess score answers.yaml
  assess score retail.yaml it.yaml risk.yaml -o report.md -o result.json
  assess score answers.yaml --format json --fail-under 3`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.answers = args
			return world(runScore(a, opts))
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file (else the answers say)")
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "report to write, by extension; - is standard output")
	flags.StringVar(&opts.format, "format", "", "format of the reports: md, html, json, csv or xlsx")
	flags.StringVar(&opts.target, "target", "", "level that the plan leads to (default: the next one)")
	flags.BoolVar(&opts.trace, "trace", false, "add an appendix from which every number can be recomputed by hand")
	flags.StringVar(&opts.benchmark, "benchmark", "", "scores of peers, as assess batch --benchmark-out writes them")
	flags.StringVar(&opts.template, "template", "", "own layout of the .md or .html report (assess new template writes one)")
	flags.StringVar(&opts.brand, "brand", "", "file with the logo, colours and fonts of the HTML report")
	flags.StringVar(&opts.failUnder, "fail-under", "", "exit with 1 if the overall score is lower, or there is none")
	return cmd
}

func runScore(a *app, opts scoreOptions) error {
	limit, err := threshold(opts.failUnder)
	if err != nil {
		return err
	}
	outs, m, err := a.prepare(opts.outputs, opts.format, opts.questionnaire)
	if err != nil {
		return err
	}
	if err := a.readLook(opts.template, opts.brand, outs); err != nil {
		return err
	}
	records, err := m.assessment(opts.answers)
	if err != nil {
		return err
	}
	res := result(records)
	goal, err := targetLevel(res.Questionnaire, opts.target)
	if err != nil {
		return err
	}
	assess.Explain(res, goal, assess.Chances{})
	if goal != nil && res.Plan == nil {
		a.say("warning: --target %d: there is a plan only where every section is scored by its mean and something has a score", *goal)
	}
	if opts.benchmark != "" {
		b, err := a.benchmark(opts.benchmark, res.Questionnaire)
		if err != nil {
			return err
		}
		res.Peers = assess.Peers(res, b)
	}
	a.trace = opts.trace
	if err := a.write(res, outs); err != nil {
		return err
	}
	return missed(res.Overall.Score, limit)
}

// targetLevel reads the value of --target, a level of the questionnaire; nil where
// it is not given.
func targetLevel(q *assess.Questionnaire, text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	level, err := strconv.Atoi(text)
	if _, ok := q.LevelAt(level); err != nil || !ok {
		return nil, usagef("--target %s: the levels of %s are %d to %d", text, q.ID, q.Lowest(), q.Highest())
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
	return assess.Number{}, usagef("--fail-under %s: a number is needed", text)
}

// missed is the finding that a score stays under a limit; nil where it doesn't.
func missed(score, limit assess.Number) error {
	v, ok := score.Get()
	switch {
	case !limit.Defined():
		return nil
	case !ok:
		return findingf("no overall score: --fail-under %v is missed", limit.Value())
	case v < limit.Value()-assess.Tolerance:
		return findingf("the overall score %v is under %v", assess.Round(v, 6), limit.Value())
	}
	return nil
}
