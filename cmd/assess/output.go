package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report"
	"bankmaturity/report/data"
)

// formats are the report formats, by extension.
func formats() []string { return []string{"md", "html", "json", "csv", "xlsx"} }

// output is one report to write.
type output struct {
	name   string // "-" is standard output
	format string
}

// outputs decides what to write where from -o and --format: by extension unless
// a format is given, Markdown on standard output without either.
func outputs(names []string, format string, formats []string) ([]output, error) {
	if format != "" && !slices.Contains(formats, format) {
		return nil, usagef("--format %s: the formats are %s", format, strings.Join(formats, ", "))
	}
	if len(names) == 0 {
		names = []string{"-"}
	}
	var out []output
	for _, name := range names {
		o := output{name: name, format: format}
		if o.format == "" && name == "-" {
			o.format = "md"
		}
		if o.format == "" {
			o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
		}
		if !slices.Contains(formats, o.format) {
			how := map[string]string{"pdf": " (for PDF print the .html from a browser)", "docx": " (for Word let pandoc make it of the .md)"}[o.format]
			return nil, usagef("-o %s: no report format goes by this name; use %s%s", name, "."+strings.Join(formats, ", ."), how)
		}
		if slices.ContainsFunc(out, func(p output) bool { return p.name == name }) {
			return nil, usagef("-o %s is given twice", name)
		}
		out = append(out, o)
	}
	return out, nil
}

// prepare decides what to write, reads what -q names, and refuses what may not be
// replaced, before any answers are read.
func (a *app) prepare(names []string, format, questionnaire string) ([]output, *models, error) {
	outs, err := outputs(names, format, formats())
	if err != nil {
		return nil, nil, err
	}
	m, err := newModels(a, questionnaire)
	if err != nil {
		return nil, nil, err
	}
	return outs, m, a.writable(outs)
}

// chart names the picture beside a Markdown file, "" on standard output.
func (o output) chart() string {
	if o.name == "-" || o.format != "md" {
		return ""
	}
	return strings.TrimSuffix(o.name, filepath.Ext(o.name)) + ".radar.svg"
}

// files are the files an output writes.
func (o output) files() []string {
	if o.name == "-" {
		return nil
	}
	if c := o.chart(); c != "" {
		return []string{o.name, c}
	}
	return []string{o.name}
}

// writable refuses, before anything is computed or asked, to replace a file
// that assess did not write.
func (a *app) writable(outs []output) error {
	for _, o := range outs {
		for _, name := range o.files() {
			if err := a.replaceable(name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *app) replaceable(name string) error {
	if a.force {
		return nil
	}
	if piped(name) {
		return nil
	}
	data, err := os.ReadFile(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !report.Written(name, data):
		return fmt.Errorf("%s exists and is not as assess wrote it; --force replaces it, -o writes elsewhere", name)
	}
	return nil
}

// write renders a result into every output. An environment's language decides
// about prose only, never about data.
func (a *app) write(res *assess.Result, outs []output) error {
	for _, o := range outs {
		if err := a.writeOne(res, o); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) writeOne(res *assess.Result, o output) error {
	opts := report.Options{Language: a.language(), Names: a.names, Version: version, Trace: a.trace, Template: a.layout, Brand: a.brand}
	chart := o.chart()
	if chart != "" {
		opts.RadarFile = filepath.Base(chart)
	}
	written, err := a.render(res, o.format, opts)
	var wrong *report.TemplateError
	if errors.As(err, &wrong) {
		return a.blameTemplate(wrong)
	}
	if err == nil && chart != "" {
		err = a.put(chart, report.Radar(res, opts))
	}
	if err != nil {
		return err
	}
	return a.put(o.name, written)
}

// render writes a result in a format.
func (a *app) render(res *assess.Result, format string, opts report.Options) ([]byte, error) {
	plain := data.Options{Language: a.lang, Names: a.names, Version: version}
	switch format {
	case "md":
		return report.Markdown(res, opts)
	case "html":
		return report.HTML(res, opts)
	case "json":
		return data.JSON(res, plain), nil
	case "csv":
		return data.CSV(res, plain), nil
	}
	plain.Language = a.language() // a workbook's words are prose
	return data.XLSX(res, plain)
}

// put writes a result to standard output or, whole or not at all, to a file.
func (a *app) put(name string, data []byte) error {
	if name == "-" {
		_, err := a.out.Write(data)
		return err
	}
	if err := a.replaceable(name); err != nil {
		return err
	}
	if piped(name) { // a pipe, /dev/stdout: there is nothing to replace
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	}
	if a.alone {
		return resave(name, data, 0o644)
	}
	return replace(name, data, 0o644)
}

// piped reports whether a name is that of a pipe or a device.
func piped(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// growing is a file that is written bit by bit and, like what put writes, is there
// whole or not at all.
type growing struct {
	*bufio.Writer
	draft *draft
}

func (a *app) growing(name string) (*growing, error) {
	if err := a.replaceable(name); err != nil {
		return nil, err
	}
	d, err := newDraft(name, 0o644, fresh)
	if err != nil {
		return nil, err
	}
	return &growing{bufio.NewWriterSize(d, 1<<18), d}, nil
}

// finish puts the file in its place, which may be another than it was begun for.
func (a *app) finish(g *growing, name string) error {
	err := g.Flush()
	if err == nil && name != g.draft.name {
		g.draft.name = name
		err = a.replaceable(name)
	}
	return g.draft.end(err)
}
