package main

import (
	"errors"
	"strings"

	"bankmaturity/assess/diag"
	"bankmaturity/questionnaires"
	"bankmaturity/report/data"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// complete teaches the shell what a verb's flags take. What takes a file is left to
// the shell.
func (a *app) complete(cmd *cobra.Command) {
	details := []string{}
	for _, d := range data.Details() {
		details = append(details, string(d))
	}
	words := map[string][]string{
		"by": {"organization", "response"}, "detail": details, "order": {"model", "contested"}, "lang": languages(),
	}
	if cmd.Name() == "score" || cmd.Name() == "batch" || cmd.Name() == "compare" {
		words["format"] = formats()
	}
	for flag, values := range words {
		if cmd.Flag(flag) != nil {
			// it fails only where the flag is not there
			_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	if cmd.Flag("questionnaire") != nil {
		_ = cmd.RegisterFlagCompletionFunc("questionnaire", cobra.FixedCompletions(questionnaires.Names(), cobra.ShellCompDirectiveDefault))
	}
	if cmd.Flag("section") != nil {
		_ = cmd.RegisterFlagCompletionFunc("section", func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return a.sectionIDs(cmd.Flag("questionnaire").Value.String()), cobra.ShellCompDirectiveNoFileComp
		})
	}
}

// sectionIDs are those of a questionnaire, the default one if it is not named.
func (a *app) sectionIDs(questionnaire string) []string {
	if questionnaire == "" {
		questionnaire = defaultQuestionnaire
	}
	quiet := *a
	quiet.quiet = true
	m, err := newModels(&quiet, questionnaire)
	if err != nil {
		return nil
	}
	var out []string
	for _, s := range m.given.AllSections() {
		out = append(out, s.ID+"\t"+s.Title.In(a.language()))
	}
	return out
}

// flagError names the flag that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	if _, _, number := strings.Cut(err.Error(), "strconv."); number {
		return usagef("%s needs a whole number", strings.SplitN(strings.TrimPrefix(err.Error(), "invalid argument "), " flag:", 2)[0])
	}
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return err
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near := diag.Nearest(name, known); near != "" {
		return errors.New(err.Error() + ", did you mean --" + near + "?")
	}
	return err
}
