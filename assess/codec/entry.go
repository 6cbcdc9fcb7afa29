package codec

import (
	"strconv"

	"bankmaturity/assess"
)

// answers reads the entries, by question id.
func (r *answers) answers(n *node, p *steps) {
	if n.kind != mapping {
		r.wrongKind(n, p, "a mapping of question ids to answers, {} if there are none")
		return
	}
	given := map[*assess.Question]*node{}
	for i, k := range n.keys {
		at := p.key(k.value)
		var qu *assess.Question
		if r.questionID(k, at) && r.q != nil {
			qu = r.q.Question(k.value)
			given[qu] = k
		}
		a := r.entry(n.items[i], at, qu)
		if qu != nil {
			r.response.Answers[qu.Index()] = a
		}
	}
	r.warnNotAsked(p, given)
}

// warnNotAsked warns of answers to questions that the others did not ask.
func (r *answers) warnNotAsked(p *steps, given map[*assess.Question]*node) {
	if r.q == nil || r.failed {
		return
	}
	for i, asked := range r.q.Asked(r.response) {
		qu := r.q.Questions()[i]
		if !asked && r.response.Answers[i].State() != assess.Unanswered {
			r.warn(given[qu], p.key(qu.ID), "the answer is ignored: by its ask_if the question is not asked", "")
		}
	}
}

const acceptedEntries = `accepted are an option's value, unknown, {value: …}, {votes: …}, {not_applicable: reason}, or nothing`

var entryFields = fields{optional: []string{"value", "votes", "not_applicable", "unknown", "note", "evidence"}}

// entry reads one answer. qu is nil where the question is not known: then a
// value is any number.
func (r *answers) entry(n *node, p *steps, qu *assess.Question) assess.Answer {
	switch {
	case n.nothing():
		return assess.Answer{}
	case n.kind == mapping:
		return r.longEntry(n, p, qu)
	case n.kind == sequence:
		r.wrongKind(n, p, "an answer: "+acceptedEntries)
	case n.class == text && n.value == "unknown":
		return assess.Answer{Unknown: true}
	case n.class == number:
		return assess.Answer{Value: r.value(n, p, qu)}
	default:
		r.notAnswer(n, p, qu)
	}
	return assess.Answer{}
}

// notAnswer blames a word that is none of the answers.
func (r *answers) notAnswer(n *node, p *steps, qu *assess.Question) {
	hint := acceptedEntries
	if _, ok := plainNumber(n.value); ok {
		hint = "write the number without quotes: " + brief(n.value)
	} else if near := r.nearest(n.value, []string{"unknown"}); near != "" {
		hint = near
	} else if n.class == tilde || n.blank() {
		hint = "leave the entry empty, or write null"
	}
	r.err(n, p, describe(n)+" is no answer", hint)
}

// longEntry reads an answer written as a mapping.
func (r *answers) longEntry(n *node, p *steps, qu *assess.Question) assess.Answer {
	var a assess.Answer
	r.object(n, p, entryFields)
	said := map[string]bool{}
	for i, k := range n.keys {
		v, at := n.items[i], p.key(k.value)
		switch k.value {
		case "value":
			if said["value"] = !v.nothing(); said["value"] {
				a.Value = r.value(v, at, qu)
			}
		case "votes":
			said["votes"] = true
			a.Votes = r.votes(v, at, qu)
		case "not_applicable":
			said["not_applicable"] = true
			a.NA = true
			a.Reason = r.reason(v, at, k, qu)
		case "unknown":
			said["unknown"] = true
			a.Unknown = true
			if v.kind != scalar || v.class != boolean || !affirms(v.value) {
				r.err(v, at, describe(v)+" can't stand here; accepted is true", "leave unknown out where it does not hold")
			}
		case "note":
			a.Note = r.optional(v, at)
		case "evidence":
			a.Evidence = r.evidence(v, at)
		}
	}
	r.oneOf(n, p, said)
	return a
}

// oneOf refuses entries that say two things at once.
func (r *answers) oneOf(n *node, p *steps, said map[string]bool) {
	both := ""
	for _, pair := range [][2]string{{"value", "not_applicable"}, {"value", "unknown"}, {"not_applicable", "unknown"}, {"votes", "not_applicable"}, {"votes", "unknown"}} {
		if said[pair[0]] && said[pair[1]] {
			both = pair[0] + " and " + pair[1]
			break
		}
	}
	if both != "" {
		r.err(n, p, "an entry can't hold both "+both, "remove one of the two")
	}
}

// affirms reports whether a boolean is true, as YAML spells it.
func affirms(value string) bool { return value == "true" || value == "True" || value == "TRUE" }

// value reads the value of one of the question's options.
func (r *answers) value(n *node, p *steps, qu *assess.Question) assess.Number {
	v, ok := r.decimal(n, p)
	if !ok {
		return assess.Number{}
	}
	if qu != nil {
		if _, isOption := qu.Option(v); !isOption || !exact(n.value, v) {
			r.err(n, p, brief(n.value)+" is no option of "+qu.ID+"; accepted are "+values(qu), "")
			return assess.Number{}
		}
	}
	return assess.Num(v)
}

// votes reads what each voice said: at least one.
func (r *answers) votes(n *node, p *steps, qu *assess.Question) []assess.Vote {
	switch {
	case n.kind != mapping:
		r.wrongKind(n, p, "a mapping of voices to values")
		return nil
	case len(n.keys) == 0:
		r.err(n, p, "votes hold at least one voice", "")
		return nil
	case len(n.keys) > maxVoices:
		r.err(n.keys[maxVoices], p, "votes hold at most "+strconv.Itoa(maxVoices)+" voices, these are "+strconv.Itoa(len(n.keys)), "")
		return nil
	}
	var votes []assess.Vote
	for i, k := range n.keys {
		at := p.key(k.value)
		if k.blank() {
			r.err(k, at, "the name of a voice is empty", "")
		}
		if v, ok := r.value(n.items[i], at, qu).Get(); ok {
			votes = append(votes, assess.Vote{Voice: k.value, Value: assess.Num(v)})
		}
	}
	return votes
}

// reason reads why a question does not apply.
func (r *answers) reason(n *node, p *steps, key *node, qu *assess.Question) string {
	if qu != nil && qu.Policy() == assess.Forbid {
		r.err(key, p, "the questionnaire does not accept not_applicable for "+qu.ID, "")
	}
	if n.nothing() || n.blank() || n.kind == scalar && n.class == boolean {
		r.err(n, p, "not_applicable carries its reason", "write not_applicable: and why")
		return ""
	}
	reason, _ := r.words(n, p)
	return reason
}

// evidence reads the documents named.
func (r *answers) evidence(n *node, p *steps) []string {
	if n.nothing() {
		return nil
	}
	if n.kind != sequence {
		r.wrongKind(n, p, "a list of texts")
		return nil
	}
	var documents []string
	for i, item := range n.items {
		if word, ok := r.words(item, p.item(i)); ok {
			documents = append(documents, word)
		}
	}
	return documents
}
