package assess

import (
	"math"
	"slices"
)

// An Agreement says how close the raters of a question are, in points
// (docs/numbers.md, Agreement).
type Agreement struct {
	N            int // raters, at least two
	Min, Max     float64
	Mean, Median float64
	ADMd         float64 // average deviation from the median (Burke, Finkelstein & Dusig 1999)
	RWG          Number  // r*wg: 1 - s²/σ², of the raters' and of uniform answers (Lindell & Brandt 1999)
	Chance       Number  // probability that uniform raters agree as well; undefined for too many cases
	Verdict      Verdict
	TwoCamps     bool

	share          float64   // s²/σ²
	points, sorted []float64 // in the order of the raters; sorted
}

// Rated returns the points that the voices gave, in their order; none where the item
// has no agreement.
func (it *Item) Rated() []float64 {
	if it.Agreement == nil {
		return nil
	}
	return slices.Clone(it.Agreement.points)
}

// A Verdict says in a word what an agreement comes to.
type Verdict string

// The verdicts, in the order in which they are tried.
const (
	TooFew        Verdict = "too few"         // fewer than three raters
	Contested     Verdict = "contested"       // deviation above the cut
	Agreed        Verdict = "agreed"          // close, and hardly by chance
	CouldBeChance Verdict = "could be chance" // close together; too few voices to rule out luck
)

// A DimensionAgreement is taken over the rated questions of a dimension.
type DimensionAgreement struct {
	ADMd float64 // mean
	RWG  Number  // r*wg(J): 1 minus the mean of s²/σ²
}

// A ResultAgreement is that of the whole result.
type ResultAgreement struct {
	Raters int    // the largest number on any question that two rated; 0 where none did
	Alpha  Number // Krippendorff's, ordinal
	Reason string // why alpha is undefined; "" where it is defined
}

// Agree computes the agreement between the raters of every question, dimension
// and the whole, and keeps it in the result.
func Agree(res *Result, chances Chances) {
	a := &ResultAgreement{}
	var units [][]float64
	for _, it := range res.Overall.all {
		if it.Question.Profile {
			continue
		}
		points := it.raters()
		units = append(units, points)
		if len(points) >= 2 { // fewer compare nothing
			a.Raters = max(a.Raters, len(points))
			it.Agreement = agreement(it.Question, points, res.Questionnaire, chances)
		}
	}
	a.Alpha, a.Reason = alpha(units)
	res.Agreement = a
	for _, d := range res.Overall.Dimensions() {
		d.Agreement = dimensionAgreement(d)
	}
}

// raters returns the points of everybody who rated the question: of each
// response that gave a value its votes, if it has any, else its value.
func (it *Item) raters() []float64 {
	var out []float64
	for _, s := range it.Said {
		if s.State != Answered {
			continue
		}
		out = append(out, s.Answer.votedPoints(it.Question)...)
		if len(s.Answer.Votes) == 0 {
			out = append(out, it.Question.Points(s.Answer.Value.Value()))
		}
	}
	return out
}

// Saying returns how many voices, and responses without voices, say that the question does
// not apply, or that they don't know.
func (it *Item) Saying(state State) int {
	n := 0
	for _, s := range it.Said {
		switch {
		case s.State == Skipped:
		case len(s.Answer.Votes) == 0 && s.State == state:
			n++
		default:
			for _, v := range s.Answer.Votes {
				if v.State() == state {
					n++
				}
			}
		}
	}
	return n
}

func agreement(qu *Question, points []float64, q *Questionnaire, chances Chances) *Agreement {
	a := &Agreement{N: len(points), points: points, sorted: slices.Sorted(slices.Values(points))}
	a.Min, a.Max = a.sorted[0], a.sorted[a.N-1]
	a.Mean, a.Median = meanOf(points), halfway(a.sorted)
	a.ADMd = deviation(a.sorted)
	a.share = variance(points) / uniformVariance(qu)
	a.RWG = Num(1 - a.share)
	a.Chance = chances.probability(qu, a.N, a.ADMd)
	a.TwoCamps = twoCamps(a.sorted)
	a.Verdict = a.verdict(cut(q, qu))
	return a
}

// cut is the deviation, in points, above which raters disagree: a sixth of the number of
// options, truncated to one decimal (Burke & Dunlap 2002).
func cut(q *Questionnaire, qu *Question) float64 {
	options, span := len(qu.Options), float64(q.Highest()-q.Lowest())
	return math.Trunc(float64(options)/6*10+Tolerance) / 10 * span / float64(options-1)
}

// verdict tries the verdicts in order.
func (a *Agreement) verdict(cut float64) Verdict {
	switch {
	case a.N < 3:
		return TooFew
	case a.ADMd > cut+Tolerance:
		return Contested
	case !a.Chance.Defined() || a.Chance.Value() <= 0.05+Tolerance:
		return Agreed
	}
	return CouldBeChance
}

// twoCamps reports whether sorted points fall apart: a gap of at least two
// levels with at least two raters on either side.
func twoCamps(sorted []float64) bool {
	for i := 2; i+2 <= len(sorted); i++ {
		if atLeast(sorted[i]-sorted[i-1], 2) {
			return true
		}
	}
	return false
}

func meanOf(points []float64) float64 {
	sum := 0.0
	for _, x := range points {
		sum += x
	}
	return sum / float64(len(points))
}

// halfway is the median of sorted values.
func halfway(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return float64(sorted[n/2-1]+sorted[n/2]) / 2
}

// deviation is the mean distance of sorted points from their median.
func deviation(sorted []float64) float64 {
	m, sum := halfway(sorted), 0.0
	for _, x := range sorted {
		sum += math.Abs(x - m)
	}
	return sum / float64(len(sorted))
}

// uniformVariance is the variance of the points of a rater who chooses among
// the options at random.
func uniformVariance(qu *Question) float64 {
	mean, sum := 0.0, 0.0
	for _, o := range qu.Options {
		mean += o.points
	}
	mean /= float64(len(qu.Options))
	for _, o := range qu.Options {
		sum += float64((o.points - mean) * (o.points - mean))
	}
	return sum / float64(len(qu.Options))
}

// dimensionAgreement is undefined, nil, where no question has two raters.
func dimensionAgreement(d *Node) *DimensionAgreement {
	var out DimensionAgreement
	n, share := 0.0, 0.0
	for _, it := range d.Items {
		if it.Agreement != nil {
			n++
			out.ADMd += it.Agreement.ADMd
			share += it.Agreement.share
		}
	}
	if n == 0 {
		return nil
	}
	out.ADMd /= n
	out.RWG = Num(1 - share/n)
	return &out
}
