package assess

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// A Comparison says what changed between two assessments by one questionnaire
// (docs/numbers.md, Since last time). Like for like means: over the questions
// answered in both.
type Comparison struct {
	Before, After *Result
	Overall       Change
	LikeForLike   Number // change of the overall score on the common questions
	ScopeChange   Number // the rest of the change
	Sections      []Change
	Moved         []Change // questions, in points
	Entered       []string // ids answered only after
	Left          []string // ids answered only before

	Detectable  Number // smallest change that other respondents would not have made
	WithinNoise *bool  // the like-for-like change is smaller; nil where Detectable is undefined
	Reason      string // why it is undefined
	Sign        *SignTest
}

// A Change is a number before and after.
type Change struct {
	ID            string
	Before, After Number
}

// Delta is after minus before, where both are.
func (c Change) Delta() Number {
	a, ok := c.After.Get()
	b, before := c.Before.Get()
	if !ok || !before {
		return Number{}
	}
	return Num(a - b)
}

// A SignTest counts directions only: the exact two-sided probability that so
// uneven a split comes from fair coins.
type SignTest struct {
	Up, Down int
	P        float64
}

// Why no smallest detectable change is known.
const (
	reasonFew     = "needs at least two responses on both sides"
	reasonNoScore = "a response has no score on the common questions"
	reasonNoVary  = "the responses of a side all have the same score"
)

// Compare compares two results of questionnaires with one id; questions and
// sections are matched by id.
func Compare(before, after *Result) *Comparison {
	c := &Comparison{Before: before, After: after}
	c.Overall = Change{after.Questionnaire.ID, before.Overall.Score, after.Overall.Score}
	old, now := itemsByID(before), itemsByID(after)
	common := map[string]bool{}
	for _, it := range after.Overall.all {
		if it.Question.Profile {
			continue
		}
		id := it.Question.ID
		was := old[id]
		switch {
		case it.Status == Answered && (was == nil || was.Question.Profile || was.Status != Answered):
			c.Entered = append(c.Entered, id)
		case it.Status == Answered:
			common[id] = true
			if math.Abs(it.Points.Value()-was.Points.Value()) > Tolerance {
				c.Moved = append(c.Moved, Change{id, was.Points, it.Points})
			}
		}
	}
	for _, it := range before.Overall.all {
		if is := now[it.Question.ID]; it.Status == Answered && !it.Question.Profile && (is == nil || is.Question.Profile || is.Status != Answered) {
			c.Left = append(c.Left, it.Question.ID)
		}
	}
	c.sections(common)
	c.noise(common)
	c.Sign = signTest(c.Moved)
	return c
}

func itemsByID(r *Result) map[string]*Item {
	out := map[string]*Item{}
	for _, it := range r.Overall.all {
		out[it.Question.ID] = it
	}
	return out
}

// sections compares like for like.
func (c *Comparison) sections(common map[string]bool) {
	before, after := c.Before.rescored(common), c.After.rescored(common)
	if d, ok := (Change{"", before.Score, after.Score}).Delta().Get(); ok {
		c.LikeForLike = Num(d)
		if whole, ok := c.Overall.Delta().Get(); ok {
			c.ScopeChange = Num(whole - d)
		}
	}
	was := map[string]Number{}
	for _, n := range before.below() {
		was[n.ID] = n.Score
	}
	for _, n := range after.below() {
		c.Sections = append(c.Sections, Change{n.ID, was[n.ID], n.Score})
		delete(was, n.ID)
	}
	for _, n := range before.below() {
		if score, ok := was[n.ID]; ok { // only in the questionnaire before
			c.Sections = append(c.Sections, Change{n.ID, score, Number{}})
		}
	}
}

// rescored scores the result anew with every other question left out of the model.
func (r *Result) rescored(on map[string]bool) *Node {
	t := newResultTree(r.Questionnaire)
	for i, it := range r.Overall.all {
		t.items[i] = *it
		if !on[it.Question.ID] {
			t.items[i].Status = Skipped
		}
	}
	return NewScorer(r.Questionnaire).rollUp(t)
}

// below lists the nodes below a node, in document order.
func (n *Node) below() []*Node {
	var out []*Node
	for _, c := range n.Sections {
		out = append(append(out, c), c.below()...)
	}
	return out
}

// noise computes the smallest detectable change from the responses' own scores:
// the two-sided 95 % Welch quantile times the standard error of the difference.
func (c *Comparison) noise(common map[string]bool) {
	before, why := ownScores(c.Before, common)
	after, whyAfter := ownScores(c.After, common)
	for _, reason := range []string{why, whyAfter} {
		if c.Reason == "" {
			c.Reason = reason
		}
	}
	if c.Reason != "" {
		return
	}
	n, m := float64(len(before)), float64(len(after))
	v, w := stat.Variance(before, nil)/n, stat.Variance(after, nil)/m
	df := (v + w) * (v + w) / (v*v/(n-1) + w*w/(m-1))
	sdc := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.975) * math.Sqrt(v+w)
	c.Detectable = Num(sdc)
	if change, ok := c.LikeForLike.Get(); ok {
		within := math.Abs(change) < sdc-Tolerance
		c.WithinNoise = &within
	}
}

// ownScores are each response's own overall scores on the common questions, or
// why they can't be used.
func ownScores(r *Result, common map[string]bool) ([]float64, string) {
	if len(r.Responses) < 2 {
		return nil, reasonFew
	}
	var out []float64
	for _, response := range r.Responses {
		score, ok := Score(r.Questionnaire, []*Response{response}).rescored(common).Score.Get()
		if !ok {
			return nil, reasonNoScore
		}
		out = append(out, score)
	}
	if slices.Max(out)-slices.Min(out) <= Tolerance {
		return nil, reasonNoVary
	}
	return out, ""
}

// signTest is undefined, nil, where no question moved.
func signTest(moved []Change) *SignTest {
	if len(moved) == 0 {
		return nil
	}
	out := &SignTest{}
	for _, m := range moved {
		if m.Delta().Value() > 0 {
			out.Up++
		} else {
			out.Down++
		}
	}
	n := len(moved)
	tail, term := 0.0, -float64(n)*math.Ln2 // log of a probability
	for k := 0; k <= min(out.Up, out.Down); k++ {
		tail += math.Exp(term)
		term += math.Log(float64(n-k)) - math.Log(float64(k+1))
	}
	out.P = min(1, 2*tail)
	return out
}
