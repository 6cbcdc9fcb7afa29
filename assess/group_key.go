package assess

import (
	"crypto/sha256"
	"encoding/hex"
)

// A Period is how long a time is whose responses are scored together; "" is all of it.
type Period string

// The periods.
const (
	Year    Period = "year"
	Quarter Period = "quarter"
	Month   Period = "month"
)

// Periods returns them from the longest to the shortest.
func Periods() []Period { return []Period{Year, Quarter, Month} }

// Of returns the period of a day: 2026, 2026-Q1 or 2026-01 for 2026-01-31; "" where there is no
// period, or the text is no day.
func (p Period) Of(day string) string {
	if !IsDay(day) {
		return ""
	}
	switch p {
	case Year:
		return day[:4]
	case Quarter:
		month := int(day[5]-'0')*10 + int(day[6]-'0')
		return day[:4] + "-Q" + string(rune('1'+(month-1)/3))
	case Month:
		return day[:7]
	}
	return ""
}

// GroupKey is what responses have in common that are scored together, as 32 hexadecimal digits:
// the questionnaire's id and the version that was answered, the organization however its name is
// spelled ([OrganizationKey]), and the period as [Period.Of] returns it, "" for none. An engine
// that spreads records over machines shuffles by it. Where all are scored by one version that was
// named, it is that version.
func GroupKey(questionnaire, version, organization, period string) string {
	var c content
	for _, part := range []string{questionnaire, version, OrganizationKey(organization), period} {
		c.text(part)
	}
	sum := sha256.Sum256(c)
	return hex.EncodeToString(sum[:16])
}
