package assess

import (
	"math"
	"strconv"
)

// Tolerance is what a comparison with a level or a threshold forgives, so that
// a sum of decimals that should be 3 counts as 3 (docs/numbers.md, Rounding).
const Tolerance = 1e-9

// A Number is a float64 that may be undefined. The zero Number is undefined:
// "no score" is not zero. In JSON an undefined Number is null.
type Number struct {
	value   float64
	defined bool
}

// Num returns a defined Number. NaN and infinities have no meaning in this
// package and become undefined.
func Num(v float64) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Number{}
	}
	return Number{value: v, defined: true}
}

// Get returns the value and whether it is defined.
func (n Number) Get() (float64, bool) { return n.value, n.defined }

// Defined reports whether the number exists.
func (n Number) Defined() bool { return n.defined }

// Value returns the value, 0 where it is undefined: ask Defined first.
func (n Number) Value() float64 { return n.value }

// MarshalJSON writes at most six decimals, no trailing zeros, whole numbers
// without a point, never a negative zero, and null where undefined.
func (n Number) MarshalJSON() ([]byte, error) { return n.AppendJSON(make([]byte, 0, 16)), nil }

const (
	// Below so many millionths a number has so few digits that no other decimal of as
	// many digits stands for the same float64.
	mostMicro = 1e15

	mostWhole = 1e15 // below it whole numbers are exact
)

// AppendJSON appends what MarshalJSON returns. Whole numbers, of which a result has many,
// are printed as such; others are counted in millionths, which is faster than to look for
// the shortest decimal.
func (n Number) AppendJSON(b []byte) []byte {
	v, ok := n.Get()
	if !ok {
		return append(b, "null"...)
	}
	if whole := int64(v); math.Abs(v) < mostWhole && float64(whole) == v {
		return strconv.AppendInt(b, whole, 10)
	}
	rounded := Round(v, 6)
	micro := math.Round(rounded * 1e6)
	if math.Abs(micro) >= mostMicro || micro/1e6 != rounded {
		return strconv.AppendFloat(b, rounded, 'f', -1, 64)
	}
	if micro < 0 {
		b, micro = append(b, '-'), -micro
	}
	b = strconv.AppendInt(b, int64(micro)/1e6, 10)
	rest := int64(micro) % 1e6
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for scale := int64(1e5); rest > 0; scale /= 10 {
		b = append(b, '0'+byte(rest/scale))
		rest %= scale
	}
	return b
}

// Round rounds first to nine decimals, then half away from zero to the given
// number of decimals (0 to 9), so that 2.675 stored as 2.67499999999999982
// becomes 2.68 (docs/numbers.md, Rounding). It never returns a negative zero.
func Round(v float64, decimals int) float64 {
	nano := math.Round(v * 1e9)
	if math.Abs(nano) >= 1<<53 { // no decimals left to round
		return v + 0
	}
	scale := math.Pow10(9 - decimals)
	whole := math.Trunc(nano / scale)
	if math.Abs(nano-whole*scale)*2 >= scale {
		whole += math.Copysign(1, nano)
	}
	return whole/math.Pow10(decimals) + 0
}

// Shown writes a score with two decimals. Where rounding would show a whole
// level that the score has not reached (2.996 at level 2) the decimals are cut
// instead (2.99), so that no printed score contradicts the level beside it.
func Shown(v float64) string {
	r := Round(v, 2)
	if up := math.Floor(r); up == r && v < up-Tolerance {
		r = up - 0.01
	}
	return strconv.FormatFloat(r, 'f', 2, 64)
}

// Shown writes a score as the function does, by where the levels of the questionnaire
// begin.
func (q *Questionnaire) Shown(v float64) string {
	r := Round(v, 2)
	for _, l := range q.Levels {
		if b := l.Begins(); r >= b-Tolerance && v < b-Tolerance {
			r = Round(math.Ceil(b*100-1e-7)-1, 0) / 100
		}
	}
	return strconv.FormatFloat(r, 'f', 2, 64)
}

// atLeast reports v >= limit within the tolerance.
func atLeast(v, limit float64) bool { return v >= limit-Tolerance }

// decimalOf writes a value as a questionnaire does.
func decimalOf(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
