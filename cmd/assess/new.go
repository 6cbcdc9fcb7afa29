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
	"bankmaturity/questionnaires"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

// defaultQuestionnaire is asked where nothing names another.
const defaultQuestionnaire = "bank-digital"

type newOptions struct {
	questionnaire string
	output        string
}

func newNewCmd(a *app) *cobra.Command {
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
			if args[0] != "answers" && cmd.Flags().Changed("questionnaire") {
				return usagef("-q names the questionnaire of new answers, not of a new %s", args[0])
			}
			switch args[0] {
			case "questionnaire":
				return world(a.begin(opts.output, questionnaires.Starter(), ".yaml", ".yml"))
			case "template":
				return world(a.beginTemplate(opts.output))
			}
			return world(runNewAnswers(a, opts))
		},
	}
	cmd.Flags().StringVarP(&opts.questionnaire, "questionnaire", "q", defaultQuestionnaire, "bundled name or file, of new answers")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "-", "file to write; - is standard output")
	return cmd
}

func runNewAnswers(a *app, opts newOptions) error {
	m, err := newModels(a, opts.questionnaire)
	if err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(opts.output), ".xlsx") {
		return a.newWorkbook(opts.output, m.given)
	}
	words, err := a.words()
	if err != nil {
		return err
	}
	data := codec.NewAnswers(m.given, a.language(), a.today(), words.Say)
	return a.begin(opts.output, data, ".yaml", ".yml")
}

// newWorkbook writes the workbook that somebody fills in with a spreadsheet.
func (a *app) newWorkbook(name string, q *assess.Questionnaire) error {
	words, err := a.words()
	if err != nil {
		return err
	}
	help := "sheet.help" // a ladder: every lower answer is true as well
	if slices.ContainsFunc(q.Questions(), func(qu *assess.Question) bool { return qu.Level > 0 || len(qu.Options) == 2 }) {
		help = "sheet.help.plain"
	}
	data, err := codec.NewWorkbook(q, a.language(), a.today(), codec.SheetWords{
		Sheet: words.Say("sheet.name"), Organization: words.Say("sheet.organization"), Respondent: words.Say("sheet.respondent"),
		Role: words.Say("sheet.role"), Date: words.Say("sheet.date"), Question: words.Say("sheet.question"), Anchors: words.Say("sheet.anchors"),
		Answer: words.Say("sheet.answer"), Note: words.Say("sheet.note"), Evidence: words.Say("sheet.evidence"), Reason: words.Say("sheet.reason"),
		Help: words.Say(help),
	}, words.Say)
	if err != nil {
		return err
	}
	return a.beginFile(name, data)
}

// beginFile writes a file that is not there yet; what somebody began replaces nothing.
func (a *app) beginFile(name string, data []byte) error {
	old, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err == nil && !bytes.Equal(old, data) && !a.force {
		return fmt.Errorf("%s exists; --force replaces it", name)
	}
	return replace(name, data, 0o600)
}

// beginTemplate writes the built-in template of the format that the name tells.
func (a *app) beginTemplate(name string) error {
	t := report.BuiltIn(report.Template{Name: name}.Format())
	return a.begin(name, []byte(t.Text), ".md", ".html")
}

// begin writes a file for a person to go on with. It replaces no other.
func (a *app) begin(name string, data []byte, extensions ...string) error {
	if name == "-" {
		_, err := a.out.Write(data)
		return err
	}
	if ext := strings.ToLower(filepath.Ext(name)); !slices.Contains(extensions, ext) {
		return usagef("-o %s: it is written as %s", name, strings.Join(extensions, " or "))
	}
	return a.beginFile(name, data)
}
