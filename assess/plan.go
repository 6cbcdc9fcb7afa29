package assess

import (
	"math"
	"slices"
)

// A Plan is the cheapest set of moves that brings the overall level, and the stage
// where there is one, to a target (docs/numbers.md, The cheapest way). It starts
// from the answers with open questions at the lowest level; which questions apply
// stays as it is.
type Plan struct {
	Start    int // the lower of level and stage of that start
	Target   Number
	Feasible bool
	Reason   string // why not feasible
	Optimal  bool   // no cheaper plan exists
	Bound    int    // no plan costs less
	Cost     int
	Moves    []Move

	Answering bool // open questions, answered at the top, reach the target without a move
}

// A Move raises one question to its next option.
type Move struct {
	Question *Question
	From     Number // option value; undefined where the question is open, or between options
	To       float64
	Cost     int // the question's effort
	Wave     int // from 1: what has to be done before is in an earlier one
}

// Why there is no plan.
const (
	reasonTop      = "already at the top level"
	reasonOutside  = "a question that does not apply counts as the lowest level and can't be raised"
	maxSearchSteps = 5_000_000
)

// PlanTo returns the cheapest plan to a level, by default the one above the start;
// nil where not every section is a mean, or there is no overall score.
func PlanTo(res *Result, target *int) *Plan {
	if !res.Overall.Score.Defined() || !res.Questionnaire.allMeans() {
		return nil
	}
	b := newBoard(res)
	start := b.standing()
	p := &Plan{Start: start}
	to := start + 1
	if target != nil {
		to = *target
	} else if start == res.Questionnaire.Highest() {
		p.Reason = reasonTop
		return p
	}
	p.Target = Num(float64(to))
	if !b.reachable(float64(to)) {
		p.Reason = reasonOutside
		return p
	}
	p.Feasible = true
	p.Answering = b.reaches(float64(to), answeredHigh)
	found := b.search(float64(to))
	p.Optimal, p.Bound, p.Cost = found.bound >= found.cost, min(found.bound, found.cost), found.cost
	p.Moves = b.moves(found.steps)
	return p
}

// board is the model of the start: every question that applies, with the points
// it has and may get.
type board struct {
	q    *Questionnaire
	root *place
	all  []*piece // document order
}

// place is an applicable section.
type place struct {
	id       string
	weight   float64
	sections []*place
	pieces   []*piece
	above    *place
}

// piece is an applicable question.
type piece struct {
	item   *Item
	place  *place
	weight float64   // in its dimension
	share  float64   // in the overall score
	at     float64   // points now
	ups    []Option  // what it can be raised to, rising
	gains  []float64 // what each adds to its points, since now
}

func newBoard(res *Result) *board {
	b := &board{q: res.Questionnaire}
	b.root = b.place(res.Overall, nil)
	shares := map[*Item]float64{}
	b.q.shareOut(res.Overall, 1, applying, sharers{question: func(it *Item, share float64) { shares[it] = share }})
	for _, x := range b.all {
		x.share = shares[x.item]
	}
	return b
}

func (b *board) place(n *Node, above *place) *place {
	p := &place{id: n.ID, weight: n.Weight, above: above}
	for _, c := range n.Sections {
		if c.Applicable {
			p.sections = append(p.sections, b.place(c, p))
		}
	}
	for _, it := range n.Items {
		if !b.q.figures(it).applicable {
			continue
		}
		x := &piece{item: it, place: p, weight: it.Question.Weight, at: float64(b.q.Lowest())}
		if it.Status == Answered {
			x.at = it.Points.Value()
		}
		for _, o := range it.Question.Options {
			if it.Status != NotApplicable && o.points > x.at+Tolerance {
				x.ups = append(x.ups, o)
				x.gains = append(x.gains, o.points-x.at)
			}
		}
		p.pieces = append(p.pieces, x)
		b.all = append(b.all, x)
	}
	return p
}

// points are a piece's after so many steps.
func (x *piece) points(steps int) float64 {
	if steps == 0 {
		return x.at
	}
	return x.ups[steps-1].points
}

// score is a place's with the points of its pieces.
func (p *place) score(points func(*piece) float64) float64 {
	var m mean
	for _, c := range p.sections {
		m.add(c.weight, c.score(points))
	}
	for _, x := range p.pieces {
		m.add(x.weight, points(x))
	}
	return m.value(Mean).Value()
}

// dimensions are the places that hold pieces.
func (p *place) dimensions() []*place {
	if len(p.pieces) > 0 {
		return []*place{p}
	}
	var out []*place
	for _, c := range p.sections {
		out = append(out, c.dimensions()...)
	}
	return out
}

func now(x *piece) float64 { return x.at }

// answeredHigh are the points with every open question answered at the top.
func answeredHigh(x *piece) float64 {
	if x.item.Status == Unanswered || x.item.Status == Unknown {
		return top(x)
	}
	return x.at
}

func top(x *piece) float64 { return x.points(len(x.ups)) }

// standing is the level, or the stage where it is lower, of the start.
func (b *board) standing() int {
	for l := b.q.Highest(); l > b.q.Lowest(); l-- {
		if b.reaches(float64(l), now) {
			return l
		}
	}
	return b.q.Lowest()
}

// reachable reports whether everything at the top reaches a level.
func (b *board) reachable(level float64) bool { return b.reaches(level, top) }

// reaches reports whether the overall score reaches a level, and the stage where
// there is one.
func (b *board) reaches(level float64, points func(*piece) float64) bool {
	if level <= float64(b.q.Lowest()) {
		return true
	}
	if b.q.Scoring.Stage == nil {
		return atLeast(b.root.score(points), level)
	}
	for _, d := range b.root.dimensions() {
		if !b.q.Scoring.Stage.secures(level, d.standings(points)) {
			return false
		}
	}
	return b.capped(b.root, level, points)
}

// capped reports whether the score of a place, and of all below it, reaches a
// level: no stage stands above a score.
func (b *board) capped(p *place, level float64, points func(*piece) float64) bool {
	for _, c := range p.sections {
		if !b.capped(c, level, points) {
			return false
		}
	}
	return atLeast(p.score(points), level)
}

// standings are where the pieces of a dimension stand with some points.
func (p *place) standings(points func(*piece) float64) []standing {
	out := make([]standing, len(p.pieces))
	for i, x := range p.pieces {
		out[i] = standing{points(x), x.weight}
	}
	return out
}

// goal is what a set of pieces has to reach together: a gain, and a weight that
// stands at a level.
type goal struct {
	pieces []*piece
	first  []int         // steps that each needs in any case
	gain   []([]float64) // by steps: what counts towards need
	stands []([]float64) // by steps: the weight at the level
	need   float64
	weight float64
}

// goals splits the search: with a stage every dimension has to secure the level
// for itself, and then every area and the whole have its score; without one all
// questions serve the overall score.
func (b *board) goals(level float64) []goal {
	if level <= float64(b.q.Lowest()) {
		return nil
	}
	if b.q.Scoring.Stage == nil {
		g := goal{pieces: b.all, need: level - b.root.score(now)}
		for _, x := range b.all {
			g.add(x, 0, x.share, math.Inf(1))
		}
		return []goal{g}
	}
	var out []goal
	rule := b.q.Scoring.Stage
	for _, d := range b.root.dimensions() {
		g := goal{pieces: d.pieces, need: level - d.score(now)}
		sum := 0.0
		for _, x := range d.pieces {
			sum += x.weight
		}
		for _, x := range d.pieces {
			first := 0
			for first < len(x.ups) && !atLeast(x.points(first), max(level-float64(rule.Slack), float64(b.q.Lowest()))) {
				first++
			}
			g.add(x, first, x.weight/sum, level)
		}
		g.weight = rule.Share
		out = append(out, g)
	}
	return out
}

// add describes a piece: what each number of steps gives.
func (g *goal) add(x *piece, first int, share, level float64) {
	gain, stands := make([]float64, len(x.ups)+1), make([]float64, len(x.ups)+1)
	for k := range gain {
		if k > 0 {
			gain[k] = share * x.gains[k-1]
		}
		if atLeast(x.points(k), level) {
			stands[k] = share
		}
	}
	g.first, g.gain, g.stands = append(g.first, first), append(g.gain, gain), append(g.stands, stands)
}

// moves lists the steps of the pieces in waves, within a wave in document order.
func (b *board) moves(steps map[*piece]int) []Move {
	done := map[*piece]int{}
	points := func(x *piece) float64 { return x.points(done[x]) }
	left := func(p *place) bool {
		return slices.ContainsFunc(b.all, func(x *piece) bool { return x.place.within(p) && done[x] < steps[x] })
	}
	places := map[string]*place{}
	b.root.index(places)
	out := []Move{}
	for wave := 1; ; wave++ {
		var ready, waiting []*piece
		for _, x := range b.all {
			if done[x] == steps[x] {
				continue
			}
			if waiting = append(waiting, x); b.ready(x, x.points(done[x]+1), places, points, left) {
				ready = append(ready, x)
			}
		}
		if len(waiting) == 0 {
			return out
		}
		if len(ready) == 0 { // dependencies have no circles: never
			ready = waiting
		}
		for _, x := range ready {
			out = append(out, x.move(done[x], wave))
		}
		for _, x := range ready {
			done[x]++
		}
	}
}

func (x *piece) move(done, wave int) Move {
	qu := x.item.Question
	m := Move{Question: qu, To: x.ups[done].Value, Cost: qu.Effort, Wave: wave}
	if done > 0 {
		m.From = Num(x.ups[done-1].Value)
	} else if x.item.Status == Answered {
		for _, o := range qu.Options {
			if math.Abs(o.points-x.at) <= Tolerance {
				m.From = Num(o.Value)
			}
		}
	}
	return m
}

// ready reports whether everything that a piece's sections depend on has, before
// this wave, a score of the largest level below the points moved to, or no move
// left.
func (b *board) ready(x *piece, to float64, places map[string]*place, points func(*piece) float64, left func(*place) bool) bool {
	below := math.Ceil(to-Tolerance) - 1
	for s := x.item.Question.section; s != nil; s = s.parent {
		for _, id := range s.DependsOn {
			if on := places[id]; on != nil && left(on) && !atLeast(on.score(points), below) {
				return false
			}
		}
	}
	return true
}

func (p *place) within(above *place) bool {
	for ; p != nil; p = p.above {
		if p == above {
			return true
		}
	}
	return false
}

func (p *place) index(by map[string]*place) {
	by[p.id] = p
	for _, c := range p.sections {
		c.index(by)
	}
}
