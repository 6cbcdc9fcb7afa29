// Package chart draws results as SVG by hand: text in the viewer's own fonts, so that
// Chinese is never boxes, and nothing that needs a script. A chart is bare; who writes it
// to a file seals it.
package chart

import (
	"cmp"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// The colours of charts. A page may give them other ones, of its own theme, by looking for
// these: every mark is drawn in one of them.
const (
	accent = "#1f6feb" // scores
	aim    = "#b45309" // targets, and what fell
	ink    = "#1f2933"
	soft   = "#52606d" // who else is drawn
	grid   = "#7f8a96"
	panel  = "#ffffff"
)

// The looks of what is drawn, as attributes of SVG.
const (
	axisStyle   = `fill="none" stroke="` + grid + `" stroke-width="0.8"`
	areaStyle   = `fill="` + accent + `" fill-opacity="0.16" stroke="none"`
	rangeStyle  = `fill="none" stroke="` + accent + `" stroke-width="1.2" stroke-dasharray="1.5 3"`
	scoreStyle  = `fill="none" stroke="` + accent + `" stroke-width="2.5" ` + roundEnds
	targetStyle = `fill="none" stroke="` + aim + `" stroke-width="1.8" stroke-dasharray="6 4"`
	besideStyle = `fill="none" stroke="` + soft + `" stroke-width="1.8" stroke-dasharray="2 3"`
	loneStyle   = `fill="none" stroke="` + aim + `" stroke-width="1.8"`
	crossStyle  = `fill="none" stroke="` + soft + `" stroke-width="2"`
	dotStyle    = `fill="` + accent + `"`
	roundEnds   = `stroke-linejoin="round" stroke-linecap="round"`
	softText    = `fill="` + soft + `"`
	panelStyle  = `fill="` + panel + `"`
)

// Options choose how a chart is drawn.
type Options struct {
	Language string // of words and titles; "" is the questionnaire's first language
	Depth    int    // how many levels of sections are drawn; 0: as many as can be read
}

// nodes are the sections that a chart draws.
func (o Options) nodes(res *assess.Result) []*assess.Node {
	return res.Overall.Down(cmp.Or(o.Depth, res.Overall.Depth()))
}

// A mark is an entry of a legend: a sample and the key of its name.
type mark struct {
	name string
	draw func(left point)
}

// markWidth is the room for a sample.
const markWidth = 22.0

// legend sets marks and their names in rows and returns where the next line begins.
func (c *canvas) legend(w words.Words, all []mark, left, right, y float64) float64 {
	x := left
	for _, m := range all {
		name := w.Say(m.name)
		width := markWidth + 6 + textWidth(name)
		if x+width > right && x > left {
			x, y = left, y+lineHeight+4
		}
		m.draw(point{x, y + lineHeight/2})
		c.write(label{lines: []string{name}, anchor: "start", x: x + markWidth + 6, top: y}, softText)
		x += width + 18
	}
	return y + lineHeight + 6
}

// drawn is the mark of a line.
func (c *canvas) drawn(name, style string) mark {
	return mark{name, func(p point) { c.line(style, p, point{p.x + markWidth, p.y}) }}
}

// drawing is one chart in the making.
type drawing struct {
	*words.Teller
	canvas
	dims     []*assess.Node
	radius   float64 // of the highest level
	numbered bool    // axes bear numbers, titles stand in the key
}

// described is the chart in words, for those who cannot see it.
func (d *drawing) described() string {
	var out []string
	for _, n := range d.dims {
		out = append(out, d.Say("radar.item", d.NodeTitle(n), d.Score(n)))
	}
	return strings.Join(out, " ")
}

func scored(n *assess.Node) bool { return n.Score.Defined() }
func aimed(n *assess.Node) bool  { return n.Target.Defined() }

// cross marks where a score is missing.
func (d *drawing) cross(p point) {
	const s = 5
	d.path(crossStyle, segment(false, point{p.x - s, p.y - s}, point{p.x + s, p.y + s})+
		segment(false, point{p.x - s, p.y + s}, point{p.x + s, p.y - s}))
}
