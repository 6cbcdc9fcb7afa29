package assess

import (
	"fmt"
	"math"
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
	asked      []bool // of the response that is added
}

// NewQualityTally begins a tally without responses.
func NewQualityTally(q *Questionnaire) *QualityTally {
	t := &QualityTally{q: q, asked: make([]bool, len(q.questions))}
	for _, d := range q.Dimensions() {
		t.dimensions = append(t.dimensions, newMoments(d))
	}
	return t
}

// Add counts a response to the questionnaire; one to another it refuses. The order in which
// responses come changes nothing but the last bits.
func (t *QualityTally) Add(r *Response) error {
	if !t.q.Same(r.questionnaire) {
		return fmt.Errorf("%w: quality of %s, a response to %s", ErrStranger, t.q.name(), r.questionnaire.name())
	}
	r.ask(t.asked)
	for _, m := range t.dimensions {
		if m.take(r, t.asked) {
			m.add()
		}
	}
	return nil
}

// Qualities returns the quality of every dimension over what was added.
func (t *QualityTally) Qualities() []Quality {
	var out []Quality
	for _, m := range t.dimensions {
		out = append(out, m.quality())
	}
	return out
}

// moments are the means and co-moments of a dimension's questions, kept up to date
// value by value (Welford 1962, for pairs).
type moments struct {
	dimension *Section
	n         int
	row       []float64 // points of the response that is added
	before    []float64 // its deviations from the means without it
	mean      []float64
	co        [][]float64 // sums of products of deviations; none before the first response
}

func newMoments(d *Section) *moments {
	k := len(d.Questions)
	values := make([]float64, 3*k)
	return &moments{dimension: d, row: values[:k], before: values[k : 2*k], mean: values[2*k:]}
}

// take reads what a response says in the dimension and reports whether it gives every
// question a value.
func (m *moments) take(r *Response, asked []bool) bool {
	for i, qu := range m.dimension.Questions {
		if qu.Profile { // nothing that varies
			continue
		}
		a := &r.Answers[qu.index]
		if !asked[qu.index] || a.State() != Answered {
			return false
		}
		m.row[i] = a.points(qu).Value()
	}
	return true
}

// add counts the row.
func (m *moments) add() {
	if m.n++; len(m.row) > mostQualityQuestions { // counted, not compared
		return
	}
	for len(m.co) < len(m.row) {
		m.co = append(m.co, make([]float64, len(m.row)))
	}
	for i, v := range m.row {
		m.before[i] = v - m.mean[i]
		m.mean[i] += m.before[i] / float64(m.n)
	}
	for i := range m.row {
		for j, v := range m.row {
			m.co[i][j] += float64(m.before[i] * (v - m.mean[j]))
		}
	}
}

func (m *moments) quality() Quality {
	out := Quality{Dimension: m.dimension, N: m.n, ItemRest: make([]Number, len(m.mean))}
	n, k := float64(m.n), float64(len(m.dimension.Scored()))
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
		below := func(p float64) Number { return Num(1 - (1-alpha)*fisherQuantile(n-1, (n-1)*(k-1), p)) }
		out.AlphaLow, out.AlphaHigh = below(0.975), below(0.025)
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

// Loosest is the index of the question with the lowest correlation with the sum of the
// others, the first of several; -1 where none has one.
func (q Quality) Loosest() int {
	at := -1
	for i, r := range q.ItemRest {
		if r.Defined() && (at < 0 || r.Value() < q.ItemRest[at].Value()) {
			at = i
		}
	}
	return at
}
