package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/questionnaires"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

type newOptions struct {
	kind          string // answers, questionnaire or template
	questionnaire string // of answers
	output        string
}

func newNewCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	var opts newOptions
	cmd := &cobra.Command{
		Use:   "new answers|questionnaire|template",
		Short: "Write an answers file, a questionnaire or a template to start from",
		Long: `Write an answers file to fill in with any editor: every question with its
options as comments; assess run goes on with it, assess score scores it. Or a
small commented questionnaire to make a model of your own from. Or the template
that reports are laid out by, Markdown or HTML, for assess score --template.`,
		Example: `  assess new answers -o answers.yaml
  assess new answers -q my-model.yaml > answers.yaml
  assess new answers -o sheet.xlsx
  assess new questionnaire -o my-model.yaml
  assess new template -o our-report.html`,
		ValidArgs: []string{"answers", "questionnaire", "template"},
		Args:      takesOneOf("answers", "questionnaire", "template"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opts.kind = args[0]; opts.kind != "answers" && cmd.Flags().Changed("questionnaire") {
				return outcome.Usagef("-q names the questionnaire of new answers, not of a new %s", opts.kind)
			}
			return run(*a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", library.Default,
		"bundled name or file, of new answers")
	flags.StringVarP(&opts.output, "output", "o", "-", "file to write; - is standard output")
	return cmd
}

func runNew(a app, opts newOptions) error {
	switch opts.kind {
	case "questionnaire":
		return a.begin(opts.output, questionnaires.Starter(), ".yaml", ".yml")
	case "template":
		format := report.Template{Name: opts.output}.Format()
		return a.begin(opts.output, []byte(report.BuiltIn(format).Text), ".md", ".html")
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(opts.output), ".xlsx") {
		return a.newWorkbook(opts.output, lib.Given())
	}
	words, err := a.words()
	if err != nil {
		return err
	}
	data := codec.NewAnswers(lib.Given(), a.language(), a.today(), words.Say)
	return a.begin(opts.output, data, ".yaml", ".yml")
}

// newWorkbook writes the workbook that somebody fills in with a spreadsheet.
func (a app) newWorkbook(name string, q *assess.Questionnaire) error {
	words, err := a.words()
	if err != nil {
		return err
	}
	data, err := codec.NewWorkbook(q, a.language(), a.today(), words.Say)
	if err != nil {
		return err
	}
	return a.beginFile(name, data)
}

// begin writes a file for a person to go on with.
func (a app) begin(name string, data []byte, extensions ...string) error {
	if name == "-" {
		_, err := a.out.Write(data)
		return err
	}
	if ext := strings.ToLower(filepath.Ext(name)); !slices.Contains(extensions, ext) {
		return outcome.Usagef("-o %s: it is written as %s", name, strings.Join(extensions, " or "))
	}
	return a.beginFile(name, data)
}

// beginFile writes a file that is not there yet; what somebody began is not replaced.
func (a app) beginFile(name string, data []byte) error {
	if err := a.mayBegin(name, data); err != nil {
		return err
	}
	return disk.Replace(name, data, 0o600)
}

// mayBegin is why a file may not be written: something else stands there.
func (a app) mayBegin(name string, data []byte) error {
	old, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err == nil && !bytes.Equal(old, data) && !a.force {
		return fmt.Errorf("%s exists; --force replaces it", name)
	}
	return nil
}
