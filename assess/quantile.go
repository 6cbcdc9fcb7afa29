package assess

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// The quantiles of two distributions follow from the inverse of the regularized incomplete beta
// function (Abramowitz & Stegun 1964, 26.5.27 and 26.5.28). The library's own distributions bring
// its linear algebra along, which is nowhere needed.

// studentTwoSided is the t that a Student distributed variable exceeds in size with probability
// p, at so many degrees of freedom.
func studentTwoSided(freedom, p float64) float64 {
	x := mathext.InvRegIncBeta(freedom/2, 0.5, p)
	return math.Sqrt(freedom * (1 - x) / x)
}

// fisherQuantile is the value below which an F distributed variable stays with probability p.
func fisherQuantile(numerator, denominator, p float64) float64 {
	x := mathext.InvRegIncBeta(numerator/2, denominator/2, p)
	return denominator * x / (numerator * (1 - x))
}

// variance is the sample's, with n-1; NaN below two values.
func variance(values []float64) float64 {
	mean, sum := meanOf(values), 0.0
	for _, v := range values {
		sum += float64((v - mean) * (v - mean))
	}
	return sum / float64(len(values)-1)
}
