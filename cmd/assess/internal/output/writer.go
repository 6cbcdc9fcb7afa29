package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/report"
	"bankmaturity/report/data"
)

// Options say how results are written.
type Options struct {
	Language     string // of prose
	DataLanguage string // of data: "" unless asked for, so that no environment changes data
	Version      string // of the tool
	Names        bool   // show names of respondents and voices
	Files        bool   // data names the files that were read, also without names: those of a batch
	Trace        bool   // trace every number
	Part         string // of the report; "" is the whole
	Depth        int    // levels of sections shown; 0: as many as can be read
	Template     *report.Template
	Brand        *report.Brand
	Force        bool // replace what assess did not write
	Printer      Printer
}

// A Printer makes a PDF of a page in HTML.
type Printer interface {
	// Ready is why it can't, nil where it can.
	Ready() error
	// Print prints a page, under a date (YYYY-MM-DD) that is not the clock's.
	Print(page []byte, date string) ([]byte, error)
}

// A Writer writes results: whole or not at all, and never over what somebody else wrote.
type Writer struct {
	Console
	Options
}

// mode is the permission of a new report.
const mode = 0o644

// Ready refuses, before anything is computed or asked, to replace files that assess did not
// write, reports and charts of some kinds beside them, and to make a PDF where nothing can print it.
func (w Writer) Ready(targets []Target, charts []string) error {
	for _, t := range targets {
		if t.Format == "pdf" {
			if err := w.Printer.Ready(); err != nil {
				return err
			}
		}
		for _, name := range t.Files(charts) {
			if err := w.MayReplace(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// MayReplace is why a file may not be replaced, nil if it may.
func (w Writer) MayReplace(name string) error {
	if w.Force || disk.Piped(name) {
		return nil
	}
	if err := disk.Writable(name); err != nil {
		return fmt.Errorf("%w; --force replaces it, -o writes elsewhere", err)
	}
	written, err := Written(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !written:
		return fmt.Errorf("%s exists and is not as assess wrote it; --force replaces it, -o writes elsewhere", name)
	}
	return nil
}

// figures are the options of what is for machines and sheets.
func (w Writer) figures(language string) data.Options {
	return data.Options{
		Language: language, Names: w.Names, Version: w.Version, Files: w.Files, Depth: w.Depth, Trace: w.Trace,
	}
}

// Result renders a result into every target.
func (w Writer) Result(res *assess.Result, targets ...Target) error {
	render := func(format string, opts report.Options) ([]byte, error) {
		switch format {
		case "md":
			return report.Markdown(res, opts)
		case "html":
			return report.HTML(res, opts)
		case "pdf":
			return w.print(res.Date)(report.HTML(res, opts.OnPaper()))
		case "json":
			return data.JSON(res, w.figures(w.DataLanguage)), nil
		case "csv":
			return data.CSV(res, w.figures(w.DataLanguage)), nil
		}
		return data.XLSX(res, w.figures(w.Language)) // a workbook's words are prose
	}
	return write(w, res, targets, report.Charts, render)
}

// Comparison renders a comparison into every target.
func (w Writer) Comparison(c *assess.Comparison, targets ...Target) error {
	render := func(format string, opts report.Options) ([]byte, error) {
		switch format {
		case "md":
			return report.ComparisonMarkdown(c, opts)
		case "html":
			return report.ComparisonHTML(c, opts)
		case "pdf":
			return w.print(c.After.Date)(report.ComparisonHTML(c, opts.OnPaper()))
		case "json":
			return data.ComparisonJSON(c, w.figures(w.DataLanguage)), nil
		case "csv":
			return data.ComparisonCSV(c, w.figures(w.DataLanguage)), nil
		}
		return data.ComparisonXLSX(c, w.figures(w.Language))
	}
	return write(w, c, targets, report.ComparisonCharts, render)
}

// print returns what makes a sealed PDF of a rendered page.
func (w Writer) print(date string) func(page []byte, err error) ([]byte, error) {
	return func(page []byte, err error) ([]byte, error) {
		if err != nil {
			return nil, err
		}
		pdf, err := w.Printer.Print(page, date)
		if err != nil {
			return nil, err
		}
		return report.SealPDF(pdf), nil
	}
}

// write renders a value into every target, and the charts beside it. An environment's
// language decides about prose only, never about data.
func write[T any](
	w Writer, value T, targets []Target, draw func(T, report.Options) []report.Chart,
	render func(format string, opts report.Options) ([]byte, error),
) error {
	for _, t := range targets {
		opts := report.Options{
			Language: w.Language, Names: w.Names, Version: w.Version,
			Trace: w.Trace, Part: w.Part, Depth: w.Depth, Template: w.Template, Brand: w.Brand,
		}
		var charts []report.Chart
		if beside := t.Beside(); beside != "" {
			opts.Beside = filepath.Base(beside)
			charts = draw(value, opts)
		}
		written, err := render(t.Format, opts)
		for _, c := range charts {
			if err == nil {
				err = w.Put(report.ChartFile(t.Beside(), c.Kind), c.SVG)
			}
		}
		if err == nil {
			err = w.Put(t.Name, written)
		}
		if err != nil {
			return w.BlameTemplate(w.Template, err)
		}
	}
	return nil
}

// BlameTemplate prints what is wrong in a template, which is a finding. Other errors
// come back as they are.
func (c Console) BlameTemplate(t *report.Template, err error) error {
	var wrong *report.TemplateError
	if !errors.As(err, &wrong) {
		return err
	}
	d := diag.Diagnostic{
		File: filepath.ToSlash(t.Name), Line: wrong.Line, Column: max(wrong.Column, min(wrong.Line, 1)),
		Severity: diag.Error, Message: wrong.Message,
	}
	if lines := strings.Split(t.Text, "\n"); d.Line > 0 && d.Line <= len(lines) {
		d.Source = lines[d.Line-1]
	}
	if _, err := c.Blame([]diag.Diagnostic{d}); err != nil {
		return err
	}
	return outcome.ErrFindings
}

// Put writes a result to standard output or, whole or not at all, to a file.
func (w Writer) Put(name string, content []byte) error {
	if name == "-" {
		_, err := w.Out.Write(content)
		return err
	}
	if err := w.MayReplace(name); err != nil {
		return err
	}
	if disk.Piped(name) { // a pipe, /dev/stdout: there is nothing to replace
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(content)
		return errors.Join(err, f.Close())
	}
	return disk.Replace(name, content, mode)
}
