// Package prompt asks a person, on a screen or line by line. It knows no
// questions: a Flow says what to show, the prompt reports what the person did,
// and only that. No key, no end of input and no interruption can report a
// choice that nobody made.
package prompt

import "bankmaturity/assess/message"

// A Flow is what is being asked. The prompt shows Card, reports one Action to
// Do, and shows the next Card.
type Flow interface {
	// Words returns the prompt's own texts in the language spoken now: those of
	// Messages.
	Words() *message.Catalogue
	// Card returns what to show now.
	Card() Card
	// Overview returns every question at a glance.
	Overview() Overview
	// Do carries out what the person did. What the person got wrong comes back
	// in the next card's Message; an error ends the prompt (nothing could be
	// saved, say).
	Do(Action) error
}

// A Card is one screen.
type Card struct {
	Opening []string // what stands before the first question, shown once; none: nothing
	Idle    string   // the keys, one character each, that mean nothing now

	Done    bool     // nothing more is asked: show Summary, accept Back and Stop
	Summary []string // lines, when Done

	Path     string // the sections above the dimension; may be empty
	Heading  string // the dimension
	Place    string // "question 7 of 45", …
	Progress string // "6 answered, 39 open"
	Next     string // the language that t goes on in; "" for none
	Saved    string // where the answers are, and that they are there

	Clock func() string // the time left; nil where none is set

	ID         string   // tells the question from others
	Title      string   // of the question, short
	Ask        string   // the question
	Criterion  string   // what the question decides, where it is a criterion of a level
	Help       string   // may be empty
	Look       []string // documents to ask for
	References []string // where it comes from, where one can read on
	Around     []string // what the dimension, and the whole, is about, and how to answer
	Choices    []Choice
	Chosen     int    // index of the recorded choice, -1 for none
	Recorded   string // what is recorded, in words; "" for nothing
	Counted    string // how a count is typed; "" where nothing is counted
	BareCount  bool   // a number alone is a count, and a choice is typed behind =
	Parked     bool   // it is put aside
	Note       string
	Private    bool // there is a private note
	Evidence   []string
	Decided    []string // what is to be done about the question
	Message    string   // what the last action led to, if worth saying
	Refused    bool     // the last action was not accepted; the message says why

	Many   bool                      // several choices may be ticked
	Tally  func(ticked []int) string // with Many: what ticks come to
	Typed  string                    // what is typed as the answer, there being no choices; "" where there are
	Free   bool                      // with Typed: any text, so that no letter is a key
	Answer string                    // with Typed: the answer recorded

	Voices    []string // who votes, in order; none: nobody does
	Spread    []string // the votes as a small picture and in words, without who said what
	Voted     bool     // some of those who vote have
	Said      string   // who said what; shown where asked for
	Named     bool     // it is always shown
	Heard     []string // what others said beforehand
	Agreeable []string // what can be confirmed together, a line each
	Standing  []string // how the dimension stands; shown where asked for
}

// An Overview shows every question as one mark, a line per dimension.
type Overview struct {
	Rows   []Row
	Legend string
}

// A Row is a dimension.
type Row struct {
	Path  string // the sections above it; may be empty
	Title string
	Time  string // spent on it
	Marks []Mark
}

// A Mark is a question: one character, and what it stands for.
type Mark struct {
	Sign      string
	Title     string
	Index     int // for Jump
	Current   bool
	Open      bool
	Contested bool
	Parked    bool
}

// A Choice is one option: what is typed for it, and its text.
type Choice struct {
	Key  string // the option's value as printed: "3", "0.25"; its place where several may be ticked
	Text string // one line
	Help string // what exactly is meant; may be empty

	Name   string // another word for it, where several may be ticked
	Ticked bool   // it is recorded
	Alone  bool   // it can't be ticked beside others
}

// Kind is what a person did.
type Kind int

// What a person can do with a card.
const (
	Begin         Kind = iota // what stands before the first question was read
	Stop                      // stop here; everything is saved
	Choose                    // Action.Choice is the index of the choice
	NotApplicable             // Action.Text is the reason, maybe empty
	Unknown                   // asked, nobody knows
	Pass                      // leave as it is, go on to the next open question
	Back                      // to the question before
	Forward                   // to the question after, answered or not
	Note                      // Action.Text replaces the note; behind ! the private one
	Evidence                  // Action.Text is one more document, - takes the last one away
	Documents                 // Action.Text holds all documents, a line each
	Language                  // go on in the other language
	Votes                     // Action.Text holds a value, n, ? or - per voice
	Voice                     // Action.Text changes one voice: NAME VALUE, +NAME, OLD=NEW, OLD=
	Park                      // put the question aside, Action.Text is why; or take it back
	Undo                      // take the last change back
	ConfirmAll                // record what the voices agree on in this dimension
	Area                      // nothing in the dimension of a Mark applies; Choice is its Index, Text why
	Tick                      // Action.Ticked are the choices that are ticked, at least one
	Type                      // Action.Text is the answer typed
	Count                     // Action.Text is what was counted, 8/14 or 31
	Jump                      // Action.Choice is the Index of a Mark
	Decide                    // Action.Text is what is to be done; who; until when
)

// An Action is one thing a person did.
type Action struct {
	Kind   Kind
	Choice int
	Ticked []int // indices of choices, rising
	Text   string
}
