package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
)

// The places of a spread, in pixels from the top: columns above, a box plot below.
const (
	spreadHeight = 44
	columnsBase  = 27 // on which the columns stand
	columnsRoom  = 24 // height of the highest
	boxMiddle    = 36
	boxHalf      = 5
)

// Spread draws how scores are distributed on the level scale: a column per part of it, the
// highest as high as there is room, and below them a line from the lowest to the highest
// score, a box from quartile to quartile and a bar at the median. It is as wide as the place
// that it is put in, and takes its colours from the page. What it shows stands beside it in
// figures: nothing of it is read aloud.
func Spread(d assess.Distribution, q *assess.Questionnaire) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="spread" width="100%%" height="%d" aria-hidden="true">`, spreadHeight)
	lowest, span := float64(q.Levels[0].Level), float64(len(q.Levels)-1)
	at := func(score float64) float64 { return 100 * (score - lowest) / span }
	for i := range q.Levels {
		x := share(100 * float64(i) / span)
		fmt.Fprintf(&b, `<line class="grid" x1="%s" x2="%s" y1="0" y2="%d"/>`, x, x, spreadHeight)
	}
	most := float64(slices.Max(d.Bins))
	wide := 100 / float64(len(d.Bins))
	for i, n := range d.Bins {
		if n == 0 {
			continue
		}
		high := max(2, columnsRoom*float64(n)/most)
		fmt.Fprintf(&b, `<rect class="column" x="%s" y="%s" width="%s" height="%s"/>`,
			share(wide*float64(i)+wide/12), coordinate(columnsBase-high), share(wide*5/6), coordinate(high))
	}
	line := func(class string, from, to, top, base float64) {
		fmt.Fprintf(&b, `<line class="%s" x1="%s" x2="%s" y1="%s" y2="%s"/>`,
			class, share(at(from)), share(at(to)), coordinate(top), coordinate(base))
	}
	if low, ok := d.Min.Get(); ok {
		line("whisker", low, d.Max.Value(), boxMiddle, boxMiddle)
	}
	if q1, ok := d.Q1.Get(); ok {
		fmt.Fprintf(&b, `<rect class="box" x="%s" y="%d" width="%s" height="%d"/>`,
			share(at(q1)), boxMiddle-boxHalf, share(at(d.Q3.Value())-at(q1)), 2*boxHalf)
	}
	if m, ok := d.Median.Get(); ok {
		line("median", m, m, boxMiddle-boxHalf-2, boxMiddle+boxHalf+2)
	}
	b.WriteString("</svg>")
	return []byte(b.String())
}

// Scale draws the numbers of the levels above spreads.
func Scale(q *assess.Questionnaire) []byte {
	var b strings.Builder
	b.WriteString(`<svg class="spread" width="100%" height="16" aria-hidden="true">`)
	for i, l := range q.Levels {
		anchor := "middle"
		switch i {
		case 0:
			anchor = "start"
		case len(q.Levels) - 1:
			anchor = "end"
		}
		fmt.Fprintf(&b, `<text x="%s" y="12" text-anchor="%s">%d</text>`,
			share(100*float64(i)/float64(len(q.Levels)-1)), anchor, l.Level)
	}
	b.WriteString("</svg>")
	return []byte(b.String())
}

// share prints a part of the width.
func share(percent float64) string {
	return strconv.FormatFloat(assess.Round(percent, 2), 'f', -1, 64) + "%"
}
