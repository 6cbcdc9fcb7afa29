package report

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// mostScale is how many columns a table of dots has at most.
const mostScale = 11

// finest is into how many parts a level is divided at most on a table of dots.
const finest = 8

// dots show how many voices stand where on an even scale of the levels, for each of the
// questions, and how many gave no value. None where the scale would have too many columns.
func (v *view) dots(rated []*assess.Item) []Block {
	scale := v.evenScale(rated)
	if len(scale) == 0 || len(rated) == 0 {
		return nil
	}
	columns := []Column{{Title: Safe(v.Say("column.question"))}}
	for _, p := range scale {
		columns = append(columns, Column{Title: Safe(v.scalePoint(p))})
	}
	var without []assess.State // in which somebody stands
	for _, state := range []assess.State{assess.NotApplicable, assess.Unknown} {
		if slices.ContainsFunc(rated, func(it *assess.Item) bool { return it.Saying(state) > 0 }) {
			without = append(without, state)
			columns = append(columns, Column{Title: Safe(v.Say("vote." + string(state)))})
		}
	}
	var rows []Row
	for _, it := range rated {
		r := Row{Cells: []Cell{{Text: Safe(v.Question(it.Question)), First: true}}}
		add := func(n int) { r.Cells = append(r.Cells, Cell{Text: Safe(strconv.Itoa(n)), Dots: n}) }
		for _, p := range scale {
			add(standing(it, p))
		}
		for _, state := range without {
			add(it.Saying(state))
		}
		rows = append(rows, r)
	}
	return []Block{{Kind: "dots", Columns: columns, Rows: rows}}
}

// standing is how many voices gave a question some points.
func standing(it *assess.Item, points float64) int {
	n := 0
	for _, p := range it.Rated() {
		if assess.Round(p, 6) == assess.Round(points, 6) {
			n++
		}
	}
	return n
}

// evenScale goes from the lowest to the highest level in the largest equal steps, a level or
// a part of one, on which all points of the questions lie; nil where it would be too long.
func (v *view) evenScale(rated []*assess.Item) []float64 {
	lowest, levels := float64(v.Questionnaire.Lowest()), v.Questionnaire.Highest()-v.Questionnaire.Lowest()
	for parts := 1; parts <= finest && levels*parts < mostScale; parts++ {
		off := func(p float64) bool {
			steps := (p - lowest) * float64(parts)
			return assess.Round(steps, 6) != assess.Round(steps, 0)
		}
		if slices.ContainsFunc(rated, func(it *assess.Item) bool { return slices.ContainsFunc(it.Rated(), off) }) {
			continue
		}
		var scale []float64
		for i := range levels*parts + 1 {
			scale = append(scale, lowest+float64(i)/float64(parts))
		}
		return scale
	}
	return nil
}

// scalePoint names a place on the scale: a level by its name, others by their points.
func (v *view) scalePoint(p float64) string {
	if l, ok := v.Questionnaire.LevelAt(int(p)); ok && p == float64(l.Level) && !v.Numbered(l) {
		return v.Say("radar.key.level", l.Level, v.Text(l.Name))
	}
	return words.Points(p)
}
