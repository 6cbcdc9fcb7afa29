package main

import (
	"io"

	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/status"

	"github.com/spf13/cobra"
)

type statusOptions struct {
	paths         []string
	questionnaire string
	expect        string
	format        string
}

func newStatusCmd(a *app, run func(app, statusOptions) error) *cobra.Command {
	var opts statusOptions
	cmd := &cobra.Command{
		Use:   "status PATH…",
		Short: "Show what came back before a workshop",
		Long: `Show what came back in files and folders of answers: who answered, how
completely and with how much evidence; what can't be read, and why; what lies
there twice or is spelled differently; who is missing; and the actions that are
open. Names of respondents are shown. Nothing is scored.

--expect names who was to answer, by name, role or file name. Exits with 1 if
something can't be read or nothing came back, with 0 where somebody is missing.`,
		Example: `  assess status answers/
  assess status answers/ --expect "Lin Mei, Head of IT, risk"
  assess status answers/ --expect invited.txt --format json`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.paths = args
			return run(*a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", questionnaireOfAnswers)
	flags.StringVar(&opts.expect, "expect", "",
		"who was to answer: names with commas between, or a file with a name per line")
	flags.StringVar(&opts.format, "format", "text", "format of the result: text or json")
	return cmd
}

func runStatus(a app, opts statusOptions) error {
	if opts.format != "text" && opts.format != "json" {
		return outcome.Usagef("--format %s: the formats are text, json", opts.format)
	}
	var names []string
	if opts.expect != "" {
		var err error
		if names, err = status.Names(a.input(), opts.expect); err != nil {
			return err
		}
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	report, err := status.Read(status.Tools{Input: a.input(), Console: a.console(), Library: lib}, opts.paths)
	if err != nil {
		return err
	}
	if names != nil {
		report.Expect(names)
	}
	text, err := report.Text(a.language())
	if opts.format == "json" {
		text, err = report.JSON()
	}
	if err != nil {
		return err
	}
	if _, err := io.WriteString(a.out, text); err != nil {
		return err
	}
	if len(report.Unreadable) > 0 || len(report.Responses) == 0 {
		return outcome.ErrFindings // the report tells it
	}
	return nil
}
