// Package status tells what came back before a workshop: who answered and how completely,
// what can't be read, what lies there twice, who is missing, and what was decided and is
// still to be done. It scores nothing.
//
//	read     files into responses and what is wrong with them     read.go
//	notice   spellings, versions and what comes twice             notice.go
//	expect   who was to answer                                    expect.go
//	show     as a table for people, as JSON for programs          text.go, json.go
//
// A file or record that can't be read hides none of the others.
package status

import (
	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// A Report is what came back, in the order of the files.
type Report struct {
	Responses      []*Response     // each counted once, as they would be scored
	Unfilled       []string        // files: forms in which nothing is filled in yet
	Unreadable     []Unreadable    // files, and records of files
	Organizations  []Organization  // by first response
	Questionnaires []Questionnaire // by first response
	Duplicates     []Duplicate
	Expected       *Expected // nil where nobody said who was to answer
	Actions        []Action  // those that are open, by due date; those without one come last
	PassedOver     int       // hidden files, what assess wrote, questionnaires

	unfilledBy map[string][]string // what the forms not filled in are known by, by file
}

// A Response is who answered, and how much of what they were asked. Asked is the sum of
// Answered, NotApplicable, Unknown, NotAgreed and Unanswered.
type Response struct {
	Organization  string // as spelled
	Questionnaire string // id
	Version       string // that was answered
	Respondent    string // name; "" if not given
	Role          string // "" if not given
	Date          string // YYYY-MM-DD
	Source        string // path with "/", "#3" for the third record
	Asked         int    // questions
	Answered      int
	Evidenced     int // of the answered: with a document named, or counted
	NotApplicable int
	Unknown       int
	NotAgreed     int // votes without an agreed answer
	Unanswered    int

	file string // the source without the record's number
	keys []string
}

// Open is how many of the questions asked still wait for an answer.
func (r *Response) Open() int { return r.NotAgreed + r.Unanswered }

// Finished reports whether nothing asked is open.
func (r *Response) Finished() bool { return r.Open() == 0 }

// An Unreadable is a file, or a record of one, that can't be read.
type Unreadable struct {
	Source string          // path with "/", the line behind it where one record is meant
	First  diag.Diagnostic // the first error
	More   int             // how many other errors there are
}

// An Action is what a bank decided to do and has not done yet.
type Action struct {
	assess.Action
	Organization string
	Source       string
}
