package assess

// planModel is what a plan starts from: the sections and questions that apply, with the
// points that each question has and can get. Open questions stand at the lowest level.
type planModel struct {
	q         *Questionnaire
	overall   *planSection
	questions []*planQuestion // in document order
}

// planSection is a section that applies.
type planSection struct {
	id        string
	weight    float64
	sections  []*planSection
	questions []*planQuestion
	above     *planSection // nil at the top
}

// planQuestion is a question that applies.
type planQuestion struct {
	item    *Item
	section *planSection
	weight  float64   // in its dimension
	share   float64   // in the overall score
	at      float64   // points at the start
	ups     []Option  // what it can be raised to, rising
	gains   []float64 // by ups: what that adds to the points at the start
}

func newPlanModel(res *Result) *planModel {
	m := &planModel{q: res.Questionnaire}
	m.overall = m.section(res.Overall, nil)
	shares := map[*Item]float64{}
	m.q.shareOut(res.Overall, 1, applying, sharers{question: func(it *Item, share float64) {
		shares[it] = share
	}})
	for _, qu := range m.questions {
		qu.share = shares[qu.item]
	}
	return m
}

func (m *planModel) section(n *Node, above *planSection) *planSection {
	s := &planSection{id: n.ID, weight: n.Weight, above: above}
	for _, c := range n.Sections {
		if c.Applicable {
			s.sections = append(s.sections, m.section(c, s))
		}
	}
	for _, it := range n.Items {
		if m.q.figures(it).applicable {
			s.questions = append(s.questions, newPlanQuestion(it, s, float64(m.q.Lowest())))
		}
	}
	m.questions = append(m.questions, s.questions...)
	return s
}

func newPlanQuestion(it *Item, s *planSection, lowest float64) *planQuestion {
	qu := &planQuestion{item: it, section: s, weight: it.Question.Weight, at: lowest}
	if it.Status == Answered {
		qu.at = it.Points.Value()
	}
	for _, o := range it.Question.Options {
		if it.Status != NotApplicable && o.points > qu.at+Tolerance {
			qu.ups = append(qu.ups, o)
			qu.gains = append(qu.gains, o.points-qu.at)
		}
	}
	return qu
}

// points are the question's after so many steps.
func (qu *planQuestion) points(steps int) float64 {
	if steps == 0 {
		return qu.at
	}
	return qu.ups[steps-1].points
}

func (qu *planQuestion) effort() int { return qu.item.Question.Effort }

// A pointsOf says which points to take a question to have.
type pointsOf func(*planQuestion) float64

func pointsAtStart(qu *planQuestion) float64 { return qu.at }

func pointsAtTop(qu *planQuestion) float64 { return qu.points(len(qu.ups)) }

// pointsWithOpenAtTop are those with every open question answered at the top.
func pointsWithOpenAtTop(qu *planQuestion) float64 {
	if qu.item.Status == Unanswered || qu.item.Status == Unknown {
		return pointsAtTop(qu)
	}
	return qu.at
}

// score is the section's with the points that its questions are taken to have.
func (s *planSection) score(points pointsOf) float64 {
	var m mean
	for _, c := range s.sections {
		m.add(c.weight, c.score(points))
	}
	for _, qu := range s.questions {
		m.add(qu.weight, points(qu))
	}
	return m.value(Mean).Value()
}

// dimensions are the sections below that hold questions; one that holds them is its own.
func (s *planSection) dimensions() []*planSection {
	if len(s.questions) > 0 {
		return []*planSection{s}
	}
	var out []*planSection
	for _, c := range s.sections {
		out = append(out, c.dimensions()...)
	}
	return out
}

// standings are where the questions of a dimension stand for the stage.
func (s *planSection) standings(points pointsOf) []standing {
	out := make([]standing, len(s.questions))
	for i, qu := range s.questions {
		out[i] = standing{points(qu), qu.weight}
	}
	return out
}

// standing is the level of the start, or its stage where that is lower.
func (m *planModel) standing() int {
	for l := m.q.Highest(); l > m.q.Lowest(); l-- {
		if m.reaches(float64(l), pointsAtStart) {
			return l
		}
	}
	return m.q.Lowest()
}

// reaches reports whether the overall score reaches a level, and the stage where
// there is one.
func (m *planModel) reaches(level float64, points pointsOf) bool {
	if level <= float64(m.q.Lowest()) {
		return true
	}
	rule, begins := m.q.Scoring.Stage, m.q.begins(int(level))
	if rule == nil {
		return atLeast(m.overall.score(points), begins)
	}
	for _, d := range m.overall.dimensions() {
		if !rule.secures(level, d.standings(points)) {
			return false
		}
	}
	return m.overall.scoresReach(begins, points)
}

// scoresReach reports whether the score of a section, and of all below it, is at least so
// high: no stage stands above a score.
func (s *planSection) scoresReach(begins float64, points pointsOf) bool {
	for _, c := range s.sections {
		if !c.scoresReach(begins, points) {
			return false
		}
	}
	return atLeast(s.score(points), begins)
}
