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

const timeOfDay = `(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AP]M)?Z?)?`

// ParseDay returns the days, as YYYY-MM-DD, that a cell, or what somebody typed, may mean: none
// where it is no date, two where the day may come before the month or after it.
func ParseDay(cell string) []string {
	if m := yearFirst.FindStringSubmatch(cell); m != nil {
		return days(m[1], m[2]+m[4], m[3]+m[5])
	}
	m := yearLast.FindStringSubmatch(cell)
	if m == nil {
		return nil
	}
	both := append(days(m[3], m[2], m[1]), days(m[3], m[1], m[2])...)
	slices.Sort(both)
	return slices.Compact(both)
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
