package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/content"
	"bankmaturity/assess/diag"

	"github.com/spf13/cobra"
)

type checkOptions struct {
	files         []string
	questionnaire string
	format        string
	all           bool
	content       bool
}

func newCheckCmd(a *app) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check FILE…",
		Short: "Check questionnaires and answer files",
		Long: `Check questionnaires, answer files, benchmarks and brands: every finding, with
its place, on standard output. Exits with 1 if one is an error, with 0 for
warnings only.`,
		Example: `  assess check my-model.yaml
  assess check --content my-model.yaml
  assess check -q my-model.yaml answers/*.yaml --format json`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.files = args
			return world(runCheck(a, opts))
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "questionnaire of the answers (else they say)")
	flags.StringVar(&opts.format, "format", "text", "format of the findings: text or json")
	flags.BoolVar(&opts.content, "content", false, "also warn about the wording of a questionnaire's anchors")
	flags.BoolVar(&opts.all, "all", false, "print every finding, not only the first 50 of a file")
	return cmd
}

func runCheck(a *app, opts checkOptions) error {
	if opts.format != "text" && opts.format != "json" {
		return usagef("--format %s: the formats are text, json", opts.format)
	}
	m, err := newModels(a, opts.questionnaire)
	if err != nil {
		return err
	}
	found := []diag.Diagnostic{}
	var unread error
	for _, name := range opts.files {
		data, err := a.readAll(name)
		if err != nil { // the other files' findings are told all the same
			unread = errors.Join(unread, err)
			continue
		}
		found = append(found, m.check(name, data, opts.content)...)
	}
	if err := a.findings(found, opts); err != nil {
		return err
	}
	switch {
	case unread != nil:
		return unread
	case diag.Errors(found):
		return errFindings
	case len(found) == 0 && a.errTerminal(): // silence is for scripts
		a.say("nothing to find fault with in %s", strings.Join(opts.files, ", "))
	}
	return nil
}

// check returns what is wrong with one file, whichever kind it is.
func (m *models) check(name string, data []byte, wording bool) []diag.Diagnostic {
	slashed := filepath.ToSlash(name)
	kind, ds := codec.KindOf(slashed, data)
	switch kind {
	case codec.KindQuestionnaire:
		var q *assess.Questionnaire
		q, ds = codec.ReadQuestionnaire(slashed, data)
		if q != nil && wording {
			ds = append(ds, worded(slashed, data, q)...)
			diag.Sort(ds)
		}
	case codec.KindAnswers:
		_, ds = codec.ReadAnswers(slashed, data, m.find(name))
	case codec.KindBenchmark:
		_, ds = codec.ReadBenchmark(slashed, data, m.given)
	case codec.KindBrand:
		_, ds = codec.ReadBrand(slashed, data)
	}
	return ds
}

// worded returns what a questionnaire's wording breaks of the authors' rules.
func worded(name string, data []byte, q *assess.Questionnaire) []diag.Diagnostic {
	var remarks []codec.Remark
	for _, f := range content.Check(q) {
		remarks = append(remarks, codec.Remark{Path: f.Path, Severity: diag.Warning, Message: f.Message, Hint: f.Hint})
	}
	return codec.Remarks(name, data, remarks)
}

// findings prints diagnostics as the result of check.
func (a *app) findings(found []diag.Diagnostic, opts checkOptions) error {
	if opts.format == "text" {
		return diag.Write(a.out, found, diag.Options{All: opts.all})
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(found)
}
