package workshop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/report"
)

// Run holds one interview: open or begin the answers, ask, save, report.
func Run(ctx context.Context, t Tools, opts Options) error {
	r := &run{Tools: t, opts: opts}
	if !opts.Screen {
		r.lines = prompt.ReadLines(bufio.NewReader(t.Keyboard))
	}
	if err := r.speak(t.Writer.Language); err != nil {
		return err
	}
	if len(opts.From) > 0 {
		given, err := r.Library.Gather(opts.From)
		if err != nil {
			return err
		}
		r.given, r.copies = given.Records, given.Copies
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
	w, err := r.begin(ctx, s)
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
	known := slices.Concat(output.Languages(), s.questionnaire.Languages)
	if r.Writer.DataLanguage == "" && slices.Contains(known, begun) {
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
	return targets, r.Writer.Ready(targets, report.ChartKinds())
}

// begin seats the voices, brings in what was prepared, saves for the first time and opens
// the workshop.
func (r *run) begin(ctx context.Context, s *session) (*workshop, error) {
	if err := r.gather(ctx, s); err != nil {
		return nil, err
	}
	if r.opts.Order != "" {
		s.response.Contested = r.opts.Order == Contested
	}
	if err := s.save(); err != nil {
		return nil, err
	}
	w := newWorkshop(r.Writer.Console, r.texts, r.language, s, assess.InterviewOptions{
		Sections: r.opts.Sections, Review: r.opts.Review,
		Contested: s.response.Contested, SkipParked: r.opts.Screen,
	})
	w.onScreen, w.person = r.opts.Screen, r.opts.Person
	w.named = r.Writer.Names
	if !r.Writer.Names {
		w.labels = labels(s.response.Voices, allVoices(s.response))
	}
	for _, text := range r.notices {
		r.Writer.Say("%s", text)
	}
	w.notices = r.notices // on a screen what was said before is hidden
	if w.limit = r.opts.Limit; !w.onScreen {
		w.begin()
	}
	return w, nil
}

// notice remembers what is to be told before the first question.
func (r *run) notice(key string, args ...any) {
	r.notices = append(r.notices, r.words.Say(key, args...))
}

// gather makes the session's voices what they are to be: renamed, seated, and joined by those
// who answered beforehand.
func (r *run) gather(ctx context.Context, s *session) error {
	if err := r.rename(s); err != nil {
		return err
	}
	prepared, err := r.prepared(ctx, s)
	if err != nil {
		return err
	}
	here := speakersOf(s.response)
	if err := r.takeGroups(ctx, s, here, prepared); err != nil {
		return err
	}
	if others := r.otherSpellings(s); len(others) > 0 {
		r.notice("session.spellings", s.response.Organization, strings.Join(others, r.words.Say("votes.next")))
	}
	in, before := bringIn(s.response, here, prepared)
	if before > 0 {
		r.notice("voices.before", in, before)
	}
	if titles := r.otherwise(s, here, prepared); len(titles) > 0 {
		r.notice("voices.otherwise", strings.Join(titles, r.words.Say("votes.next")))
	}
	r.seat(s)
	if n := len(allVoices(s.response)); n > assess.MostVoices {
		message := "a session has at most %d voices, those of --votes and --from are %d"
		return outcome.Usagef(message, assess.MostVoices, n)
	}
	return nil
}

// ask holds the interview. A signal ends it like a stop: what was answered is saved
// already.
func (r *run) ask(ctx context.Context, w *workshop) error {
	var err error
	if r.opts.Screen {
		err = prompt.Screen(ctx, r.Keyboard, r.Writer.Err, w, prompt.ScreenOptions{
			NoColor: r.opts.NoColor, Now: r.Writer.Now,
		})
	} else {
		err = prompt.Line(ctx, r.lines, r.Writer.Err, w)
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
		return fmt.Errorf("%w; the answers are in %s; go on with: %s", err, rescued, r.opts.Again(rescued, true))
	} else if err != nil && !errors.As(err, &changedError{}) {
		return fmt.Errorf("%w; not saved: %s", err, strings.Join(w.unsaved(), ", "))
	}
	s.response.SHA256 = codec.Checksum(s.disk)
	res := w.result()
	assess.Explain(res, nil, w.chances)
	writer := r.Writer
	writer.Language = w.language
	for _, t := range targets {
		for _, file := range t.Files(report.ChartKinds()) { // whose report this is, the session's lock says
			disk.CleanUp(file)
		}
	}
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
	key := "run.open"
	if len(r.opts.Sections) > 0 {
		key = "run.open.part"
	}
	console.Say("%s", w.words.Say(key, open, s.path, r.opts.Again(s.path, true)))
	return outcome.ErrInterrupted
}
