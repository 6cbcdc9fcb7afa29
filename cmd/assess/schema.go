package main

import (
	"strings"

	"bankmaturity/assess/schema"
	"bankmaturity/cmd/assess/internal/outcome"

	"github.com/spf13/cobra"
)

type schemaOptions struct {
	name          string
	questionnaire string
}

func newSchemaCmd(a *app, run func(app, schemaOptions) error) *cobra.Command {
	var opts schemaOptions
	cmd := &cobra.Command{
		Use:   "schema " + strings.Join(schema.Names(), "|"),
		Short: "Print a JSON Schema for editors and other programs",
		Long: `Print the JSON Schema (2020-12) of a kind of file. Saved beside your files under
the name below, it makes an editor complete, explain and check them while you
type: what assess new writes begins with the line that names it. With -q the
schema of answers knows one questionnaire's questions and options.`,
		Example: `  assess schema answers -q bank-digital > assess-answers.schema.json
  assess schema questionnaire > assess-questionnaire.schema.json`,
		ValidArgs: schema.Names(),
		Args:      takesOneOf(schema.Names()...),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.name = args[0]
			return run(*a, opts)
		},
	}
	cmd.Flags().StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file, of answers")
	return cmd
}

func runSchema(a app, opts schemaOptions) error {
	data, ok := schema.Open(opts.name)
	if !ok {
		return outcome.Usagef("no schema %s: there are %s", opts.name, strings.Join(schema.Names(), ", "))
	}
	if opts.questionnaire != "" {
		if opts.name != "answers" {
			return outcome.Usagef("-q goes with assess schema answers")
		}
		lib, err := a.library(opts.questionnaire)
		if err != nil {
			return err
		}
		if data, err = schema.Answers(lib.Given(), a.language()); err != nil {
			return err
		}
	}
	_, err := a.out.Write(data)
	return err
}
