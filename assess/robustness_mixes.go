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
	overall := newMixedSection(res.Questionnaire, res.Overall)
	var dist []supportPoint
	total := 0.0
	eachMultiset(n, n, func(counts []int, probability float64) {
		if score, ok := overall.score(counts).Get(); ok {
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

// mixedSection is a section prepared for being scored with any mix of the responses: what
// they say is sorted once.
type mixedSection struct {
	weight    float64
	sections  []mixedSection
	questions []mixedQuestion
}

// mixedQuestion is what the responses say about a question.
type mixedQuestion struct {
	weight        float64
	state         []State   // by response
	who           []int     // responses that give a value, by rising points
	points        []float64 // theirs
	notApplicable Number    // what it counts with where it is not applicable
	open          Number    // what it counts with where it is unanswered or unknown
}

func newMixedSection(q *Questionnaire, n *Node) mixedSection {
	out := mixedSection{weight: n.Weight}
	for _, c := range n.Sections {
		out.sections = append(out.sections, newMixedSection(q, c))
	}
	for _, it := range n.Items {
		if it.Question.Profile {
			continue
		}
		out.questions = append(out.questions, newMixedQuestion(q, it))
	}
	return out
}

func newMixedQuestion(q *Questionnaire, it *Item) mixedQuestion {
	out := mixedQuestion{weight: it.Question.Weight}
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
	if f := q.figures(&Item{Question: it.Question, Status: NotApplicable}); f.applicable {
		out.notApplicable = f.score
	}
	out.open = q.figures(&Item{Question: it.Question, Status: Unanswered}).score
	return out
}

// score is the section's with each response counted so many times.
func (s *mixedSection) score(counts []int) Number {
	var sum mean
	for i := range s.sections {
		if v, ok := s.sections[i].score(counts).Get(); ok {
			sum.add(s.sections[i].weight, v)
		}
	}
	for i := range s.questions {
		if v, ok := s.questions[i].score(counts).Get(); ok {
			sum.add(s.questions[i].weight, v)
		}
	}
	return sum.value(Mean)
}

// score is what the question counts with; undefined where it does not.
func (mq *mixedQuestion) score(counts []int) Number {
	if len(mq.who) == len(mq.state) { // everybody gave a value: any mix holds as many as there are responses
		return Num(mq.median(counts, len(mq.state)))
	}
	var t tally
	for i, state := range mq.state {
		t.add(state, counts[i])
	}
	switch t.status() {
	case Answered:
		return Num(mq.median(counts, t.answered))
	case NotApplicable:
		return mq.notApplicable
	case Skipped:
		return Number{}
	}
	return mq.open
}

// median is that of the points with each response counted so many times, n in all.
func (mq *mixedQuestion) median(counts []int, n int) float64 {
	low, seen := 0.0, 0 // low is the middle one, or the lower of the middle two
	for k, i := range mq.who {
		before := seen
		seen += counts[i]
		if before <= (n-1)/2 && seen > (n-1)/2 {
			low = mq.points[k]
		}
		if seen <= n/2 {
			continue
		}
		if n%2 == 1 {
			return low
		}
		return float64(low+mq.points[k]) / 2
	}
	return low // never: the counts of those who answered add up to n
}
