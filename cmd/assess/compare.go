package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/report"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
)

type compareOptions struct {
	questionnaire string
	outputs       []string
	format        string
}

func newCompareCmd(a *app) *cobra.Command {
	var opts compareOptions
	cmd := &cobra.Command{
		Use:   "compare BEFORE AFTER",
		Short: "Compare two assessments of one bank",
		Long: `Compare two assessments by one questionnaire: what moved, how much of the change
is like for like, and whether it is more than noise. BEFORE and AFTER are each a
file of answers or a folder of them.`,
		Example: `  assess compare 2025 2026
  assess compare 2025.yaml 2026.yaml -o change.md -o change.html -o change.json`,
		Args: takes(2, 2),
		RunE: func(_ *cobra.Command, args []string) error { return world(runCompare(a, args, opts)) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file (else the answers say)")
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "report to write, by extension; - is standard output")
	flags.StringVar(&opts.format, "format", "", "format of the reports: md, html, json, csv or xlsx")
	return cmd
}

func runCompare(a *app, args []string, opts compareOptions) error {
	outs, m, err := a.prepare(opts.outputs, opts.format, opts.questionnaire)
	if err != nil {
		return err
	}
	var sides [2]*assess.Result
	for i, name := range args {
		names, err := a.answerFiles(name)
		if err != nil {
			return err
		}
		records, err := m.assessment(names)
		if err != nil {
			return err
		}
		sides[i] = result(records)
	}
	before, after := sides[0], sides[1]
	if before.Questionnaire.ID != after.Questionnaire.ID {
		return findingf("%s answers %s, %s answers %s: two assessments by one questionnaire can be compared", args[0], before.Questionnaire.ID, args[1], after.Questionnaire.ID)
	}
	if x, y := answeredVersion(before), answeredVersion(after); x != y {
		a.say("warning: the answers are to versions %s and %s of %s; questions are compared by id", x, y, after.Questionnaire.ID)
	}
	if key(before.Organization) != key(after.Organization) {
		a.say("warning: %s is compared with %s", printable(before.Organization), printable(after.Organization))
	}
	c := assess.Compare(before, after)
	for _, o := range outs {
		if err := a.writeComparison(c, o); err != nil {
			return err
		}
	}
	return nil
}

// answeredVersion is the version that a side answered.
func answeredVersion(r *assess.Result) string { return r.Responses[0].Version }

func (a *app) writeComparison(c *assess.Comparison, o output) error {
	opts := report.Options{Language: a.language(), Names: a.names, Version: version}
	if chart := o.chart(); chart != "" {
		opts.RadarFile = filepath.Base(chart)
		if err := a.put(chart, report.ComparisonRadar(c, opts)); err != nil {
			return err
		}
	}
	written, err := a.renderComparison(c, o.format, opts)
	if err != nil {
		return err
	}
	return a.put(o.name, written)
}

// renderComparison writes a comparison in a format.
func (a *app) renderComparison(c *assess.Comparison, format string, opts report.Options) ([]byte, error) {
	switch format {
	case "md":
		return report.ComparisonMarkdown(c, opts)
	case "html":
		return report.ComparisonHTML(c, opts)
	case "json":
		return data.ComparisonJSON(c), nil
	case "csv":
		return data.ComparisonCSV(c, data.Options{Language: a.lang}), nil
	}
	return data.ComparisonXLSX(c, data.Options{Language: a.language(), Names: a.names, Version: version})
}

// answerFiles are a file, or the answer files of a folder and of those below it, by
// name, without what lies among them and is no answers.
func (a *app) answerFiles(name string) ([]string, error) {
	var out []string
	var unread error
	_, err := walk(name, "", func(path string, found bool) {
		if found {
			data, err := a.readAll(path)
			if unread = errors.Join(unread, err); err != nil || noAnswers(path, data) {
				return
			}
		}
		out = append(out, path)
	})
	if err = errors.Join(err, unread); err == nil && len(out) == 0 {
		err = fmt.Errorf("%s holds no answers", name)
	}
	return out, err
}

// noAnswers reports whether assess wrote a file as output, or it is a questionnaire
// that lies among the answers. Of empty files only a batch's own count.
func noAnswers(name string, data []byte) bool {
	if base := filepath.Base(name); len(data) == 0 {
		return slices.Contains(batchFiles, strings.TrimSuffix(base, filepath.Ext(base)))
	}
	return report.Written(name, data) || isModel(name, data)
}

// known reports whether a file has an extension of answers.
func known(path string) bool {
	return slices.Contains(codec.Extensions(), strings.ToLower(filepath.Ext(path)))
}
