package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/report"

	"github.com/spf13/cobra"
)

type runOptions struct {
	answers       string // "" if not named
	questionnaire string
	organization  string
	respondent    string
	sections      []string
	votes         string
	from          []string
	order         string
	review        bool
	line          bool
	outputs       []string
}

func newRunCmd(a *app) *cobra.Command {
	var opts runOptions
	cmd := &cobra.Command{
		Use:   "run [ANSWERS.yaml]",
		Short: "Ask the questions, save every answer, write the report",
		Long: `Ask the questions one by one. Every answer is saved at once; the same command
on the same file goes on at the first open question. At the end, or when you
stop, the report is written beside the answers.

On a pipe, with --line, or with TERM=dumb the interview is line by line:
an option's value answers; n REASON not applicable; ? unknown; an empty line
leaves the question as it is; e TEXT adds evidence; m TEXT sets the note;
h helps; b goes back; q stops. Evidence and notes come before the value, which
goes on to the next question. With --votes a line of one value or - per voice
may come before the value.`,
		Example: `  assess run
  assess run harbour.yaml --organization "Harbour City Bank"
  assess run harbour.yaml --section open-banking --review
  assess run room.yaml --votes "Retail, IT, Risk"
  assess run room.yaml --from retail.yaml --from it.yaml --order contested`,
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.answers = strings.Join(args, "")
			ctx, stop := interruptible()
			defer stop()
			return world(runRun(ctx, a, opts))
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&opts.questionnaire, "questionnaire", "q", "", "bundled name or file (else the answers say; else "+defaultQuestionnaire+")")
	flags.StringVar(&opts.organization, "organization", "", "the bank's name")
	flags.StringVar(&opts.respondent, "respondent", "", "who answers")
	flags.StringArrayVar(&opts.sections, "section", nil, "ask only about this section; may be repeated")
	flags.StringVar(&opts.votes, "votes", "", "voices that vote on every question: \"Retail, IT, Risk\"")
	flags.StringArrayVar(&opts.from, "from", nil, "answers given beforehand, shown as votes; may be repeated")
	flags.StringVar(&opts.order, "order", "model", "order of the questions: model, or contested: what the votes are farthest apart on first")
	flags.BoolVar(&opts.review, "review", false, "ask answered questions again")
	flags.BoolVar(&opts.line, "line", false, "ask line by line: for screen readers and scripts")
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "report to write (default: ANSWERS.report.md)")
	return cmd
}

// runRun holds one interview: open or begin the answers, ask, save, report.
func runRun(ctx context.Context, a *app, opts runOptions) error {
	if !slices.Contains([]string{"model", "contested"}, opts.order) {
		return usagef("--order %s: the orders are model, contested", opts.order)
	}
	if _, err := outputs(opts.outputs, "", formats()); err != nil { // before anything is asked
		return err
	}
	votes, err := voices(opts.votes)
	if err != nil {
		return err
	}
	m, err := newModels(a, opts.questionnaire)
	if err != nil {
		return err
	}
	r := runner{app: a, opts: opts, models: m, screen: a.terminal() && !opts.line}
	if r.voice, err = newVoice(a.language()); err != nil {
		return err
	}
	if len(opts.from) > 0 {
		if r.given, err = m.assessment(opts.from); err != nil {
			return err
		}
	}
	s, err := r.session(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	a.alone = true
	if err := r.speak(s); err != nil {
		return err
	}
	outs, err := r.outputs(s.path)
	if err != nil {
		return err
	}
	if err := a.writable(outs); err != nil {
		return err
	}
	seeds, err := r.seeds(s)
	if err != nil {
		return err
	}
	sow(s.questionnaire, s.response, seeds)
	if err := s.save(); err != nil {
		return err
	}
	w := newWorkshop(a, r.voice, s, assess.InterviewOptions{
		Sections: opts.sections, Review: opts.review, Contested: opts.order == "contested", SkipParked: r.screen,
	})
	w.voices, w.seeds, w.onScreen = votes, seeds, r.screen
	if err := r.ask(ctx, w); err != nil {
		return err
	}
	return r.finish(w, outs)
}

// seeds are what was answered beforehand, for the same organization and
// questionnaire.
func (r runner) seeds(s *session) ([]seed, error) {
	if len(r.given) == 0 {
		return nil, nil
	}
	var responses []*assess.Response
	for _, record := range r.given {
		if record.Questionnaire.ID != s.questionnaire.ID {
			return nil, usagef("--from %s answers %s, not %s", record.Response.Source, record.Questionnaire.ID, s.questionnaire.ID)
		}
		if key(record.Response.Organization) != key(s.response.Organization) {
			return nil, usagef("--from %s is of %s, not of %s", record.Response.Source, record.Response.Organization, s.response.Organization)
		}
		responses = append(responses, record.Response)
	}
	return seedsOf(responses), nil
}

// speak chooses the language of the interview: --lang, else the one in which
// the answers were begun, else the environment's.
func (r *runner) speak(s *session) error {
	if r.app.lang == "" && slices.Contains(languages(), s.response.Language) {
		r.app.spoken = s.response.Language
	}
	s.response.Language = r.app.language()
	v, err := newVoice(r.app.language())
	r.voice = v
	return err
}

// runner is one call of run.
type runner struct {
	app    *app
	opts   runOptions
	models *models
	given  []codec.Record // the answers --from names
	voice
	screen bool // else line by line
}

// outputs are the reports to write: those named, else one beside the answers.
func (r runner) outputs(path string) ([]output, error) {
	names := r.opts.outputs
	if len(names) == 0 {
		names = []string{stem(path) + ".report.md"}
	}
	return outputs(names, "", formats())
}

func sectionsExist(q *assess.Questionnaire, ids []string) error {
	var known []string
	for _, s := range q.AllSections() {
		known = append(known, s.ID)
	}
	for _, id := range ids {
		if q.Section(id) != nil {
			continue
		}
		if near := diag.Nearest(id, known); near != "" {
			return usagef("--section %s: no such section in %s, did you mean %s?", id, q.ID, near)
		}
		return usagef("--section %s: no such section in %s; there are %s", id, q.ID, strings.Join(known, ", "))
	}
	return nil
}

// ask holds the interview. A signal ends it like a stop: what was answered is
// saved already.
func (r runner) ask(ctx context.Context, w *workshop) error {
	var err error
	if r.screen {
		err = prompt.Screen(ctx, r.app.in, r.app.err, w, prompt.ScreenOptions{NoColor: r.app.noColor || r.app.getenv("NO_COLOR") != ""})
	} else {
		err = prompt.Line(ctx, bufio.NewReader(r.app.in), r.app.err, w)
	}
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// finish saves, writes the reports and says how it stands and how to go on.
func (r runner) finish(w *workshop, outs []output) error {
	a := r.app
	if rescued, err := w.session.last(); rescued != "" {
		return fmt.Errorf("%w; the answers are in %s; go on with: %s", err, rescued, r.again(rescued))
	} else if err != nil && !errors.As(err, &changedError{}) {
		return fmt.Errorf("%w; not saved: %s", err, strings.Join(w.unsaved(), ", "))
	}
	w.session.response.SHA256 = codec.Checksum(w.session.disk)
	res := w.result()
	assess.Explain(res, nil, w.chances)
	if err := a.write(res, outs); err != nil {
		return err
	}
	lines := report.Summary(res, report.Options{Language: a.language(), Version: version, Width: 78})
	a.say("\n%s\n", strings.Join(lines, "\n"))
	for _, o := range outs {
		if o.name != "-" {
			a.say("%s", w.words.Say("run.report", o.name))
		}
	}
	if w.session.left != "" {
		a.say("%s", w.words.Say("run.moved", w.session.left, w.session.path))
	}
	open := w.interview.Progress().Open
	if open == 0 {
		a.say("%s", w.words.Say("run.complete", w.session.path))
		return nil
	}
	a.say("%s", w.words.Say("run.open", open, w.session.path, r.again(w.session.path)))
	return errInterrupted
}

// again is the command that goes on where this one stopped, in the same way.
func (r runner) again(path string) string {
	command := "assess run " + quoted(path)
	add := func(flag string, values ...string) {
		for _, v := range values {
			if v != "" {
				command += " " + flag + " " + quoted(v)
			}
		}
	}
	add("-q", r.opts.questionnaire)
	add("--section", r.opts.sections...)
	add("--votes", r.opts.votes)
	add("--from", r.opts.from...)
	if r.opts.order != "model" {
		add("--order", r.opts.order)
	}
	if r.opts.review {
		command += " --review"
	}
	if r.opts.line {
		command += " --line"
	}
	add("-o", r.opts.outputs...)
	return command
}

// quoted makes a path safe to paste into a shell of this system.
func quoted(path string) string {
	if runtime.GOOS == "windows" {
		if strings.ContainsAny(path, " &|<>()^%!;,") {
			return `"` + path + `"`
		}
		return path
	}
	if strings.ContainsAny(path, " '\"\\$`&|;<>()*?[]#~!{}\t\n") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}

// stem is a path without its last extension.
func stem(path string) string {
	if ext := filepath.Ext(path); strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml") {
		return strings.TrimSuffix(path, ext)
	}
	return path
}

// confirm asks a person yes or no, with one of the two hovered first; on a pipe there
// is nobody to ask.
func (r runner) confirm(ctx context.Context, question string, hovered bool) (bool, error) {
	return prompt.Confirm(ctx, r.app.in, r.app.err, r.keys, question, hovered)
}
