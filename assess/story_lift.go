package assess

import "slices"

// A LiftKind says what would lift a bank.
type LiftKind string

// The kinds of what lifts.
const (
	LiftNothing   LiftKind = ""           // there is nothing to say
	LiftAnswers   LiftKind = "answers"    // answers come first
	LiftVotes     LiftKind = "votes"      // the votes are to be agreed first
	LiftTop       LiftKind = "top"        // the highest level is reached
	LiftReached   LiftKind = "reached"    // the level asked for is reached
	LiftOutside   LiftKind = "outside"    // out of reach: what does not apply counts as lowest
	LiftOptions   LiftKind = "options"    // out of reach: the highest options don't get there
	LiftSteps     LiftKind = "steps"      // the steps of the plan
	LiftFirstSee  LiftKind = "maybe"      // answers may be enough, else the steps of the plan
	LiftSection   LiftKind = "section"    // steps lift the one dimension that was assessed
	LiftCriteria  LiftKind = "criteria"   // criteria of a gate that are not met
	LiftWeakest   LiftKind = "weakest"    // the weakest parts of what their weakest part decides
	LiftRemaining LiftKind = "dimensions" // the dimensions that are not assessed yet
)

// A Lift is what lifts a bank, and where to.
type Lift struct {
	Kind     LiftKind
	Steps    int     // of LiftSteps, LiftFirstSee, LiftSection; of LiftAnswers open questions
	Level    int     // where to; 0 where that is not told
	Staged   bool    // Level is a stage
	Sections []*Node // the dimension of LiftSection, the gate, the weakest parts
	Criteria []*Item // not met, of LiftCriteria
}

// lift decides what lifts a bank that stands somewhere.
func (r *Result) lift(s Where) Lift {
	counts := CountItems(r.Overall.AllItems())
	switch {
	case s.Kind == StandsOutside:
		return Lift{}
	case counts.Unagreed > 0:
		return Lift{Kind: LiftVotes}
	case s.Kind == StandsNowhere || s.Kind == StandsUncertain:
		return Lift{Kind: LiftAnswers, Steps: counts.Open()}
	case s.Assessed != nil && !r.Overall.Sufficient:
		return r.liftOfPart(s)
	case r.Plan == nil:
		return r.liftWithoutPlan()
	}
	return r.liftByPlan()
}

// liftOfPart is what lifts those who were assessed while others were not.
func (r *Result) liftOfPart(s Where) Lift {
	if len(s.Assessed) == 1 {
		d := s.Assessed[0]
		if level, steps, ok := r.StepsUp(d); ok && steps > 0 {
			return Lift{Kind: LiftSection, Steps: steps, Level: level, Sections: s.Assessed}
		}
	}
	return Lift{Kind: LiftRemaining, Steps: s.Of - len(s.Assessed)}
}

func (r *Result) liftByPlan() Lift {
	p := r.Plan
	out := Lift{Level: int(p.Target.Value()), Steps: len(p.Moves), Staged: r.Questionnaire.Scoring.Stage != nil}
	switch {
	case p.Reason == reasonTop:
		out.Kind = LiftTop
	case !p.Feasible && p.OutsideHolds():
		out.Kind = LiftOutside
	case !p.Feasible:
		out.Kind = LiftOptions
	case len(p.Moves) == 0:
		out.Kind = LiftReached
	case p.Answering:
		out.Kind = LiftFirstSee
	default:
		out.Kind = LiftSteps
	}
	return out
}

// liftWithoutPlan tells of the gates with criteria that are not met, the lowest first, else of
// the weakest parts where these decide.
func (r *Result) liftWithoutPlan() Lift {
	if r.AllTop() && CountItems(r.Overall.AllItems()).Open() == 0 {
		return Lift{Kind: LiftTop}
	}
	gates := r.Gates()
	slices.SortStableFunc(gates, func(a, b Gating) int { return a.Missed - b.Missed })
	for _, g := range gates {
		if len(g.Failing) > 0 {
			return Lift{Kind: LiftCriteria, Level: g.Missed, Sections: []*Node{g.Node}, Criteria: g.Failing}
		}
	}
	if weakest := weakestParts(r.Overall); len(weakest) > 0 {
		return Lift{Kind: LiftWeakest, Sections: weakest}
	}
	return Lift{}
}

// weakestParts are the sections that decide the score of the first section by its weakest
// part; none where that part is a question, or stands at the top with all beside it.
func weakestParts(n *Node) []*Node {
	for _, child := range n.Sections {
		if child.Method == Min && child.Score.Defined() {
			var out []*Node
			for _, part := range child.Sections {
				if part.Score.Defined() && part.Score.Value() <= child.Score.Value()+Tolerance {
					out = append(out, part)
				}
			}
			if len(out) == 0 {
				return []*Node{child}
			}
			return out
		}
		if below := weakestParts(child); len(below) > 0 {
			return below
		}
	}
	return nil
}
