package assess

// figures are the numbers of a section or question that the section above gathers.
type figures struct {
	weight     float64
	applicable bool // counts at all; else the other numbers mean nothing
	score      Number
	evidenced  Number
	low, high  float64
	coverage   float64 // 0..1
}

// sectionFigures gathers the figures of what is directly below a section by its method;
// they must be there (docs/numbers.md, Score, coverage, bounds, level).
func (s *Scorer) sectionFigures(sec *Section) figures {
	var g gatherer
	for _, child := range sec.Sections {
		g.add(&s.sections[child.index])
	}
	if sec.Dimension() {
		for i := sec.first; i < sec.last; i++ {
			g.add(&s.questions[i])
		}
	}
	f := g.figures(sec.Method)
	f.weight = sec.Weight
	if sec.Method == Gate && f.applicable {
		s.gateFigures(sec, &f)
	}
	return f
}

// gatherer takes weighted means, or the smallest, over what applies. Sums run in document
// order with every product rounded before it is added (docs/numbers.md, Rounding).
type gatherer struct {
	applicable                            bool
	score, evidenced, low, high, coverage mean
}

func (g *gatherer) add(f *figures) {
	if !f.applicable {
		return
	}
	g.applicable = true
	g.coverage.add(f.weight, f.coverage)
	g.low.add(f.weight, f.low)
	g.high.add(f.weight, f.high)
	if v, ok := f.score.Get(); ok {
		g.score.add(f.weight, v)
	}
	if v, ok := f.evidenced.Get(); ok {
		g.evidenced.add(f.weight, v)
	}
}

// figures are those of a section by its method; coverage is a mean whatever the method.
func (g *gatherer) figures(method Method) figures {
	return figures{
		applicable: g.applicable,
		score:      g.score.value(method),
		evidenced:  g.evidenced.value(method),
		low:        g.low.value(method).Value(),
		high:       g.high.value(method).Value(),
		coverage:   g.coverage.value(Mean).Value(),
	}
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
