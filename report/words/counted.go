package words

import (
	"strconv"

	"bankmaturity/assess"
)

// Counted is a share, "8 of 14 core processes (57 %)", or a number, "31 days".
func (t *Teller) Counted(qu *assess.Question, c assess.Count) string {
	part, of := Plainly(c.Part.Value()), t.Text(qu.Of)
	whole, share := c.Whole.Get()
	switch {
	case share && of == "":
		return t.Say("counted.share", part, Plainly(whole), t.Percent(c.Value().Value(), false))
	case share:
		return t.Say("counted.share.of", part, Plainly(whole), t.Percent(c.Value().Value(), false), of)
	case of == "":
		return part
	}
	return t.Say("counted.number.of", part, of)
}

// Plainly shows a number as it was typed, without an exponent.
func Plainly(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
