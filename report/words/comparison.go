package words

import (
	"math"

	"bankmaturity/assess"
)

// ComparisonTitle names the organization, or both where a comparison was forced.
func (t *Teller) ComparisonTitle(c *assess.Comparison) string {
	name := t.User(c.After.Organization)
	if c.OfDifferentOrganizations() {
		name = t.Say("compare.two", t.User(c.Before.Organization), name)
	}
	return t.Say("front.title", name, t.Text(t.Questionnaire.Title))
}

// Unsettled says of each side that rests on votes that it does. It stands before any figure.
func (t *Teller) Unsettled(c *assess.Comparison) []string {
	var out []string
	if n := c.Before.Provisional(); n > 0 {
		out = append(out, t.Count("compare.provisional.before", n))
	}
	if n := c.After.Provisional(); n > 0 {
		out = append(out, t.Count("compare.provisional.after", n))
	}
	return out
}

// ComparisonHeadline is what changed in one or two sentences: the score like for like, and the
// stage where there is one.
func (t *Teller) ComparisonHeadline(c *assess.Comparison) string {
	return t.Sentences(t.likeForLike(c), t.stageChange(c.Stage()))
}

func (t *Teller) likeForLike(c *assess.Comparison) string {
	like, ok := c.LikeForLike.Get()
	switch {
	case !ok:
		return t.Say("compare.nothing")
	case c.WithinNoise != nil && *c.WithinNoise:
		return t.Say("compare.noise", Signed(like))
	case math.Abs(like) <= assess.Tolerance:
		return t.Say("compare.same")
	case assess.Round(like, 2) == 0:
		return t.Say("compare.hardly")
	case like > 0:
		return t.Say("compare.up", Decimals(like, 2))
	}
	return t.Say("compare.down", Decimals(-like, 2))
}

// stageChange tells the stage's change beside the score's; "" where a side has no stage.
func (t *Teller) stageChange(stage assess.Change) string {
	delta, ok := stage.Delta().Get()
	if !ok {
		return ""
	}
	before, after := Whole(stage.Before.Value()), Whole(stage.After.Value())
	switch {
	case delta > 0:
		return t.Say("compare.stage.up", before, after)
	case delta < 0:
		return t.Say("compare.stage.down", before, after)
	}
	return t.Say("compare.stage.same", after)
}

// Noise says from which size on a change is more than other people in the room would have made.
func (t *Teller) Noise(c *assess.Comparison) string {
	if d, ok := c.Detectable.Get(); ok {
		return t.Say("compare.detectable.is", Gap(d))
	}
	return t.Say("compare.detectable.none")
}
