package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess"
)

var questionFields = fields{
	required: []string{"id", "title", "ask", "options"},
	optional: []string{"help", "weight", "effort", "not_applicable", "evidence", "references", "ask_if", "level", "pass"},
}

// reserved are the columns that a table of answers has beside the questions.
var reserved = []string{"questionnaire", "organization", "respondent", "role", "date"}

// readQuestions reads the questions of a dimension.
func (m *model) readQuestions(n *node, p *steps, up *spot) []*assess.Question {
	if !m.list(n, p, "questions") {
		return nil
	}
	var questions []*assess.Question
	sum := 0.0
	for i, item := range n.items {
		if m.crowd(item, p.item(i)) {
			break
		}
		if qu := m.question(item, p.item(i), up); qu != nil {
			questions = append(questions, qu)
			sum += qu.Weight
		}
	}
	m.finite(n, p, sum)
	return questions
}

func (m *model) question(n *node, p *steps, up *spot) *assess.Question {
	if !m.object(n, p, questionFields) {
		return nil
	}
	qu := &assess.Question{Weight: 1, Effort: 1}
	here := &spot{node: n, path: p, up: up, question: qu}
	good := false
	m.each(n, p, map[string]func(*node, *steps){
		"id":             func(n *node, p *steps) { qu.ID = m.questionID(n, p, here) },
		"title":          func(n *node, p *steps) { qu.Title = m.text(n, p) },
		"ask":            func(n *node, p *steps) { qu.Ask = m.text(n, p) },
		"help":           func(n *node, p *steps) { qu.Help = m.text(n, p) },
		"weight":         func(n *node, p *steps) { qu.Weight = m.weight(n, p) },
		"effort":         func(n *node, p *steps) { qu.Effort, _ = m.whole(n, p, 1, 9, "a whole number from 1 to 9") },
		"options":        func(n *node, p *steps) { qu.Options, good = m.optionsOf(n, p) },
		"not_applicable": func(n *node, p *steps) { qu.NotApplicable = m.policy(n, p) },
		"evidence":       func(n *node, p *steps) { qu.Evidence = m.texts(n, p) },
		"references":     func(n *node, p *steps) { qu.References = m.texts(n, p) },
		"ask_if":         func(n *node, p *steps) { qu.AskIf = m.askIf(n, p) },
	})
	m.criterion(here, good)
	return qu
}

func (m *model) questionID(n *node, p *steps, here *spot) string {
	id := m.id(n, p, here)
	if slices.Contains(reserved, id) {
		m.err(n, p, id+" names a column of answer tables", "choose an id other than "+strings.Join(reserved, ", "))
	}
	return id
}

// criterion reads what only a question below a gate has: the level it belongs
// to and the lowest value that passes. known says that the options are.
func (m *model) criterion(here *spot, known bool) {
	n, p, qu := here.node, here.path, here.question
	level, pass := n.child("level"), n.child("pass")
	if !here.up.gate() {
		m.gateOnly(level, p.key("level"))
		m.gateOnly(pass, p.key("pass"))
		return
	}
	if level == nil {
		m.err(here.id(), p, "level is missing: below a gate section a question says which level it belongs to", "")
	} else {
		qu.Level, _ = m.level(level, p.key("level"), true)
	}
	if !known {
		return
	}
	qu.Pass = qu.Options[len(qu.Options)-1].Value
	if pass == nil {
		return
	}
	v, ok := m.decimal(pass, p.key("pass"))
	if _, isOption := qu.Option(v); ok && !isOption {
		m.err(pass, p.key("pass"), pass.value+" is no option's value; accepted are "+values(qu), "")
	}
	qu.Pass = v
}

// gateOnly blames a key that stands in a question outside of gates.
func (m *model) gateOnly(n *node, p *steps) {
	if n != nil {
		m.err(n, p, p.name+" stands only in questions below a gate section", "")
	}
}

// values lists what a question accepts.
func values(qu *assess.Question) string {
	names := make([]string, len(qu.Options))
	for i, o := range qu.Options {
		names[i] = decimalOf(o.Value)
	}
	return strings.Join(few(names), ", ")
}

// askIf reads conditions: one, or a list of them.
func (m *model) askIf(n *node, p *steps) []assess.Condition {
	if n.kind != sequence {
		c := m.condition(n, p)
		return []assess.Condition{c}
	}
	if !m.list(n, p, "conditions") {
		return nil
	}
	out := make([]assess.Condition, len(n.items))
	for i, item := range n.items {
		out[i] = m.condition(item, p.item(i))
	}
	return out
}

// condition reads one condition; whether its question is an earlier one is
// checked later.
func (m *model) condition(n *node, p *steps) assess.Condition {
	var c assess.Condition
	if !m.object(n, p, fields{required: []string{"question"}, optional: []string{"at_least", "at_most"}}) {
		return c
	}
	limits := 0
	limit := func(to *assess.Number) func(*node, *steps) {
		return func(n *node, p *steps) {
			limits++
			if v, ok := m.decimal(n, p); ok {
				*to = assess.Num(v)
			}
		}
	}
	m.each(n, p, map[string]func(*node, *steps){
		"question": func(n *node, p *steps) { c.Question, _ = m.words(n, p) },
		"at_least": limit(&c.AtLeast),
		"at_most":  limit(&c.AtMost),
	})
	if limits != 1 {
		m.err(n, p, "a condition has exactly one of at_least and at_most", "")
	}
	return c
}
