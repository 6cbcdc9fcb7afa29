package report

import (
	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

// mostBars is how many dimensions a summary shows, so that it fits a screen.
const mostBars = 14

// Summary returns the result as lines of plain text for a terminal: one sentence
// with what binds, what is open, and a bar for each dimension; where there are
// too many the first ones.
func Summary(res *assess.Result, opts Options) []string {
	v, _ := newView(res, opts, escapePlain) // words are usable in any case
	width := opts.Width
	if width <= 0 {
		width = 80
	}
	width = max(width, 20)
	out := cells.Wrap(v.headline(), width)
	for _, fact := range []string{v.openFact(), v.disputedFact()} {
		if fact != "" {
			out = append(out, cells.Wrap(fact, width)...)
		}
	}
	all := v.bars()
	if len(all) > 0 {
		out = append(out, "")
	}
	shown := min(len(all), mostBars)
	for _, line := range barLines(all[:shown]) {
		out = append(out, cells.Fit(line, width, v.say("cut")))
	}
	if rest := len(all) - shown; rest > 0 {
		out = append(out, cells.Wrap(v.count("summary.more", rest), width)...)
	}
	return out
}

// openFact says what the open questions leave possible.
func (v *view) openFact() string {
	open := v.tally.open()
	root := v.res.Overall
	if open == 0 {
		return ""
	}
	return v.say("summary.open", open, v.tally.counts, v.span(root.Low.Value(), root.High.Value()))
}

func (v *view) disputedFact() string {
	if v.tally.disputed == 0 {
		return ""
	}
	return v.say("summary.disputed", v.tally.disputed)
}
