package chart

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// The measures of a slope chart.
const (
	slopeLeft   = 186.0 // the axis of the scores before
	slopeRight  = 306.0 // the axis of the scores after
	leader      = 14.0  // from an axis to a label that had to give way
	slopeRow    = 46.0  // of the height for each dimension, at least
	slopeHeight = 200.0 // at least
	slopeLines  = 3     // of a name; what is longer is cut
	endRadius   = 4.5

	riseStyle = `fill="none" stroke="` + accent + `" stroke-width="2.6"`
	fallStyle = `fill="none" stroke="` + aim + `" stroke-width="2.6" stroke-dasharray="7 4"`
	sameStyle = `fill="none" stroke="` + soft + `" stroke-width="2" stroke-dasharray="2 3"`
)

// slopeChart is a slope chart in the making.
type slopeChart struct {
	*words.Teller
	canvas
	before  string // its date
	changes []assess.Change
	from    float64 // the lowest level drawn
	levels  float64 // how many lie above it
	height  float64
}

// Slope draws how the dimensions moved, like for like, as an SVG: a line each from the score
// before to the score after, with its name and figures at its ends. Dimensions without a
// score on either side are left out; nil where none is left.
func Slope(c *assess.Comparison, opts Options) []byte {
	t, _ := words.Tell(c.After, opts.Language, false, words.Plain) // usable in any case; the canvas escapes
	d := slopeChart{Teller: t, before: c.Before.Date, changes: compared(c, opts)}
	if len(d.changes) == 0 {
		return nil
	}
	d.measure()
	d.cover(0, 0, levelsWidth, 0)
	d.axes()
	for _, change := range d.changes {
		d.slope(change)
	}
	d.figures()
	d.names()
	d.heads()
	d.legend(d.Words, d.entries(), 0, levelsWidth, d.base+12)
	return d.svg("slope", t.Say("slope.chart", t.Title()), d.described())
}

// compared are the changes of the sections that a chart draws, with a score on both sides.
func compared(c *assess.Comparison, opts Options) []assess.Change {
	var out []assess.Change
	for _, n := range opts.nodes(c.After) {
		for _, change := range c.Sections {
			if change.ID == n.ID && change.Delta().Defined() {
				out = append(out, change)
			}
		}
	}
	return out
}

// measure sees to it that the scale holds all scores, in whole levels.
func (d *slopeChart) measure() {
	lowest, highest := d.Questionnaire.Lowest(), d.Questionnaire.Highest()
	from, to := highest, lowest
	for _, c := range d.changes {
		for _, score := range []float64{c.Before.Value(), c.After.Value()} {
			below := min(highest-1, int(score+assess.Tolerance))
			from, to = min(from, below), max(to, below+1)
		}
	}
	d.from, d.levels = float64(from), float64(to-from)
	d.height = max(slopeHeight, float64(slopeRow*float64(len(d.changes))))
}

// at returns how far down a score lies.
func (d *slopeChart) at(score float64) float64 {
	return d.height - float64(d.height*(score-d.from)/d.levels)
}

// axes draw the levels as lines, and their names to the left.
func (d *slopeChart) axes() {
	const room = slopeLeft - 60
	apart := d.height / d.levels
	every := max(1, int(lineHeight/apart)+1) // of more levels than have room for their names
	if apart >= lineHeight {
		every = 1
	}
	for i := 0; i <= int(d.levels); i++ {
		level := d.from + float64(i)
		y := d.at(level)
		d.line(axisStyle, point{room + 4, y}, point{slopeRight, y})
		if l, ok := d.Questionnaire.LevelAt(int(level)); ok && i%every == 0 {
			lines := shortened(levelName(d.Teller, l), room, max(1, min(3, int(apart/lineHeight))), d.Say("cut"))
			name := label{lines: lines, anchor: "start"}
			name.top = y - name.height()/2
			d.write(name, softText)
		}
	}
	for _, x := range []float64{slopeLeft, slopeRight} {
		d.line(axisStyle, point{x, 0}, point{x, d.height})
	}
}

// direction is 1 for what rose, -1 for what fell.
func direction(c assess.Change) int {
	switch delta := c.Delta().Value(); {
	case delta > assess.Tolerance:
		return 1
	case delta < -assess.Tolerance:
		return -1
	}
	return 0
}

// slope draws one line.
func (d *slopeChart) slope(c assess.Change) {
	style := map[int]string{1: riseStyle, 0: sameStyle, -1: fallStyle}[direction(c)]
	from, to := point{slopeLeft, d.at(c.Before.Value())}, point{slopeRight, d.at(c.After.Value())}
	d.line(style, from, to)
	for _, end := range []point{from, to} {
		d.circle(`fill="`+ink+`"`, end, endRadius)
	}
}

// figures write each score before beside its axis, once.
func (d *slopeChart) figures() {
	var labels []label
	var ends []float64
	byScore := slices.SortedStableFunc(slices.Values(d.changes), func(a, b assess.Change) int {
		return direction(assess.Change{Before: a.Before, After: b.Before})
	})
	for _, c := range byScore {
		shown := d.Shown(c.Before.Value())
		if n := len(labels); n > 0 && labels[n-1].lines[0] == shown {
			continue
		}
		labels = append(labels, label{lines: []string{shown}, anchor: "end", x: slopeLeft - leader - 4})
		ends = append(ends, d.at(c.Before.Value()))
	}
	d.beside(labels, ends, slopeLeft, -leader)
}

// names write each dimension with its score after and its change beside the other axis.
func (d *slopeChart) names() {
	const x = slopeRight + leader + 4
	var labels []label
	var ends []float64
	byScore := slices.SortedStableFunc(slices.Values(d.changes), func(a, b assess.Change) int {
		return direction(assess.Change{Before: a.After, After: b.After})
	})
	for _, c := range byScore {
		lines := shortened(d.title(c), levelsWidth-x, slopeLines, d.Say("cut"))
		figures := d.Say("slope.figures", d.Shown(c.After.Value()), words.Signed(c.Delta().Value()))
		labels = append(labels, label{lines: lines, strong: figures, anchor: "start", x: x})
		ends = append(ends, d.at(c.After.Value()))
	}
	d.beside(labels, ends, slopeRight, leader)
}

func (d *slopeChart) title(c assess.Change) string {
	return d.SectionTitle(d.Questionnaire.Section(c.ID))
}

// beside writes labels where their lines end, moved as little as lets them stand clear.
func (d *slopeChart) beside(labels []label, ends []float64, x, lead float64) {
	heights := make([]float64, len(labels))
	for i, l := range labels {
		heights[i] = l.height()
	}
	for i, middle := range standApart(ends, heights) {
		l := labels[i]
		l.top = middle - l.height()/2
		d.writeOver(l, "")
		reach := endRadius * lead / leader
		d.line(axisStyle, point{x + reach, ends[i]}, point{x + lead, middle})
	}
}

// heads name the two dates above their axes.
func (d *slopeChart) heads() {
	top := d.top - 2*lineHeight - 8
	before, after := d.Date(d.before), d.Date(d.Result.Date)
	d.write(label{lines: []string{d.Say("compare.before")}, strong: before, anchor: "end", x: slopeLeft + 6, top: top}, "")
	d.write(label{lines: []string{d.Say("compare.after")}, strong: after, anchor: "start", x: slopeRight - 6, top: top}, "")
}

// entries are the lines that this chart has.
func (d *slopeChart) entries() []mark {
	var out []mark
	for _, e := range []struct {
		way         int
		name, style string
	}{{1, "slope.key.up", riseStyle}, {-1, "slope.key.down", fallStyle}, {0, "slope.key.same", sameStyle}} {
		if slices.ContainsFunc(d.changes, func(c assess.Change) bool { return direction(c) == e.way }) {
			out = append(out, d.drawn(e.name, e.style))
		}
	}
	return out
}

// described is the chart in words, for those who cannot see it.
func (d *slopeChart) described() string {
	var out []string
	for _, c := range d.changes {
		change := words.Signed(c.Delta().Value())
		said := d.Say("compare.from_to", d.Shown(c.Before.Value()), d.Shown(c.After.Value()), change)
		out = append(out, d.Say("radar.item", d.title(c), said))
	}
	return strings.Join(out, " ")
}
