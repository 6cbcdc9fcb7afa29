package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"

	"github.com/spf13/cobra"
)

type importOptions struct {
	export        string
	questionnaire string
	mapping       string
	organization  string
	output        string
}

func newImportCmd(a *app, run func(app, importOptions) error) *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "import EXPORT.csv|.xlsx",
		Short: "Make answers files of what a survey tool exports",
		Long: `Make an answers file of each row that a survey tool exports (Microsoft Forms,
Google Forms, LimeSurvey, SurveyMonkey, 问卷星 and others): a row per person,
questions as headers. A column is a question's when its header is the question's
id, code, title or what it asks, in any language of the questionnaire; a cell
is an option's value, its text, or a value before a text. Nothing is guessed:
what can't be placed is named, and nothing is written.

With --map FILE what was understood is written to FILE, to be completed; a FILE
that is there already is read. Without -o nothing is written but the map. With
--force what can't be read is left out, and named.`,
		Example: `  assess import forms.xlsx -q bank-digital --map map.yaml
  assess import forms.xlsx -q bank-digital --map map.yaml --organization "Harbour City Bank" -o answers`,
		Args: takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.export = args[0]
			return run(*a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file, of what was asked")
	flags.StringVar(&opts.mapping, "map", "",
		"what headers and texts mean (.yaml): read if it is there, else written to be completed")
	flags.StringVar(&opts.organization, "organization", "", "the bank's name, where no column says it")
	flags.StringVarP(&opts.output, "output", "o", "", "folder for the answers files")
	return cmd
}

func runImport(a app, opts importOptions) error {
	if opts.questionnaire == "" {
		return outcome.Usagef("-q is missing: an export does not say which questionnaire was asked")
	}
	ext := strings.ToLower(filepath.Ext(opts.mapping))
	if opts.mapping != "" && ext != ".yaml" && ext != ".yml" {
		return outcome.Usagef("--map %s: a map is a .yaml file", opts.mapping)
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	data, err := a.input().Read(opts.export)
	if err != nil {
		return err
	}
	known := opts.mapping != "" && disk.Exists(opts.mapping)
	reading := codec.ImportOptions{Organization: opts.organization, Today: a.today(), Open: a.force}
	if known {
		if reading.Map, err = a.readMap(opts.mapping, lib.Given()); err != nil {
			return err
		}
	}
	in, found := codec.ReadExport(filepath.ToSlash(opts.export), data, lib.Given(), reading)
	if in != nil {
		found = append(found, library.Ahead(a.now(), in.Records...)...)
		diag.Sort(found)
	}
	if err := a.blameExport(found, opts); err != nil {
		return err
	}
	if in != nil && opts.mapping != "" && !known {
		if err := disk.Replace(opts.mapping, in.Map, 0o600); err != nil {
			return err
		}
		a.console().Say("Map: %s", opts.mapping)
	}
	if diag.Errors(found) {
		if opts.mapping == "" && in != nil {
			a.console().Say("--map FILE writes what was understood, to be completed.")
		}
		return outcome.ErrFindings
	}
	return a.writeImport(in, opts)
}

// readMap reads a map of the questionnaire.
func (a app) readMap(name string, q *assess.Questionnaire) (*codec.ImportMap, error) {
	data, err := a.input().Read(name)
	if err != nil {
		return nil, err
	}
	find := func(id, _ string) (*assess.Questionnaire, string, []string) {
		if id == q.ID {
			return q, "", nil
		}
		return nil, "-q names " + q.ID, []string{q.ID}
	}
	m, found := codec.ReadImportMap(filepath.ToSlash(name), data, find)
	if _, err := a.console().Blame(found); err != nil {
		return nil, err
	}
	if m == nil {
		return nil, outcome.ErrFindings
	}
	return m, nil
}

// blameExport prints what is wrong with an export: a map lists what can't be read to its end.
func (a app) blameExport(found []diag.Diagnostic, opts importOptions) error {
	more := len(found) - diag.Most
	slices.SortStableFunc(found, func(x, y diag.Diagnostic) int {
		if more <= 0 {
			return 0
		}
		return cmp.Compare(string(x.Severity), string(y.Severity)) // errors first
	})
	if _, err := a.console().Blame(found[:min(len(found), diag.Most)]); err != nil {
		return err
	}
	if more > 0 {
		a.console().Say("%s: %d more", opts.export, more)
	}
	return nil
}

// writeImport writes a file per row: all of them, or, where one may not be replaced, none.
func (a app) writeImport(in *codec.Import, opts importOptions) error {
	console := a.console()
	if n := len(in.Silent); n > 0 {
		some := strings.Join(in.Silent[:min(n, 10)], ", ")
		if n > 10 {
			some += fmt.Sprintf(" and %d others", n-10)
		}
		console.Say("No column answers %d of the questions: %s", n, some)
	}
	if opts.output == "" {
		console.Say("Rows of answers: %d. -o DIR writes a file for each.", len(in.Records))
		return nil
	}
	if err := os.MkdirAll(opts.output, 0o700); err != nil {
		return err
	}
	files := importedFiles(in, opts.output)
	for _, f := range files {
		for _, own := range []string{opts.export, opts.mapping, opts.questionnaire} {
			if sameFile(f.name, own) {
				return fmt.Errorf("%s is read by this import; -o names another folder", f.name)
			}
		}
	}
	replaced, err := a.beginFiles(files)
	if err != nil {
		return err
	}
	for _, name := range replaced {
		console.Say("replaced: %s", name)
	}
	console.Say("Answers files written to %s: %d", opts.output, len(files))
	return nil
}

// sameFile reports whether two names are of one file that is there.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	two, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(one, two)
}

// importedFiles are named by the respondents, or the rows of those without a name.
func importedFiles(in *codec.Import, folder string) []newFile {
	files := make([]newFile, len(in.Records))
	taken := map[string]bool{}
	for i, r := range in.Records {
		stem := fmt.Sprintf("row-%d", in.Rows[i])
		if r.Response.Respondent != "" {
			stem = disk.FileName(r.Response.Respondent)
		}
		name := stem
		// Some systems take names that differ in case or composition for one.
		for n := 2; taken[assess.OrganizationKey(name)]; n++ {
			name = fmt.Sprintf("%s.%d", stem, n)
		}
		taken[assess.OrganizationKey(name)] = true
		files[i].name = filepath.Join(folder, name+".yaml")
		files[i].data = codec.WriteAnswers(r.Response, codec.WriteOptions{})
	}
	return files
}
