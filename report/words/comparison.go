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

// ComparisonHeadline is what changed in one to three sentences, the weightiest first.
func (t *Teller) ComparisonHeadline(c *assess.Comparison) string {
	said := ""
	for _, n := range c.News() {
		sentence := ""
		switch n.Kind {
		case assess.StageNews:
			sentence = t.moveOf(n.Change, "compare.stage.up", "compare.stage.down", "compare.stage.same")
		case assess.LevelNews:
			sentence = t.moveOf(n.Change, "compare.level.up", "compare.level.down", "")
		case assess.ScoreNews:
			sentence = t.likeForLike(c)
		}
		said = t.Sentences(said, sentence)
	}
	return said
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

// moveOf tells how a stage or a level moved, or that it stays, by the keys for each.
func (t *Teller) moveOf(c assess.Change, up, down, same string) string {
	before, after := Whole(c.Before.Value()), t.Level(c.After.Value())
	switch delta := c.Delta().Value(); {
	case delta > 0:
		return t.Say(up, before, after)
	case delta < 0:
		return t.Say(down, before, after)
	}
	return t.Say(same, after)
}

// Noise says from which size on a change is more than other people in the room would have made.
func (t *Teller) Noise(c *assess.Comparison) string {
	if d, ok := c.Detectable.Get(); ok {
		return t.Say("compare.detectable.is", Gap(d))
	}
	return t.Say("compare.detectable.none")
}
