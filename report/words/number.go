package words

import (
	"math"
	"strconv"

	"bankmaturity/assess"
)

// Gap shows a distance on the level scale. One that exists is never 0.00.
func Gap(v float64) string {
	if r := assess.Round(v, 2); r > 0 || v <= assess.Tolerance {
		return Decimals(r, 2)
	}
	return "0.01"
}

// Points shows points: a whole number as such, others with two decimals.
func Points(v float64) string {
	if r := assess.Round(v, 9); r == math.Trunc(r) {
		return Decimals(r, 0)
	}
	return assess.Shown(v)
}

// Weight shows a weight as the questionnaire gives it.
func Weight(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Whole shows a level's number.
func Whole(v float64) string { return strconv.Itoa(int(v)) }

// Decimals shows a number with so many decimals, rounded as docs/numbers.md, Rounding,
// says.
func Decimals(v float64, n int) string { return strconv.FormatFloat(assess.Round(v, n), 'f', n, 64) }

// Signed shows a change with its sign and two decimals.
func Signed(v float64) string {
	r := assess.Round(v, 2)
	shown := Decimals(math.Abs(r), 2)
	switch {
	case r > 0:
		return "+" + shown
	case r < 0:
		return "−" + shown
	}
	return shown
}
