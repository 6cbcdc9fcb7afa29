package report

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"path"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

//go:embed report.md.tmpl
var markdownTemplate string

//go:embed report.html.tmpl
var htmlTemplate string

//go:embed report.css
var style string

// A Template lays out a Page instead of the built-in one: Markdown with text/template,
// HTML with html/template. What it prints is escaped for the format unless it is Safe.
type Template struct {
	Name string // for errors; its extension, .md or .html, is the format
	Text string
}

// BuiltIn returns the template that a format, md or html, is laid out by.
func BuiltIn(format string) Template {
	if format == "html" {
		return Template{"report.html", htmlTemplate}
	}
	return Template{"report.md", markdownTemplate}
}

// Format returns md or html, "" for a template of neither.
func (t Template) Format() string {
	switch ext := strings.ToLower(path.Ext(strings.ReplaceAll(t.Name, `\`, "/"))); ext {
	case ".md", ".html":
		return ext[1:]
	}
	return ""
}

// A TemplateError is what is wrong in a template, and where.
type TemplateError struct {
	Line, Column int // from 1; 0 where it is not known
	Message      string
}

func (e *TemplateError) Error() string { return e.Message }

// Check parses a template. The error is a *TemplateError.
func (t Template) Check() error {
	w := words.Words{}
	var err error
	if t.Format() == "html" {
		_, err = t.html(w)
	} else {
		_, err = t.markdown(w)
	}
	return blamed(err)
}

// template returns the one that a format is laid out by: the user's, if it is for that
// format.
func (o Options) template(format string) Template {
	if o.Template != nil && o.Template.Format() == format {
		return *o.Template
	}
	return BuiltIn(format)
}

// functions are what a template can call besides the built-in ones.
func functions(w words.Words) map[string]any {
	number := func(v any, show func(float64) string) string {
		if f, ok := v.(float64); ok {
			return show(f)
		}
		return w.Say("dash")
	}
	return map[string]any{
		"shown":   func(v any) string { return number(v, assess.Shown) },
		"percent": func(v any) string { return number(v, func(f float64) string { return w.Percent(f, false) }) },
		"date": func(v any) Safe {
			s, _ := v.(string)
			return Safe(w.Date(s))
		},
	}
}

func (t Template) html(w words.Words) (*htmltemplate.Template, error) {
	return htmltemplate.New("template").Funcs(functions(w)).Parse(t.Text)
}

// markdown parses a template in which every value that is printed is escaped, as
// html/template does for HTML.
func (t Template) markdown(w words.Words) (*template.Template, error) {
	const escape = "_escape"
	functions := functions(w)
	functions[escape] = func(v any) string {
		switch v := v.(type) {
		case nil:
			return ""
		case Safe:
			return string(v)
		case bool, int, float64:
			return fmt.Sprint(v)
		}
		return w.User(fmt.Sprint(v))
	}
	set, err := template.New("template").Funcs(functions).Parse(t.Text)
	if err != nil {
		return nil, err
	}
	for _, one := range set.Templates() {
		if one.Tree != nil {
			pipeInto(one.Root, escape)
		}
	}
	return set, nil
}

// pipeInto ends every pipeline that prints with a function.
func pipeInto(n parse.Node, function string) {
	branch := func(b *parse.BranchNode) {
		pipeInto(b.List, function)
		if b.ElseList != nil {
			pipeInto(b.ElseList, function)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			pipeInto(child, function)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			call := parse.NewIdentifier(function).SetTree(nil).SetPos(n.Pos)
			n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: []parse.Node{call}})
		}
	}
}

// render lays a page out and seals it.
func render(w words.Words, p *Page, t Template) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if t.Format() == "html" {
		var set *htmltemplate.Template
		if set, err = t.html(w); err == nil {
			err = set.Execute(&b, p)
		}
	} else {
		var set *template.Template
		if set, err = t.markdown(w); err == nil {
			err = set.Execute(&b, p)
		}
	}
	if err != nil {
		return nil, blamed(err)
	}
	body := bytes.TrimLeft(b.Bytes(), "\n")
	for t.Format() == "md" && !bytes.HasSuffix(body, []byte("\n\n")) {
		body = append(body, '\n') // else the seal would belong to the last paragraph
	}
	return Seal(body), nil
}

var (
	place   = regexp.MustCompile(`^(?:html/)?template: ?(?:[^:]*):(\d+)(?::(\d+))?: (.*)$`)
	running = regexp.MustCompile(`executing "[^"]*" at `)
	goType  = regexp.MustCompile(` in type \S+`)
)

// blamed is an error of the template libraries in our words.
func blamed(err error) error {
	if err == nil {
		return nil
	}
	var known *TemplateError
	if errors.As(err, &known) {
		return err
	}
	out := &TemplateError{Message: strings.ReplaceAll(err.Error(), "\n", " ")}
	if m := place.FindStringSubmatch(out.Message); m != nil {
		out.Line, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			out.Column, _ = strconv.Atoi(m[2])
			out.Column++
		}
		out.Message = m[3]
	}
	out.Message = goType.ReplaceAllString(running.ReplaceAllString(out.Message, ""), "")
	return out
}
