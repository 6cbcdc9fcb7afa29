package assess

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// fewestRows is how many complete responses a dimension's quality needs.
const fewestRows = 10

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

// QualityOf returns the quality of every dimension over responses to q.
func QualityOf(q *Questionnaire, responses []*Response) []Quality {
	asked := make([][]bool, len(responses))
	for i, r := range responses {
		asked[i] = q.Asked(r)
	}
	var out []Quality
	for _, d := range q.Dimensions() {
		columns := make([][]float64, len(d.Questions))
		n := 0
		for i, r := range responses {
			row := complete(d, r, asked[i])
			if row == nil {
				continue
			}
			n++
			for j, v := range row {
				columns[j] = append(columns[j], v)
			}
		}
		out = append(out, quality(d, n, columns))
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

func quality(d *Section, n int, columns [][]float64) Quality {
	out := Quality{Dimension: d, N: n, ItemRest: make([]Number, len(columns))}
	k := float64(len(columns))
	if n < fewestRows || k < 2 {
		return out
	}
	total := make([]float64, n)
	single, shared := 0.0, 0.0 // sums of variances, of squared covariances
	for i, c := range columns {
		for row, v := range c {
			total[row] += v
		}
		single += stat.Variance(c, nil)
		for j, other := range columns {
			if i != j {
				cov := stat.Covariance(c, other, nil)
				shared += cov * cov
			}
		}
	}
	if whole := stat.Variance(total, nil); whole > Tolerance {
		alpha := k / (k - 1) * (1 - single/whole)
		out.Alpha = Num(alpha)
		f := distuv.F{D1: float64(n - 1), D2: float64(n-1) * (k - 1)}
		out.AlphaLow, out.AlphaHigh = Num(1-(1-alpha)*f.Quantile(0.975)), Num(1-(1-alpha)*f.Quantile(0.025))
		out.Lambda2 = Num(1 - single/whole + math.Sqrt(k/(k-1)*shared)/whole)
	}
	for i, c := range columns {
		rest := make([]float64, n)
		for row, v := range c {
			rest[row] = total[row] - v
		}
		if stat.Variance(c, nil) > Tolerance && stat.Variance(rest, nil) > Tolerance {
			out.ItemRest[i] = Num(stat.Correlation(c, rest, nil))
		}
	}
	return out
}
