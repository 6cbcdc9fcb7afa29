package report

import (
	"math"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// A Bar is a dimension on the level scale; places are in per cent of the scale.
type Bar struct {
	Title, Score, Range string // not escaped
	Scored              bool
	At                  float64 // of the score
	Low, Wide           float64 // of the possible range
	Ranged              bool
	Target              float64
	Aimed               bool
	Before              float64
	Compared            bool

	filled, total int // cells of the bar as text; both 0 where there is no score
}

// bars make a block of bars, as text too.
func bars(all []Bar) Block {
	return Block{Kind: "bars", Bars: all, Drawn: Safe(strings.Join(barLines(all), "\n"))}
}

// dimensionBars draw the dimensions, or the sections above them where these are too many, on
// the level scale, an empty bar at the lowest level. Without any score there are none.
func (v *view) dimensionBars() []Bar {
	var out []Bar
	if !v.Result.Overall.Score.Defined() {
		return nil
	}
	for _, d := range v.Result.Overall.Down(v.opts.Depth) {
		out = append(out, v.bar(d))
	}
	return out
}

// bar places a dimension on the level scale.
func (v *view) bar(n *assess.Node) Bar {
	lowest, highest := float64(v.Questionnaire.Lowest()), float64(v.Questionnaire.Highest())
	at := func(level float64) float64 { return assess.Round(100*(level-lowest)/(highest-lowest), 1) }
	b := Bar{Title: v.Plain(words.Coded(n.Code, n.Title, v.Language)), Score: v.Say("dash")}
	if s, ok := n.Score.Get(); ok {
		b.Score, b.Scored, b.At = v.Score(n), true, at(s)
		b.filled, b.total = v.filled(s)
	}
	if n.Ranged() {
		b.Ranged, b.Low, b.Wide = true, at(n.Low.Value()), at(n.High.Value())-at(n.Low.Value())
		b.Range = v.Range(n)
	}
	if t, ok := n.Target.Get(); ok {
		b.Aimed, b.Target = true, at(t)
	}
	if t, ok := v.Result.Peers[n.ID].Median.Get(); ok {
		b.Compared, b.Before = true, at(t)
	}
	return b
}

// filled returns how many cells of how many a score fills: the same number of
// cells for every level, and all of them only at the highest.
func (v *view) filled(score float64) (filled, total int) {
	levels := v.Questionnaire.Highest() - v.Questionnaire.Lowest()
	cells := max(1, 20/levels)
	share := (score - float64(v.Questionnaire.Lowest())) * float64(cells)
	return int(math.Floor(share + assess.Tolerance)), cells * levels
}

// barLines draw bars as text: score, bar, title, each in its column.
func barLines(all []Bar) []string {
	scores, total := 0, 0
	for _, b := range all {
		scores = max(scores, cells.Width(b.Score))
		total = max(total, b.total)
	}
	var out []string
	for _, b := range all {
		score := strings.Repeat(" ", scores-cells.Width(b.Score)) + b.Score
		full, empty := strings.Repeat("█", b.filled), strings.Repeat("░", b.total-b.filled)
		none := strings.Repeat("·", total-b.total)
		out = append(out, score+"  "+full+empty+none+"  "+b.Title)
	}
	return out
}
