package main

import (
	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

type compareOptions struct {
	reportOptions
	before, after string
}

func newCompareCmd(a *app, run func(app, compareOptions) error) *cobra.Command {
	var opts compareOptions
	cmd := &cobra.Command{
		Use:   "compare BEFORE AFTER",
		Short: "Compare two assessments of one bank",
		Long: `Compare two assessments by one questionnaire: what moved, how much of the change
is like for like, and whether it is more than noise. BEFORE and AFTER are each a
file of answers or a folder of them, of one bank; --force compares two banks.
Different versions of the questionnaire are compared by question id.`,
		Example: `  assess compare 2025 2026
  assess compare 2025.yaml 2026.yaml -o change.md -o change.html -o change.json`,
		Args: takes(2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.before, opts.after = args[0], args[1]
			return run(*a, opts)
		},
	}
	opts.addTo(cmd.Flags())
	return cmd
}

func runCompare(a app, opts compareOptions) error {
	targets, lib, err := opts.prepare(a, report.ComparisonChartKinds())
	if err != nil {
		return err
	}
	before, err := side(lib, opts.before)
	if err != nil {
		return err
	}
	after, err := side(lib, opts.after)
	if err != nil {
		return err
	}
	if x, y := before.Questionnaire.ID, after.Questionnaire.ID; x != y {
		return outcome.Findingf("%s answers %s, %s answers %s: "+
			"two assessments by one questionnaire can be compared", opts.before, x, opts.after, y)
	}
	if q, own := before.Questionnaire, after.Questionnaire; q.Version == own.Version && !q.Same(own) {
		return outcome.Findingf("the %s %s beside %s is not the one beside %s; name the one to compare by with -q",
			q.ID, q.Version, opts.before, opts.after)
	}
	x, y := output.Printable(before.Organization), output.Printable(after.Organization)
	if !a.force && !library.SameOrganization(before.Organization, after.Organization) {
		return outcome.Findingf("%s is of %s, %s is of %s: two assessments of one bank can be compared; "+
			"--force compares them all the same", opts.before, x, opts.after, y)
	}
	comparison := assess.Compare(before, after)
	writer := a.writer()
	for _, w := range comparison.Warnings {
		writer.Warn(w)
	}
	return writer.Comparison(comparison, targets...)
}

// side scores one side of a comparison: a file, or the answers of a folder.
func side(lib *library.Library, name string) (*assess.Result, error) {
	files, err := lib.AnswerFiles(name)
	if err != nil {
		return nil, err
	}
	answers, err := lib.Assessment(files)
	if err != nil {
		return nil, err
	}
	return assess.Score(answers.Group), nil
}
