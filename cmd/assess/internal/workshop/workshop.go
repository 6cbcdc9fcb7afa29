// Package workshop holds one interview from beginning to end: it opens the answers file
// or begins one, asks, saves after every answer, and writes the report.
//
// In the middle stands the interview of package assess, which knows the questions; package
// prompt asks and knows none. A workshop is what ties the two: it shows where the interview
// stands as a card (card.go, votes.go, overview.go), and carries out what the person did as
// an action (actions.go). Voices vote on each question; what people answered beforehand,
// alone, comes in as votes (prepared.go). The session (session.go) is the answers file: it
// is locked, written whole, and never written over what somebody else changed.
package workshop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/report"
)

// Options say what is asked, of whom and how.
type Options struct {
	Answers      string // the file, "" if it is not named
	Organization string
	Respondent   string
	Sections     []string // ids; none asks all
	Voices       []string // who vote on every question
	From         []string // files of answers given beforehand
	Contested    bool     // ask first what the votes are farthest apart on
	Review       bool     // ask answered questions again
	Screen       bool     // on a screen, else line by line
	NoColor      bool
	Outputs      []string                 // reports; none: one beside the answers
	Again        func(path string) string // the command that goes on with a file in the same way
}

// Tools are what a workshop works with. The writer's language is the one spoken where
// neither the person nor the answers ask for another.
type Tools struct {
	Keyboard *os.File
	Input    disk.Input
	Writer   output.Writer
	Library  *library.Library
}

// run is one call of Run.
type run struct {
	Tools
	texts
	opts     Options
	language string
	given    []codec.Record // the answers given beforehand
}

// Run holds one interview: open or begin the answers, ask, save, report.
func Run(ctx context.Context, t Tools, opts Options) error {
	r := &run{Tools: t, opts: opts}
	if err := r.speak(t.Writer.Language); err != nil {
		return err
	}
	if len(opts.From) > 0 {
		var err error
		if r.given, err = r.Library.Assessment(opts.From); err != nil {
			return err
		}
	}
	s, err := r.open(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	if err := r.settleLanguage(s); err != nil {
		return err
	}
	targets, err := r.targets(s.path)
	if err != nil {
		return err
	}
	w, err := r.begin(s)
	if err != nil {
		return err
	}
	if err := r.ask(ctx, w); err != nil {
		return err
	}
	return r.finish(w, targets)
}

// speak chooses the language.
func (r *run) speak(language string) (err error) {
	r.language = language
	r.texts, err = textsIn(language)
	return err
}

// settleLanguage chooses the language of the interview: the one asked for, else the one
// in which the answers were begun, else the environment's.
func (r *run) settleLanguage(s *session) error {
	begun := s.response.Language
	if r.Writer.DataLanguage == "" && slices.Contains(output.Languages(), begun) {
		r.language = begun
	}
	s.response.Language = r.language
	return r.speak(r.language)
}

// targets are the reports to write: those named, else one beside the answers.
func (r *run) targets(path string) ([]output.Target, error) {
	names := r.opts.Outputs
	if len(names) == 0 {
		names = []string{stem(path) + ".report.md"}
	}
	targets, err := output.Targets(names, "")
	if err != nil {
		return nil, err
	}
	return targets, r.Writer.Replaceable(targets)
}

// begin brings in what was prepared, saves for the first time and opens the workshop.
func (r *run) begin(s *session) (*workshop, error) {
	prepared, err := r.prepared(s)
	if err != nil {
		return nil, err
	}
	bringIn(s.questionnaire, s.response, prepared)
	if err := s.save(); err != nil {
		return nil, err
	}
	w := newWorkshop(r.Writer.Console, r.texts, r.language, s, assess.InterviewOptions{
		Sections: r.opts.Sections, Review: r.opts.Review, Contested: r.opts.Contested, Heed: r.opts.Screen,
	})
	w.voices, w.prepared, w.onScreen = r.opts.Voices, prepared, r.opts.Screen
	return w, nil
}

// ask holds the interview. A signal ends it like a stop: what was answered is saved
// already.
func (r *run) ask(ctx context.Context, w *workshop) error {
	var err error
	if r.opts.Screen {
		err = prompt.Screen(ctx, r.Keyboard, r.Writer.Err, w, prompt.ScreenOptions{NoColor: r.opts.NoColor})
	} else {
		err = prompt.Line(ctx, bufio.NewReader(r.Keyboard), r.Writer.Err, w)
	}
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// finish saves, writes the reports and says how it stands and how to go on.
func (r *run) finish(w *workshop, targets []output.Target) error {
	s, console := w.session, r.Writer.Console
	if rescued, err := s.last(); rescued != "" {
		return fmt.Errorf("%w; the answers are in %s; go on with: %s", err, rescued, r.opts.Again(rescued))
	} else if err != nil && !errors.As(err, &changedError{}) {
		return fmt.Errorf("%w; not saved: %s", err, strings.Join(w.unsaved(), ", "))
	}
	s.response.SHA256 = codec.Checksum(s.disk)
	res := w.result()
	assess.Explain(res, nil, w.chances)
	writer := r.Writer
	writer.Language, writer.Alone = w.language, true
	if err := writer.Result(res, targets...); err != nil {
		return err
	}
	summary := report.Summary(res, report.Options{Language: w.language, Width: 78})
	console.Say("\n%s\n", strings.Join(summary, "\n"))
	for _, t := range targets {
		if t.Name != "-" {
			console.Say("%s", w.words.Say("run.report", t.Name))
		}
	}
	if s.left != "" {
		console.Say("%s", w.words.Say("run.moved", s.left, s.path))
	}
	open := w.interview.Progress().Open
	if open == 0 {
		console.Say("%s", w.words.Say("run.complete", s.path))
		return nil
	}
	console.Say("%s", w.words.Say("run.open", open, s.path, r.opts.Again(s.path)))
	return outcome.ErrInterrupted
}

// stem is a path without its last extension, if that is one of YAML.
func stem(path string) string {
	if ext := filepath.Ext(path); strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml") {
		return strings.TrimSuffix(path, ext)
	}
	return path
}
