package main

import (
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
)

// maxLogo is the largest logo that is put into a page, in bytes.
const maxLogo = 1 << 20

// readLook reads the template and the brand that reports are to have.
func (a *app) readLook(layout, brand string, outs []output) error {
	if layout != "" {
		if err := a.readTemplate(layout, outs); err != nil {
			return err
		}
	}
	if brand == "" {
		return nil
	}
	if !slices.ContainsFunc(outs, func(o output) bool { return o.format == "html" }) {
		return usagef("--brand %s: no report is HTML", brand)
	}
	return a.readBrand(brand)
}

func (a *app) readTemplate(name string, outs []output) error {
	t := report.Template{Name: name}
	switch {
	case t.Format() == "":
		return usagef("--template %s: a template is a .md or .html file", name)
	case !slices.ContainsFunc(outs, func(o output) bool { return o.format == t.Format() }):
		return usagef("--template %s: no report is written as .%s", name, t.Format())
	}
	data, err := a.read(name)
	if err != nil {
		return err
	}
	t.Text = string(data)
	a.layout = &t
	var wrong *report.TemplateError
	if err := t.Check(); errors.As(err, &wrong) {
		return a.blameTemplate(wrong)
	}
	return nil
}

// blameTemplate prints what is wrong in the template, which is a finding.
func (a *app) blameTemplate(wrong *report.TemplateError) error {
	d := diag.Diagnostic{File: filepath.ToSlash(a.layout.Name), Line: wrong.Line, Column: max(wrong.Column, min(wrong.Line, 1)), Severity: diag.Error, Message: wrong.Message}
	if lines := strings.Split(a.layout.Text, "\n"); d.Line > 0 && d.Line <= len(lines) {
		d.Source = lines[d.Line-1]
	}
	if _, err := a.blame([]diag.Diagnostic{d}); err != nil {
		return err
	}
	return errFindings
}

func (a *app) readBrand(name string) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	b, ds := codec.ReadBrand(name, data)
	if bad, err := a.blame(ds); err != nil || bad {
		return cmp.Or(err, errFindings)
	}
	a.brand = &report.Brand{Name: b.Name, Colors: b.Colors, Dark: b.Dark, Body: b.Body, Headings: b.Headings}
	if b.Logo == "" {
		return nil
	}
	path := b.Logo
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(name), filepath.FromSlash(path))
	}
	a.brand.Logo, err = logo(path)
	return err
}

// logo returns a picture as an address that holds it.
func logo(path string) (template.URL, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > maxLogo {
		return "", fmt.Errorf("logo %s: not a file of at most 1 MiB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	kind := ""
	switch text := string(data); {
	case strings.HasPrefix(text, "\x89PNG\r\n\x1a\n"):
		kind = "image/png"
	case strings.HasPrefix(text, "\xff\xd8\xff"):
		kind = "image/jpeg"
	case strings.Contains(text[:min(len(text), 4096)], "<svg"):
		kind = "image/svg+xml"
	default:
		return "", fmt.Errorf("logo %s: neither PNG, JPEG nor SVG", path)
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)), nil
}
