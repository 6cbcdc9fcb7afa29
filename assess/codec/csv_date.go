package codec

import (
	"regexp"
	"slices"
	"strconv"
	"time"
)

// How spreadsheet programs leave a day: year first, or year last; a time of day may follow.
var (
	yearFirst = regexp.MustCompile(`^([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|` +
		`年([0-9]{1,2})月([0-9]{1,2})日)` + timeOfDay + `$`)
	yearLast = regexp.MustCompile(`^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})` + timeOfDay + `$`)
)

const (
	timeOfDay = `(?:[T ]+(?:[上下]午 ?)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AP]M)?` +
		`(?:Z|` + zone + `)?)?`
	zone = ` ?(?:(?:GMT|UTC)(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|[+-][0-9]{2}:?[0-9]{2})`
)

// ParseDay returns the days, as YYYY-MM-DD, that a cell, or what somebody typed, may mean: none
// where it is no date, two where the day may come before the month or after it.
func ParseDay(cell string) []string {
	if m := yearFirst.FindStringSubmatch(cell); m != nil {
		return days(m[1], m[2]+m[4], m[3]+m[5])
	}
	both := append(dayIn(cell, dayFirst), dayIn(cell, monthFirst)...)
	slices.Sort(both)
	return slices.Compact(both)
}

// dayIn returns the day that a cell means in one of the two orders.
func dayIn(cell, order string) []string {
	m := yearLast.FindStringSubmatch(cell)
	switch {
	case m == nil:
		return nil
	case order == dayFirst:
		return days(m[3], m[2], m[1])
	}
	return days(m[3], m[1], m[2])
}

// days returns the day, where there is such a day.
func days(year, month, day string) []string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return nil
	}
	return []string{t.Format(time.DateOnly)}
}
