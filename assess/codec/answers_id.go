package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// question returns the question that an entry answers, nil without one, which is blamed.
// Files mostly keep the questionnaire's order, so the next question is looked at first.
func (r *answers) question(n *tree.Node) *assess.Question {
	if r.q == nil {
		return nil
	}
	questions := r.q.Questions()
	if r.next < len(questions) && questions[r.next].ID == n.Name {
		r.next++
		return questions[r.next-1]
	}
	qu := r.q.Question(n.Name)
	if qu == nil {
		r.isQuestion(n.Key())
		return nil
	}
	r.next = qu.Index() + 1
	return qu
}

// resolveCodes gives the columns that a question's code names the question's id. Of two
// columns of one question the second is blamed, and dropped.
func (r *answers) resolveCodes(n *tree.Node) {
	n.Items = slices.DeleteFunc(n.Items, func(v *tree.Node) bool {
		if r.q.Question(v.Name) != nil {
			return false
		}
		written := r.asWritten(v.Key())
		qu := r.q.QuestionCoded(written.Value)
		if qu == nil {
			return false
		}
		if n.Child(qu.ID) != nil {
			message := "the column " + tree.Brief(written.Value) + " is that of " + qu.ID + ", which has one already"
			r.Err(written, message, "keep one of the two")
			return true
		}
		v.Name = qu.ID
		return false
	})
}

// isQuestion checks that a node names a question of the questionnaire. Without one
// everything does.
func (r *answers) isQuestion(n *tree.Node) bool {
	if r.q == nil || r.q.Question(n.Value) != nil {
		return true
	}
	n = r.asWritten(n)
	if r.q.Section(n.Value) != nil {
		r.Err(n, n.Value+" is a section of "+r.named()+", not a question", "")
		return false
	}
	if r.version != "" && r.version != r.q.Version { // a name like it would mean something else
		r.Err(n, r.words.strange(tree.Brief(n.Value), r.named()), "it belongs to "+r.q.ID+" "+tree.Brief(r.version))
		return false
	}
	if r.questionIDs == nil {
		for _, qu := range r.q.Questions() {
			r.questionIDs = append(r.questionIDs, qu.ID)
		}
	}
	near := r.Nearest(strings.ToLower(n.Value), r.questionIDs)
	if coded := r.q.QuestionNamed(n.Value); coded != nil {
		r.Err(n, r.words.strange(tree.Brief(n.Value), r.named()), "that is the code of "+coded.ID)
		return false
	}
	r.Err(n, r.words.strange(tree.Brief(n.Value), r.named()), r.words.orRemove(near))
	return false
}

// asWritten is the name of a column in the letters of the header.
func (r *answers) asWritten(n *tree.Node) *tree.Node {
	end := n.At + len(n.Value)
	if end > len(r.Text) || !strings.EqualFold(r.Text[n.At:end], n.Value) {
		return n
	}
	written := *n
	written.Value = r.Text[n.At:end]
	return &written
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
