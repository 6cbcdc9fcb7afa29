package assess

import "cmp"

// Score computes the result of the responses, all of which answer the linked
// questionnaire q for one organization. No responses, or empty ones, are an
// assessment in which nothing has been answered: no score, bounds from the
// lowest to the highest level.
func Score(q *Questionnaire, responses []*Response) *Result {
	res := &Result{Questionnaire: q, Responses: responses}
	asked := make([][]bool, len(responses))
	for i, r := range responses {
		asked[i] = q.Asked(r)
		res.Organization = cmp.Or(res.Organization, r.Organization)
		res.Date = max(res.Date, r.Date)
	}
	s := scorer{q: q, responses: responses, asked: asked, targets: targets(responses)}
	root := &Node{ID: q.ID, Title: q.Title, Weight: 1, Method: Mean, Target: level(q.Scoring.Target)}
	for _, sec := range q.Sections {
		root.Sections = append(root.Sections, s.node(sec, root.Target))
	}
	s.finish(root)
	res.Overall = root
	res.Disagreements = disagreements(root)
	return res
}

type scorer struct {
	q         *Questionnaire
	responses []*Response
	asked     [][]bool
	targets   map[string]int
}

// targets maps a section to its target in the last response that names it.
func targets(responses []*Response) map[string]int {
	out := map[string]int{}
	for _, r := range responses {
		for _, t := range r.Targets {
			out[t.Section] = t.Level
		}
	}
	return out
}

func level(n *int) Number {
	if n == nil {
		return Number{}
	}
	return Num(float64(*n))
}

// node scores a section and all below it. above is the target it inherits.
func (s *scorer) node(sec *Section, above Number) *Node {
	n := &Node{Section: sec, ID: sec.ID, Title: sec.Title, Weight: sec.Weight, Method: sec.Method, Target: above}
	if sec.Target != nil {
		n.Target = level(sec.Target)
	}
	if t, ok := s.targets[sec.ID]; ok {
		n.Target = Num(float64(t))
	}
	for _, child := range sec.Sections {
		n.Sections = append(n.Sections, s.node(child, n.Target))
	}
	for _, qu := range sec.Questions {
		it := combine(qu, s.responses, s.asked)
		if from := s.q.Scoring.EvidenceFrom; from != nil {
			it.Evidenced = believe(it, *from, s.q.Lowest())
		}
		n.Items = append(n.Items, it)
	}
	s.finish(n)
	return n
}

// finish computes a node's numbers from its children's.
func (s *scorer) finish(n *Node) {
	f := s.figures(n)
	n.Applicable = f.applicable
	if !f.applicable {
		n.Target = Number{}
		return
	}
	n.Score, n.Low, n.High, n.Coverage = f.score, Num(f.low), Num(f.high), Num(f.coverage)
	if s.q.Scoring.EvidenceFrom != nil {
		n.Evidenced = f.evidenced
	}
	n.Sufficient = atLeast(f.coverage, s.q.Scoring.MinCoverage)
	if n.Sufficient {
		n.Level = s.q.reached(n.Score)
	}
	n.Stage = s.stage(n)
	if target, ok := n.Target.Get(); ok && n.Score.Defined() {
		n.Gap = Num(max(0, target-n.Score.Value()))
	}
}

// reached returns the largest level at or below a score, undefined without one.
func (q *Questionnaire) reached(score Number) Number {
	v, ok := score.Get()
	if !ok {
		return Number{}
	}
	l := q.Lowest()
	for l < q.Highest() && atLeast(v, float64(l+1)) {
		l++
	}
	return Num(float64(l))
}

// figures are the numbers of a section or question that its parent aggregates.
type figures struct {
	weight     float64
	applicable bool
	score      Number
	evidenced  Number
	low, high  float64
	coverage   float64
}

// figures says how a question counts: its points; the lowest level where a
// policy puts it there; nothing where it does not count (docs/numbers.md,
// Score, coverage, bounds, level).
func (q *Questionnaire) figures(it *Item) figures {
	lowest, highest := float64(q.Lowest()), float64(q.Highest())
	f := figures{weight: it.Question.Weight, applicable: true}
	switch it.Status {
	case Skipped:
		f.applicable = false
	case NotApplicable:
		f.applicable = it.Question.policy == Lowest
		f.score, f.evidenced, f.low, f.high, f.coverage = Num(lowest), Num(lowest), lowest, lowest, 1
	case Answered:
		points := it.Points.Value()
		f.score, f.evidenced, f.low, f.high, f.coverage = it.Points, it.Evidenced, points, points, 1
	default: // unanswered, unknown
		if q.Scoring.Unanswered == Lowest {
			f.score, f.evidenced = Num(lowest), Num(lowest)
		}
		f.low, f.high = lowest, highest
	}
	return f
}

// figures aggregates the applicable children of a node by its method.
func (s *scorer) figures(n *Node) figures {
	var children []figures
	for _, child := range n.Sections {
		children = append(children, figures{
			weight: child.Weight, applicable: child.Applicable, score: child.Score, evidenced: child.Evidenced,
			low: child.Low.Value(), high: child.High.Value(), coverage: child.Coverage.Value(),
		})
	}
	for _, it := range n.Items {
		children = append(children, s.q.figures(it))
	}
	f := aggregate(children, n.Method)
	if n.Method == Gate && f.applicable {
		s.gate(n, &f)
	}
	if score, ok := f.score.Get(); ok { // the bounds hold in the last bit too
		f.low, f.high = min(f.low, score), max(f.high, score)
	}
	return f
}

// aggregate takes the weighted mean, or the smallest, of the children that have
// a score; coverage is a weighted mean whatever the method. Sums run in
// document order with every product rounded before it is added.
func aggregate(children []figures, method Method) figures {
	var out figures
	var score, evidenced, low, high, coverage mean
	for _, c := range children {
		if !c.applicable {
			continue
		}
		out.applicable = true
		coverage.add(c.weight, c.coverage)
		low.add(c.weight, c.low)
		high.add(c.weight, c.high)
		if v, ok := c.score.Get(); ok {
			score.add(c.weight, v)
		}
		if v, ok := c.evidenced.Get(); ok {
			evidenced.add(c.weight, v)
		}
	}
	out.coverage = coverage.value(Mean).Value()
	out.score, out.evidenced = score.value(method), evidenced.value(method)
	out.low, out.high = low.value(method).Value(), high.value(method).Value()
	return out
}

// mean gathers weighted values.
type mean struct {
	sum, weight, smallest float64
}

func (m *mean) add(weight, v float64) {
	if m.weight == 0 || v < m.smallest {
		m.smallest = v
	}
	m.sum += float64(weight * v)
	m.weight += weight
}

// value is the weighted mean, or the smallest value; undefined without values.
func (m *mean) value(method Method) Number {
	switch {
	case m.weight == 0:
		return Number{}
	case method == Min:
		return Num(m.smallest)
	}
	return Num(m.sum / m.weight)
}

// disagreements lists the questions that some answered and others called not
// applicable, whichever side won.
func disagreements(root *Node) []ScopeDisagreement {
	var out []ScopeDisagreement
	for _, it := range root.AllItems() {
		d := ScopeDisagreement{Question: it.Question}
		for _, s := range it.Said {
			switch s.State {
			case NotApplicable:
				d.NotApplicable++
			case Answered:
				d.Answered++
			}
		}
		if d.NotApplicable > 0 && d.Answered > 0 {
			out = append(out, d)
		}
	}
	return out
}
