package report

import (
	"slices"
	"strings"

	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// What a slide has room for, in the look that pandoc gives slides by itself: a title of two
// lines, and a table of two columns of equal width.
const (
	slideTitle   = 68  // cells
	slideColumn  = 34  // cells of a line
	slideCell    = 122 // cells of four lines, which don't end full
	slideHeight  = 236 // points below a table's head
	slideLine    = 22  // points
	slideMargins = 8   // points above and below a row
	slideText    = 145 // cells of an item of a list: three lines
	mostOnSlide  = 7   // rows
)

// A deck tells a result on slides, each a sentence and what bears it out. Its texts are plain,
// so that their lengths are known, until they stand on a slide.
type deck struct {
	*view
	escape func(string) string
	chart  []Block
}

// slides are the result for a board, on six slides.
func (v *view) slides() ([]Chapter, error) {
	plain, err := newView(v.Result, v.opts, words.Plain)
	if err != nil {
		return nil, err
	}
	d := deck{plain, v.User, v.figure()}
	return []Chapter{d.standing(), d.holding(), d.first(), d.decided(), d.strong(), d.sure()}, nil
}

// slide makes a slide whose title is the first of some sentences that fits.
func (d deck) slide(id string, blocks []Block, sentences ...string) Chapter {
	title := ""
	for _, s := range sentences {
		if title = s; s != "" && cells.Width(s) <= slideTitle {
			break
		}
	}
	return chapter(id, d.escape(cells.Fit(title, slideTitle, "…")), blocks...)
}

// all makes a table of two columns, of as many rows as fit; what is left out, and how many
// others there are, is counted.
func (d deck) all(left, right string, rows [][2]string, others int) []Block {
	fit, room := fitting(rows, slideHeight)
	if fit == len(rows) && others == 0 {
		return d.table(left, right, rows)
	}
	if room < slideLine+slideMargins || fit == mostOnSlide {
		fit--
	}
	more := [2]string{d.Count("slide.more", len(rows)-fit+others)}
	return d.table(left, right, append(slices.Clone(rows[:fit]), more))
}

// some makes the same table of what is a choice anyway.
func (d deck) some(left, right string, rows [][2]string) []Block {
	fit, _ := fitting(rows, slideHeight)
	return d.table(left, right, rows[:fit])
}

// fitting tells how many rows have room, and how much is left below them.
func fitting(rows [][2]string, room int) (fit, left int) {
	for _, r := range rows[:min(len(rows), mostOnSlide)] {
		lines := max(1, len(cells.Wrap(onSlide(r[0]), slideColumn)), len(cells.Wrap(onSlide(r[1]), slideColumn)))
		if room < lines*slideLine+slideMargins {
			break
		}
		room -= lines*slideLine + slideMargins
		fit++
	}
	return fit, room
}

// onSlide cuts what a cell has no room for, where it can between words.
func onSlide(text string) string {
	if cells.Width(text) <= slideCell {
		return text
	}
	head, _ := cells.Split(text, slideCell-1)
	if at := strings.LastIndexByte(head, ' '); at > len(head)/2 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;") + "…"
}

func (d deck) table(left, right string, rows [][2]string) []Block {
	if len(rows) == 0 {
		return nil
	}
	var out []Row
	for _, r := range rows {
		out = append(out, row(d.escape(onSlide(r[0])), d.escape(onSlide(r[1]))))
	}
	return []Block{table([]Column{text(d.escape(left)), text(d.escape(right))}, out)}
}

// said makes a list of what a few lines say each.
func (d deck) said(texts ...string) []Block {
	var items []Item
	for _, t := range texts {
		if t != "" {
			items = append(items, item("", d.escape(cells.Fit(t, slideText, "…"))))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{d.list(items)}
}

// notes are for who speaks: what a slide has no room for.
func (d deck) notes(items []Item) []Block {
	if len(items) == 0 {
		return nil
	}
	for i := range items {
		items[i].Lead, items[i].Text = Safe(d.escape(string(items[i].Lead))), Safe(d.escape(string(items[i].Text)))
	}
	out := d.list(items)
	out.Kind = "notes"
	return []Block{out}
}
