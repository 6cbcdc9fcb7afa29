package codec

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Days until which something is to be done, as people say them: a day with the month in words, a
// month or a quarter, which end with their last day.

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december"}

var (
	dayMonthYear = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? ([0-9]{4})$`)
	monthDayYear = regexp.MustCompile(`^([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$`)
	monthYear    = regexp.MustCompile(`^([a-z]{3,9})\.?,? ([0-9]{4})$`)
	yearMonth    = regexp.MustCompile(`^([0-9]{4})(?:[-/.]|年 ?)([0-9]{1,2})月?底?$`)
	quarter      = regexp.MustCompile(`^(?:q([1-4])[ /-]?([0-9]{4})|([0-9]{4})[ /-]?q([1-4]))$`)
	quarterZH    = regexp.MustCompile(`^([0-9]{4})年第?([一二三四1-4])季度$`)
)

// ParseDue returns the days, as YYYY-MM-DD, that somebody may mean as the last one: those of
// ParseDay, 31 March 2027, March 2027, 2027-03, Q1 2027, 2027年3月, 2027年一季度.
func ParseDue(text string) []string {
	if days := ParseDay(text); len(days) > 0 {
		return days
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if m := dayMonthYear.FindStringSubmatch(text); m != nil {
		return days(m[3], strconv.Itoa(monthNamed(m[2])), m[1])
	}
	if m := monthDayYear.FindStringSubmatch(text); m != nil {
		return days(m[3], strconv.Itoa(monthNamed(m[1])), m[2])
	}
	if m := monthYear.FindStringSubmatch(text); m != nil {
		return lastDay(m[2], monthNamed(m[1]))
	}
	if m := yearMonth.FindStringSubmatch(text); m != nil {
		month, _ := strconv.Atoi(m[2])
		return lastDay(m[1], month)
	}
	if m := quarter.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1] + m[4])
		return lastDay(m[2]+m[3], 3*n)
	}
	if m := quarterZH.FindStringSubmatch(text); m != nil {
		n := max(strings.Index("一二三四", m[2])/len("一")+1, 0)
		if d, err := strconv.Atoi(m[2]); err == nil {
			n = d
		}
		return lastDay(m[1], 3*n)
	}
	return nil
}

// monthNamed is the number of a month by its name or the name's first letters; 0 for none.
func monthNamed(name string) int {
	return 1 + slices.IndexFunc(months, func(m string) bool { return strings.HasPrefix(m, name) })
}

// lastDay is the last day of a month, none where there is no such month.
func lastDay(year string, month int) []string {
	y, _ := strconv.Atoi(year)
	if month < 1 || month > 12 || y < 1 {
		return nil
	}
	return []string{time.Date(y, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)}
}
