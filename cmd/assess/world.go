package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"time"

	"bankmaturity/assess/diag"
	"bankmaturity/assess/message"
	"bankmaturity/report"

	"golang.org/x/term"
)

// stdout remembers that something could not be written, for what does not say so.
type stdout struct {
	io.Writer
	err error
}

func (s *stdout) Write(data []byte) (int, error) {
	n, err := s.Writer.Write(data)
	s.err = cmp.Or(s.err, err)
	return n, err
}

// app is the world as the verbs see it, and the global flags. Tests bring
// their own streams, clock and environment.
type app struct {
	in     *os.File
	out    io.Writer
	err    *os.File
	now    func() time.Time
	getenv func(string) string

	lang    string // --lang, "" if not given
	spoken  string // the language of an interview; "" without one
	names   bool
	force   bool
	noColor bool
	quiet   bool
	trace   bool // reports trace every number
	layout  *report.Template
	brand   *report.Brand
	alone   bool // nobody else writes what this run writes: a session holds its lock
}

// terminal reports whether a person sits in front: they can type, and see what
// is not a result.
func (a *app) terminal() bool {
	return a.getenv("TERM") != "dumb" && term.IsTerminal(int(a.in.Fd())) && term.IsTerminal(int(a.err.Fd()))
}

// errTerminal reports whether a person reads what is not a result.
func (a *app) errTerminal() bool { return term.IsTerminal(int(a.err.Fd())) }

// today is the date of what begins now.
func (a *app) today() string { return a.now().Format("2006-01-02") }

// say tells the person something that is not a result.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.err, format+"\n", args...)
	}
}

// words loads the catalogue of the command line's own texts.
func (a *app) words() (*message.Catalogue, error) {
	return message.Load(messages, a.language())
}

// blame prints diagnostics on standard error and reports whether one is an error.
func (a *app) blame(ds []diag.Diagnostic) (bool, error) {
	if a.quiet && !diag.Errors(ds) {
		return false, nil
	}
	var buf bytes.Buffer
	if err := diag.Write(&buf, ds, diag.Options{}); err != nil {
		return false, err
	}
	_, err := a.err.Write(buf.Bytes())
	return diag.Errors(ds), err
}
