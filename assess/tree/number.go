package tree

import (
	"math"
	"strconv"
	"strings"
)

// isPlain reports whether a number is written as in every format: no sign but minus, no
// leading zero, no exponent, no base, no separators. So a file can't hold a number that
// two programs read differently.
func isPlain(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	if whole == len(s) {
		return true
	}
	return s[whole] == '.' && whole+1 < len(s) && digits(s[whole+1:]) == len(s)-whole-1
}

// digits counts the digits that a text begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// PlainNumber returns the value of a plain decimal number.
func PlainNumber(s string) (float64, bool) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return float64(s[0] - '0'), true
	}
	if !isPlain(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	return v + 0, true // no negative zero
}

// Exact reports whether a plain number is written with no more digits than its value
// keeps: 2.9999999999999999999 is not 3.
func Exact(s string, v float64) bool {
	if len(s) <= 15 {
		return true
	}
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s == DecimalOf(v)
}

// plainInteger returns the value of a plain number without decimals.
func plainInteger(s string) (int, bool) {
	if !isPlain(s) {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}

// DecimalOf writes a value as a plain decimal number, as short as it reads back.
func DecimalOf(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
