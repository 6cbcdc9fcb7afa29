package report

import (
	"bytes"
	_ "embed"
	"fmt"
	htmltemplate "html/template"
	"io"
	"path"
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

//go:embed word.md.tmpl
var wordTemplate string

//go:embed slides.md.tmpl
var slidesTemplate string

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

// Named returns a built-in template that goes by a name of its own, one of Names.
func Named(name string) (Template, bool) {
	switch name {
	case "word":
		return Template{"word.md", wordTemplate}, true
	case "slides":
		return Template{"slides.md", slidesTemplate}, true
	}
	return Template{}, false
}

// Names are the built-in templates for other programs: pandoc makes a document for Word and
// slides of them.
func Names() []string { return []string{"word", "slides"} }

// Format returns md or html, "" for a template of neither.
func (t Template) Format() string {
	switch ext := strings.ToLower(path.Ext(strings.ReplaceAll(t.Name, `\`, "/"))); ext {
	case ".md", ".html":
		return ext[1:]
	}
	return ""
}

// Check parses a template. The error is a *TemplateError.
func (t Template) Check() error {
	_, err := t.parse(words.Words{})
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
		step:      countSteps(),
		"shown":   func(v any) string { return number(v, assess.Shown) },
		"percent": func(v any) string { return number(v, func(f float64) string { return w.Percent(f, false) }) },
		"date": func(v any) Safe {
			s, _ := v.(string)
			return Safe(w.Date(s))
		},
	}
}

// layout is a template of either library.
type layout interface {
	Execute(w io.Writer, page any) error
}

func (t Template) parse(w words.Words) (layout, error) {
	if t.Format() == "html" {
		return t.html(w)
	}
	return t.markdown(w)
}

func (t Template) html(w words.Words) (*htmltemplate.Template, error) {
	set, err := htmltemplate.New("template").Funcs(functions(w)).Parse(t.Text)
	if err != nil {
		return nil, err
	}
	for _, defined := range set.Templates() {
		if defined.Tree == nil {
			continue
		}
		if err := countIn(defined.Tree.Root); err != nil {
			return nil, err
		}
	}
	return set, nil
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
	for _, defined := range set.Templates() {
		if defined.Tree == nil {
			continue
		}
		pipeInto(defined.Root, escape)
		if err := countIn(defined.Root); err != nil {
			return nil, err
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
			call := []parse.Node{parse.NewIdentifier(function).SetTree(nil).SetPos(n.Pos)}
			command := parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos, Args: call}
			n.Pipe.Cmds = append(n.Pipe.Cmds, &command)
		}
	}
}

// render lays a page out and seals it.
func render(w words.Words, p *Page, t Template) ([]byte, error) {
	var b bounded
	l, err := t.parse(w)
	if err == nil {
		err = l.Execute(&b, p)
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

// builtInMarkdown lays chapters out that no template of a user's can change.
func builtInMarkdown(w words.Words, title string, chapters ...Chapter) ([]byte, error) {
	return render(w, newPage(w, Options{}, title, chapters, nil), BuiltIn("md"))
}
