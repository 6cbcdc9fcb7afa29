package assess

import (
	"cmp"
	"slices"
	"strings"
)

// The most members that the table of a portfolio has, and the most cells.
const (
	mostMembers  = 2_000
	mostOfWide   = 100 // of a table as wide as tables get
	mostOfCells  = 100_000
	spareMembers = 2 // how many times as many are held until the middle ones go
)

// A PortfolioTally gathers a portfolio. Without periods its memory does not grow with what
// is added; with periods an organization stays until the end, in a few bytes a dimension.
type PortfolioTally struct {
	p       Portfolio
	most    int
	overall spread
	spreads []spread
	members []Member
	byKey   map[string]int // of members: by organization, with periods
}

// NewPortfolioTally begins a portfolio of what a questionnaire gives, of organizations or of
// responses.
func NewPortfolioTally(q *Questionnaire, byResponse bool) *PortfolioTally {
	t := &PortfolioTally{}
	t.p = Portfolio{Questionnaire: q, ByResponse: byResponse, Levels: make([]int, len(q.Levels))}
	for _, d := range q.Dimensions() {
		if len(d.Scored()) > 0 {
			t.p.Dimensions = append(t.p.Dimensions, d)
		}
	}
	t.spreads = make([]spread, len(t.p.Dimensions))
	t.most = max(mostOfWide, min(mostMembers, mostOfCells/max(1, len(t.p.Dimensions))))
	return t
}

// Add takes a standing. Those of one organization in several periods may come in any order.
func (t *PortfolioTally) Add(s Standing) {
	t.date(s.Date)
	for len(s.Dimensions) < len(t.spreads) { // a result that does not tell them
		var none Number
		s.Dimensions = append(s.Dimensions, newFigure(true, false, none, none, none, none, none))
	}
	if s.Period == "" {
		t.count(&s)
		t.members = append(t.members, Member{Standings: []Standing{s.own()}})
		if !t.p.ByPeriod && len(t.members) >= spareMembers*t.most {
			t.cut()
		}
		return
	}
	t.p.ByPeriod = true
	key := OrganizationKey(s.Organization)
	at, known := t.byKey[key]
	if !known {
		if t.byKey == nil {
			t.byKey = map[string]int{}
		}
		at = len(t.members)
		t.byKey[strings.Clone(key)] = at
		t.members = append(t.members, Member{})
	}
	t.members[at].Standings = append(t.members[at].Standings, s.own())
}

func (t *PortfolioTally) date(date string) {
	if t.p.First == "" || date < t.p.First {
		t.p.First = strings.Clone(date)
	}
	if date > t.p.Last {
		t.p.Last = strings.Clone(date)
	}
}

// count counts a member by its latest standing.
func (t *PortfolioTally) count(s *Standing) {
	t.p.Size++
	if i := int(s.Overall.level) - t.p.Questionnaire.Levels[0].Level; i >= 0 && i < len(t.p.Levels) {
		t.p.Levels[i]++
	}
	t.overall.add(s.Overall)
	for i := range t.spreads {
		t.spreads[i].add(s.Dimensions[i])
	}
}

// cut leaves out the members in the middle.
func (t *PortfolioTally) cut() {
	slices.SortFunc(t.members, func(a, b Member) int { return a.Latest().compare(b.Latest()) })
	over := len(t.members) - t.most
	if over <= 0 {
		return
	}
	t.p.Left += over
	t.p.Before = t.most / 2
	t.members = slices.Delete(t.members, t.p.Before, t.p.Before+over)
}

// Portfolio returns what was gathered, and ends the tally.
func (t *PortfolioTally) Portfolio() *Portfolio {
	t.byKey = nil
	for _, m := range t.members {
		if m.Latest().Period != "" {
			slices.SortFunc(m.Standings, func(a, b Standing) int {
				return cmp.Or(strings.Compare(b.Period, a.Period), a.compare(&b))
			})
			t.count(m.Latest())
			t.move(m)
		}
	}
	t.cut()
	t.p.Members = t.members
	t.p.Overall = t.overall.distribution(t.p.Questionnaire, nil)
	for i, d := range t.p.Dimensions {
		t.p.Spreads = append(t.p.Spreads, t.spreads[i].distribution(t.p.Questionnaire, d))
	}
	slices.SortStableFunc(t.p.Spreads, func(a, b Distribution) int {
		return cmp.Or(cmp.Compare(min(1, b.N), min(1, a.N)), a.compare(b))
	})
	t.p.stand()
	return &t.p
}

// move counts where a member went since the period before.
func (t *PortfolioTally) move(m Member) {
	change, ok := m.Change(0).Get()
	switch {
	case !ok:
	case change > 0:
		t.p.Rose++
	case change < 0:
		t.p.Fell++
	default:
		t.p.Unchanged++
	}
}

// Change is what the score of a standing is above that of the one before, by two decimals of
// each; undefined where there is none before it or one of them has too few answers.
func (m Member) Change(standing int) Number {
	if standing+1 >= len(m.Standings) {
		return Number{}
	}
	now, before := m.Standings[standing].Overall, m.Standings[standing+1].Overall
	to, ok := now.Score().Get()
	from, ok2 := before.Score().Get()
	if !ok || !ok2 || !now.sufficient || !before.sufficient {
		return Number{}
	}
	return Num(Round(Round(to, 2)-Round(from, 2), 2))
}

// stand finds where most members stand and which dimensions are the weakest.
func (p *Portfolio) stand() {
	if most := slices.Max(p.Levels); most > 0 {
		for i, l := range p.Questionnaire.Levels {
			if p.Levels[i] == most {
				p.Common = append(p.Common, l)
			}
		}
	}
	var told []Distribution
	for _, d := range p.Spreads {
		if d.N > 0 {
			told = append(told, d)
		}
	}
	for _, d := range told {
		if d.compare(told[0]) == 0 {
			p.Weakest = append(p.Weakest, d.Dimension)
		}
	}
	if len(p.Weakest) == len(told) {
		p.Weakest = nil
	}
}
