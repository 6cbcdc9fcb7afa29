package assess

// A basis says which parts of a section have a share in it.
type basis int

const (
	applying basis = iota // all that applies, answered or not
	scored                // what has a score
)

func (b basis) section(n *Node) bool {
	return b == applying && n.Applicable || n.Score.Defined()
}

func (b basis) question(f figures) bool {
	return f.applicable && (b == applying || f.score.Defined())
}

// sharers are called with what has a share. A nil function is not called.
type sharers struct {
	dimension func(n *Node, share float64)
	question  func(it *Item, share float64)
}

// shareOut splits the share that a node has of some score among all below it: the
// effective weights (docs/numbers.md, How firm). Each section splits its own share in
// proportion to the weights of the parts that count, so the shares of the questions add
// up to that of the node. It calls in document order.
func (q *Questionnaire) shareOut(n *Node, share float64, by basis, to sharers) {
	if n.Dimension() && to.dimension != nil {
		to.dimension(n, share)
	}
	sum := 0.0
	for _, child := range n.Sections {
		if by.section(child) {
			sum += child.Weight
		}
	}
	for _, it := range n.Items {
		if by.question(q.figures(it)) {
			sum += it.Question.Weight
		}
	}
	for _, child := range n.Sections {
		if by.section(child) {
			q.shareOut(child, share*child.Weight/sum, by, to)
		}
	}
	if to.question == nil {
		return
	}
	for _, it := range n.Items {
		if by.question(q.figures(it)) {
			to.question(it, share*it.Question.Weight/sum)
		}
	}
}

// effectiveWeights calls do with every answered question below a node and its share of
// the node's score. Questions that a policy puts at the lowest level have a share too,
// but are not told.
func (q *Questionnaire) effectiveWeights(n *Node, do func(it *Item, share float64)) {
	q.shareOut(n, 1, scored, sharers{question: func(it *Item, share float64) {
		if it.Status == Answered {
			do(it, share)
		}
	}})
}

// Shares returns, by Question.Index, the share of the overall score that the weights of
// a linked questionnaire give to each question, where all of them apply.
func Shares(q *Questionnaire) []float64 {
	out := make([]float64, len(q.questions))
	q.shareOut(Score(EmptyGroup(q)).Overall, 1, applying, sharers{question: func(it *Item, share float64) {
		out[it.Question.index] = share
	}})
	return out
}

// A DimensionShare is the part of the overall score that a dimension has.
type DimensionShare struct {
	Dimension *Node
	Share     float64 // 0..1
}

// DimensionShares returns the shares of the scored dimensions, in document order. They
// are what the dimensions add where every section is a mean.
func (r *Result) DimensionShares() []DimensionShare {
	var out []DimensionShare
	r.Questionnaire.shareOut(r.Overall, 1, scored, sharers{dimension: func(n *Node, share float64) {
		out = append(out, DimensionShare{n, share})
	}})
	return out
}
