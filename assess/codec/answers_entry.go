package codec

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readAnswers reads the entries, by question id.
func (r *answers) readAnswers(n *tree.Node) {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "a mapping of question ids to answers, {} if there are none")
		return
	}
	r.given = n
	for _, v := range n.Items {
		if r.isArea(v) {
			r.readArea(v)
		} else if qu := r.question(v); qu != nil {
			r.readAnswer(v, qu, &r.response.Answers[qu.Index()])
		} else {
			r.readAnswer(v, nil, new(assess.Answer))
		}
	}
	if len(r.response.Areas) > 0 {
		r.spread()
	}
}

// warnNotAsked warns of answers to questions that the others did not ask.
func (r *answers) warnNotAsked() {
	if r.q == nil || r.given == nil || r.Failed() {
		return
	}
	for i, asked := range r.q.Asked(r.response) {
		n := r.given.Child(r.q.Questions()[i].ID) // none where a section's entry speaks for it
		if !asked && n != nil && r.response.Answers[i].State() != assess.Unanswered {
			r.Warn(n.Key(), "the answer is ignored: by its ask_if the question is not asked", "")
		}
	}
}

const acceptedEntries = "accepted are an option's value, unknown, {value: …}, {votes: …}, " +
	"{not_applicable: reason}, or nothing"

// readAnswer reads one answer. qu is nil where the question is not known: then a value is
// any number.
func (r *answers) readAnswer(n *tree.Node, qu *assess.Question, into *assess.Answer) {
	switch {
	case n.Nothing():
	case n.Kind == tree.Mapping:
		r.entry.Answer, r.entry.question, r.entry.said = into, qu, 0
		entryKeys.Check(r.Source, n)
		entryKeys.Read(&r.entry, n)
		r.oneOf(n, r.entry.said)
		r.entry.settleCount(n)
	case n.Kind == tree.Scalar && qu != nil && qu.Typed() && (n.Class != tree.Text || n.Value != "unknown"):
		r.typed(n, qu, into)
	case n.Kind == tree.Sequence && qu != nil && qu.Many():
		into.Ticked, into.Value = r.ticked(n, qu)
	case n.Kind == tree.Sequence:
		r.ErrKind(n, "an answer: "+acceptedEntries)
	case n.Class == tree.Text && n.Value == "unknown":
		into.Unknown = true
	case n.Class == tree.Number && qu != nil && qu.Many():
		into.Ticked, into.Value = r.ticked(n, qu)
	case n.Class == tree.Number:
		into.Value = r.value(n, qu)
	default:
		r.errNoAnswer(n)
	}
}

// errNoAnswer blames a word that is none of the answers.
func (r *answers) errNoAnswer(n *tree.Node) {
	hint := acceptedEntries
	if _, ok := tree.PlainNumber(n.Value); ok {
		hint = "write the number without quotes: " + tree.Brief(n.Value)
	} else if near := r.Nearest(n.Value, []string{"unknown"}); near != "" {
		hint = near
	} else if n.Class == tree.Tilde || n.Blank() {
		hint = "leave the entry empty, or write null"
	}
	r.Err(n, n.Describe()+" is no answer", hint)
}

// An entry is an answer written as a mapping, while it is read.
type entry struct {
	*answers
	*assess.Answer
	question *assess.Question
	said     uint8 // which of the things that exclude one another
}

// What an entry can say, of which some exclude one another.
const (
	saidValue = 1 << iota
	saidVotes
	saidNotApplicable
	saidUnknown
	saidCount
)

var entryKeys = tree.Table[*entry]{
	tree.Optional("value", (*entry).readValue),
	tree.Optional("count", (*entry).readCount),
	tree.Optional("votes", (*entry).readVotes),
	tree.Optional("not_applicable", (*entry).readReason),
	tree.Optional("unknown", (*entry).readUnknown),
	tree.Optional("note", func(e *entry, n *tree.Node) { e.Note = e.Optional(n) }),
	tree.Optional("evidence", (*entry).readEvidence),
}

// exclusive are the pairs that no entry can say, in the order in which they are blamed.
var exclusive = []struct {
	pair  uint8
	names string
}{
	{saidValue | saidNotApplicable, "value and not_applicable"},
	{saidValue | saidUnknown, "value and unknown"},
	{saidNotApplicable | saidUnknown, "not_applicable and unknown"},
	{saidCount | saidNotApplicable, "count and not_applicable"},
	{saidCount | saidUnknown, "count and unknown"},
}

// oneOf refuses entries that say two things at once.
func (r *answers) oneOf(n *tree.Node, said uint8) {
	for _, e := range exclusive {
		if said&e.pair == e.pair {
			r.Err(n, "an entry can't hold both "+e.names, "remove one of the two")
			return
		}
	}
}

// readValue reads the value; one left empty says nothing.
func (e *entry) readValue(n *tree.Node) {
	e.said &^= saidValue
	if !n.Nothing() {
		e.said |= saidValue
		if e.question != nil && e.question.Typed() {
			e.typed(n, e.question, e.Answer)
			return
		}
		e.Ticked, e.Value = e.given(n)
	}
}

// given reads an option's value, or what is ticked. Without a questionnaire it may be either.
func (e *entry) given(n *tree.Node) ([]string, assess.Number) {
	switch {
	case e.question != nil && e.question.Many():
		return e.ticked(n, e.question)
	case e.question == nil && n.Kind == tree.Sequence:
		return nil, assess.Number{}
	}
	return nil, e.value(n, e.question)
}

// value reads the value of one of the question's options.
func (r *answers) value(n *tree.Node, qu *assess.Question) assess.Number {
	v, ok := r.Decimal(n)
	if !ok {
		return assess.Number{}
	}
	if qu != nil {
		if _, isOption := qu.Option(v); !isOption || !tree.Exact(n.Value, v) {
			r.Err(n, tree.Brief(n.Value)+" is no option of "+qu.ID+"; accepted are "+values(qu), "")
			return assess.Number{}
		}
	}
	return assess.Num(v)
}

// readVotes reads what each voice said: at least one.
func (e *entry) readVotes(n *tree.Node) {
	e.said |= saidVotes
	e.Votes = nil
	switch {
	case e.question != nil && e.question.Typed():
		e.Err(n.Key(), "nobody votes on "+e.question.ID+", whose answer is typed", "")
		return
	case n.Kind != tree.Mapping:
		e.ErrKind(n, "a mapping of voices to values")
		return
	case len(n.Items) == 0:
		e.Err(n, "votes hold at least one voice", "")
		return
	case len(n.Items) > assess.MostVoices:
		message := fmt.Sprintf("votes hold at most %d voices, these are %d", assess.MostVoices, len(n.Items))
		e.ErrPath(n.Items[assess.MostVoices].Key(), n.Path(), message, "")
		return
	}
	e.Votes = make([]assess.Vote, 0, len(n.Items))
	for _, v := range n.Items {
		if strings.TrimSpace(v.Name) == "" {
			e.Err(v.Key(), "the name of a voice is empty", "")
		}
		if vote, ok := e.vote(v); ok {
			vote.Voice = v.Name
			e.Votes = append(e.Votes, vote)
		}
	}
}

// vote reads what a voice said: a value, na or unknown.
func (e *entry) vote(n *tree.Node) (assess.Vote, bool) {
	if n.Kind != tree.Scalar || n.Class != tree.Text {
		ids, value := e.given(n)
		return assess.Vote{Value: value, Ticked: ids}, value.Defined()
	}
	switch {
	case n.Value == "unknown":
		return assess.Vote{}, true
	case n.Value == "na" && e.question != nil && e.question.Policy() == assess.Forbid:
		e.Err(n, "the questionnaire does not accept not applicable for "+e.question.ID, "")
	case n.Value == "na":
		return assess.Vote{NA: true}, true
	default:
		hint := e.Nearest(n.Value, []string{"unknown"})
		if _, ok := tree.PlainNumber(n.Value); ok {
			hint = "write the number without quotes: " + tree.Brief(n.Value)
		}
		e.Err(n, n.Describe()+" is no vote; accepted are an option's value, na, unknown", hint)
	}
	return assess.Vote{}, false
}

// readReason reads why a question does not apply.
func (e *entry) readReason(n *tree.Node) {
	e.said |= saidNotApplicable
	e.NA, e.Reason = true, ""
	if e.question != nil && e.question.Policy() == assess.Forbid {
		e.Err(n.Key(), "the questionnaire does not accept not_applicable for "+e.question.ID, "")
	}
	e.Reason, _ = e.reason(n)
}

// reason reads why something does not apply.
func (r *answers) reason(n *tree.Node) (string, bool) {
	if n.Nothing() || n.Blank() || n.Kind == tree.Scalar && n.Class == tree.Boolean {
		r.Err(n, "not_applicable carries its reason", "write not_applicable: and why")
		return "", false
	}
	return r.Words(n)
}

func (e *entry) readUnknown(n *tree.Node) {
	e.said |= saidUnknown
	e.Unknown = true
	if n.Kind != tree.Scalar || n.Class != tree.Boolean || !isTrue(n.Value) {
		e.Err(n, n.Describe()+" can't stand here; accepted is true", "leave unknown out where it does not hold")
	}
}

// isTrue reports whether a boolean is true, as YAML spells it.
func isTrue(value string) bool { return value == "true" || value == "True" || value == "TRUE" }

// readEvidence reads the documents named.
func (e *entry) readEvidence(n *tree.Node) {
	e.Evidence = nil
	if n.Nothing() {
		return
	}
	if n.Kind != tree.Sequence {
		e.ErrKind(n, "a list of texts")
		return
	}
	for _, item := range n.Items {
		if word, ok := e.Words(item); ok {
			e.Evidence = append(e.Evidence, word)
		}
	}
}
