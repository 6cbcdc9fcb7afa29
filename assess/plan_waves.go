package assess

import (
	"math"
	"slices"
)

// waves puts the steps of a plan in an order that respects what depends on what.
type waves struct {
	m        *planModel
	steps    map[*planQuestion]int // to take
	done     map[*planQuestion]int // by earlier waves
	sections map[string]*planSection
}

// moves lists the steps of the questions in waves, within a wave in document order.
func (m *planModel) moves(steps map[*planQuestion]int) []Move {
	w := waves{m, steps, map[*planQuestion]int{}, map[string]*planSection{}}
	m.overall.index(w.sections)
	out := []Move{}
	for wave := 1; ; wave++ {
		next := w.next()
		if len(next) == 0 {
			return out
		}
		for _, qu := range next {
			out = append(out, qu.move(w.done[qu], wave))
			w.done[qu]++
		}
	}
}

// next returns the questions that take a step in the wave after those that are done.
func (w *waves) next() []*planQuestion {
	var ready, waiting []*planQuestion
	for _, qu := range w.m.questions {
		if w.done[qu] == w.steps[qu] {
			continue
		}
		if waiting = append(waiting, qu); w.ready(qu) {
			ready = append(ready, qu)
		}
	}
	if len(ready) == 0 { // dependencies have no circles, so this never leaves a question waiting
		return waiting
	}
	return ready
}

// ready reports whether everything that a question's sections depend on has, by earlier
// waves, a score of the largest level below the points moved to, or no move left.
func (w *waves) ready(qu *planQuestion) bool {
	below := w.m.q.begins(max(w.m.q.Lowest(), int(math.Ceil(qu.points(w.done[qu]+1)-Tolerance))-1))
	for s := qu.item.Question.section; s != nil; s = s.parent {
		for _, id := range s.DependsOn {
			if on := w.sections[id]; on != nil && w.left(on) && !atLeast(on.score(w.points), below) {
				return false
			}
		}
	}
	return true
}

// points are a question's after the waves that are done.
func (w *waves) points(qu *planQuestion) float64 { return qu.points(w.done[qu]) }

// left reports whether a section has a move left.
func (w *waves) left(s *planSection) bool {
	return slices.ContainsFunc(w.m.questions, func(qu *planQuestion) bool {
		return qu.section.within(s) && w.done[qu] < w.steps[qu]
	})
}

// nameTicks names in every move of a question with ticks the option whose tick gives it, as
// far as single ticks do. What is ticked is known where one response says it, or nobody says
// anything.
func nameTicks(moves []Move, res *Result) {
	ticked, known := map[*Question][]string{}, map[*Question]bool{}
	for _, it := range res.Overall.all {
		ticked[it.Question], known[it.Question] = it.beside()
	}
	for i := range moves {
		m := &moves[i]
		if !known[m.Question] {
			continue
		}
		m.Tick = m.Question.oneMore(ticked[m.Question], m.To)
		if known[m.Question] = m.Tick != nil; m.Tick != nil {
			ticked[m.Question] = append(ticked[m.Question], m.Tick.ID)
		}
	}
}

// Ticked returns what is ticked of a question where that is known: where one response says
// it, or nobody says anything.
func (it *Item) Ticked() (ids []string, known bool) {
	known = it.Question.Many()
	answers := 0
	for _, s := range it.Said {
		if s.State == Answered {
			answers++
			ids, known = s.Answer.Ticked, known && s.Answer.Ticked != nil
		}
	}
	return ids, known && answers < 2
}

// OneMore returns the option that brings a question to a value when it is ticked beside what
// is ticked already, nil where none does or it is not known what is ticked.
func (it *Item) OneMore(value float64) *Option {
	ids, known := it.beside()
	if !known {
		return nil
	}
	return it.Question.oneMore(ids, value)
}

// beside returns the ticked ids that others may stand beside.
func (it *Item) beside() ([]string, bool) {
	ids, known := it.Ticked()
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		o, _ := it.Question.Tick(id)
		return o.Exclusive
	}), known
}

// oneMore returns the first option that gives a sum when it is ticked beside others, nil if
// none does.
func (q *Question) oneMore(ids []string, to float64) *Option {
	for i := range q.Ticks {
		o := &q.Ticks[i]
		if o.Exclusive || slices.Contains(ids, o.ID) {
			continue
		}
		if sum, ok := q.Sum(append(slices.Clone(ids), o.ID)); ok && sum == to {
			return o
		}
	}
	return nil
}

// move is the step that follows those that are done.
func (qu *planQuestion) move(done, wave int) Move {
	out := Move{Question: qu.item.Question, To: qu.ups[done].Value, Cost: qu.effort(), Wave: wave}
	switch {
	case done > 0:
		out.From = Num(qu.ups[done-1].Value)
	case qu.item.Status == Answered:
		for _, o := range out.Question.Options {
			if math.Abs(o.points-qu.at) <= Tolerance {
				out.From = Num(o.Value)
			}
		}
	}
	return out
}

// within reports whether a section is another one or below it.
func (s *planSection) within(above *planSection) bool {
	for ; s != nil; s = s.above {
		if s == above {
			return true
		}
	}
	return false
}

// index adds a section and all below it by id.
func (s *planSection) index(by map[string]*planSection) {
	by[s.id] = s
	for _, c := range s.sections {
		c.index(by)
	}
}
