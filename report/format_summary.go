package report

import (
	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// mostBars is how many dimensions a summary shows, so that it fits a screen.
const mostBars = 14

// Summary returns the result as lines of plain text for a terminal: that it is
// provisional, where it is, one sentence with what binds, what is open, and a bar for
// each dimension; where there are too many the first ones.
func Summary(res *assess.Result, opts Options) []string {
	v, _ := newView(res, opts, words.Plain) // words are usable in any case
	width := opts.Width
	if width <= 0 {
		width = 80
	}
	width = max(width, 20)
	var out []string
	for _, fact := range []string{v.Provisional(), v.Headline(), v.openFact(), v.warned()} {
		if fact != "" {
			out = append(out, cells.Wrap(fact, width)...)
		}
	}
	all := v.dimensionBars()
	if len(all) > 0 {
		out = append(out, "")
	}
	shown := min(len(all), mostBars)
	for _, line := range barLines(all[:shown]) {
		out = append(out, cells.Fit(line, width, v.Say("cut")))
	}
	if rest := len(all) - shown; rest > 0 {
		out = append(out, cells.Wrap(v.Count("summary.more", rest), width)...)
	}
	return out
}

// warned says that the report has warnings.
func (v *view) warned() string {
	if len(v.Result.Warnings) == 0 {
		return ""
	}
	return v.Count("summary.warnings", len(v.Result.Warnings))
}

// openFact says what the open questions leave possible.
func (v *view) openFact() string {
	open, root := v.Counts.Open(), v.Result.Overall
	if open == 0 {
		return ""
	}
	return v.Say("summary.open", open, v.Counts.Counting, v.Span(root.Low.Value(), root.High.Value()))
}
