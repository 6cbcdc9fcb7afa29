package assess

import (
	"cmp"
	"slices"
)

// A Result is what follows from the responses of one organization to one
// questionnaire. It refers to both; nothing in it is rounded.
type Result struct {
	Questionnaire *Questionnaire
	Responses     []*Response // in the order given
	Organization  string
	Date          string     // the latest of the responses' dates
	Overall       *Node      // the root: the questionnaire as a section, method mean
	Tags          []TagScore // in the questionnaire's order
	Disagreements []ScopeDisagreement
	Warnings      []Warning // about the responses

	Agreement  *ResultAgreement    // nil until Agree
	Robustness *Robustness         // nil until Explain, and where it is not defined
	Plan       *Plan               // nil until Explain, and where it is not defined
	Peers      map[string]Position // nil without a benchmark

	recalled    bool // read back as it was written
	provisional int  // then: what Provisional returns
}

// Explain computes what explains the result: agreement, robustness, and the plan
// to a level (nil: the next one).
func Explain(res *Result, target *int, chances Chances) {
	Agree(res, chances)
	res.Robustness = robustnessOf(res)
	res.Plan = planTo(res, target)
}

// A Node is a section with its numbers. Where Applicable is false nothing below
// counts and every number is undefined.
type Node struct {
	Section    *Section // nil at the root
	ID         string
	Code       string // the model's own number; ""
	Title      Text
	Weight     float64
	Method     Method
	Applicable bool

	Score      Number // on the level scale
	Low, High  Number // bounds: the lowest and the highest score over all ways of filling in what is open
	Outer      bool   // the bounds may be wider than any filling in gives
	Coverage   Number // 0..1: share of the applicable weight that has been answered
	Sufficient bool   // coverage reaches the questionnaire's min_coverage
	Level      Number // a level's number; undefined where not sufficient or without a score
	Stage      Number // a level's number; undefined without a stage rule
	Evidenced  Number // the score when high answers without evidence are not believed
	Target     Number // a level's number
	Gap        Number // target minus score, never negative

	Agreement *DimensionAgreement // nil until Agree, and where no question has two raters

	Sections []*Node
	Items    []*Item // of a dimension

	all []*Item // of every question below, in document order
}

// Dimension reports whether the node holds questions.
func (n *Node) Dimension() bool { return len(n.Items) > 0 }

// An Item is a question with what was said about it.
type Item struct {
	Question  *Question
	Status    State
	Value     Number // the option's value where exactly one response gave one, itself; else undefined
	Points    Number // the median of the responses' points; undefined unless answered
	Evidenced Number // points as they count towards the evidenced score
	Voted     bool   // some response carries votes
	Agreed    bool   // every response that carries votes carries the agreed value too
	Said      []Said // one per response, in their order

	Agreement *Agreement // nil until Agree, and with fewer than two raters
}

// Coverage is 1 where the question counts as answered, 0 where it is open; undefined where it
// does not count.
func (it *Item) Coverage() Number {
	switch {
	case it.Question.Profile, it.Status == Skipped, it.Status == NotApplicable && it.Question.policy != Lowest:
		return Number{}
	case it.Status == Answered, it.Status == NotApplicable:
		return Num(1)
	}
	return Num(0)
}

// Said is what one response says about a question.
type Said struct {
	State  State
	Answer *Answer // as recorded, also where the question was skipped; not to be changed
}

// A ScopeDisagreement is a question to which some gave a value and others said
// not applicable.
type ScopeDisagreement struct {
	Question      *Question
	NotApplicable int // responses that said not applicable
	Answered      int // responses that gave a value
}

// exists reports whether there are both; which side won does not matter.
func (d ScopeDisagreement) exists() bool { return d.NotApplicable > 0 && d.Answered > 0 }

// Reasons returns why the question was called not applicable, in the order of
// the responses.
func (it *Item) Reasons() []string {
	return it.texts(func(s Said) []string {
		return gathered(s, s.State == NotApplicable, s.Answer.Reason, func(b Brought) []string {
			return []string{b.Reason}
		})
	})
}

// Notes returns the notes beside the answers, in the order of the responses.
func (it *Item) Notes() []string {
	return it.texts(func(s Said) []string {
		return gathered(s, true, s.Answer.Note, func(b Brought) []string { return []string{b.Note} })
	})
}

// Evidence returns the documents named, in the order of the responses.
func (it *Item) Evidence() []string {
	return it.texts(func(s Said) []string {
		out := slices.Clone(s.Answer.Evidence)
		return append(out, gathered(s, false, "", func(b Brought) []string { return b.Evidence })...)
	})
}

// gathered returns a response's own text, where it is to be taken, and those that its
// voices brought; none that is empty.
func gathered(s Said, own bool, text string, brought func(Brought) []string) []string {
	var out []string
	if own {
		out = append(out, text)
	}
	for _, b := range s.Answer.Brought {
		out = append(out, brought(b)...)
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// Provisional returns the number of questions with votes on which nothing is agreed yet.
func (r *Result) Provisional() int {
	n := r.provisional
	if r.recalled {
		return n
	}
	for _, it := range r.Overall.all {
		if it.Unagreed() && !it.Question.Profile {
			n++
		}
	}
	return n
}

// texts collects texts from every response that was asked the question.
func (it *Item) texts(each func(Said) []string) []string {
	out := []string{}
	for _, s := range it.Said {
		if s.State != Skipped {
			out = append(out, each(s)...)
		}
	}
	return out
}

// AllItems returns the item of every question below the node, in document order. The
// slice is the caller's.
func (n *Node) AllItems() []*Item { return slices.Clone(n.all) }

// Scored returns the items below a node without profile questions, which no number takes in.
func (n *Node) Scored() []*Item {
	return slices.DeleteFunc(n.AllItems(), func(it *Item) bool { return it.Question.Profile })
}

// OwnScored returns the items of a dimension without profile questions: those that are parts
// of its score. Other nodes have none.
func (n *Node) OwnScored() []*Item {
	return slices.DeleteFunc(slices.Clone(n.Items), func(it *Item) bool { return it.Question.Profile })
}

// Recorded reports whether all questions below a node are profile questions, so that it can
// have no score.
func (n *Node) Recorded() bool {
	return len(n.all) > 0 && !slices.ContainsFunc(n.all, func(it *Item) bool { return !it.Question.Profile })
}

// Dimensions returns the nodes below that hold questions of the score, in document order; a
// node that holds some returns itself.
func (n *Node) Dimensions() []*Node {
	if n.Recorded() {
		return nil
	}
	if n.Dimension() {
		return []*Node{n}
	}
	var out []*Node
	for _, child := range n.Sections {
		out = append(out, child.Dimensions()...)
	}
	return out
}

// mostAtOnce is how many sections a chart or table shows that a reader takes in at a glance.
const mostAtOnce = 20

// Depth is how many levels of sections are shown where nothing else is asked for: as many as
// there are while the last of them has at most 20 sections, at least one.
func (n *Node) Depth() int {
	for depth := 1; ; depth++ {
		below := n.Down(depth + 1)
		if len(below) > mostAtOnce || slices.Equal(below, n.Down(depth)) {
			return depth
		}
	}
}

// Down returns the nodes so many levels below a node, and dimensions that end above that, in
// document order, without those that can have no score.
func (n *Node) Down(depth int) []*Node {
	if n.Recorded() {
		return nil
	}
	if depth == 0 || n.Dimension() {
		return []*Node{n}
	}
	var out []*Node
	for _, child := range n.Sections {
		out = append(out, child.Down(depth-1)...)
	}
	return out
}

// Binding returns the dimensions that hold the stage of the node where it is:
// those whose own stage is not above it. None where there is no stage, or where
// it is the highest level already.
func (r *Result) Binding() []*Node {
	stage, ok := r.Overall.Stage.Get()
	if !ok || int(stage) == r.Questionnaire.Highest() {
		return nil
	}
	var out []*Node
	for _, d := range r.Overall.Dimensions() {
		if s, ok := d.Stage.Get(); ok && s <= stage {
			out = append(out, d)
		}
	}
	return out
}

// Actions returns what the bank decided to do, in the order of the responses.
func (r *Result) Actions() []Action {
	var out []Action
	for _, response := range r.Responses {
		out = append(out, response.Actions...)
	}
	return out
}

// CountActions returns how many of the actions have each status. One without is open.
func (r *Result) CountActions() map[Status]int {
	out := map[Status]int{}
	for _, a := range r.Actions() {
		out[cmp.Or(a.Status, ActionOpen)]++
	}
	return out
}

// Participants returns how many people took part, over all responses, and whether one of
// them tells.
func (r *Result) Participants() (n int, known bool) {
	for _, response := range r.Responses {
		n += len(response.Participants)
	}
	return n, n > 0
}

// ActionsOn returns the open actions about a question, else those about the sections above it.
func (r *Result) ActionsOn(qu *Question) []Action {
	about := func(is func(Action) bool) []Action {
		return slices.DeleteFunc(r.Actions(), func(a Action) bool { return a.Status != ActionOpen || !is(a) })
	}
	if out := about(func(a Action) bool { return a.Question == qu.ID }); len(out) > 0 {
		return out
	}
	for s := qu.Section(); s != nil; s = s.Parent() {
		if out := about(func(a Action) bool { return a.Section == s.ID }); len(out) > 0 {
			return out
		}
	}
	return nil
}
