package chart

import (
	"math"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// Radar draws the dimensions on the level scale as an SVG: scores as a polygon, what
// open questions allow between dotted lines, targets dashed, a cross where there is no
// score. One or two dimensions are drawn as bars.
func Radar(res *assess.Result, opts Options) []byte {
	t, _ := words.Tell(res, opts.Language, false, words.Plain) // usable in any case; the canvas escapes
	d := drawing{Teller: t, dims: opts.nodes(res)}
	if len(d.dims) < 3 {
		d.drawBars()
	} else {
		d.drawRadar()
	}
	return d.svg("radar", t.Say("radar.chart", t.Title()), t.Sentences(t.Provisional(), d.described()))
}

// place returns where a level lies on an axis. The lowest level is a ring of its
// own, so that the lowest score is seen and is not taken for none.
func (d *drawing) place(axis int, level float64) point {
	rings := float64(d.Questionnaire.Highest() - d.Questionnaire.Lowest() + 1)
	return d.polar(axis, float64(d.radius*(level-float64(d.Questionnaire.Lowest())+1)/rings))
}

// polar returns the place at a distance from the centre along an axis, the first
// axis pointing up and the others following clockwise.
func (d *drawing) polar(axis int, distance float64) point {
	angle := 2 * math.Pi * float64(axis) / float64(len(d.dims))
	return point{distance * math.Sin(angle), -distance * math.Cos(angle)}
}

func (d *drawing) drawRadar() {
	labels := d.layout()
	d.rings()
	d.band()
	d.scores()
	d.targets()
	d.peers()
	d.missing()
	for _, l := range labels {
		d.write(l, "")
	}
	d.scale()
	d.key(-max(keyWidth, d.right-d.left) / 2)
}

// rings draw the levels and the axes.
func (d *drawing) rings() {
	for level := d.Questionnaire.Lowest(); level <= d.Questionnaire.Highest(); level++ {
		var ring []point
		for i := range d.dims {
			ring = append(ring, d.place(i, float64(level)))
		}
		d.path(axisStyle, segment(true, ring...), ring...)
	}
	for i := range d.dims {
		d.line(axisStyle, point{}, d.polar(i, d.radius))
	}
}

// scale writes the levels' numbers beside the first axis.
func (d *drawing) scale() {
	for level := d.Questionnaire.Lowest(); level <= d.Questionnaire.Highest(); level++ {
		p := d.place(0, float64(level))
		d.writeOver(label{lines: []string{strconv.Itoa(level)}, anchor: "end", x: p.x - 5, top: p.y - 3}, softText)
	}
}

// sectors joins, for each pair of neighbours of which both have something to
// draw, a path: so a dimension without a number leaves a gap.
func (d *drawing) sectors(has func(*assess.Node) bool, draw func(i, j int) string) string {
	var b strings.Builder
	for i := range d.dims {
		if j := (i + 1) % len(d.dims); has(d.dims[i]) && has(d.dims[j]) {
			b.WriteString(draw(i, j))
		}
	}
	return b.String()
}

func (d *drawing) band() {
	low := func(i int) point { return d.place(i, d.dims[i].Low.Value()) }
	high := func(i int) point { return d.place(i, d.dims[i].High.Value()) }
	applies := func(n *assess.Node) bool { return n.Applicable }
	d.path(rangeStyle, d.sectors(applies, func(i, j int) string {
		if d.dims[i].Ranged() || d.dims[j].Ranged() {
			return segment(false, low(i), low(j)) + segment(false, high(i), high(j))
		}
		return ""
	}))
}

func (d *drawing) scores() {
	place := func(i int) point { return d.place(i, d.dims[i].Score.Value()) }
	area := func(i, j int) string { return segment(true, point{}, place(i), place(j)) }
	edge := func(i, j int) string { return segment(false, place(i), place(j)) }
	d.path(areaStyle, d.sectors(scored, area))
	d.path(scoreStyle, d.sectors(scored, edge))
	for i, n := range d.dims {
		if scored(n) {
			d.circle(dotStyle, place(i), 3.5)
		}
	}
}

// peers draws the medians of the peers, where they are known.
func (d *drawing) peers() {
	d.path(besideStyle,
		d.sectors(d.hasPeers, func(i, j int) string { return segment(false, d.median(i), d.median(j)) }))
}

func (d *drawing) hasPeers(n *assess.Node) bool { return d.Result.Peers[n.ID].Median.Defined() }
func (d *drawing) median(i int) point {
	return d.place(i, d.Result.Peers[d.dims[i].ID].Median.Value())
}

// targets ring a target whose neighbours have none.
func (d *drawing) targets() {
	place := func(i int) point { return d.place(i, d.dims[i].Target.Value()) }
	d.path(targetStyle, d.sectors(aimed, func(i, j int) string { return segment(false, place(i), place(j)) }))
	last := len(d.dims) - 1
	for i, n := range d.dims {
		if aimed(n) && !aimed(d.dims[(i+1)%(last+1)]) && !aimed(d.dims[(i+last)%(last+1)]) {
			d.circle(loneStyle, place(i), 4)
		}
	}
}

// missing marks axes without a score by a cross at their outer end.
func (d *drawing) missing() {
	for i, n := range d.dims {
		if !scored(n) {
			d.cross(d.polar(i, d.radius))
		}
	}
}
