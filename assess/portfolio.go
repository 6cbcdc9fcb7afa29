package assess

import (
	"cmp"
	"slices"
	"strings"
)

// A Portfolio is what many organizations look like side by side (docs/numbers.md, Many
// organizations). Every number in it is one that a result line holds, at most six decimals
// of it, so that the lines of several machines give the portfolio that one machine gives.
type Portfolio struct {
	Questionnaire *Questionnaire
	Dimensions    []*Section // that have a score, in document order
	ByResponse    bool       // a member is a response, not an organization
	ByPeriod      bool       // a member has a standing per period

	Size        int    // members
	First, Last string // dates between which they were assessed; "" without members

	Levels    []int          // members at each level, lowest first, each by its latest standing
	Common    []Level        // where most members stand; several where as many stand at each
	Overall   Distribution   // of the overall score
	Spreads   []Distribution // of each dimension, the weakest first
	Weakest   []*Section     // the dimensions with the lowest median, and mean; none where all are alike
	Rose      int            // members whose score is higher than in the period before
	Fell      int            // members whose score is lower
	Unchanged int            // members whose score reads the same

	Members []Member // the highest latest score first, then by name; of many both ends
	Before  int      // of Members: those in front of the ones that are left out
	Left    int      // members left out between them
}

// A Member is an organization, or where each response is scored by itself a response.
type Member struct {
	Standings []Standing // the latest first; one without periods
}

// Latest is the standing that counts.
func (m Member) Latest() *Standing { return &m.Standings[0] }

// Level returns how many members stand at the level.
func (p *Portfolio) Level(l Level) int { return p.Levels[l.Level-p.Questionnaire.Levels[0].Level] }

// Rated returns how many members have enough answers for a level.
func (p *Portfolio) Rated() int {
	n := 0
	for _, at := range p.Levels {
		n += at
	}
	return n
}

// A Standing is what a portfolio keeps of a result.
type Standing struct {
	Organization string
	Date         string
	Period       string // "" where nothing is grouped by it
	Provisional  int    // questions with votes but no agreed answer
	Overall      Figure
	Dimensions   []Figure // as Portfolio.Dimensions
}

// StandingOf takes from a result what a portfolio keeps.
func StandingOf(res *Result, period string) Standing {
	s := Standing{
		Organization: res.Organization, Date: res.Date, Period: period,
		Provisional: res.Provisional(), Overall: figureOf(res.Overall),
	}
	for _, d := range res.Overall.Dimensions() {
		s.Dimensions = append(s.Dimensions, figureOf(d))
	}
	return s
}

// compare orders standings: the higher score first, none last, then by name; what is left
// to tell apart decides, so that the order in which they came does not.
func (s *Standing) compare(o *Standing) int {
	return cmp.Or(
		cmp.Compare(o.Overall.score, s.Overall.score), strings.Compare(s.Organization, o.Organization),
		strings.Compare(o.Period, s.Period), strings.Compare(o.Date, s.Date),
		cmp.Compare(s.Provisional, o.Provisional), s.Overall.compare(o.Overall),
		slices.CompareFunc(s.Dimensions, o.Dimensions, Figure.compare))
}

// own lets a standing hold on to nothing else of the file that it comes from.
func (s Standing) own() Standing {
	s.Organization, s.Date = strings.Clone(s.Organization), strings.Clone(s.Date)
	s.Period = strings.Clone(s.Period)
	return s
}
