package report

import (
	"math"
	"strconv"
	"strings"

	"bankmaturity/assess"
)

const (
	axisStyle   = `fill="none" stroke="#cbd2d9" stroke-width="1"`
	bandStyle   = `fill="#1f6feb" fill-opacity="0.14" stroke="none"`
	areaStyle   = `fill="#1f6feb" fill-opacity="0.22" stroke="none"`
	scoreStyle  = `fill="none" stroke="#1f6feb" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"`
	targetStyle = `fill="none" stroke="#b45309" stroke-width="1.8" stroke-dasharray="6 4"`
	beforeStyle = `fill="none" stroke="#52606d" stroke-width="1.8" stroke-dasharray="2 3"`
	loneStyle   = `fill="none" stroke="#b45309" stroke-width="1.8"`
	crossStyle  = `fill="none" stroke="#c62828" stroke-width="2"`
	barStyle    = `fill="#1f6feb" stroke="none"`
	dotStyle    = `fill="#1f6feb"`
	softText    = `fill="#616e7c"`
	haloText    = `fill="#616e7c" stroke="#ffffff" stroke-width="3" paint-order="stroke"`
)

// Radar draws the dimensions on the level scale as a sealed SVG: scores as a
// polygon, what open questions allow as a light band, targets dashed, a cross
// where there is no score. One or two dimensions are drawn as bars.
func Radar(res *assess.Result, opts Options) []byte {
	v, _ := newView(res, opts, escapePlain) // the canvas escapes; words are usable in any case
	d := drawing{view: v, dims: res.Overall.Dimensions()}
	if len(d.dims) < 3 {
		d.drawBars()
	} else {
		d.drawRadar()
	}
	return Seal(d.svg(v.say("profile.chart", v.title()), d.described()))
}

// drawing is one chart in the making.
type drawing struct {
	*view
	canvas
	dims     []*assess.Node
	radius   float64 // of the highest level
	numbered bool    // axes bear numbers, titles stand in the key
}

// described is the chart in words, for those who cannot see it.
func (d *drawing) described() string {
	var out []string
	for _, n := range d.dims {
		out = append(out, d.say("radar.item", d.text(n.Title), d.score(n)))
	}
	return strings.Join(out, " ")
}

// place returns where a level lies on an axis. The lowest level is a ring of its
// own, so that the lowest score is seen and is not taken for none.
func (d *drawing) place(axis int, level float64) at {
	rings := float64(d.q.Highest() - d.q.Lowest() + 1)
	return d.polar(axis, float64(d.radius*(level-float64(d.q.Lowest())+1)/rings))
}

// polar returns the place at a distance from the centre along an axis, the first
// axis pointing up and the others following clockwise.
func (d *drawing) polar(axis int, distance float64) at {
	angle := 2 * math.Pi * float64(axis) / float64(len(d.dims))
	return at{distance * math.Sin(angle), -distance * math.Cos(angle)}
}

func (d *drawing) drawRadar() {
	labels := d.layout()
	d.rings()
	d.band()
	d.scores()
	d.targets()
	d.previous()
	d.missing()
	for _, l := range labels {
		d.write(l, "")
	}
	d.scale()
	d.key(-max(keyWidth, d.right-d.left) / 2)
}

// rings draw the levels and the axes.
func (d *drawing) rings() {
	for level := d.q.Lowest(); level <= d.q.Highest(); level++ {
		var ring []at
		for i := range d.dims {
			ring = append(ring, d.place(i, float64(level)))
		}
		d.path(axisStyle, segment(true, ring...), ring...)
	}
	for i := range d.dims {
		d.line(axisStyle, at{}, d.polar(i, d.radius))
	}
}

// scale writes the levels' numbers beside the first axis.
func (d *drawing) scale() {
	for level := d.q.Lowest(); level <= d.q.Highest(); level++ {
		p := d.place(0, float64(level))
		d.write(label{lines: []string{strconv.Itoa(level)}, anchor: "end", x: p.x - 5, top: p.y - 3}, haloText)
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
	low := func(i int) at { return d.place(i, d.dims[i].Low.Value()) }
	high := func(i int) at { return d.place(i, d.dims[i].High.Value()) }
	applies := func(n *assess.Node) bool { return n.Applicable }
	d.path(bandStyle, d.sectors(applies, func(i, j int) string {
		if wide(d.dims[i]) || wide(d.dims[j]) {
			return segment(true, low(i), high(i), high(j), low(j))
		}
		return ""
	}))
}

// wide reports whether open questions leave a range.
func wide(n *assess.Node) bool {
	return n.Applicable && n.High.Value()-n.Low.Value() > assess.Tolerance
}

func scored(n *assess.Node) bool { return n.Score.Defined() }
func aimed(n *assess.Node) bool  { return n.Target.Defined() }

func (d *drawing) scores() {
	place := func(i int) at { return d.place(i, d.dims[i].Score.Value()) }
	d.path(areaStyle, d.sectors(scored, func(i, j int) string { return segment(true, at{}, place(i), place(j)) }))
	d.path(scoreStyle, d.sectors(scored, func(i, j int) string { return segment(false, place(i), place(j)) }))
	for i, n := range d.dims {
		if scored(n) {
			p := place(i)
			d.element(`<circle %s cx="%s" cy="%s" r="3.5"/>`, dotStyle, num(p.x), num(p.y))
		}
	}
}

// previous draws the scores before, where they are known.
func (d *drawing) previous() {
	before := func(n *assess.Node) bool { return d.opts.previous[n.ID].Defined() }
	place := func(i int) at { return d.place(i, d.opts.previous[d.dims[i].ID].Value()) }
	d.path(beforeStyle, d.sectors(before, func(i, j int) string { return segment(false, place(i), place(j)) }))
}

// targets ring a target whose neighbours have none.
func (d *drawing) targets() {
	place := func(i int) at { return d.place(i, d.dims[i].Target.Value()) }
	d.path(targetStyle, d.sectors(aimed, func(i, j int) string { return segment(false, place(i), place(j)) }))
	last := len(d.dims) - 1
	for i, n := range d.dims {
		if aimed(n) && !aimed(d.dims[(i+1)%(last+1)]) && !aimed(d.dims[(i+last)%(last+1)]) {
			d.element(`<circle %s cx="%s" cy="%s" r="4"/>`, loneStyle, num(place(i).x), num(place(i).y))
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

func (d *drawing) cross(p at) {
	const s = 5
	d.path(crossStyle, segment(false, at{p.x - s, p.y - s}, at{p.x + s, p.y + s})+
		segment(false, at{p.x - s, p.y + s}, at{p.x + s, p.y - s}))
}
