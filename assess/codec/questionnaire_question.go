package codec

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

var questionKeys = tree.Table[*partReader]{
	tree.Required("id", (*partReader).readQuestionID),
	tree.Required("ask", func(r *partReader, n *tree.Node) { r.question.Ask = r.text(n) }),
	tree.Optional("options", func(r *partReader, n *tree.Node) { r.question.Options, r.known = r.optionsOf(n) }),
	tree.Optional("title", func(r *partReader, n *tree.Node) { r.question.Title = r.text(n) }),
	tree.Optional("code", func(r *partReader, n *tree.Node) { r.question.Code = r.readCode(n) }),
	tree.Optional("tags", func(r *partReader, n *tree.Node) { r.question.Tags = r.tags(n) }),
	tree.Optional("help", func(r *partReader, n *tree.Node) { r.question.Help = r.text(n) }),
	tree.Optional("scored", (*partReader).readScored),
	tree.Optional("input", (*partReader).readInput),
	tree.Optional("of", func(r *partReader, n *tree.Node) { r.question.Of = r.text(n) }),
	tree.Optional("better", (*partReader).readBetter),
	tree.Optional("weight", func(r *partReader, n *tree.Node) { r.question.Weight = r.weight(n) }),
	tree.Optional("effort", (*partReader).readEffort),
	tree.Optional("not_applicable", (*partReader).readPolicy),
	tree.Optional("evidence", func(r *partReader, n *tree.Node) { r.question.Evidence = r.texts(n) }),
	tree.Optional("references", func(r *partReader, n *tree.Node) {
		r.question.References = r.readReferences(n)
	}),
	tree.Optional("ask_if", func(r *partReader, n *tree.Node) { r.question.AskIf = r.conditions(n) }),
	{Name: "select"},
	{Name: "full"},
	{Name: "level"},
	{Name: "pass"},
}

// questionsOf reads the questions of a dimension.
func (m *model) questionsOf(n *tree.Node, up *spot) []*assess.Question {
	return partsOf(m, n, "questions", func(n *tree.Node) (*assess.Question, float64) {
		if m.crowd(n) || !questionKeys.Check(m.Source, n) {
			return nil, 0
		}
		qu := &assess.Question{Weight: 1, Effort: 1}
		r := &partReader{model: m, spot: &spot{node: n, up: up, question: qu}}
		questionKeys.Read(r, n)
		r.answering()
		r.selecting()
		r.onScale()
		r.counting()
		r.criterion()
		return qu, qu.Weight
	})
}

// crowd counts a question and reports whether there are too many.
func (m *model) crowd(n *tree.Node) bool {
	m.questions++
	if m.questions == assess.MostQuestions+1 {
		m.Err(n, "a questionnaire holds at most "+strconv.Itoa(assess.MostQuestions)+" questions", "")
	}
	return m.questions > assess.MostQuestions
}

// reserved are the columns that a table of answers has beside the questions.
var reserved = []string{"questionnaire", "organization", "respondent", "role", "date"}

func (r *partReader) readQuestionID(n *tree.Node) {
	r.question.ID = r.readID(n)
	if slices.Contains(reserved, r.question.ID) {
		hint := "choose an id other than " + strings.Join(reserved, ", ")
		r.Err(n, r.question.ID+" names a column of answer tables", hint)
	}
}

func (r *partReader) readPolicy(n *tree.Node) { r.question.NotApplicable = r.policy(n) }

func (r *partReader) readEffort(n *tree.Node) {
	r.question.Effort, _ = r.Integer(n, 1, 9, "a whole number from 1 to 9")
}

// criterion reads what only a question below a gate has: the level it belongs to and the
// lowest value that passes.
func (r *partReader) criterion() {
	level, pass, qu := r.node.Child("level"), r.node.Child("pass"), r.question
	if qu.Profile {
		return
	}
	if !r.up.gate() {
		r.gateOnly(level)
		r.gateOnly(pass)
		return
	}
	if level == nil {
		message := "level is missing: below a gate section a question says which level it belongs to"
		r.ErrPath(r.id(), r.node.Path(), message, "")
	} else {
		qu.Level, _ = r.levelNumber(level, true)
	}
	if !r.known {
		return
	}
	qu.Pass = qu.Options[len(qu.Options)-1].Value
	if pass == nil {
		return
	}
	v, ok := r.Decimal(pass)
	if _, isOption := qu.Option(v); ok && !isOption {
		r.Err(pass, pass.Value+" is no option's value; accepted are "+values(qu), "")
	}
	qu.Pass = v
}

// gateOnly blames a key that stands in a question outside of gates.
func (m *model) gateOnly(n *tree.Node) {
	if n != nil {
		m.Err(n, n.Name+" stands only in questions below a gate section", "")
	}
}

// values lists what a question accepts.
func values(qu *assess.Question) string {
	names := make([]string, len(qu.Options))
	for i, o := range qu.Options {
		names[i] = tree.DecimalOf(o.Value)
	}
	return strings.Join(few(names), ", ")
}
