package assess

import "slices"

// Score computes the result of a group. No responses, or empty ones, are an assessment in
// which nothing has been answered: no score, bounds from the lowest to the highest level.
func Score(g Group) *Result { return new(Scorer).Score(g) }

// A Scorer scores one group after the other and keeps the memory that it works in. Its
// results are their own: they stay as they are when it scores again. It serves one
// goroutine at a time. The zero Scorer is ready.
type Scorer struct {
	q         *Questionnaire
	responses []*Response
	answering []bool     // by response and Question.Index: asked; empty where no question has conditions
	points    []float64  // what the responses gave to the question that is combined
	questions []figures  // by Question.Index
	sections  []figures  // by Section.index
	standings []standing // of the questions of one dimension
	most      int        // ways of filling in that are looked at one by one
}

// newScorer returns a scorer by a linked questionnaire.
func newScorer(q *Questionnaire) *Scorer {
	figures := make([]figures, len(q.questions)+len(q.tree))
	n := len(q.questions)
	return &Scorer{q: q, questions: figures[:n], sections: figures[n:], most: mostWays}
}

// Score returns what the function Score does.
func (s *Scorer) Score(g Group) *Result {
	if s.q != g.questionnaire {
		*s = *newScorer(g.questionnaire)
	}
	s.prepare(g.responses)
	res := &Result{
		Questionnaire: s.q, Responses: g.responses, Organization: g.organization, Warnings: g.warnings,
	}
	for _, r := range g.responses {
		res.Date = max(res.Date, r.Date)
	}
	t := newResultTree(s.q)
	t.aim(s.q.Scoring.Target, targets(g.responses))
	n := len(g.responses)
	said := make([]Said, len(t.items)*n)
	for i := range t.items {
		it := &t.items[i]
		count := s.combine(it, said[i*n:(i+1)*n:(i+1)*n])
		if from := s.q.Scoring.EvidenceFrom; from != nil {
			it.Evidenced = believed(it, *from, s.q.Lowest())
		}
		d := ScopeDisagreement{it.Question, count.notApplicable, count.answered}
		if d.exists() && !it.Question.Profile {
			res.Disagreements = append(res.Disagreements, d)
		}
	}
	res.Overall = s.rollUp(t)
	res.Tags = s.tagScores()
	s.bound(t, res.Tags)
	return res
}

// prepare takes the responses to score and finds out what each was asked.
func (s *Scorer) prepare(responses []*Response) {
	s.responses, s.answering = responses, s.answering[:0]
	s.points = slices.Grow(s.points[:0], len(responses))
	if !s.q.conditional {
		return
	}
	n := len(s.q.questions)
	s.answering = slices.Grow(s.answering, n*len(responses))[:n*len(responses)]
	for i, r := range responses {
		r.ask(s.answering[i*n : (i+1)*n])
	}
}

// asked reports whether a response was asked a question.
func (s *Scorer) asked(response int, qu *Question) bool {
	return len(s.answering) == 0 || s.answering[response*len(s.q.questions)+qu.index]
}

// rollUp computes the numbers of every section from what the items are, and returns the
// overall node.
func (s *Scorer) rollUp(t resultTree) *Node {
	for i := range t.items {
		s.questions[i] = s.q.figures(&t.items[i])
	}
	s.gather()
	for i := len(t.nodes) - 1; i >= 0; i-- {
		s.finish(&t.nodes[i], s.q.tree[i], &s.sections[i])
	}
	return &t.nodes[0]
}

// gather computes the figures of every section from those of the questions.
func (s *Scorer) gather() {
	for i := len(s.sections) - 1; i >= 0; i-- { // what is below a section comes after it
		s.sections[i] = s.sectionFigures(s.q.tree[i])
	}
}

// targets maps a section to its target in the last response that names it.
func targets(responses []*Response) map[string]int {
	var out map[string]int
	for _, r := range responses {
		for _, t := range r.Targets {
			if out == nil {
				out = map[string]int{}
			}
			out[t.Section] = t.Level
		}
	}
	return out
}

// finish writes a section's figures, and what follows from them, into its node.
func (s *Scorer) finish(n *Node, sec *Section, f *figures) {
	n.Applicable = f.applicable
	if !f.applicable {
		n.Target = Number{}
		return
	}
	n.Score, n.Coverage = f.score, Num(f.coverage)
	n.hold(f.low, f.high)
	if s.q.Scoring.EvidenceFrom != nil {
		n.Evidenced = f.evidenced
	}
	n.Sufficient = atLeast(f.coverage, s.q.Scoring.MinCoverage)
	if n.Sufficient {
		n.Level = s.q.standing(n)
	}
	n.Stage = s.stage(n, sec)
	if target, ok := n.Target.Get(); ok && n.Score.Defined() {
		n.Gap = Num(max(0, target-n.Score.Value()))
	}
}

// hold sets the bounds of a node, which hold its score in the last bit too.
func (n *Node) hold(low, high float64) {
	n.Low, n.High = bounds(n.Score, low, high)
}

// bounds returns bounds that hold a score, where there is one.
func bounds(score Number, low, high float64) (Number, Number) {
	if v, ok := score.Get(); ok {
		low, high = min(low, v), max(high, v)
	}
	return Num(low), Num(high)
}

// standing returns the level that a node's score has reached, whatever its coverage: the
// score of a gate is a level itself.
func (q *Questionnaire) standing(n *Node) Number {
	if n.Method == Gate {
		return n.Score
	}
	return q.reached(n.Score)
}

// reached returns the largest level that begins at or below a score, undefined without one.
func (q *Questionnaire) reached(score Number) Number {
	v, ok := score.Get()
	if !ok {
		return Number{}
	}
	l := q.Lowest()
	for l < q.Highest() && atLeast(v, q.begins(l+1)) {
		l++
	}
	return Num(float64(l))
}
