package chart

import (
	"slices"

	"bankmaturity/assess"
)

// The looks of a level chart's marks. They differ in shape, not in colour alone.
const (
	dotRadius    = 7.0
	voiceRadius  = 3.0
	diamondHalf  = 5.5
	quartileHalf = 8.0
	tickHalf     = 11.0

	spanStyle    = `fill="none" stroke="` + accent + `" stroke-width="4" stroke-linecap="round"`
	openStyle    = `fill="` + panel + `" stroke="` + accent + `" stroke-width="2.5"`
	tickStyle    = `fill="none" stroke="` + aim + `" stroke-width="3.5"`
	boxStyle     = `fill="none" stroke="` + soft + `" stroke-width="1.6"`
	diamondStyle = `fill="` + panel + `" stroke="` + ink + `" stroke-width="1.8"`
	voiceStyle   = `fill="` + panel + `" stroke="` + soft + `" stroke-width="1.5"`
)

// score draws what is known of a dimension with a score on the line at y.
func (d *levelChart) score(n *assess.Node, y float64, voices []voice) {
	d.line(axisStyle, point{trackLeft, y}, point{trackRight, y})
	peers := d.Result.Peers[n.ID]
	if peers.Q1.Defined() {
		d.box(d.at(peers.Q1.Value()), d.at(peers.Q3.Value()), y)
	}
	if n.Ranged() {
		d.line(spanStyle, point{d.at(n.Low.Value()), y}, point{d.at(n.High.Value()), y})
	}
	if t, ok := n.Target.Get(); ok {
		d.tick(point{d.at(t), y})
	}
	style := dotStyle
	if !n.Sufficient {
		style = openStyle
	}
	d.circle(style, point{d.at(n.Score.Value()), y}, dotRadius)
	if peers.Median.Defined() {
		d.diamond(point{d.at(peers.Median.Value()), y})
	}
	for _, v := range voices {
		below := float64(voicePitch * (float64(v.below) + 0.5))
		d.circle(voiceStyle, point{v.x, y + halfTrack + below}, voiceRadius)
	}
	d.write(label{strong: d.Score(n), anchor: "end", x: levelsWidth, top: y - lineHeight/2}, "")
}

// A voice is a respondent's own score on the canvas: how far along, and below how many others.
type voice struct {
	x     float64
	below int
}

// voices place the respondents' own scores of a dimension side by side, or below one another
// where they would touch.
func (d *levelChart) voices(n *assess.Node) []voice {
	var out []voice
	for _, score := range slices.Sorted(slices.Values(d.own[n.ID])) {
		v := voice{x: d.at(score)}
		touches := func(o voice) bool { return o.below == v.below && v.x-o.x < voicePitch }
		for slices.ContainsFunc(out, touches) {
			v.below++
		}
		out = append(out, v)
	}
	return out
}

// deepest is how many rows the voices take.
func deepest(voices []voice) int {
	rows := 0
	for _, v := range voices {
		rows = max(rows, v.below+1)
	}
	return rows
}

func (d *levelChart) tick(p point) {
	d.line(tickStyle, point{p.x, p.y - tickHalf}, point{p.x, p.y + tickHalf})
}

func (d *levelChart) box(from, to, y float64) {
	corners := []point{{from, y - quartileHalf}, {to, y - boxHalf}, {to, y + boxHalf}, {from, y + boxHalf}}
	d.path(boxStyle, segment(true, corners...), corners...)
}

func (d *levelChart) diamond(p point) {
	const h = diamondHalf
	corners := []point{{p.x, p.y - h}, {p.x + h, p.y}, {p.x, p.y + h}, {p.x - h, p.y}}
	d.path(diamondStyle, segment(true, corners...), corners...)
}

// entries are the marks that this chart has.
func (d *levelChart) entries() []mark {
	drawn := slices.DeleteFunc(slices.Clone(d.rows), func(n *assess.Node) bool { return !scored(n) })
	middle := func(p point) point { return point{p.x + markWidth/2, p.y} }
	var out []mark
	add := func(name string, has func(*assess.Node) bool, draw func(left point)) {
		if slices.ContainsFunc(drawn, has) {
			out = append(out, mark{name, draw})
		}
	}
	add("radar.key.score", func(n *assess.Node) bool { return n.Sufficient },
		func(p point) { d.circle(dotStyle, middle(p), dotRadius) })
	add("levels.key.thin", func(n *assess.Node) bool { return !n.Sufficient },
		func(p point) { d.circle(openStyle, middle(p), dotRadius) })
	add("radar.key.range", (*assess.Node).Ranged,
		func(p point) { d.line(spanStyle, point{p.x + 2, p.y}, point{p.x + markWidth - 2, p.y}) })
	add("radar.key.target", aimed, func(p point) { d.tick(middle(p)) })
	add("radar.key.peers", func(n *assess.Node) bool { return d.Result.Peers[n.ID].Median.Defined() },
		func(p point) { d.diamond(middle(p)) })
	add("levels.key.half", func(n *assess.Node) bool { return d.Result.Peers[n.ID].Q1.Defined() },
		func(p point) { d.box(p.x, p.x+markWidth, p.y) })
	add("levels.key.voice", func(n *assess.Node) bool { return len(d.voices(n)) > 0 },
		func(p point) { d.circle(voiceStyle, middle(p), voiceRadius) })
	return out
}
