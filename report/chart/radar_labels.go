package chart

import (
	"math"
	"strconv"

	"bankmaturity/assess/cells"
)

const (
	smallest = 150.0 // radius of a radar
	widest   = 320.0 // beyond it titles move to the key
	crowded  = 16    // as they do with more dimensions
	listed   = 20    // titles that the key lists at most, so that it is not longer than the chart
	apart    = 5.0   // of the radius for each axis, so that numbers at their ends stand clear
)

// layout places the titles around the radar, which grows until they stand clear
// of one another. Where it would grow too large the axes get numbers and the
// titles stand in the key.
func (d *drawing) layout() []label {
	if len(d.dims) <= crowded {
		for d.radius = smallest; d.radius <= widest; d.radius += 10 {
			if labels := d.around(d.titled); standClear(labels) {
				return labels
			}
		}
	}
	d.numbered = true
	wanted := float64(len(d.dims)) * apart
	d.radius = min(widest, max(smallest, wanted))
	every := int(math.Ceil(wanted / widest)) // of more axes than have room for their numbers
	return d.around(func(i int) label {
		if i%every > 0 {
			return label{}
		}
		return label{lines: []string{strconv.Itoa(i + 1)}}
	})
}

// titled is a dimension's title in a few lines, with its score.
func (d *drawing) titled(i int) label {
	title := d.NodeTitle(d.dims[i])
	return label{lines: cells.Wrap(title, titleColumns(title)), strong: d.Score(d.dims[i])}
}

// titleColumns is how wide a title is set: in about three lines.
func titleColumns(title string) int { return min(max(16, cells.Width(title)/3+4), 44) }

// around places labels at the ends of the axes, outside the radar.
func (d *drawing) around(of func(i int) label) []label {
	var out []label
	for i := range d.dims {
		l, end := of(i), d.polar(i, d.radius+14)
		side := end.x / (d.radius + 14)
		switch {
		case side > 0.12:
			l.anchor = "start"
		case side < -0.12:
			l.anchor = "end"
		default:
			l.anchor = "middle"
		}
		up := -end.y / (d.radius + 14) // 1 at the top, -1 at the bottom
		l.x, l.top = end.x, end.y-float64(l.height()*(1+up)/2)
		out = append(out, l)
	}
	return out
}

// standClear reports whether no two labels touch.
func standClear(labels []label) bool {
	const between = 4
	for i, a := range labels {
		left, top, right, base := a.box()
		for _, b := range labels[i+1:] {
			l, t, r, e := b.box()
			if math.Min(right, r)+between > math.Max(left, l) && math.Min(base, e)+between > math.Max(top, t) {
				return false
			}
		}
	}
	return true
}
