package assess

// resultTree holds the nodes and items of one result, in one piece of memory each.
type resultTree struct {
	nodes []Node // by Section.index; the first is the overall
	items []Item // by Question.Index
}

// newResultTree makes the tree of a questionnaire without any number.
func newResultTree(q *Questionnaire) resultTree {
	t := resultTree{nodes: make([]Node, len(q.tree)), items: make([]Item, len(q.questions))}
	items := make([]*Item, len(t.items))
	for i := range items {
		t.items[i].Question = q.questions[i]
		items[i] = &t.items[i]
	}
	nodes := make([]*Node, len(t.nodes)) // the children of one node after those of another
	for i, sec := range q.tree {
		n := &t.nodes[i]
		n.ID, n.Title, n.Weight, n.Method = sec.ID, sec.Title, sec.Weight, sec.Method
		if i > 0 {
			n.Section, n.Code = sec, sec.Code
		}
		n.all = items[sec.first:sec.last:sec.last]
		if sec.Dimension() {
			n.Items = n.all
		}
		if len(sec.Sections) == 0 {
			continue
		}
		n.Sections, nodes = nodes[:len(sec.Sections):len(sec.Sections)], nodes[len(sec.Sections):]
		for j, child := range sec.Sections {
			n.Sections[j] = &t.nodes[child.index]
		}
	}
	return t
}

// aim sets the targets of the nodes: what the answers say of a section, else what the
// section itself says, else the target of the section above, and of the overall what the
// questionnaire says (docs/numbers.md, Target and gap). said is by section id.
func (t resultTree) aim(whole *int, said map[string]int) {
	t.nodes[0].Target = levelNumber(whole)
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.Section != nil {
			n.aim(said)
		}
		for _, child := range n.Sections {
			child.Target = n.Target
		}
	}
}

func (n *Node) aim(said map[string]int) {
	if n.Section.Target != nil {
		n.Target = levelNumber(n.Section.Target)
	}
	if level, ok := said[n.ID]; ok {
		n.Target = Num(float64(level))
	}
}

// levelNumber is a level as a number, undefined where there is none.
func levelNumber(level *int) Number {
	if level == nil {
		return Number{}
	}
	return Num(float64(*level))
}
