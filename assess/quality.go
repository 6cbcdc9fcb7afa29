package assess

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Quality says how the questions of a dimension hang together over many
// responses: information for the model's author, never a gate (docs/numbers.md,
// Quality of a questionnaire).
type Quality struct {
	Dimension           *Section
	N                   int      // responses that answer every question of it
	Alpha               Number   // Cronbach's
	AlphaLow, AlphaHigh Number   // Feldt's 95 % interval
	Lambda2             Number   // Guttman's
	ItemRest            []Number // correlation of each question with the sum of the others
}

// A QualityTally gathers the quality of every dimension over many responses to a
// questionnaire, in memory that does not grow with them.
type QualityTally struct {
	q          *Questionnaire
	dimensions []*moments
}

// NewQualityTally begins a tally without responses.
func NewQualityTally(q *Questionnaire) *QualityTally {
	t := &QualityTally{q: q}
	for _, d := range q.Dimensions() {
		t.dimensions = append(t.dimensions, newMoments(d))
	}
	return t
}

// Add counts a response. The order in which responses come changes nothing but the
// last bits.
func (t *QualityTally) Add(r *Response) {
	asked := t.q.Asked(r)
	for _, m := range t.dimensions {
		if row := complete(m.dimension, r, asked); row != nil {
			m.add(row)
		}
	}
}

// Qualities returns the quality of every dimension over what was added.
func (t *QualityTally) Qualities() []Quality {
	var out []Quality
	for _, m := range t.dimensions {
		out = append(out, m.quality())
	}
	return out
}

// complete is what a response says in a dimension, in points; nil unless every
// question has a value.
func complete(d *Section, r *Response, asked []bool) []float64 {
	out := make([]float64, len(d.Questions))
	for i, qu := range d.Questions {
		a := r.Answers[qu.index]
		if !asked[qu.index] || a.State() != Answered {
			return nil
		}
		out[i] = a.points(qu).Value()
	}
	return out
}

// moments are the means and co-moments of a dimension's questions, kept up to date
// value by value (Welford 1962, for pairs).
type moments struct {
	dimension *Section
	n         int
	mean      []float64
	co        [][]float64 // sums of products of deviations
}

func newMoments(d *Section) *moments {
	return &moments{dimension: d, mean: make([]float64, len(d.Questions))}
}

func (m *moments) add(row []float64) {
	if m.n++; len(row) > mostQualityQuestions { // they are counted, not compared
		return
	}
	for len(m.co) < len(row) { // the first row
		m.co = append(m.co, make([]float64, len(row)))
	}
	before := make([]float64, len(row))
	for i, v := range row {
		before[i] = v - m.mean[i]
		m.mean[i] += before[i] / float64(m.n)
	}
	for i := range row {
		for j, v := range row {
			m.co[i][j] += float64(before[i] * (v - m.mean[j]))
		}
	}
}

func (m *moments) quality() Quality {
	out := Quality{Dimension: m.dimension, N: m.n, ItemRest: make([]Number, len(m.mean))}
	n, k := float64(m.n), float64(len(m.mean))
	if m.n < fewestQualityRows || k < 2 || k > mostQualityQuestions {
		return out
	}
	whole, single, shared := 0.0, 0.0, 0.0 // variance of the sum; sums of variances, of squared covariances
	with := make([]float64, len(m.mean))   // covariance of each question with the sum
	for i := range m.co {
		for j, sum := range m.co[i] {
			cov := sum / (n - 1)
			with[i] += cov
			if i == j {
				single += cov
			} else {
				shared += float64(cov * cov)
			}
		}
		whole += with[i]
	}
	if whole > Tolerance {
		alpha := k / (k - 1) * (1 - single/whole)
		out.Alpha = Num(alpha)
		f := distuv.F{D1: n - 1, D2: (n - 1) * (k - 1)}
		out.AlphaLow, out.AlphaHigh = Num(1-(1-alpha)*f.Quantile(0.975)), Num(1-(1-alpha)*f.Quantile(0.025))
		out.Lambda2 = Num(1 - single/whole + math.Sqrt(k/(k-1)*shared)/whole)
	}
	for i := range m.co {
		own := m.co[i][i] / (n - 1)
		rest := whole - 2*with[i] + own
		if own > Tolerance && rest > Tolerance {
			out.ItemRest[i] = Num((with[i] - own) / math.Sqrt(own*rest))
		}
	}
	return out
}
