package codec

import (
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// node reads the figures of a section, and of what is below it.
func (r *writtenReader) node(n *tree.Node, to *assess.Node) {
	if !r.names(n, to.ID) {
		return
	}
	lowest, highest := float64(r.q.Lowest()), float64(r.q.Highest())
	level := func(key string) assess.Number { return r.number(n, key, lowest, highest) }
	to.Applicable = !r.flag(n, "not_applicable")
	to.Score, to.Low, to.High = level("score"), level("low"), level("high")
	to.Level, to.Stage, to.Evidenced = level("level"), level("stage"), level("evidenced")
	to.Target, to.Gap = level("target"), r.number(n, "gap", 0, highest)
	to.Coverage, to.Sufficient = r.number(n, "coverage", 0, 1), r.flag(n, "sufficient")
	to.Outer = r.text(n, "bounds") == "outer"
	sections, known := r.list(n, "sections")
	switch {
	case !known:
		to.Sections = nil // the line holds the whole alone
	case r.matches(n, "sections", len(sections), len(to.Sections)):
		for i := range sections {
			r.node(sections[i], to.Sections[i])
		}
	}
	questions, known := r.list(n, "questions")
	if !known || !r.matches(n, "questions", len(questions), len(to.Items)) {
		return
	}
	r.written.Questions = true
	for i := range questions {
		r.item(questions[i], to.Items[i])
	}
}

// names checks that a section or question is the one that the questionnaire has there.
func (r *writtenReader) names(n *tree.Node, id string) bool {
	said := r.text(n, "id")
	if said != id && n.Kind == tree.Mapping {
		r.Err(n, fmt.Sprintf("here stands %q; %s %s has %s", tree.Brief(said), r.q.ID, r.q.Version, id), "")
	}
	return said == id
}

func (r *writtenReader) matches(n *tree.Node, key string, are, should int) bool {
	if are != should {
		r.Err(n.Child(key),
			fmt.Sprintf("these are %d %s; %s %s has %d here", are, key, r.q.ID, r.q.Version, should), "")
	}
	return are == should
}

// item reads what is known of a question, and what the responses answered.
func (r *writtenReader) item(n *tree.Node, to *assess.Item) {
	if !r.names(n, to.Question.ID) {
		return
	}
	lowest, highest := float64(r.q.Lowest()), float64(r.q.Highest())
	to.Status = r.state(n, "status")
	to.Points, to.Evidenced = r.number(n, "points", lowest, highest), r.number(n, "evidenced", lowest, highest)
	if agreed := r.child(n, "agreed"); agreed != nil && !agreed.Nothing() {
		to.Voted, to.Agreed = true, r.flag(n, "agreed")
	}
	answers, _ := r.list(n, "answers")
	responses := r.written.Result.Responses
	if !r.matches(n, "answers", len(answers), len(responses)) {
		return
	}
	for i, a := range answers {
		answer := &responses[i].Answers[to.Question.Index()]
		state := r.state(a, "state")
		if !r.Failed() && state != assess.Skipped {
			r.answer(a, state, to.Question, answer)
		}
		if !to.Question.Profile { // of those the profile tells
			to.Said = append(to.Said, assess.Said{State: state, Answer: answer})
		}
	}
}

func (r *writtenReader) state(n *tree.Node, key string) assess.State {
	c := r.child(n, key)
	if c == nil {
		return ""
	}
	return tree.Choice(r.Source, c, assess.Unanswered, assess.Answered, assess.Unknown,
		assess.NotApplicable, assess.Skipped)
}

// answer reads what one response answered.
func (r *writtenReader) answer(n *tree.Node, state assess.State, qu *assess.Question, to *assess.Answer) {
	if value := r.child(n, "value"); value != nil && !value.Nothing() {
		r.value(value, qu, to)
	}
	votes := r.child(n, "votes")
	if votes != nil && votes.Kind == tree.Mapping {
		for _, v := range votes.Items {
			vote := assess.Vote{Voice: v.Name, NA: v.Value == "na"}
			if v.Class == tree.Number || v.Kind == tree.Sequence {
				var said assess.Answer
				r.value(v, qu, &said)
				vote.Value, vote.Ticked = said.Value, said.Ticked
			}
			to.Votes = append(to.Votes, vote)
		}
	}
	if to.State() != state { // which votes alone do not tell
		to.Unknown, to.NA = state == assess.Unknown, state == assess.NotApplicable
	}
}

// value reads an option's value, ids of what is ticked, or what was typed.
func (r *writtenReader) value(n *tree.Node, qu *assess.Question, to *assess.Answer) {
	switch {
	case n.Kind == tree.Sequence && qu.Many():
		to.Ticked = make([]string, 0, len(n.Items))
		for _, item := range n.Items {
			to.Ticked = append(to.Ticked, item.Value)
		}
		sum, ok := qu.Sum(to.Ticked)
		if !ok {
			r.Err(n, "these can't be ticked together; the ids are "+ticks(qu), "")
			return
		}
		to.Value = assess.Num(sum)
	case n.IsText() && qu.Typed():
		to.Text = n.Value
	default:
		if v, ok := r.Decimal(n); ok {
			to.Value = assess.Num(v)
		}
	}
}

// readProfile reads what was answered to the profile questions: one answer, or a list of
// different ones.
func (r *writtenReader) readProfile(n *tree.Node, res *assess.Result) {
	for _, it := range res.Overall.AllItems() {
		if !it.Question.Profile {
			continue
		}
		c := r.child(n, it.Question.ID)
		if c == nil || c.Nothing() {
			continue
		}
		said := []*tree.Node{c}
		single := it.Question.Many() && (len(c.Items) == 0 || c.Items[0].Kind != tree.Sequence)
		if c.Kind == tree.Sequence && !single {
			said = c.Items
		}
		for _, v := range said {
			a := new(assess.Answer)
			r.value(v, it.Question, a)
			it.Said = append(it.Said, assess.Said{State: assess.Answered, Answer: a})
		}
	}
}
