package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/questionnaires"
	"bankmaturity/report"

	harbour "bankmaturity/docs/examples/harbour-city-bank"

	"github.com/spf13/cobra"
)

type newOptions struct {
	kind          string // answers, questionnaire, template or example
	template      string // the name of a built-in template, "" for that of reports
	questionnaire string // of answers, as what follows
	organization  string
	respondent    string
	sections      []string
	output        string
}

// newKinds are what can be begun with.
var newKinds = []string{"answers", "questionnaire", "template", "example"}

func newNewCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new answers|questionnaire|template|example",
		Short: "Write answers to fill in, a questionnaire, a template or an example to start from",
		Example: `  assess new answers -o form.html
  assess new example`,
		Args: takesOneOf(newKinds...), // what is none of the kinds
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(newAnswersCmd(a, run), newQuestionnaireCmd(a, run), newTemplateCmd(a, run),
		newExampleCmd(a, run))
	return cmd
}

// intoFile adds the option that names the file to write.
func intoFile(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVarP(name, "output", "o", "-", "file to write; - is standard output")
}

func newAnswersCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	opts := newOptions{kind: "answers"}
	cmd := &cobra.Command{
		Use:   "answers",
		Short: "Write answers to fill in",
		Long: `Write answers to fill in: a page for a browser (.html), which needs no network
and saves a file that every verb reads; a workbook (.xlsx); or a text file with
every question and its options as comments (.yaml). assess run goes on with what
was filled in, assess score scores it.`,
		Example: `  assess new answers -o form.html --organization "Harbour City Bank"
  assess new answers -o sheet.xlsx --section open-banking
  assess new answers -q my-model.yaml > answers.yaml`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error { return run(*a, opts) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", library.Default, "bundled name or file")
	flags.StringVar(&opts.organization, "organization", "", "the bank's name, written in beforehand")
	flags.StringVar(&opts.respondent, "respondent", "", "the name of who fills it in, written in beforehand")
	flags.StringArrayVar(&opts.sections, "section", nil, "ask only about this section; may be repeated")
	intoFile(cmd, &opts.output)
	return cmd
}

func newQuestionnaireCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	opts := newOptions{kind: "questionnaire"}
	cmd := &cobra.Command{
		Use:     "questionnaire",
		Short:   "Write a small commented questionnaire to make a model of your own from",
		Example: "  assess new questionnaire -o my-model.yaml",
		Args:    takes(0, 0),
		RunE:    func(*cobra.Command, []string) error { return run(*a, opts) },
	}
	intoFile(cmd, &opts.output)
	return cmd
}

func newTemplateCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	opts := newOptions{kind: "template"}
	cmd := &cobra.Command{
		Use:   "template [word|slides]",
		Short: "Write the template that reports are laid out by, to make your own of",
		Long: `Write the template that reports are laid out by, Markdown or HTML by the name of
the file, or that of a document (word) or of slides; assess score --template takes
what you make of it.`,
		Example: `  assess new template -o our-report.html
  assess new template slides -o our-slides.md`,
		ValidArgs: report.Names(),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return takesOneOf(report.Names()...)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			opts.template = strings.Join(args, "")
			return run(*a, opts)
		},
	}
	intoFile(cmd, &opts.output)
	return cmd
}

func newExampleCmd(a *app, run func(app, newOptions) error) *cobra.Command {
	opts := newOptions{kind: "example"}
	cmd := &cobra.Command{
		Use:     "example",
		Short:   "Write the answers of Harbour City Bank, a made-up bank",
		Example: "  assess new example\n  assess new example -o harbour",
		Args:    takes(0, 0),
		RunE:    func(*cobra.Command, []string) error { return run(*a, opts) },
	}
	cmd.Flags().StringVarP(&opts.output, "output", "o", ".", "folder to write into")
	return cmd
}

func runNew(a app, opts newOptions) error {
	switch opts.kind {
	case "questionnaire":
		return a.begin(opts.output, questionnaires.Starter(), ".yaml", ".yml")
	case "example":
		return a.newExample(opts.output)
	case "template":
		if t, named := report.Named(opts.template); named {
			return a.begin(opts.output, []byte(t.Text), ".md")
		}
		format := report.Template{Name: opts.output}.Format()
		return a.begin(opts.output, []byte(report.BuiltIn(format).Text), ".md", ".html")
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	if err := library.SectionsExist(lib.Given(), opts.sections); err != nil {
		return err
	}
	for _, given := range [][2]string{{"organization", opts.organization}, {"respondent", opts.respondent}} {
		if text := given[1]; !utf8.ValidString(text) || text != "" && strings.TrimSpace(text) == "" {
			return outcome.Usagef("--%s: it is no text", given[0])
		}
	}
	if n := utf8.RuneCountInString(opts.organization); n > codec.LongestName {
		return outcome.Usagef("--organization: it has %d characters, more than %d", n, codec.LongestName)
	}
	blank := a.blank(lib.Given())
	blank.Organization, blank.Respondent, blank.Sections = opts.organization, opts.respondent, opts.sections
	var data []byte
	switch strings.ToLower(filepath.Ext(opts.output)) {
	case ".xlsx":
		data, err = codec.NewWorkbook(blank)
	case ".html":
		data, err = codec.NewPage(blank)
	default:
		data = codec.NewAnswers(blank)
	}
	if err != nil {
		return err
	}
	return a.begin(opts.output, data, ".html", ".xlsx", ".yaml", ".yml")
}

// newExample writes the answers of the example into a folder, "-" for this one.
func (a app) newExample(folder string) error {
	files, err := harbour.Answers()
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	var all []newFile
	for _, name := range names {
		all = append(all, newFile{filepath.Join(folder, name), files[name]})
	}
	if _, err := a.beginFiles(all); err != nil {
		return err
	}
	a.console().Say("Written: %s", strings.Join(names, ", "))
	return nil
}

// blank is a response to fill in.
func (a app) blank(q *assess.Questionnaire) codec.Blank {
	return codec.Blank{Questionnaire: q, Language: a.language(), Date: a.today(), Words: wordsOf}
}

// wordsOf is what says this package's own texts in a language. They are part of the program:
// a test loads all.
func wordsOf(language string) codec.Say {
	words, err := message.Load(messages, language)
	if err != nil {
		return func(key string, _ ...any) string { return key }
	}
	return words.Say
}

// begin writes a file for a person to go on with.
func (a app) begin(name string, data []byte, extensions ...string) error {
	if name == "-" {
		_, err := a.out.Write(data)
		return err
	}
	if ext := strings.ToLower(filepath.Ext(name)); !slices.Contains(extensions, ext) {
		last := len(extensions) - 1
		accepted := extensions[last]
		if last > 0 {
			accepted = strings.Join(extensions[:last], ", ") + " or " + accepted
		}
		return outcome.Usagef("-o %s: it is written as %s", name, accepted)
	}
	_, err := a.beginFiles([]newFile{{name, data}})
	return err
}

// A newFile is one for a person to go on with.
type newFile struct {
	name string
	data []byte
}

// beginFiles writes files that are not there yet: all of them, or, where something else stands
// in the way of one, none. What somebody began is replaced with --force alone, and told.
func (a app) beginFiles(files []newFile) (replaced []string, err error) {
	for _, f := range files {
		stands, err := a.inTheWay(f)
		if err != nil {
			return nil, err
		}
		if stands {
			replaced = append(replaced, f.name)
		}
	}
	for _, f := range files {
		if err := disk.Replace(f.name, f.data, 0o600); err != nil {
			return nil, err
		}
	}
	return replaced, nil
}

// inTheWay reports whether something else stands where a file is to be written; without
// --force that is an error.
func (a app) inTheWay(f newFile) (bool, error) {
	if err := disk.Writable(f.name); err != nil {
		if a.force {
			return true, nil
		}
		return false, fmt.Errorf("%w; --force replaces it", err)
	}
	old, err := os.ReadFile(f.name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return false, nil
	case err != nil || bytes.Equal(old, f.data):
		return false, err
	case !a.force:
		return false, fmt.Errorf("%s exists; --force replaces it", f.name)
	}
	return true, nil
}
