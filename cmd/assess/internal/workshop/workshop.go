// Package workshop holds one interview from beginning to end: it opens the answers file
// or begins one, asks, saves after every answer, and writes the report.
//
// In the middle stands the interview of package assess, which knows the questions; package
// prompt asks and knows none. A workshop is what ties the two: it shows where the interview
// stands as a card (card.go, votes.go, overview.go), and carries out what the person did as
// an action (actions.go). Voices vote on each question (voices.go, votes.go); what people
// answered beforehand, alone, comes in as votes and what they brought (prepared.go). The
// session (session.go) is the answers file: it is locked, written whole, and never written
// over what somebody else changed.
package workshop

import (
	"os"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
)

// Options say what is asked, of whom and how.
type Options struct {
	Answers      string // the file, "" if it is not named
	Organization string
	Respondent   string
	Sections     []string      // ids; none asks all
	Voices       []string      // who vote on every question; none: as the file says
	Renames      []Rename      // of voices
	From         []string      // files of answers given beforehand
	Order        Order         // "": as the file says
	Review       bool          // ask answered questions again
	Screen       bool          // on a screen, else line by line
	Person       bool          // somebody sits at a terminal, and can be asked
	Limit        time.Duration // for a question; 0: none
	NoColor      bool
	Outputs      []string // reports; none: one beside the answers
	Again        Again
}

// Again is the command that goes on with a file in the same way. One that this session has
// begun knows its voices, its order and what was prepared.
type Again func(path string, begun bool) string

// An Order is in which order the questions come.
type Order string

// The orders: that of the questionnaire, and what the votes are farthest apart on first.
const (
	Model     Order = "model"
	Contested Order = "contested"
)

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
	copies   int            // of them that came twice and are counted once
	notices  []string       // what is to be told before the first question
	lines    prompt.Lines   // of the keyboard, where there is no screen
}

// workshop is a prompt's flow: it shows where the interview stands as cards, carries out
// what the person did, and saves after each answer.
type workshop struct {
	texts
	language  string // spoken now
	console   output.Console
	session   *session
	notices   []string // what the opening tells beside
	begun     bool     // the opening was read
	interview *assess.Interview
	message   string // what the last action led to, if worth saying
	refused   bool   // the last action was
	follows   string // what a count just recorded led to
	onScreen  bool
	person    bool  // somebody can be asked once more
	failed    error // the last save, if it did
	doubts    doubt // the answer that this action was asked about
	doubted   doubt // that the one before was: given again it is recorded

	named   bool              // the room sees who said what
	labels  map[string]string // what the room sees of the names of other voices
	chances assess.Chances

	limit   time.Duration    // for a question; 0: none
	until   time.Time        // the time for all that was open at the beginning
	asked   *assess.Question // the one that the limit runs for
	askedAt time.Time

	since  time.Time // of the last look
	looked *assess.Section
	spent  map[*assess.Section]time.Duration
}

func newWorkshop(
	console output.Console, t texts, language string, s *session, opts assess.InterviewOptions,
) *workshop {
	w := &workshop{
		texts: t, language: language, console: console, session: s,
		interview: assess.NewInterview(s.response, opts),
		chances:   assess.Chances{}, spent: map[*assess.Section]time.Duration{},
	}
	w.countTime()
	return w
}

// voices are who votes, in their order.
func (w *workshop) voices() []string { return w.session.response.Voices }

// result scores the answers as they stand.
func (w *workshop) result() *assess.Result {
	return assess.Score(assess.Alone(w.session.response))
}
