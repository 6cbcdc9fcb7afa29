package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// firmness tells in plain words how firmly the score and its level stand.
func (v *view) firmness() Chapter {
	r := v.Result.Robustness
	if r == nil {
		return Chapter{}
	}
	if v.Provisional() != "" {
		return v.later("firmness", v.Say("firm.heading"))
	}
	var items []Item
	if v.Result.Overall.Level.Defined() {
		flips := v.Sentences(v.flip("firm.down", r.FlipDown), v.flip("firm.up", r.FlipUp))
		items = append(items, item(v.Say("firm.flip"), flips))
	}
	items = append(items,
		item(v.Say("firm.error"), v.errorFact(r.Error)),
		item(v.Say("firm.weights"), v.stays(r.Weights.Low, r.Weights.High)))
	if s := r.LeaveOneOut; s != nil {
		items = append(items, item(v.Say("firm.leave"), v.stays(s.Low, s.High)))
	}
	if s := r.Bootstrap; s != nil {
		items = append(items, item(v.Say("firm.mixes"), v.Say("firm.mixed", v.Span(s.Low, s.High))))
	}
	intro := v.Say("firm.intro")
	if root := v.Result.Overall; !root.Sufficient {
		intro = v.Sentences(intro, v.Say("firm.thin", v.Percent(root.Coverage.Value(), true)))
	}
	return chapter("firmness", v.Say("firm.heading"), paragraph(intro), v.list(items))
}

// stays says between which scores, or at which one, the score stays.
func (v *view) stays(low, high float64) string {
	if v.Shown(low) == v.Shown(high) {
		return v.Say("firm.same", v.Shown(low))
	}
	return v.Say("firm.between", v.Span(low, high))
}

// flip says how many steps change the level, or that none do.
func (v *view) flip(key string, n assess.Number) string {
	if steps, ok := n.Get(); ok {
		return v.Count(key, int(steps))
	}
	return v.Say(key + ".none")
}

func (v *view) errorFact(e assess.ErrorModel) string {
	said := v.Say("firm.off", v.Span(e.Q05, e.Q95), v.share(e.LevelStays))
	if !v.Result.Overall.Level.Defined() {
		said = v.Say("firm.off.score", v.Span(e.Q05, e.Q95))
	}
	if !e.Exact {
		said = v.Sentences(said, v.Say("firm.grid"))
	}
	return said
}

// share shows a probability in per cent; one that is neither 0 nor 1 is never
// shown as such.
func (v *view) share(p float64) string {
	percent := assess.Round(100*p, 0)
	switch {
	case percent >= 100 && p < 1-assess.Tolerance:
		return v.Say("percent.above", 99)
	case percent <= 0 && p > assess.Tolerance:
		return v.Say("percent.below_one")
	}
	return v.Say("percent", words.Decimals(percent, 0))
}
