package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// isArea reports whether an entry stands under the id of a section.
func (r *answers) isArea(n *tree.Node) bool {
	if r.q == nil {
		return false
	}
	questions := r.q.Questions()
	if r.next < len(questions) && questions[r.next].ID == n.Name { // mostly
		return false
	}
	return r.q.Question(n.Name) == nil && r.q.Section(n.Name) != nil
}

var areaKeys = tree.Table[*answers]{
	tree.Required("not_applicable", (*answers).readAreaReason),
}

// readArea reads that nothing in a section applies, and why.
func (r *answers) readArea(n *tree.Node) {
	switch {
	case n.Nothing():
	case n.Kind != tree.Mapping:
		message := n.Describe() + " can't stand here; " + n.Name + " is a section of " + r.named()
		r.Err(n, message, "of a section only {not_applicable: reason} is said")
	case areaKeys.Check(r.Source, n):
		areaKeys.Read(r, n)
	}
}

func (r *answers) readAreaReason(n *tree.Node) {
	if reason, ok := r.reason(n); ok {
		section := r.q.Section(n.Up().Name)
		r.response.Areas = append(r.response.Areas, assess.Area{Section: section.ID, Reason: reason})
	}
}

// spread carries the entries of sections to the questions below that have none of their
// own; one left empty is none.
func (r *answers) spread() {
	own := make([]bool, len(r.q.Questions()))
	for _, v := range r.given.Items {
		if qu := r.q.Question(v.Name); qu != nil {
			own[qu.Index()] = !v.Nothing()
		}
	}
	blamed := map[*assess.Area]bool{}
	for i, qu := range r.q.Questions() {
		area := r.response.AreaOf(qu)
		if area == nil || own[i] || qu.Policy() != assess.Forbid || blamed[area] {
			continue
		}
		blamed[area] = true
		r.Err(r.given.Child(area.Section).Key(), "the questionnaire does not accept not_applicable for "+qu.ID+
			", which has no answer of its own", "")
	}
	r.q.Spread(r.response, func(index int) bool { return own[index] })
}
