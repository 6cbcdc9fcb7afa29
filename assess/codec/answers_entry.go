package codec

import (
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
	if r.q != nil && r.words.cells {
		r.resolveCodes(n)
	}
	r.given = n
	for _, v := range n.Items {
		if r.isArea(v) {
			r.readArea(v)
		} else if qu := r.question(v); qu != nil {
			r.readAnswer(v, qu, &r.response.Answers[qu.Index()])
		} else if r.q == nil || !r.words.cells { // what stands in a strange column is no answer
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
	for i, asked := range r.response.Asked() {
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
	if r.words.cells && qu != nil {
		fromCell(n, qu)
	}
	switch {
	case n.Nothing():
	case n.Kind == tree.Mapping:
		r.entry.Answer, r.entry.question, r.entry.said = into, qu, 0
		entryKeys.Check(r.Source, n)
		entryKeys.Read(&r.entry, n)
		r.oneOf(n, r.entry.said)
		r.warnHollow(n)
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
	if r.words.cells {
		r.ErrPath(n, strings.TrimSuffix(n.Path(), ".value"), n.Describe()+" is no answer", hintOfCell(n.Value))
		return
	}
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

// hintOfCell tells what is accepted in the cell of an answer.
func hintOfCell(value string) string {
	word := strings.ReplaceAll(strings.ToLower(value), "/", "")
	switch {
	case word == "na" || word == "unknown":
		return "write " + word
	case withComma.MatchString(value):
		return "write " + strings.Replace(value, ",", ".", 1)
	}
	return "accepted are an option's value, na with its reason, unknown, or nothing"
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
	tree.Nullable("value", (*entry).readValue),
	tree.Nullable("count", (*entry).readCount),
	tree.Nullable("votes", (*entry).readVotes),
	tree.Nullable("not_applicable", (*entry).readReason),
	tree.Nullable("unknown", (*entry).readUnknown),
	tree.Nullable("note", func(e *entry, n *tree.Node) { e.Note = e.Optional(n) }),
	tree.Nullable("evidence", func(e *entry, n *tree.Node) { e.Evidence = e.documents(n) }),
	tree.Nullable("brought", (*entry).readBrought),
	tree.Nullable("private", func(e *entry, n *tree.Node) { e.Private = assess.Hide(e.Optional(n)) }),
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

// warnHollow warns of an entry that has but a key of what was said, and nothing behind it:
// it was begun, and counts as unanswered.
func (r *answers) warnHollow(n *tree.Node) {
	na, unknown := n.Child("not_applicable"), n.Child("unknown")
	others := n.Child("value") != nil || n.Child("votes") != nil
	if r.entry.said != 0 || others || (na == nil) == (unknown == nil) {
		return
	}
	const message = " is left empty: the question counts as not answered"
	if na != nil {
		r.warnKept(na, "not_applicable"+message, "write why it does not apply")
	} else {
		r.warnKept(unknown, "unknown"+message, "write unknown: true")
	}
}

// warnKept warns of something that a reader of the result has to know as well.
func (r *answers) warnKept(n *tree.Node, message, hint string) {
	r.Warn(n, message, hint)
	r.response.Warnings = append(r.response.Warnings, assess.ReadingWarning(r.Name, n.Path(), message))
}

// readValue reads the value. In a table what is no number is blamed in the words of cells.
func (e *entry) readValue(n *tree.Node) {
	if e.question != nil && e.question.Typed() {
		e.said |= saidValue
		e.typed(n, e.question, e.Answer)
		return
	}
	if n.Kind == tree.Scalar && n.Class == tree.Text && e.words.cells {
		e.errNoAnswer(n)
		return
	}
	e.said |= saidValue
	e.Ticked, e.Value = e.given(n)
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
	case e.voicesExceeded(n, "votes hold"):
		return
	}
	e.Votes = make([]assess.Vote, 0, len(n.Items))
	for _, v := range n.Items {
		e.checkVoice(v)
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
		e.Err(n.Key(), "the questionnaire does not accept "+e.words.notApplicable+" for "+e.question.ID, "")
	}
	e.Reason, _ = e.reason(n)
}

// reason reads why something does not apply.
func (r *answers) reason(n *tree.Node) (string, bool) {
	if n.Nothing() || n.Blank() || n.Kind == tree.Scalar && n.Class == tree.Boolean {
		r.Err(n, r.words.notApplicable+" carries its reason", r.words.whyOf(r.entry.question))
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

// documents reads the documents named.
func (r *answers) documents(n *tree.Node) []string {
	if n.Kind != tree.Sequence {
		r.ErrKind(n, "a list of texts")
		return nil
	}
	var out []string
	for _, item := range n.Items {
		if word, ok := r.Words(item); ok {
			out = append(out, word)
		}
	}
	return out
}
