// Package chart draws results as SVG by hand: text in the viewer's own fonts, so that
// Chinese is never boxes, and nothing that needs a script. A chart is bare; who writes it
// to a file seals it.
package chart

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// Accent is the colour of scores, which a brand may replace.
const Accent = "#1f6feb"

// The looks of what is drawn, as attributes of SVG.
const (
	axisStyle   = `fill="none" stroke="#cbd2d9" stroke-width="1"`
	bandStyle   = `fill="` + Accent + `" fill-opacity="0.14" stroke="none"`
	areaStyle   = `fill="` + Accent + `" fill-opacity="0.22" stroke="none"`
	scoreStyle  = `fill="none" stroke="` + Accent + `" stroke-width="2.5" ` + roundEnds
	targetStyle = `fill="none" stroke="#b45309" stroke-width="1.8" stroke-dasharray="6 4"`
	beforeStyle = `fill="none" stroke="#52606d" stroke-width="1.8" stroke-dasharray="2 3"`
	loneStyle   = `fill="none" stroke="#b45309" stroke-width="1.8"`
	crossStyle  = `fill="none" stroke="#c62828" stroke-width="2"`
	barStyle    = `fill="` + Accent + `" stroke="none"`
	dotStyle    = `fill="` + Accent + `"`
	roundEnds   = `stroke-linejoin="round" stroke-linecap="round"`
	softText    = `fill="#616e7c"`
	haloText    = `fill="#616e7c" stroke="#ffffff" stroke-width="3" paint-order="stroke"`
)

// Options choose how a chart is drawn.
type Options struct {
	Language string // of words and titles; "" is the questionnaire's first language
	Beside   Line
	Depth    int // how many levels of sections are drawn; 0: as many as can be read
}

// A Line is a second line of scores, to compare with.
type Line struct {
	Name   string                   // key of its name in the catalogue
	Scores map[string]assess.Number // by dimension
}

// Before is the line of the scores before a change.
func Before(c *assess.Comparison) Line {
	l := Line{"radar.key.previous", map[string]assess.Number{}}
	for _, d := range c.Before.Overall.Dimensions() {
		l.Scores[d.ID] = d.Score
	}
	return l
}

// Peers is the line of the peers' medians; the zero Line without peers.
func Peers(res *assess.Result) Line {
	if res.Peers == nil {
		return Line{}
	}
	l := Line{"radar.key.peers", map[string]assess.Number{}}
	for id, p := range res.Peers {
		l.Scores[id] = p.Median
	}
	return l
}

// drawing is one chart in the making.
type drawing struct {
	*words.Teller
	canvas
	dims     []*assess.Node
	beside   Line
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
