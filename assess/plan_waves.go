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
