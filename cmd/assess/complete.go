package main

import (
	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/batch"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/questionnaires"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
)

// complete teaches the shell what a verb's flags take. What takes a file is left to the
// shell.
func complete(a *app, cmd *cobra.Command) {
	words := map[string][]string{
		"by": plain(batch.Groupings()), "period": plain(assess.Periods()), "detail": plain(data.Details()),
		"order": orders, "lang": output.Languages(),
	}
	if cmd.Name() == "score" || cmd.Name() == "batch" || cmd.Name() == "compare" {
		words["format"] = output.Formats()
	}
	if cmd.Name() == "check" || cmd.Name() == "status" {
		words["format"] = []string{"text", "json"}
	}
	teach := func(flag string, values cobra.CompletionFunc) {
		if cmd.Flag(flag) != nil {
			_ = cmd.RegisterFlagCompletionFunc(flag, values) // it fails only where the flag is not there
		}
	}
	for flag, values := range words {
		teach(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	teach("questionnaire", cobra.FixedCompletions(questionnaires.Names(), cobra.ShellCompDirectiveDefault))
	teach("section", func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return a.sectionIDs(cmd.Flag("questionnaire").Value.String()), cobra.ShellCompDirectiveNoFileComp
	})
}

// plain are the words that a flag takes.
func plain[T ~string](words []T) []string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}

// sectionIDs are those of a questionnaire, the default one if it is not named, with their
// titles.
func (a app) sectionIDs(questionnaire string) []string {
	a.quiet = true
	lib, err := a.library(questionnaire)
	if err != nil {
		return nil
	}
	q, err := lib.GivenOrDefault()
	if err != nil {
		return nil
	}
	var out []string
	for _, s := range q.AllSections() {
		out = append(out, s.ID+"\t"+s.Title.In(a.language()))
	}
	return out
}
