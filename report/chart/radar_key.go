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
	y := d.marks(left, right, d.base+18)
	y = d.levels(left, right, y)
	switch {
	case d.numbered && len(d.dims) > listed:
		d.order(left, right, y)
	case d.numbered:
		d.numbers(left, right, y)
	}
}

// A mark is an entry of the key: a sample and its name.
type mark struct {
	name string
	draw func(left point)
}

// legend lists the marks that this chart has.
func (d *drawing) legend() []mark {
	out := []mark{{"radar.key.score", func(p point) { d.line(scoreStyle, p, point{p.x + 22, p.y}) }}}
	if slices.ContainsFunc(d.dims, (*assess.Node).Ranged) {
		out = append(out, mark{"radar.key.range", func(p point) {
			left, top, right, base := p.x, p.y-6, p.x+22, p.y+6
			corners := []point{{left, top}, {right, top}, {right, base}, {left, base}}
			d.path(bandStyle, segment(true, corners...))
		}})
	}
	if len(d.beside.Scores) > 0 {
		out = append(out, mark{d.beside.Name, func(p point) { d.line(beforeStyle, p, point{p.x + 22, p.y}) }})
	}
	if slices.ContainsFunc(d.dims, aimed) {
		out = append(out, mark{"radar.key.target", func(p point) { d.line(targetStyle, p, point{p.x + 22, p.y}) }})
	}
	for _, n := range d.dims {
		if !scored(n) {
			return append(out, mark{"radar.key.missing", func(p point) { d.cross(point{p.x + 11, p.y}) }})
		}
	}
	return out
}

// marks sets the legend in rows and returns where the next line begins.
func (d *drawing) marks(left, right, y float64) float64 {
	x := left
	for _, m := range d.legend() {
		name := d.Say(m.name)
		width := 28 + textWidth(name)
		if x+width > right && x > left {
			x, y = left, y+lineHeight+4
		}
		m.draw(point{x, y + lineHeight/2})
		d.write(label{lines: []string{name}, anchor: "start", x: x + 28, top: y}, softText)
		x += width + 18
	}
	return y + lineHeight + 6
}

// levels names the rings.
func (d *drawing) levels(left, right, y float64) float64 {
	var names []string
	for _, l := range d.Questionnaire.Levels {
		names = append(names, d.Say("radar.key.level", l.Level, d.Text(l.Name)))
	}
	lines := cells.Wrap(d.Join(names), columnsIn(right-left))
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
