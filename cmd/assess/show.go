package main

import (
	"slices"

	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/questionnaires"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

type showOptions struct {
	name   string
	format string
}

func newShowCmd(a *app, run func(app, showOptions) error) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Print a questionnaire",
		Long: `Print a bundled questionnaire, or one of your own by its file: as YAML, or on
paper, a page a dimension, with boxes to tick: as Markdown, or as a page that a
browser prints (and that can be filled in there, too).`,
		Example: `  assess show bank-digital > my-model.yaml
  assess show bank-digital --format html --lang zh > paper.html
  assess show my-model.yaml --format md > paper.md`,
		Args: takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return questionnaires.Names(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error {
			opts.name = args[0]
			return run(*a, opts)
		},
	}
	cmd.Flags().StringVar(&opts.format, "format", "yaml",
		"format: yaml, or md or html: the paper version to print")
	return cmd
}

func runShow(a app, opts showOptions) error {
	if !slices.Contains([]string{"yaml", "md", "html"}, opts.format) {
		return outcome.Usagef("--format %s: the formats are yaml, md, html", opts.format)
	}
	lib, err := a.library(opts.name)
	if err != nil {
		return err
	}
	data, bundled := questionnaires.Open(opts.name)
	switch {
	case opts.format == "md":
		data, err = report.Paper(lib.Given(), report.Options{Language: a.language(), Version: version})
	case opts.format == "html":
		data, err = codec.NewPage(a.blank(lib.Given()))
	case !bundled:
		data, err = a.input().Read(opts.name)
	}
	if err != nil {
		return err
	}
	_, err = a.out.Write(data)
	return err
}
