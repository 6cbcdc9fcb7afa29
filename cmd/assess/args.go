package main

import (
	"errors"
	"slices"
	"strings"

	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/outcome"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// takes checks how many arguments a verb gets; most -1 is any number.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch n := len(args); {
		case n < least:
			return outcome.Usagef("an argument is missing: assess %s", cmd.Use)
		case most >= 0 && n > most:
			return outcome.Usagef("%s is one argument too many: assess %s", args[most], cmd.Use)
		}
		return nil
	}
}

// takesOneOf checks that a verb gets one of a few words.
func takesOneOf(words ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return outcome.Usagef("%s takes one of %s", cmd.CommandPath(), strings.Join(words, ", "))
		}
		if !slices.Contains(words, args[0]) {
			return outcome.Usagef("%s %s: accepted are %s%s",
				cmd.CommandPath(), args[0], strings.Join(words, ", "), didYouMean(args[0], words))
		}
		return nil
	}
}

// takesVerb tells what was meant by something that is no verb.
func takesVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var verbs []string
	for _, c := range cmd.Commands() {
		verbs = append(verbs, c.Name())
	}
	return outcome.Usagef("unknown command %s: there are %s%s",
		args[0], strings.Join(verbs, ", "), didYouMean(args[0], verbs))
}

// didYouMean is a hint at the nearest word, "" without one.
func didYouMean(word string, words []string) string {
	if near := diag.Nearest(word, words); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// flagError names the flag that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	if _, _, number := strings.Cut(err.Error(), "strconv."); number {
		wrong, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), "invalid argument "), " flag:")
		return outcome.Usagef("%s needs a whole number", wrong)
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
