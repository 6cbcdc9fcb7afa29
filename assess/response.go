package assess

import (
	"fmt"
	"slices"
)

// A Response is what one respondent, or one group that agreed, said to one
// questionnaire, on one date, for one organization. It knows the questionnaire that its
// answers fit, by their place: NewResponse makes one.
type Response struct {
	Version      string // of the questionnaire that was answered; it may be read by another one
	Organization string
	Date         string // YYYY-MM-DD
	Respondent   string // name; "" if not given
	Role         string
	Language     string   // of the interview; "" if not kept
	Voices       []string // who votes in the session, in their order
	Contested    bool     // the interview asks what the votes are farthest apart on first
	Participants []Participant
	Targets      []Target
	Parked       []Parked
	Actions      []Action
	Areas        []Area   // sections that are not applicable as a whole
	Answers      []Answer // by Question.Index, one per question

	Source   string    // where it was read from: path with "/", "#3" for the third record
	File     string    // the same without the record's number; "" if it was not read
	SHA256   string    // of the record's bytes, lower-case hex
	Warnings []Warning // of who read it

	questionnaire *Questionnaire
	identities    identities
}

// Questionnaire returns the questionnaire that the answers fit.
func (r *Response) Questionnaire() *Questionnaire { return r.questionnaire }

// A Target is the level a section aims at, set in the answers.
type Target struct {
	Section string
	Level   int
}

// A Parked is a question put aside.
type Parked struct {
	Question string // id
	Reason   string // "" if none was given
}

// IsParked reports whether a question is put aside.
func (r *Response) IsParked(id string) bool {
	return slices.ContainsFunc(r.Parked, func(p Parked) bool { return p.Question == id })
}

// A Participant was in the room; at least one of the two is known.
type Participant struct{ Name, Role string }

// An Action is what the bank decided to do. All but what and the status may be "".
type Action struct {
	What     string
	Question string // id of the question that it is about
	Section  string // id of the section
	Owner    string
	Due      string // YYYY-MM-DD
	Status   Status
}

// A Status says what became of an action.
type Status string

// The statuses of an action.
const (
	ActionOpen    Status = "open"
	ActionDone    Status = "done"
	ActionDropped Status = "dropped"
)

// A State says which of five different things an answer is.
type State string

// The states of an answer in one response, and the statuses of a question over
// all responses. Skipped is never stored: it follows from a question's ask_if.
const (
	Unanswered    State = "unanswered"
	Answered      State = "answered" // a value, or votes
	Unknown       State = "unknown"  // asked, nobody knew
	NotApplicable State = "not_applicable"
	Skipped       State = "skipped"
)

// An Answer is what one response says about one question. The zero Answer is
// unanswered. Note and evidence may stand beside any state.
type Answer struct {
	Value    Number   // an option's value; undefined unless one was given or agreed
	Votes    []Vote   // workshop votes, in the order of the file; the rest is what was agreed
	Ticked   []string // ids of the options ticked, nil unless several may be; Value is then their sum
	Text     string   // a text or date that is the answer to a profile question
	Count    Count    // what was counted; Value is then the option that it reaches, or one above
	Unknown  bool
	NA       bool   // not applicable
	Reason   string // why not applicable; never empty then
	Note     string
	Evidence []string  // documents named; none is empty
	Brought  []Brought // what voices had said beforehand, in the order of the file
	Private  Private   // a facilitator's note
}

// A Private text stays in the file that holds it. It prints as nothing, whatever prints
// it, so that no report, result or template shows it; Reveal returns it, for the file.
type Private struct{ text string }

// Hide makes a text private.
func Hide(text string) Private { return Private{text} }

// Reveal returns a private text.
func Reveal(p Private) string { return p.text }

// Format prints nothing.
func (Private) Format(fmt.State, rune) {}

// MarshalText gives encoders nothing.
func (Private) MarshalText() ([]byte, error) { return nil, nil }

// A Vote is what one voice said before the voices agreed: an option's value, not applicable
// or, without either, that it does not know.
type Vote struct {
	Voice string
	Value Number
	NA    bool

	Ticked []string // ids, as in an Answer
}

// State is Answered, NotApplicable or Unknown.
func (v Vote) State() State {
	switch {
	case v.NA:
		return NotApplicable
	case v.Value.Defined():
		return Answered
	}
	return Unknown
}

// Same reports whether two votes are of one voice and say the same.
func (v Vote) Same(other Vote) bool {
	return v.Voice == other.Voice && v.Value == other.Value && v.NA == other.NA &&
		slices.Equal(v.Ticked, other.Ticked)
}

// A Brought is what a voice had said beforehand beside its vote. Its evidence counts as
// the response's.
type Brought struct {
	Voice    string
	Note     string
	Evidence []string
	Reason   string // why not applicable
}

// Empty reports whether nothing was brought.
func (b *Brought) Empty() bool { return b.Note == "" && len(b.Evidence) == 0 && b.Reason == "" }

// State returns what the answer says: what was agreed, else what the votes say together.
func (a *Answer) State() State {
	switch {
	case a.NA:
		return NotApplicable
	case a.Unknown:
		return Unknown
	case a.Value.Defined(), a.Text != "":
		return Answered
	case len(a.Votes) == 0:
		return Unanswered
	}
	return a.votedState()
}

// votedState takes votes that are not agreed as several responses are taken; where none of
// them gives a value nobody knows (docs/numbers.md, Several respondents).
func (a *Answer) votedState() State {
	var count tally
	for _, v := range a.Votes {
		count.add(v.State(), 1)
	}
	if count.answered == 0 {
		return Unknown
	}
	return count.status()
}

// votedPoints returns the points of the votes that give a value, in their order.
func (a *Answer) votedPoints(q *Question) []float64 {
	points := make([]float64, 0, len(a.Votes))
	for _, v := range a.Votes {
		if value, ok := v.Value.Get(); ok {
			points = append(points, q.Points(value))
		}
	}
	return points
}

// ticked returns the ids of what is ticked: while votes are not agreed those that all of them
// tick.
func (a *Answer) ticked() []string {
	if a.Text != "" {
		return []string{a.Text}
	}
	if !a.Unagreed() {
		return a.Ticked
	}
	var out []string
	first := true
	for _, v := range a.Votes {
		switch {
		case !v.Value.Defined():
		case first:
			out, first = slices.Clone(v.Ticked), false
		default:
			out = slices.DeleteFunc(out, func(id string) bool { return !slices.Contains(v.Ticked, id) })
		}
	}
	return out
}

// Documented reports whether a document is named, by the response or by a voice beforehand,
// or something was counted.
func (a *Answer) Documented() bool {
	return a.Count.Defined() || len(a.Evidence) > 0 ||
		slices.ContainsFunc(a.Brought, func(b Brought) bool { return len(b.Evidence) > 0 })
}

// Open reports whether the question still waits for an answer: no value, not
// applicable or unknown, or votes without an agreed value.
func (a *Answer) Open() bool {
	return !a.NA && !a.Unknown && !a.Value.Defined() && a.Text == ""
}

// Unagreed reports whether there are votes, and no answer that the room agreed on.
func (a *Answer) Unagreed() bool { return len(a.Votes) > 0 && a.Open() }

// Empty reports whether nothing at all is recorded.
func (a *Answer) Empty() bool {
	return a.State() == Unanswered && a.Note == "" && len(a.Evidence) == 0 && len(a.Brought) == 0 &&
		a.Private == Private{}
}

// points returns the answer's own points on a question: those of its value,
// else the median of its votes' points; undefined unless it is answered.
func (a *Answer) points(q *Question) Number {
	if v, ok := a.Value.Get(); ok {
		return Num(q.Points(v))
	}
	if a.State() != Answered {
		return Number{}
	}
	if a.Text != "" {
		return Num(0) // conditions look at the text
	}
	return Num(median(a.votedPoints(q)))
}

// NewResponse returns a response to a questionnaire in which nothing has been
// answered.
func NewResponse(q *Questionnaire) *Response {
	return &Response{questionnaire: q, Version: q.Version, Answers: make([]Answer, len(q.Questions()))}
}

// Asked says of every question, by Question.Index, whether the response was
// asked it: every condition of its ask_if holds. A condition holds only when
// its question was itself asked and answered, so chains of conditions fall
// together. One pass in document order: a condition looks at earlier questions.
func (r *Response) Asked() []bool {
	asked := make([]bool, len(r.questionnaire.questions))
	r.ask(asked)
	return asked
}

// ask fills in what Asked returns.
func (r *Response) ask(asked []bool) {
	for i, qu := range r.questionnaire.questions {
		asked[i] = true
		for _, c := range qu.asks {
			asked[i] = asked[i] && c.holds(asked, r)
		}
	}
}

// median returns the middle value, the midpoint of the middle two for an even
// number. It sorts its argument, which must not be empty.
func median(v []float64) float64 {
	slices.Sort(v)
	n := len(v)
	if n%2 == 1 {
		return v[n/2]
	}
	return float64(v[n/2-1]+v[n/2]) / 2
}
