package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// main runs one command line and returns its exit code.
func (a *app) main(args []string) int {
	out := &stdout{Writer: a.out}
	a.out = out
	root := newRootCmd(a)
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	if out.err != nil {
		err = worldError{out.err}
	}
	return exitCode(err, cmd.CommandPath(), a.err)
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
			cmd.Args, cmd.RunE = takesOneOf("bash", "zsh", "fish", "powershell"), func(*cobra.Command, []string) error { return nil }
		}
	}
}

// empty names an option that was given without a value, "" if there is none.
func empty(cmd *cobra.Command) string {
	name := ""
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Value.String() == "" || f.Value.String() == `[""]` || f.Value.String() == "[]" {
			name = f.Name
		}
	})
	return name
}

// interruptible returns a context that a signal ends, for verbs that have something
// to bring to safety then. A second signal ends the program, as the first does in
// every other verb.
func interruptible() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "assess",
		Short: "Maturity self-assessment for banks",
		Long: `assess asks a maturity questionnaire in a workshop, scores the answers, and
writes the bank's maturity as a report. Nothing leaves this computer.`,
		Example: `  assess run                                   start a workshop
  assess score answers.yaml -o report.md       write the report of given answers
  assess list                                  show the bundled questionnaires`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          takesVerb,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if name := empty(cmd); name != "" { // a script's variable that is not set
				return usagef("--%s needs a value", name)
			}
			if a.lang != "" && !slices.Contains(languages(), a.lang) {
				return usagef("--lang %s: the languages are %s", a.lang, strings.Join(languages(), ", "))
			}
			return nil
		},
	}
	root.SetVersionTemplate("assess {{.Version}}\n")
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	flags := root.PersistentFlags()
	flags.StringVar(&a.lang, "lang", "", "language of screens and reports: en or zh (else LC_ALL, LC_MESSAGES, LANG)")
	flags.BoolVar(&a.names, "names", false, "show names of respondents and voices in reports")
	flags.BoolVar(&a.force, "force", false, "replace files that assess did not write")
	flags.BoolVar(&a.noColor, "no-color", false, "no colours (also: NO_COLOR)")
	flags.BoolVar(&a.quiet, "quiet", false, "say nothing but results and errors")
	root.AddCommand(newRunCmd(a), newScoreCmd(a), newBatchCmd(a), newCompareCmd(a), newCheckCmd(a), newNewCmd(a), newListCmd(a), newShowCmd(a), newSchemaCmd(a))
	root.SetFlagErrorFunc(flagError)
	strict(root)
	a.complete(root)
	for _, cmd := range root.Commands() {
		a.complete(cmd)
	}
	return root
}
