package main

import (
	"strings"

	"bankmaturity/assess/schema"

	"github.com/spf13/cobra"
)

func newSchemaCmd(a *app) *cobra.Command {
	var questionnaire string
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
		RunE:      func(_ *cobra.Command, args []string) error { return world(runSchema(a, args[0], questionnaire)) },
	}
	cmd.Flags().StringVarP(&questionnaire, "questionnaire", "q", "", "bundled name or file, of answers")
	return cmd
}

func runSchema(a *app, name, questionnaire string) error {
	data, ok := schema.Open(name)
	if !ok {
		return usagef("no schema %s: there are %s", name, strings.Join(schema.Names(), ", "))
	}
	if questionnaire != "" {
		if name != "answers" {
			return usagef("-q goes with assess schema answers")
		}
		m, err := newModels(a, questionnaire)
		if err != nil {
			return err
		}
		if data, err = schema.Answers(m.given, a.language()); err != nil {
			return err
		}
	}
	_, err := a.out.Write(data)
	return err
}
