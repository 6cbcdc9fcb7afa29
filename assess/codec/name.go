package codec

// questionID checks that a node names a question of the questionnaire.
func (r *answers) questionID(n *node, p *steps) bool {
	if r.q == nil || r.q.Question(n.value) != nil {
		return true
	}
	if r.q.Section(n.value) != nil {
		r.err(n, p, n.value+" is a section of "+r.model()+", not a question", "")
		return false
	}
	if r.questionIDs == nil {
		for _, qu := range r.q.Questions() {
			r.questionIDs = append(r.questionIDs, qu.ID)
		}
	}
	r.err(n, p, "no such question in "+r.model(), r.nearest(n.value, r.questionIDs))
	return false
}

// sectionID checks that a node names a section of the questionnaire.
func (r *answers) sectionID(n *node, p *steps) {
	if r.q.Section(n.value) != nil {
		return
	}
	if r.q.Question(n.value) != nil {
		r.err(n, p, n.value+" is a question of "+r.model()+", not a section", "")
		return
	}
	if r.sectionIDs == nil {
		for _, s := range r.q.AllSections() {
			r.sectionIDs = append(r.sectionIDs, s.ID)
		}
	}
	r.err(n, p, "no such section in "+r.model(), r.nearest(n.value, r.sectionIDs))
}

// model names the questionnaire with its version.
func (r *answers) model() string { return r.q.ID + " " + r.q.Version }
