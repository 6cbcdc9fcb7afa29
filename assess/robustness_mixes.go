package assess

import (
	"cmp"
	"slices"
)

// otherMixes is the range of the overall score had other mixes of the same people been
// asked: the exact bootstrap over whole responses (docs/numbers.md, How firm). Every
// multiset of the responses is scored anew, with its multinomial probability; those
// without a score are left out. The range runs from the smallest score whose cumulative
// probability reaches .025 to that for .975.
func otherMixes(res *Result) *Span {
	n := len(res.Responses)
	if n < fewestMixed || n > mostMixed {
		return nil
	}
	mix := newMixer(res)
	var dist []supportPoint
	total := 0.0
	eachMultiset(n, n, func(counts []int, probability float64) {
		if score, ok := mix.score(counts).Get(); ok {
			dist = append(dist, supportPoint{score, probability})
			total += probability
		}
	})
	if len(dist) == 0 {
		return nil
	}
	slices.SortFunc(dist, func(a, b supportPoint) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.mass, b.mass))
	})
	for i := range dist {
		dist[i].mass /= total
	}
	return &Span{Low: quantile(dist, 0.025), High: quantile(dist, 0.975)}
}

// A mixer scores mixes of responses fast: what each says is sorted once.
type mixer struct {
	q    *Questionnaire
	root mixedSection
}

// mixedSection is a section with what was said about its questions.
type mixedSection struct {
	weight    float64
	sections  []mixedSection
	questions []mixedQuestion
}

// mixedQuestion is what the responses say about a question: the points of those that
// give a value, rising, and for every response its state.
type mixedQuestion struct {
	question *Question
	points   []float64
	who      []int // responses, by rising points
	state    []State
}

func newMixer(res *Result) *mixer {
	return &mixer{q: res.Questionnaire, root: newMixedSection(res.Overall)}
}

func newMixedSection(n *Node) mixedSection {
	out := mixedSection{weight: n.Weight}
	for _, c := range n.Sections {
		out.sections = append(out.sections, newMixedSection(c))
	}
	for _, it := range n.Items {
		out.questions = append(out.questions, newMixedQuestion(it))
	}
	return out
}

func newMixedQuestion(it *Item) mixedQuestion {
	out := mixedQuestion{question: it.Question}
	for i, said := range it.Said {
		out.state = append(out.state, said.State)
		if said.State == Answered {
			out.who = append(out.who, i)
		}
	}
	points := func(i int) float64 { return it.Said[i].Answer.points(it.Question).Value() }
	slices.SortStableFunc(out.who, func(a, b int) int { return cmp.Compare(points(a), points(b)) })
	for _, i := range out.who {
		out.points = append(out.points, points(i))
	}
	return out
}

// score is the overall score with each response counted so many times.
func (m *mixer) score(counts []int) Number { return m.section(&m.root, counts) }

func (m *mixer) section(n *mixedSection, counts []int) Number {
	var sum mean
	for i := range n.sections {
		if v, ok := m.section(&n.sections[i], counts).Get(); ok {
			sum.add(n.sections[i].weight, v)
		}
	}
	for i := range n.questions {
		it := Item{Question: n.questions[i].question}
		it.Status, it.Points = n.questions[i].mixed(counts)
		if f := m.q.figures(&it); f.applicable && f.score.Defined() {
			sum.add(f.weight, f.score.Value())
		}
	}
	return sum.value(Mean)
}

// mixed decides what a question is in a mix, and its median.
func (mq *mixedQuestion) mixed(counts []int) (State, Number) {
	var t tally
	for i, state := range mq.state {
		t.add(state, counts[i])
	}
	st := t.status()
	if st != Answered {
		return st, Number{}
	}
	low, high, seen := 0.0, 0.0, 0
	for k, i := range mq.who { // the middle one, or the middle two
		before := seen
		seen += counts[i]
		if before <= (t.answered-1)/2 && seen > (t.answered-1)/2 {
			low = mq.points[k]
		}
		if before <= t.answered/2 && seen > t.answered/2 {
			high = mq.points[k]
		}
	}
	if t.answered%2 == 1 {
		return st, Num(low)
	}
	return st, Num(float64(low+high) / 2)
}
