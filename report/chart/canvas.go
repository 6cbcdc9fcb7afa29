package chart

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

const (
	fontSize   = 15.0
	lineHeight = 19.0
	margin     = 10.0

	fonts = `system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', ` +
		`'Noto Sans CJK SC', sans-serif`
)

// A canvas collects the elements of an SVG and how much room they take, so that
// nothing drawn on it is ever clipped. Lengths are in user units, y runs down.
type canvas struct {
	b                      bytes.Buffer
	left, top, right, base float64 // of what was drawn
}

// coordinate prints a coordinate: one decimal, the same on every processor.
func coordinate(v float64) string {
	return strconv.FormatFloat(assess.Round(v, 1), 'f', 1, 64)
}

// A point is a place on the canvas.
type point struct{ x, y float64 }

func (p point) String() string { return coordinate(p.x) + "," + coordinate(p.y) }

func (c *canvas) cover(left, top, right, base float64) {
	c.left, c.top = min(c.left, left), min(c.top, top)
	c.right, c.base = max(c.right, right), max(c.base, base)
}

func (c *canvas) element(format string, args ...any) {
	fmt.Fprintf(&c.b, format+"\n", args...)
}

// path draws a path with a style; its places are covered.
func (c *canvas) path(style, d string, places ...point) {
	if d == "" {
		return
	}
	for _, p := range places {
		c.cover(p.x, p.y, p.x, p.y)
	}
	c.element(`<path %s d="%s"/>`, style, strings.TrimSpace(d))
}

// segment is a path from one place to the next, closed if it bounds an area.
func segment(closed bool, places ...point) string {
	var b strings.Builder
	for i, p := range places {
		b.WriteString("ML"[min(i, 1):][:1] + p.String())
	}
	if closed {
		b.WriteString("Z")
	}
	return b.String() + " "
}

func (c *canvas) line(style string, from, to point) {
	c.path(style, segment(false, from, to), from, to)
}

// circle draws a disc or a ring, by its style.
func (c *canvas) circle(style string, at point, radius float64) {
	c.cover(at.x-radius, at.y-radius, at.x+radius, at.y+radius)
	c.element(`<circle %s cx="%s" cy="%s" r="%s"/>`, style, coordinate(at.x), coordinate(at.y),
		coordinate(radius))
}

// A label is lines of text in a box; its last line may be strong.
type label struct {
	lines  []string
	strong string // a last line in bold type, "" for none
	anchor string // start, middle or end
	x, top float64
}

func (l label) height() float64 { return float64(len(l.all())) * lineHeight }

func (l label) all() []string {
	if l.strong == "" {
		return l.lines
	}
	return append(l.lines[:len(l.lines):len(l.lines)], l.strong)
}

// box returns the room that the label takes.
func (l label) box() (left, top, right, base float64) {
	width := 0.0
	for _, s := range l.all() {
		width = max(width, textWidth(s))
	}
	left = l.x
	switch l.anchor {
	case "middle":
		left -= width / 2
	case "end":
		left -= width
	}
	return left, l.top, left + width, l.top + l.height()
}

// write draws a label, if there is something to read in it. All texts on a canvas come
// through here, escaped.
func (c *canvas) write(l label, attributes string) {
	if len(l.all()) == 0 {
		return
	}
	c.cover(l.box())
	c.b.WriteString(strings.TrimSpace(fmt.Sprintf(`<text text-anchor="%s" %s`, l.anchor, attributes)) + ">")
	base := l.top + float64(lineHeight*0.75)
	for i, s := range l.all() {
		weight := ""
		if l.strong != "" && i == len(l.lines) {
			weight = ` font-weight="600"`
		}
		x, y := coordinate(l.x), coordinate(base)
		fmt.Fprintf(&c.b, `<tspan x="%s" y="%s"%s>%s</tspan>`, x, y, weight, words.HTML(s))
		base += lineHeight
	}
	c.element("</text>")
}

// writeOver draws a label clear of the lines below it.
func (c *canvas) writeOver(l label, attributes string) {
	left, top, right, base := l.box()
	if right > left {
		const inset = 3.0 // above and below the letters
		c.element(`<rect %s x="%s" y="%s" width="%s" height="%s"/>`, panelStyle, coordinate(left),
			coordinate(top+inset), coordinate(right-left), coordinate(base-top-2*inset))
	}
	c.write(l, attributes)
}

// textWidth estimates a text's width, on the wide side for any common font.
func textWidth(s string) float64 {
	width := 0.0
	for _, r := range s {
		width += float64(fontSize * widthOf(r))
	}
	return width
}

// widthOf estimates a character's width, in parts of the font's size.
func widthOf(r rune) float64 {
	switch {
	case uniseg.StringWidth(string(r)) > 1:
		return 1.05
	case strings.ContainsRune("MWmw@%—…", r):
		return 0.95
	case unicode.IsUpper(r):
		return 0.74
	case strings.ContainsRune("ijltfI.,:;'|!()[] ", r):
		return 0.4
	case r > unicode.MaxLatin1:
		return 0.8
	}
	return 0.6
}

// svg returns the whole drawing on its own white panel, so that it can be read
// on a dark page too. Several drawings with different ids can stand on one page.
func (c *canvas) svg(id, title, desc string) []byte {
	left, top := c.left-margin, c.top-margin
	width, height := c.right+margin-left, c.base+margin-top
	place := fmt.Sprintf("%s %s %s %s", coordinate(left), coordinate(top), coordinate(width), coordinate(height))
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s" width="%s" height="%s"`,
		place, coordinate(width), coordinate(height))
	fmt.Fprintf(&b, ` role="img" aria-labelledby="%s-t %[1]s-d" font-family="%s" font-size="%s" fill="%s">`+"\n",
		id, fonts, coordinate(fontSize), ink)
	fmt.Fprintf(&b, "<title id=\"%s-t\">%s</title>\n", id, words.HTML(title))
	fmt.Fprintf(&b, "<desc id=\"%s-d\">%s</desc>\n", id, words.HTML(desc))
	fmt.Fprintf(&b, `<rect x="%s" y="%s" width="%s" height="%s" rx="6" fill="%s"/>`+"\n",
		coordinate(left), coordinate(top), coordinate(width), coordinate(height), panel)
	b.Write(c.b.Bytes())
	b.WriteString("</svg>\n")
	return b.Bytes()
}
