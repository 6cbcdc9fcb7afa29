package printer

import (
	"regexp"
	"strings"
)

// undated is the day of what has no date: a PDF's has to be one.
const undated = "1970-01-01"

// clock finds the dates that a browser writes into a PDF. Nothing of the page's can look
// like one: its brackets would have a backslash.
var clock = regexp.MustCompile(`/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)`)

// dated sets the dates of a PDF, in the length that they have, so that the places which
// the PDF's table names stay right.
func dated(pdf []byte, date string) []byte {
	if len(date) != len(undated) {
		date = undated
	}
	day := strings.ReplaceAll(date, "-", "")
	return clock.ReplaceAll(pdf, []byte("/$1 (D:"+day+"000000+00'00')"))
}
