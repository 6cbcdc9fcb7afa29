package chart

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

const (
	track     = 420.0 // length of a bar from the lowest to the highest level
	thickness = 18.0
	stub      = 14.0 // before the lowest level, so that the lowest score is seen
)

// drawBars draws one or two dimensions, which make no polygon.
func (d *drawing) drawBars() {
	y := 0.0
	for _, n := range d.dims {
		y = d.drawBar(n, y)
	}
	for level := d.Questionnaire.Lowest(); level <= d.Questionnaire.Highest(); level++ {
		x := d.along(float64(level))
		d.write(label{lines: []string{strconv.Itoa(level)}, anchor: "middle", x: x, top: y - 8}, softText)
	}
	d.key(-track/2 - stub)
}

// along returns where a level lies on the track.
func (d *drawing) along(level float64) float64 {
	lowest, highest := float64(d.Questionnaire.Lowest()), float64(d.Questionnaire.Highest())
	share := (level - lowest) / (highest - lowest)
	return float64(track*share) - track/2
}

// drawBar draws one dimension below y and returns where the next one begins.
func (d *drawing) drawBar(n *assess.Node, y float64) float64 {
	left := -track/2 - stub
	title := cells.Wrap(d.NodeTitle(n), columnsIn(track))
	l := label{lines: title, strong: d.Score(n), anchor: "start", x: left, top: y}
	d.write(l, "")
	top := y + l.height() + 4
	box := func(style string, from, to float64) {
		corners := []point{{from, top}, {to, top}, {to, top + thickness}, {from, top + thickness}}
		d.path(style, segment(true, corners...), corners...)
	}
	box(axisStyle, left, d.along(float64(d.Questionnaire.Highest())))
	if n.Ranged() {
		box(rangeStyle, d.along(n.Low.Value()), d.along(n.High.Value()))
	}
	if s, ok := n.Score.Get(); ok {
		box(dotStyle, left, d.along(s))
	} else {
		end := d.along(float64(d.Questionnaire.Highest()))
		d.cross(point{end + 14, top + thickness/2}) // beside the scale, not on it
	}
	for level := d.Questionnaire.Lowest(); level <= d.Questionnaire.Highest(); level++ {
		x := d.along(float64(level))
		d.line(axisStyle, point{x, top}, point{x, top + thickness})
	}
	if t, ok := n.Target.Get(); ok {
		x := d.along(t)
		d.line(targetStyle, point{x, top - 4}, point{x, top + thickness + 4})
	}
	return top + thickness + 22
}
