package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"

	"github.com/spf13/cobra"
)

type checkOptions struct {
	files         []string
	questionnaire string
	format        string
	all           bool
	content       bool
}

func newCheckCmd(a *app, run func(app, checkOptions) error) *cobra.Command {
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
			return run(*a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "",
		"questionnaire of the answers (else they say)")
	flags.StringVar(&opts.format, "format", "text", "format of the findings: text or json")
	flags.BoolVar(&opts.content, "content", false, "also warn about the wording of a questionnaire's anchors")
	flags.BoolVar(&opts.all, "all", false, "print every finding, not only the first 50 of a file")
	return cmd
}

func runCheck(a app, opts checkOptions) error {
	if opts.format != "text" && opts.format != "json" {
		return outcome.Usagef("--format %s: the formats are text, json", opts.format)
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	found := []diag.Diagnostic{}
	var unread error
	for _, name := range opts.files {
		ds, err := a.checkNamed(lib, name, opts) // an error hides nothing of the other files
		found, unread = append(found, ds...), errors.Join(unread, err)
	}
	if err := a.printFindings(found, opts); err != nil {
		return err
	}
	switch console := a.console(); {
	case unread != nil:
		return unread
	case diag.Errors(found):
		return outcome.ErrFindings
	case len(found) == 0 && console.Watched(): // silence is for scripts
		console.Say("nothing to find fault with in %s", strings.Join(opts.files, ", "))
	}
	return nil
}

// checkNamed returns what is wrong with one file, however long it is.
func (a app) checkNamed(
	lib *library.Library, name string, opts checkOptions,
) (found []diag.Diagnostic, err error) {
	if !library.Long(name) {
		data, err := a.input().Read(name)
		if err != nil {
			return nil, err
		}
		return a.checkFile(lib, name, data, opts), nil
	}
	for r, err := range lib.Each(name) {
		if err != nil {
			return found, err
		}
		found = append(found, r.Found...)
		if r.Record != nil {
			found = append(found, library.Ahead(a.now(), *r.Record)...)
		}
	}
	return found, nil
}

// checkFile returns what is wrong with one file, whichever kind it is.
func (a app) checkFile(lib *library.Library, name string, data []byte, opts checkOptions) []diag.Diagnostic {
	slashed := filepath.ToSlash(name)
	kind, found := codec.KindOf(slashed, data)
	switch kind {
	case codec.KindQuestionnaire:
		var q *assess.Questionnaire
		if q, found = codec.ReadQuestionnaire(slashed, data); q != nil {
			found = codec.Remarks(slashed, data, advised(q, opts))
		}
	case codec.KindAnswers:
		var records []codec.Record
		records, found = codec.ReadAnswers(slashed, data, lib.Find(name))
		other := func(d diag.Diagnostic) bool { return d.Path != "organization" }
		if !slices.ContainsFunc(found, other) && codec.Unfilled(slashed, data) {
			message := "nothing is filled in yet: there is nothing to check"
			return []diag.Diagnostic{{File: slashed, Severity: diag.Warning, Message: message}}
		}
		found = append(found, library.Ahead(a.now(), records...)...)
	case codec.KindBenchmark:
		_, found = codec.ReadBenchmark(slashed, data, lib.Given())
	case codec.KindImportMap:
		_, found = codec.ReadImportMap(slashed, data, lib.Find(name))
	case codec.KindBrand:
		_, found = codec.ReadBrand(slashed, data)
	}
	return found
}

// advised returns what makes a questionnaire worse, and what its wording breaks of the
// authors' rules: in text once per kind, unless all are asked for.
func advised(q *assess.Questionnaire, opts checkOptions) []diag.Remark {
	remarks := advice.OnScoring(q)
	if opts.content {
		remarks = append(remarks, advice.OnWording(q)...)
	}
	if opts.format == "text" && !opts.all {
		remarks = advice.OncePerKind(remarks)
	}
	return remarks
}

// printFindings prints diagnostics as the result.
func (a app) printFindings(found []diag.Diagnostic, opts checkOptions) error {
	if opts.format == "text" {
		return diag.Write(a.out, found, diag.Options{All: opts.all})
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(found)
}
