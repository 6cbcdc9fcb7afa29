package main

import (
	"cmp"
	"context"
	"embed"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"

	"golang.org/x/term"
)

// world is what surrounds the program. Tests bring their own streams, clock and
// environment.
type world struct {
	in     *os.File
	out    io.Writer
	err    *os.File
	now    func() time.Time
	getenv func(string) string
}

// remembering keeps the first error of a writer, for those who don't look: cobra prints
// help and versions so.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(data []byte) (int, error) {
	n, err := r.Writer.Write(data)
	r.err = cmp.Or(r.err, err)
	return n, err
}

// terminal reports whether a person sits in front: they can type, and see what is not a
// result.
func (w world) terminal() bool {
	return term.IsTerminal(int(w.in.Fd())) && term.IsTerminal(int(w.err.Fd()))
}

// today is the date of what begins now.
func (w world) today() string { return w.now().Format(time.DateOnly) }

// interruptible returns a context that a signal ends, for verbs that have something to
// bring to safety then. A second signal ends the program, as the first does in every
// other verb.
func interruptible() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(),
		os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// app is what a verb runs with: the world and the options of every verb. It is a value,
// filled before the verb runs; the verb makes of it what the packages below need.
type app struct {
	world
	lang    string // --lang, "" if not given
	names   bool
	force   bool
	noColor bool
	quiet   bool
	stop    <-chan struct{} // closed by a signal, where the verb does not end by it at once
}

func (a app) console() output.Console {
	return output.Console{Out: a.out, Err: a.err, Now: a.now, Quiet: a.quiet}
}

func (a app) input() disk.Input { return disk.Input{Stdin: a.in, Stop: a.stop} }

// writer writes results as the options of every verb say.
func (a app) writer() output.Writer {
	return output.Writer{Console: a.console(), Options: output.Options{
		Language: a.language(), DataLanguage: a.lang, Version: version, Names: a.names, Force: a.force,
		Printer: browserPrinter{a.getenv},
	}}
}

// library opens the library with what -q names.
func (a app) library(questionnaire string) (*library.Library, error) {
	return library.Open(a.input(), a.console(), questionnaire)
}

// language is that of screens and prose reports.
func (a app) language() string { return output.Language(a.lang, a.getenv) }

// messages are this package's own texts, one file per language.
//
//go:embed messages/*.json
var messages embed.FS

// words loads this package's own texts.
func (a app) words() (*message.Catalogue, error) { return message.Load(messages, a.language()) }
