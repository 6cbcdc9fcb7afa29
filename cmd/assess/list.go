package main

import (
	"fmt"

	"bankmaturity/questionnaires"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

func newListCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the bundled questionnaires",
		Example: "  assess list",
		Args:    takes(0, 0),
		RunE:    func(*cobra.Command, []string) error { return world(runList(a)) },
	}
}

func runList(a *app) error {
	words, err := a.words()
	if err != nil {
		return err
	}
	m, err := newModels(a, "")
	if err != nil {
		return err
	}
	for _, name := range questionnaires.Names() {
		q := m.bundled(name)
		line := words.Say("list", q.ID, q.Version, q.Title.In(a.language()), len(q.Dimensions()), len(q.Questions()))
		if _, err := fmt.Fprintln(a.out, line); err != nil {
			return err
		}
	}
	return nil
}

func newShowCmd(a *app) *cobra.Command {
	format := "yaml"
	cmd := &cobra.Command{
		Use:     "show NAME",
		Short:   "Print a questionnaire",
		Long:    "Print a bundled questionnaire, or one of your own by its file: as YAML, or on\npaper, a page a dimension, with boxes to tick.",
		Example: "  assess show bank-digital > my-model.yaml\n  assess show bank-digital --format md --lang zh > paper.md\n  assess show my-model.yaml --format md > paper.md",
		Args:    takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return questionnaires.Names(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error { return world(runShow(a, args[0], format)) },
	}
	cmd.Flags().StringVar(&format, "format", format, "format: yaml, or md: the paper version to print")
	return cmd
}

func runShow(a *app, name, format string) error {
	if format != "yaml" && format != "md" {
		return usagef("--format %s: the formats are yaml, md", format)
	}
	m, err := newModels(a, name)
	if err != nil {
		return err
	}
	data, bundled := questionnaires.Open(name)
	switch {
	case format == "md":
		data, err = report.Paper(m.given, report.Options{Language: a.language(), Version: version})
	case !bundled:
		data, err = a.read(name)
	}
	if err != nil {
		return err
	}
	_, err = a.out.Write(data)
	return err
}
