package words

import (
	"slices"
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

// CountedAlready names those of the questions of which somebody counted more than their result
// says, each with what was counted; "" where nobody did.
func (t *Teller) CountedAlready(items []*assess.Item) string {
	all := assess.CountedAbove(items)
	if len(all) == 0 {
		return ""
	}
	var said []string
	for _, above := range all {
		qu := above.Item.Question
		var counts []string
		for _, c := range above.Counts {
			if told := t.Counted(qu, c); !slices.Contains(counts, told) {
				counts = append(counts, told)
			}
		}
		said = append(said, t.Say("counted.already.item", t.Question(qu), t.Enumerate(counts)))
	}
	return t.Count("counted.already", len(said), t.Join(said))
}

// Plainly shows a number as it was typed, without an exponent.
func Plainly(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
