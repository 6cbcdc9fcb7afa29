package assess

import (
	"cmp"
	"slices"
)

// The numbers of responses for which every mix of them is tried.
const (
	fewestMixed = 5
	mostMixed   = 10
)

// bootstrap is the range of the overall score had other mixes of the same people
// been in the room: every multiset of the responses, with its multinomial
// probability, scored anew; mixes without a score are left out. It runs from the
// smallest score whose cumulative probability reaches .025 to that for .975.
func bootstrap(res *Result) *Span {
	n := len(res.Responses)
	if n < fewestMixed || n > mostMixed {
		return nil
	}
	mix := newMixer(res)
	var dist []mass
	total := 0.0
	each(n, n, func(counts []int, probability float64) {
		if score, ok := mix.score(counts).Get(); ok {
			dist = append(dist, mass{score, probability})
			total += probability
		}
	})
	if len(dist) == 0 {
		return nil
	}
	slices.SortFunc(dist, func(a, b mass) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.mass, b.mass)) })
	for i := range dist {
		dist[i].mass /= total
	}
	return &Span{Low: quantile(dist, 0.025), High: quantile(dist, 0.975)}
}

// A mixer scores mixes of responses fast: what each says is sorted once.
type mixer struct {
	q    *Questionnaire
	root mixed
}

// mixed is a section of a mixer.
type mixed struct {
	weight   float64
	sections []mixed
	says     []saying
}

// saying is what the responses say about a question: the points of those that
// give a value, rising, and for every response its state.
type saying struct {
	question *Question
	points   []float64
	who      []int // responses, by rising points
	state    []State
}

func newMixer(res *Result) *mixer {
	return &mixer{q: res.Questionnaire, root: newMixed(res.Overall)}
}

func newMixed(n *Node) mixed {
	out := mixed{weight: n.Weight}
	for _, c := range n.Sections {
		out.sections = append(out.sections, newMixed(c))
	}
	for _, it := range n.Items {
		s := saying{question: it.Question}
		for i, said := range it.Said {
			s.state = append(s.state, said.State)
			if said.State == Answered {
				s.who = append(s.who, i)
			}
		}
		points := func(i int) float64 { return it.Said[i].Answer.points(it.Question).Value() }
		slices.SortStableFunc(s.who, func(a, b int) int { return cmp.Compare(points(a), points(b)) })
		for _, i := range s.who {
			s.points = append(s.points, points(i))
		}
		out.says = append(out.says, s)
	}
	return out
}

// score is the overall score with each response counted so many times.
func (m *mixer) score(counts []int) Number { return m.section(&m.root, counts) }

func (m *mixer) section(n *mixed, counts []int) Number {
	var sum mean
	for i := range n.sections {
		if v, ok := m.section(&n.sections[i], counts).Get(); ok {
			sum.add(n.sections[i].weight, v)
		}
	}
	for i := range n.says {
		it := Item{Question: n.says[i].question}
		it.Status, it.Points = n.says[i].mixed(counts)
		if f := m.q.figures(&it); f.applicable && f.score.Defined() {
			sum.add(f.weight, f.score.Value())
		}
	}
	return sum.value(Mean)
}

// mixed decides what a question is in a mix, and its median.
func (s *saying) mixed(counts []int) (State, Number) {
	var t tally
	for i, state := range s.state {
		t.add(state, counts[i])
	}
	st := t.status()
	if st != Answered {
		return st, Number{}
	}
	low, high, seen := 0.0, 0.0, 0
	for k, i := range s.who { // the middle one, or the middle two
		before := seen
		seen += counts[i]
		if before <= (t.answered-1)/2 && seen > (t.answered-1)/2 {
			low = s.points[k]
		}
		if before <= t.answered/2 && seen > t.answered/2 {
			high = s.points[k]
		}
	}
	if t.answered%2 == 1 {
		return st, Num(low)
	}
	return st, Num(float64(low+high) / 2)
}
