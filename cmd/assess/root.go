package main

import (
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// codes close every help.
const codes = `
Exit codes: 0 done, warnings included; 1 findings; 2 wrong usage; 3 could not do
it; 130 stopped, and saved. This help is in English; screens, reports and forms
are in Chinese too: --lang zh.
`

// newRootCmd builds the tree of verbs.
func newRootCmd(w world) *cobra.Command {
	a := &app{world: w}
	root := &cobra.Command{
		Use:   "assess",
		Short: "Maturity self-assessment for banks",
		Long: `assess asks a maturity questionnaire in a workshop, scores the answers, and
writes the bank's maturity as a report. Nothing leaves this computer.`,
		Example: `  assess run                                   start a workshop
  assess score answers.yaml -o report.md       write the report of given answers
  assess list                                  show the bundled questionnaires`,
		Version:           version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              takesVerb,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.check(cmd) },
	}
	root.SetVersionTemplate("assess {{.Version}}\n")
	root.SetUsageTemplate(root.UsageTemplate() + codes)
	root.SetIn(w.in)
	root.SetOut(w.out)
	root.SetErr(w.err)
	flags := root.PersistentFlags()
	flags.StringVar(&a.lang, "lang", "",
		"language of screens and reports: en, zh (else LC_ALL, LC_MESSAGES, LANG), or the questionnaire's, as nl")
	flags.BoolVar(&a.names, "names", false, "show names of respondents and voices in reports")
	flags.BoolVar(&a.force, "force", false, "replace files that assess did not write; compare two banks")
	flags.BoolVar(&a.noColor, "no-color", false, "no colours (also: NO_COLOR)")
	flags.BoolVar(&a.quiet, "quiet", false, "say nothing but results and errors")
	verbs := []*cobra.Command{
		newRunCmd(a, runRun), newScoreCmd(a, runScore), newBatchCmd(a, runBatch), newCompareCmd(a, runCompare),
		newCheckCmd(a, runCheck), newStatusCmd(a, runStatus), newImportCmd(a, runImport),
		newNewCmd(a, runNew), newListCmd(a, runList), newShowCmd(a, runShow),
		newSchemaCmd(a, runSchema),
	}
	root.AddCommand(verbs...)
	for _, verb := range below(root) {
		run := verb.RunE
		verb.RunE = func(cmd *cobra.Command, args []string) error { return outcome.World(run(cmd, args)) }
	}
	root.SetFlagErrorFunc(flagError)
	strict(root)
	for _, cmd := range append(below(root), root) {
		complete(a, cmd)
	}
	return root
}

// below are all commands below one.
func below(cmd *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range cmd.Commands() {
		out = append(append(out, c), below(c)...)
	}
	return out
}

// check refuses wrong use of what every verb takes.
func (a *app) check(cmd *cobra.Command) error {
	if name := withoutValue(cmd); name != "" { // a script's variable that is not set
		return outcome.Usagef("--%s needs a value", name)
	}
	if a.lang != "" && !codec.IsLanguageTag(a.lang) {
		return outcome.Usagef("--lang %s: the languages are %s, or one that the questionnaire has, as nl or pt-BR",
			a.lang, strings.Join(output.Languages(), ", "))
	}
	return nil
}

// withoutValue names an option that was given without a value, "" if there is none.
func withoutValue(cmd *cobra.Command) string {
	name := ""
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if v := f.Value.String(); v == "" || v == `[""]` || v == "[]" {
			name = f.Name
		}
	})
	return name
}

// strict makes wrong use of the library's own verbs, help and completion, what it is of
// every other: its default is to print something and succeed.
func strict(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Args = func(_ *cobra.Command, args []string) error {
				if found, rest, err := root.Find(args); err != nil || len(rest) > 0 {
					return takesVerb(found, rest)
				}
				return nil
			}
		case "completion":
			cmd.Args = takesOneOf("bash", "zsh", "fish", "powershell")
			cmd.RunE = func(*cobra.Command, []string) error { return nil }
		}
	}
}
