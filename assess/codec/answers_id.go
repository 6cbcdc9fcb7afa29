package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// isQuestion checks that a node names a question of the questionnaire. Without one
// everything does.
func (r *answers) isQuestion(n *tree.Node) bool {
	return r.q == nil || r.question(n) != nil
}

// question returns the question that a node names, nil after blaming one that names none.
// Files mostly keep the questionnaire's order, so the next question is looked at first.
func (r *answers) question(n *tree.Node) *assess.Question {
	questions := r.q.Questions()
	if r.next < len(questions) && questions[r.next].ID == n.Value {
		r.next++
		return questions[r.next-1]
	}
	if qu := r.q.Question(n.Value); qu != nil {
		r.next = qu.Index() + 1
		return qu
	}
	if r.q.Section(n.Value) != nil {
		r.Err(n, n.Value+" is a section of "+r.named()+", not a question", "")
		return nil
	}
	if r.questionIDs == nil {
		for _, qu := range questions {
			r.questionIDs = append(r.questionIDs, qu.ID)
		}
	}
	r.Err(n, "no such question in "+r.named(), r.Nearest(n.Value, r.questionIDs))
	return nil
}

// isSection checks that a node names a section of the questionnaire.
func (r *answers) isSection(n *tree.Node) {
	if r.q.Section(n.Value) != nil {
		return
	}
	if r.q.Question(n.Value) != nil {
		r.Err(n, n.Value+" is a question of "+r.named()+", not a section", "")
		return
	}
	if r.sectionIDs == nil {
		for _, s := range r.q.AllSections() {
			r.sectionIDs = append(r.sectionIDs, s.ID)
		}
	}
	r.Err(n, "no such section in "+r.named(), r.Nearest(n.Value, r.sectionIDs))
}

// named is the questionnaire's id with its version.
func (r *answers) named() string { return r.q.ID + " " + r.q.Version }
