package assess

import "math"

// A planGoal is what a set of questions has to reach together: a gain of their score, and
// a share of their weight that stands at the level.
type planGoal struct {
	questions []*planQuestion
	first     []int       // by question: the steps that it needs in any case
	gain      [][]float64 // by question and steps: what they add to the score
	standing  [][]float64 // by question and steps: the share of the weight that then stands at the level
	needGain  float64
	needShare float64
}

// goals splits the search: with a stage every dimension has to secure the level for
// itself, and then every area and the whole have its score; without one all questions
// serve the overall score.
func (m *planModel) goals(level float64) []planGoal {
	if level <= float64(m.q.Lowest()) {
		return nil
	}
	if m.q.Scoring.Stage == nil {
		g := planGoal{questions: m.questions, needGain: m.q.begins(int(level)) - m.overall.score(pointsAtStart)}
		for _, qu := range m.questions {
			g.add(qu, 0, qu.share, math.Inf(1))
		}
		return []planGoal{g}
	}
	var out []planGoal
	for _, d := range m.overall.dimensions() {
		out = append(out, m.stageGoal(d, level))
	}
	return out
}

// stageGoal is what a dimension needs to secure a level, and to have its score.
func (m *planModel) stageGoal(d *planSection, level float64) planGoal {
	rule := m.q.Scoring.Stage
	g := planGoal{
		questions: d.questions, needGain: m.q.begins(int(level)) - d.score(pointsAtStart), needShare: rule.Share,
	}
	sum := 0.0
	for _, qu := range d.questions {
		sum += qu.weight
	}
	floor := max(level-float64(rule.Slack), float64(m.q.Lowest()))
	for _, qu := range d.questions {
		first := 0
		for first < len(qu.ups) && !atLeast(qu.points(first), floor) {
			first++
		}
		g.add(qu, first, qu.weight/sum, level)
	}
	return g
}

// add takes a question into the goal: what each number of its steps gives.
func (g *planGoal) add(qu *planQuestion, first int, share, level float64) {
	gain, standing := make([]float64, len(qu.ups)+1), make([]float64, len(qu.ups)+1)
	for k := range gain {
		if k > 0 {
			gain[k] = share * qu.gains[k-1]
		}
		if atLeast(qu.points(k), level) {
			standing[k] = share
		}
	}
	g.first, g.gain, g.standing = append(g.first, first), append(g.gain, gain), append(g.standing, standing)
}

// met reports whether a gain and a share are enough.
func (g *planGoal) met(gain, share float64) bool {
	return atLeast(gain, g.needGain) && atLeast(share, g.needShare)
}

// sum is what so many steps of each question give.
func (g *planGoal) sum(steps []int) (gain, share float64) {
	for i, k := range steps {
		gain += g.gain[i][k]
		share += g.standing[i][k]
	}
	return gain, share
}

// cost is that of so many steps of each question.
func (g *planGoal) cost(steps []int) int {
	sum := 0
	for i, k := range steps {
		sum += k * g.questions[i].effort()
	}
	return sum
}
