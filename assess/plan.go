package assess

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
	Cost     int     // the question's effort
	Wave     int     // from 1: what has to be done before is in an earlier one
	Tick     *Option // of a list: the one more to tick; nil where none gives it, or where it is not known
}

// Why there is no plan.
const (
	reasonTop     = "already at the top level"
	reasonOutside = "a question that does not apply counts as the lowest level and can't be raised"
	reasonOptions = "the highest options do not reach it"
)

// planTo returns the cheapest plan to a level, by default the one above the start;
// nil where not every section is a mean, or there is no overall score.
func planTo(res *Result, target *int) *Plan {
	if !res.Overall.Score.Defined() || !res.Questionnaire.allMeans() {
		return nil
	}
	m := newPlanModel(res)
	p := &Plan{Start: m.standing()}
	to := p.Start + 1
	if target != nil {
		to = *target
	} else if p.Start == res.Questionnaire.Highest() {
		p.Reason = reasonTop
		return p
	}
	level := float64(to)
	p.Target = Num(level)
	if !m.reaches(level, pointsAtTop) {
		p.Reason = m.outOfReach()
		return p
	}
	p.Feasible = true
	p.Answering = m.reaches(level, pointsWithOpenAtTop)
	found := m.search(level)
	p.Optimal, p.Bound, p.Cost = found.bound >= found.cost, min(found.bound, found.cost), found.cost
	p.Moves = m.moves(found.steps)
	nameTicks(p.Moves, res)
	return p
}

// outOfReach says why the top of everything does not reach a level.
func (m *planModel) outOfReach() string {
	for _, qu := range m.questions {
		if qu.item.Status == NotApplicable {
			return reasonOutside
		}
	}
	return reasonOptions
}

// OutsideHolds reports whether a plan is not feasible for a question that does not apply,
// and not for the height of the options.
func (p *Plan) OutsideHolds() bool { return p.Reason == reasonOutside }
