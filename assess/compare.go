package assess

import (
	"fmt"
	"math"
	"slices"
	"strings"
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
	Moved         []Change   // questions, in points
	Entered       []string   // ids answered only after
	Left          []string   // ids answered only before
	Outside       []string   // ids that applied before and are not applicable after
	Warnings      []Warning  // about the two together
	Reworded      []Reworded // where the versions of the questionnaire differ

	Detectable  Number // smallest change that other respondents would not have made
	WithinNoise *bool  // the like-for-like change is smaller; nil where Detectable is undefined
	Reason      string // why it is undefined
	Sign        *SignTest
}

// A Reworded is an option, of one value, that says something else after than before: what
// moved between the two may not be the bank.
type Reworded struct {
	Question      *Question // after
	Value         float64
	Before, After Text
}

// Stage is the stage before and after.
func (c *Comparison) Stage() Change {
	return Change{c.Overall.ID, c.Before.Overall.Stage, c.After.Overall.Stage}
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
	scored := func(it *Item) bool { return it != nil && it.Status == Answered && !it.Question.Profile }
	for _, it := range after.Overall.all {
		id := it.Question.ID
		switch was := old[id]; {
		case !scored(it):
		case !scored(was):
			c.Entered = append(c.Entered, id)
		default:
			common[id] = true
			if math.Abs(it.Points.Value()-was.Points.Value()) > Tolerance {
				c.Moved = append(c.Moved, Change{id, was.Points, it.Points})
			}
		}
	}
	for _, it := range before.Overall.all {
		is := now[it.Question.ID]
		if scored(it) && !scored(is) {
			c.Left = append(c.Left, it.Question.ID)
		}
		if is != nil && is.Status == NotApplicable && it.Status != NotApplicable && !is.Question.Profile {
			c.Outside = append(c.Outside, it.Question.ID)
		}
	}
	c.sections(common)
	c.noise(common)
	c.Sign = signTest(c.Moved)
	c.Reworded = reworded(before.Questionnaire, after.Questionnaire)
	c.Warnings = c.warnings()
	return c
}

// reworded lists the options whose text differs between two versions of a questionnaire, and
// is not only in other languages.
func reworded(before, after *Questionnaire) []Reworded {
	var out []Reworded
	for _, qu := range after.questions {
		old := before.Question(qu.ID)
		if old == nil || old == qu {
			continue
		}
		for _, o := range qu.Options {
			if was, ok := old.Option(o.Value); ok && !was.Text.agrees(o.Text) {
				out = append(out, Reworded{qu, o.Value, was.Text, o.Text})
			}
		}
	}
	return out
}

// warnings are about the two sides together; each has its own beside them.
func (c *Comparison) warnings() []Warning {
	var out []Warning
	warn := func(format string, args ...any) {
		out = append(out, Warning{Message: verbatim(fmt.Sprintf(format, args...))})
	}
	switch x, y := strings.TrimSpace(c.Before.Organization), strings.TrimSpace(c.After.Organization); {
	case c.OfDifferentOrganizations():
		warn("%s is compared with %s", x, y)
	case x != y:
		warn("the organization \"%s\" is also written \"%s\"", x, y)
	}
	if x, y := c.Before.answeredVersion(), c.After.answeredVersion(); x != y {
		warn("the answers are to versions %s and %s of %s; questions are compared by id",
			x, y, c.After.Questionnaire.ID)
	}
	if c.After.Date < c.Before.Date {
		warn("what stands as after is of %s, before what stands as before, of %s", c.After.Date, c.Before.Date)
	}
	return out
}

// AllWarnings returns the warnings about the two sides together, then those about each.
func (c *Comparison) AllWarnings() []Warning {
	out := slices.Clone(c.Warnings)
	for _, w := range c.Before.Warnings {
		w.Message = "before: " + w.Message
		out = append(out, w)
	}
	for _, w := range c.After.Warnings {
		w.Message = "after: " + w.Message
		out = append(out, w)
	}
	return out
}

// OfDifferentOrganizations reports whether two banks are compared.
func (c *Comparison) OfDifferentOrganizations() bool {
	return OrganizationKey(c.Before.Organization) != OrganizationKey(c.After.Organization)
}

// answeredVersion is the version that the responses answered, that of the questionnaire where
// there are none.
func (r *Result) answeredVersion() string {
	if len(r.Responses) == 0 {
		return r.Questionnaire.Version
	}
	return r.Responses[0].Version
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
	return newScorer(r.Questionnaire).rollUp(t)
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
	v, w := variance(before)/n, variance(after)/m
	df := (v + w) * (v + w) / (v*v/(n-1) + w*w/(m-1))
	sdc := studentTwoSided(df, 0.05) * math.Sqrt(v+w)
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
	for _, alone := range r.EachAlone() {
		score, ok := alone.rescored(common).Score.Get()
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
