package assess

import (
	"cmp"
	"slices"
)

// A Story is what a result says in a few sentences: where the bank stands, what lifts it, and
// where that is among peers. It holds what is said, package report/words says it.
type Story struct {
	Where Where
	Lift  Lift
	Place Place
	Peers int // how many there are where Place tells something
	View  View
}

// A WhereKind says in which way the bank's place is told.
type WhereKind string

// The kinds of places.
const (
	StandsOutside    WhereKind = "not_applicable" // no question applies
	StandsNowhere    WhereKind = "none"           // no question has a value
	StandsUncertain  WhereKind = "insufficient"   // too few answers for a level
	StandsWhole      WhereKind = "all"            // every dimension that applies at one level
	StandsMostly     WhereKind = "most"           // more than half of the dimensions at one level
	StandsBetween    WhereKind = "between"        // no level holds more than half of them
	StandsOneSection WhereKind = "one"            // one dimension is all there is
)

// A Where is where a bank stands by the levels of its dimensions.
type Where struct {
	Kind   WhereKind
	Level  int     // most dimensions stand there; of StandsBetween the lowest level
	Top    int     // of StandsBetween the highest level
	Behind []*Node // dimensions below Level, of StandsBetween those at it, the lowest first
	Ahead  []*Node // dimensions above Level, the highest first
	Stage  int     // the stage where it is below every level told; 0 where it is not
	Thin   int     // dimensions with too few answers for a level, beside others that have one

	Assessed []*Node // dimensions of which something is answered, where others are untouched; else nil
	Of       int     // dimensions that apply
}

// A Place is a place among peers.
type Place string

// The places among peers. With fewer than ten peers it is told by their median alone.
const (
	NoPlace       Place = ""
	TopQuarter    Place = "top"
	UpperHalf     Place = "upper"
	Middle        Place = "middle"
	LowerHalf     Place = "lower"
	BottomQuarter Place = "bottom"
)

// A View says whose view a result is.
type View string

// The views of a result.
const (
	ManyViews   View = ""
	OnePerson   View = "person"
	OneResponse View = "response" // one set of answers, and nobody knows whose
)

// StoryOf decides what a result's story is.
func StoryOf(r *Result) Story {
	s := Story{Where: r.where()}
	if r.Overall.Score.Defined() {
		s.View = r.view()
	}
	s.Lift = r.lift(s.Where)
	s.Place, s.Peers = r.quarter()
	return s
}

func (r *Result) where() Where {
	root := r.Overall
	switch {
	case !root.Applicable:
		return Where{Kind: StandsOutside}
	case !root.Score.Defined():
		return Where{Kind: StandsNowhere}
	}
	var out Where
	out.Assessed, out.Of = r.assessed()
	if !root.Sufficient && out.Assessed == nil {
		out.Kind = StandsUncertain
		return out
	}
	var leveled []*Node
	for _, d := range root.Dimensions() {
		switch {
		case d.Level.Defined():
			leveled = append(leveled, d)
		case d.Applicable && out.Assessed == nil:
			out.Thin++
		}
	}
	if len(leveled) == 0 {
		out.Kind = StandsUncertain
		return out
	}
	out.place(leveled)
	if stage, ok := root.Stage.Get(); ok && out.Assessed == nil {
		lowest := slices.MinFunc(leveled, byLevel)
		if stage < lowest.Level.Value()-Tolerance {
			out.Stage = int(stage)
		}
	}
	return out
}

// place tells where dimensions that have a level stand.
func (s *Where) place(leveled []*Node) {
	slices.SortStableFunc(leveled, func(a, b *Node) int {
		return cmp.Or(byLevel(a, b), byNumber(a.Score, b.Score))
	})
	at := map[int]int{}
	for _, d := range leveled {
		at[int(d.Level.Value())]++
	}
	lowest, highest := int(leveled[0].Level.Value()), int(leveled[len(leveled)-1].Level.Value())
	s.Kind, s.Level, s.Top = StandsBetween, lowest, highest
	for level := lowest; level <= highest; level++ {
		if 2*at[level] > len(leveled) {
			s.Kind, s.Level, s.Top = StandsMostly, level, level
		}
	}
	switch {
	case len(leveled) == 1:
		s.Kind = StandsOneSection
		s.Behind = leveled
		return
	case lowest == highest && s.Thin == 0:
		s.Kind = StandsWhole
		return
	}
	for _, d := range leveled {
		level := int(d.Level.Value())
		switch {
		case level < s.Level, s.Kind == StandsBetween && level == s.Level:
			s.Behind = append(s.Behind, d)
		case level > s.Level:
			s.Ahead = append(s.Ahead, d)
		}
	}
	slices.Reverse(s.Ahead)
}

func byLevel(a, b *Node) int { return byNumber(a.Level, b.Level) }

// assessed returns the dimensions of which something is answered and how many apply, where
// every other one is untouched and nothing of them is unanswered: what a group's report is
// about. Nil where it is about the whole, answers are missing here and there, or what is
// missing counts as an answer.
func (r *Result) assessed() (dimensions []*Node, of int) {
	if r.Questionnaire.Scoring.Unanswered == Lowest {
		return nil, 0
	}
	for _, d := range r.Overall.Dimensions() {
		if !d.Applicable {
			continue
		}
		of++
		c := CountItems(d.Items)
		switch {
		case c.Unanswered == 0:
			dimensions = append(dimensions, d)
		case c.Unanswered < c.Counting:
			return nil, 0
		}
	}
	if len(dimensions) == of {
		return nil, of
	}
	return dimensions, of
}

// view says whose view a single response without voices is: a room may have given one that
// bears nobody's name.
func (r *Result) view() View {
	if len(r.Responses) != 1 {
		return ManyViews
	}
	only := r.Responses[0]
	voted := slices.ContainsFunc(only.Answers, func(a Answer) bool { return len(a.Votes) > 0 })
	switch {
	case voted || len(only.Participants) > 1 || len(only.Voices) > 0:
		return ManyViews
	case only.Respondent == "" && len(only.Participants) == 0:
		return OneResponse
	}
	return OnePerson
}

// quarter is the place of the overall score among peers, and how many these are.
func (r *Result) quarter() (Place, int) {
	p, ok := r.Peers[r.Overall.ID]
	score, scored := r.Overall.Score.Get()
	if !ok || !scored || !r.Overall.Sufficient {
		return NoPlace, 0
	}
	rank, ranked := p.Percentile.Get()
	own := Round(score, 2)
	switch {
	case ranked && rank >= 75:
		return TopQuarter, p.N
	case ranked && rank < 25:
		return BottomQuarter, p.N
	case own > p.Median.Value()+Tolerance:
		return UpperHalf, p.N
	case own < p.Median.Value()-Tolerance:
		return LowerHalf, p.N
	}
	return Middle, p.N
}
