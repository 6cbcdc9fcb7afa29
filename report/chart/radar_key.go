package chart

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

// keyWidth is the room for the lines under a chart.
const keyWidth = 640.0

// key explains, under the chart, its lines and marks, the levels, and the
// numbers of the axes where they stand for titles. It begins at left.
func (d *drawing) key(left float64) {
	right := left + max(keyWidth, d.right-d.left)
	y := d.legend(d.Words, d.entries(), left, right, d.base+18)
	y = d.levels(left, right, y)
	switch {
	case d.numbered && len(d.dims) > listed:
		d.order(left, right, y)
	case d.numbered:
		d.numbers(left, right, y)
	}
}

// entries are the marks that this chart has.
func (d *drawing) entries() []mark {
	out := []mark{d.drawn("radar.key.score", scoreStyle)}
	if slices.ContainsFunc(d.dims, (*assess.Node).Ranged) {
		out = append(out, d.drawn("radar.key.range", rangeStyle))
	}
	if slices.ContainsFunc(d.dims, d.hasPeers) {
		out = append(out, d.drawn("radar.key.peers", besideStyle))
	}
	if slices.ContainsFunc(d.dims, aimed) {
		out = append(out, d.drawn("radar.key.target", targetStyle))
	}
	if !slices.ContainsFunc(d.dims, func(n *assess.Node) bool { return !scored(n) }) {
		return out
	}
	return append(out, mark{"radar.key.missing", func(p point) { d.cross(point{p.x + markWidth/2, p.y}) }})
}

// levels names the rings.
func (d *drawing) levels(left, right, y float64) float64 {
	lines := cells.Wrap(d.Join(levelNames(d.Teller)), columnsIn(right-left))
	l := label{lines: lines, anchor: "start", x: left, top: y}
	d.write(l, softText)
	return y + l.height() + 6
}

// order says where the titles of the numbers stand where there are too many to list.
func (d *drawing) order(left, right, y float64) {
	lines := cells.Wrap(d.Say("radar.key.order", len(d.dims)), columnsIn(right-left))
	d.write(label{lines: lines, anchor: "start", x: left, top: y}, softText)
}

// numbers lists the titles by their numbers, in two columns.
func (d *drawing) numbers(left, right, y float64) {
	half := (len(d.dims) + 1) / 2
	width := (right - left) / 2
	top := y
	for i, n := range d.dims {
		if i == half {
			left, y = left+width, top
		}
		d.write(label{lines: []string{strconv.Itoa(i + 1)}, anchor: "end", x: left + 18, top: y}, softText)
		lines := cells.Wrap(d.Say("lead", d.NodeTitle(n), d.Score(n)), columnsIn(width-46))
		l := label{lines: lines, anchor: "start", x: left + 26, top: y}
		d.write(l, "")
		y += l.height() + 2
	}
}

// columnsIn is how many cells of text surely fit a width.
func columnsIn(width float64) int { return int(width / (fontSize * 0.6)) }
