package codec

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// plain is how a number is written in every format: no sign but minus, no
// leading zero, no exponent, no base, no separators. So a file can't hold a
// number that two programs read differently.
var plain = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// plainNumber returns the value of a plain decimal number.
func plainNumber(s string) (float64, bool) {
	if !plain.MatchString(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	return v + 0, true // no negative zero
}

// exact reports whether a plain number is written with no more digits than its value
// keeps: 2.9999999999999999999 is not 3.
func exact(s string, v float64) bool {
	if len(s) <= 15 {
		return true
	}
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s == decimalOf(v)
}

// plainInteger returns the value of a plain number without decimals.
func plainInteger(s string) (int, bool) {
	if !plain.MatchString(s) {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}

// decimalOf writes a value as a plain decimal number, as short as it reads back.
func decimalOf(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
