package chart

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// levelNames are the levels with their numbers, a number alone where the name says no more.
func levelNames(t *words.Teller) []string {
	var out []string
	for _, l := range t.Questionnaire.Levels {
		out = append(out, levelName(t, l))
	}
	return out
}

func levelName(t *words.Teller, l assess.Level) string {
	if t.Numbered(l) {
		return strconv.Itoa(l.Level)
	}
	return t.Say("radar.key.level", l.Level, t.Text(l.Name))
}

// storeys is over how many lines the names of levels are spread, so that they stand clear.
const storeys = 3

// scale names the levels above the rows and returns where these begin. Where the names are
// too long the numbers alone stand there, and the names above them.
func (d *levelChart) scale() float64 {
	names, storey, ok := d.spread(levelNames(d.Teller))
	y := 0.0
	if !ok {
		const widest, most = 40, 5 // cells of a name, lines of all
		var short []string
		for _, name := range levelNames(d.Teller) {
			short = append(short, cells.Fit(name, widest, d.Say("cut")))
		}
		lines := shortened(d.Join(short), levelsWidth, most, d.Say("cut"))
		legend := label{lines: lines, anchor: "start", top: y}
		d.write(legend, softText)
		y += legend.height() + 6
		var numbers []string
		for _, l := range d.Questionnaire.Levels {
			numbers = append(numbers, strconv.Itoa(l.Level))
		}
		names, storey, _ = d.spread(numbers)
	}
	tallest := 0
	for _, s := range storey {
		tallest = max(tallest, s)
	}
	base := y + float64(tallest+1)*lineHeight
	d.tops = slices.Repeat([]float64{base + 4}, len(names))
	for i, l := range names {
		if storey[i] < 0 {
			continue // of more levels than there is room for
		}
		l.top = base - float64(storey[i]+1)*lineHeight
		d.write(l, softText)
		d.tops[i] = l.top + lineHeight + 4
	}
	return base + 10
}

// begins is where a level begins on the scale of scores.
func (d *levelChart) begins(i int) float64 { return d.at(d.Questionnaire.Levels[i].Begins()) }

// spread puts each name above the place where its level begins, on the lowest line on which
// it touches neither another name nor the line that leads to one above; -1 is none.
func (d *levelChart) spread(names []string) (labels []label, storey []int, ok bool) {
	ok = true
	for i, name := range names {
		l := label{lines: []string{name}, anchor: "middle", x: d.begins(i)}
		left, _, right, _ := l.box()
		l.x += max(0, -left) - max(0, right-levelsWidth)
		labels = append(labels, l)
		storey = append(storey, d.lowestFree(labels, storey))
		ok = ok && storey[i] >= 0 && right-left <= levelsWidth
	}
	return labels, storey, ok
}

// lowestFree is the lowest line that the last label can stand on.
func (d *levelChart) lowestFree(labels []label, storey []int) int {
	const between = 8
	last := len(labels) - 1
	left, _, right, _ := labels[last].box()
	for s := range storeys {
		free := true
		for i, other := range storey {
			l, _, r, _ := labels[i].box()
			x := d.begins(i)
			switch {
			case other == s:
				free = free && (r+between <= left || right+between <= l)
			case other > s: // its line comes down here
				free = free && (x <= left || x >= right)
			case other >= 0: // this one's line goes down there
				free = free && (d.begins(last) <= l || d.begins(last) >= r)
			}
		}
		if free {
			return s
		}
	}
	return -1
}

// grid draws a line where each level begins, from its name down.
func (d *levelChart) grid(base float64) {
	for i := range d.Questionnaire.Levels {
		x := d.begins(i)
		d.line(axisStyle, point{x, d.tops[i]}, point{x, base})
	}
}
