package assess

import (
	"errors"
	"slices"
	"strings"
)

// Mistakes of the person who answers; the interview stays where it is.
var (
	ErrNoOption  = errors.New("no option has this value")
	ErrNoReason  = errors.New("not applicable needs a reason")
	ErrForbidden = errors.New("this question does not accept not applicable")
)

// An Interview walks one response through a questionnaire: a state machine
// without a screen. It changes only the response it was given, and only when
// told what was said; moving never answers anything.
type Interview struct {
	q          *Questionnaire
	r          *Response
	scope      []bool // by Question.Index
	review     bool
	skipParked bool
	order      []int    // indices of questions in the order in which they are asked
	at         int      // place in order; len(order) at the end
	past       []change // what Undo takes back, oldest first
	groups     int      // of changes, so far
	shown      []bool   // by Question.Index, where the order is not the questionnaire's
}

// InterviewOptions choose what is asked. The zero value asks every open
// question.
type InterviewOptions struct {
	Sections   []string // ids or codes of sections to ask about; empty: all
	Review     bool     // ask answered questions again
	Contested  bool     // ask what the votes are farthest apart on first
	SkipParked bool     // pass over parked questions while others are open
}

// NewInterview begins at the first question to ask: the first open one, or with
// Review the first of all.
func NewInterview(r *Response, opts InterviewOptions) *Interview {
	q := r.questionnaire
	iv := &Interview{q: q, r: r, review: opts.Review, skipParked: opts.SkipParked}
	iv.scope, iv.order = make([]bool, len(q.questions)), askingOrder(q, r, opts.Contested)
	for i, qu := range q.questions {
		iv.scope[i] = len(opts.Sections) == 0 || qu.Within(opts.Sections)
	}
	if opts.Contested {
		iv.shown = make([]bool, len(q.questions))
	}
	iv.at = -1
	iv.advance()
	if iv.Current() == nil && iv.skipParked { // nothing but parked questions is open
		iv.skipParked, iv.at = false, -1
		iv.advance()
		iv.skipParked = true
	}
	return iv
}

// Within reports whether the question is in, or below, one of the sections, by their ids or
// codes.
func (q *Question) Within(sections []string) bool {
	for s := q.section; s != nil; s = s.parent {
		if slices.Contains(sections, s.ID) || s.Code != "" && slices.Contains(sections, s.Code) {
			return true
		}
	}
	return false
}

// Response returns the response as it stands.
func (iv *Interview) Response() *Response { return iv.r }

// Current returns the question now asked, nil at the end.
func (iv *Interview) Current() *Question {
	if iv.at >= len(iv.order) {
		return nil
	}
	return iv.q.questions[iv.order[iv.at]]
}

// Answer returns what is recorded for the current question. It is not to be changed.
func (iv *Interview) Answer() *Answer {
	if iv.Current() == nil {
		return &Answer{}
	}
	return &iv.r.Answers[iv.order[iv.at]]
}

// Record answers the current question with an option's value and goes on. What was counted
// stays where the option may stand beside it.
func (iv *Interview) Record(value float64) error {
	if _, ok := iv.Current().Option(value); !ok || iv.Current().Many() {
		return ErrNoOption
	}
	count := iv.Answer().Count
	if !iv.Current().BesideCount(value, count) {
		count = Count{}
	}
	iv.say(func(a *Answer) { a.Value, a.Count = Num(value), count })
	return nil
}

// SayNotApplicable records that the question does not apply, and why, and goes
// on. The votes stay beside it.
func (iv *Interview) SayNotApplicable(reason string) error {
	switch {
	case iv.Current().policy == Forbid:
		return ErrForbidden
	case strings.TrimSpace(reason) == "":
		return ErrNoReason
	}
	iv.say(func(a *Answer) { a.NA, a.Reason = true, reason })
	return nil
}

// SayUnknown records that it was asked and nobody knew, and goes on. The votes stay beside
// it.
func (iv *Interview) SayUnknown() {
	iv.say(func(a *Answer) { a.Unknown = true })
}

// say replaces what the current answer says, keeps its note and evidence, and
// goes on to the next question to ask.
func (iv *Interview) say(set func(*Answer)) {
	a := iv.changeCurrent()
	a.Value, a.Ticked, a.Count, a.NA, a.Reason, a.Unknown = Number{}, nil, Count{}, false, "", false
	a.Text = ""
	set(a)
	iv.unpark(iv.Current().ID)
	iv.advance()
}

// Pass leaves the question as it is and goes on to the next one to ask.
func (iv *Interview) Pass() {
	if iv.Current() != nil {
		iv.advance()
	}
}

// SetNote sets the note of the current question, empty to remove it, and stays.
func (iv *Interview) SetNote(note string) { iv.changeCurrent().Note = note }

// SetPrivate sets the private note of the current question, empty to remove it, and stays.
func (iv *Interview) SetPrivate(note string) { iv.changeCurrent().Private = Hide(note) }

// SetEvidence replaces the documents of the current question and stays.
func (iv *Interview) SetEvidence(documents []string) {
	iv.changeCurrent().Evidence = slices.Clone(documents)
}

// AddEvidence adds a document to the current question and stays.
func (iv *Interview) AddEvidence(document string) {
	a := iv.changeCurrent()
	a.Evidence = append(slices.Clone(a.Evidence), document)
}

// Progress counts questions that are asked, within a set of them.
type Progress struct {
	Position int // of the current question, from 1; 0 if it is not in the set
	Total    int
	Open     int // without value, not applicable or unknown
}

// Progress counts over everything in scope.
func (iv *Interview) Progress() Progress {
	return iv.progress(func(*Question) bool { return true })
}

// DimensionProgress counts over the current question's dimension.
func (iv *Interview) DimensionProgress() Progress {
	cur := iv.Current()
	return iv.progress(func(q *Question) bool { return cur != nil && q.section == cur.section })
}

func (iv *Interview) progress(in func(*Question) bool) Progress {
	var p Progress
	asked := iv.r.Asked()
	for at, i := range iv.order {
		if !asked[i] || !iv.scope[i] || !in(iv.q.questions[i]) {
			continue
		}
		p.Total++
		if iv.r.Answers[i].Open() {
			p.Open++
		}
		if at == iv.at {
			p.Position = p.Total
		}
	}
	return p
}
