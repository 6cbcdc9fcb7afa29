package main

import (
	"context"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/workshop"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

type runOptions struct {
	workshop.Options
	questionnaire string
	votes         string
	rename        []string
	order         string
	minutes       float64
	line          bool
	names         bool
}

// orders are what --order takes.
var orders = []string{string(workshop.Model), string(workshop.Contested)}

func newRunCmd(a *app, run func(context.Context, app, runOptions) error) *cobra.Command {
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
x WHAT; WHO; WHEN records what is to be done;
p REASON puts the question aside, or takes it back; o shows all questions; s how
the dimension stands; u undoes; h helps; b goes back; q stops. Evidence and
notes come before the value, which goes on to the next question; e - takes the
last document away, m !TEXT is a note that is shown to nobody.
With --votes a line of one value per voice, n (not applicable), ? (unknown) or -,
may come before the value; v NAME VALUE changes one voice, v +NAME lets one more
vote, v OLD=NEW renames one, v OLD= drops it; a records what the voices agree on
in the dimension.

Of a list type the numbers of what there is, 1 3 or 1,3, or their ids; 0 is
nothing of it. With --votes what one voice ticks is one word: 1+3 2 - are votes,
1+3 is what the room agrees on. Where a text, a number or a date is asked for
the line is the answer; behind = it may begin like a command: = n something.

The file keeps who votes, what was prepared and the order: to go on it needs no
--votes, --from or --order. Names on prepared answers are R1, R2, … on the screen
unless --names; the file has them.`,
		Example: `  assess run
  assess run harbour.yaml --organization "Harbour City Bank"
  assess run harbour.yaml --section open-banking --review
  assess run room.yaml --votes "Retail, IT, Risk"
  assess run room.yaml --from retail.yaml --from it.yaml --order contested`,
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Answers = strings.Join(args, "")
			ctx, stop := interruptible()
			defer stop()
			a.stop = ctx.Done()
			return run(ctx, *a, opts)
		},
	}
	opts.addTo(cmd.Flags())
	return cmd
}

// addTo adds the options to the flags of a command.
func (o *runOptions) addTo(flags *pflag.FlagSet) {
	flags.StringVarP(&o.questionnaire, "questionnaire", "q", "",
		"bundled name or file (else the answers say; else "+library.Default+")")
	flags.StringVar(&o.Organization, "organization", "", "the bank's name")
	flags.StringVar(&o.Respondent, "respondent", "", "who answers")
	flags.StringArrayVar(&o.Sections, "section", nil, "ask only about this section; may be repeated")
	flags.StringVar(&o.votes, "votes", "", "voices that vote on every question: \"Retail, IT, Risk\"")
	flags.StringArrayVar(&o.rename, "rename", nil,
		"give what a voice said to another name: \"OLD=NEW\", or drop the voice: \"OLD=\"; may be repeated")
	flags.StringArrayVar(&o.From, "from", nil, "answers given beforehand, shown as votes; may be repeated")
	flags.StringVar(&o.order, "order", "",
		"model, or contested: what the votes are farthest apart on first (else as the file says; else model)")
	flags.Float64Var(&o.minutes, "minutes", 0, "show the time left of so many minutes for a question")
	flags.BoolVar(&o.Review, "review", false, "ask answered questions again")
	flags.BoolVar(&o.line, "line", false, "ask line by line: for screen readers and scripts")
	flags.StringArrayVarP(&o.Outputs, "output", "o", nil, "report to write (default: ANSWERS.report.md)")
}

func runRun(ctx context.Context, a app, opts runOptions) error {
	if opts.order != "" && !slices.Contains(orders, opts.order) {
		return outcome.Usagef("--order %s: the orders are %s", opts.order, strings.Join(orders, ", "))
	}
	if _, err := output.Targets(opts.Outputs, ""); err != nil { // before anything is asked
		return err
	}
	if math.IsNaN(opts.minutes) || opts.minutes < 0 || opts.minutes > 24*60 {
		return outcome.Usagef("--minutes %v: from 0 to %d", opts.minutes, 24*60)
	}
	opts.Limit = time.Duration(opts.minutes * float64(time.Minute))
	var err error
	if opts.Voices, err = workshop.Voices(opts.votes); err != nil {
		return err
	}
	if opts.Renames, err = workshop.Renames(opts.rename); err != nil {
		return err
	}
	lib, err := a.library(opts.questionnaire)
	if err != nil {
		return err
	}
	opts.Order, opts.names = workshop.Order(opts.order), a.names
	opts.Person = a.terminal()
	opts.Screen = opts.Person && !opts.line && a.getenv("TERM") != "dumb"
	opts.NoColor = a.noColor || a.getenv("NO_COLOR") != ""
	opts.Again = opts.again
	tools := workshop.Tools{Keyboard: a.in, Input: a.input(), Writer: a.writer(), Library: lib}
	return workshop.Run(ctx, tools, opts.Options)
}

// again is the command that goes on where this one stopped, in the same way. A file that it
// has begun knows its voices, its order and what was prepared.
func (o runOptions) again(path string, begun bool) string {
	command := "assess run " + quoted(path)
	add := func(flag string, values ...string) {
		for _, v := range values {
			if v != "" {
				command += " " + flag + " " + quoted(v)
			}
		}
	}
	add("-q", o.questionnaire)
	add("--section", o.Sections...)
	if !begun {
		add("--votes", o.votes)
		add("--from", o.From...)
		add("--order", o.order)
	}
	if o.Review {
		command += " --review"
	}
	if o.line {
		command += " --line"
	}
	if o.minutes > 0 {
		add("--minutes", strconv.FormatFloat(o.minutes, 'f', -1, 64))
	}
	if o.names {
		command += " --names"
	}
	add("-o", o.Outputs...)
	return command
}

// quoted makes an argument safe to paste into a shell of this system.
func quoted(argument string) string {
	if runtime.GOOS == "windows" {
		if strings.ContainsAny(argument, " &|<>()^%!;,") {
			return `"` + argument + `"`
		}
		return argument
	}
	if strings.ContainsAny(argument, " '\"\\$`&|;<>()*?[]#~!{}\t\n") {
		return "'" + strings.ReplaceAll(argument, "'", `'\''`) + "'"
	}
	return argument
}
