package data

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// A look is how a cell looks. The zero look is that of a table's row.
type look struct {
	format string // of a number; "" is as it comes
	strong bool
	left   bool // of a number, which else stands at the right
	right  bool // of a text among numbers, or above them
	indent int
	size   float64 // of letters, in points; 0: as everywhere
	kind   kind
}

// A kind of cell has colours and lines of its own.
type kind int

const (
	inTable kind = iota // a row of a table, with a line below it
	asHead              // a column's title
	asMark              // a word that marks what needs a second look
	alone               // words outside of a table
)

// The colours of a workbook. Each says only what a word or a figure says too.
const (
	headColor = "1A56C4"
	markColor = "FCE8C8"
	lineColor = "D0D7E2"
	barColor  = "A9C5F0"
	inkColor  = "333333"
	pastColor = "8A94A6"
)

const letterSize = 10.0

// style is the file's number for a look.
func (b *book) style(l look) int {
	if id, ok := b.looks[l]; ok {
		return id
	}
	font := &excelize.Font{Bold: l.strong, Size: l.size, Family: b.Say("cell.font")}
	if l.size == 0 {
		font.Size = letterSize
	}
	s := &excelize.Style{
		Font:      font,
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Indent: l.indent},
	}
	if l.format != "" {
		s.CustomNumFmt, s.Alignment.WrapText = &l.format, false // wrapped it would show as ###
	}
	switch {
	case l.format != "" && !l.left, l.right:
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	case l.indent > 0, l.left:
		s.Alignment.Horizontal = "left"
	}
	fill := func(color string) {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	if l.kind == inTable || l.kind == asMark {
		s.Border = []excelize.Border{{Type: "bottom", Color: lineColor, Style: 1}}
	}
	switch l.kind {
	case asHead:
		font.Bold, font.Color = true, "FFFFFF"
		fill(headColor)
	case asMark:
		fill(markColor)
	}
	id, err := b.file.NewStyle(s)
	b.do(err)
	b.looks[l] = id
	return id
}

// bars draws the figures of a column as bars behind them, over the scale of levels. The
// figures stay.
func (b *book) bars(p place, column int) {
	b.condition(p, column, excelize.ConditionalFormatOptions{
		Type: "data_bar", Criteria: "=", BarColor: "#" + barColor,
		MinType: "num", MaxType: "num",
		MinValue: strconv.Itoa(b.Questionnaire.Lowest()), MaxValue: strconv.Itoa(b.Questionnaire.Highest()),
	})
}

// shades colours the figures of a column by their height on the scale of levels: light is
// low, so that a copy in black and white says the same.
func (b *book) shades(p place, column int) {
	b.condition(p, column, excelize.ConditionalFormatOptions{
		Type: "2_color_scale", Criteria: "=", MinColor: "#FFFFFF", MaxColor: "#" + barColor,
		MinType: "num", MaxType: "num",
		MinValue: strconv.Itoa(b.Questionnaire.Lowest()), MaxValue: strconv.Itoa(b.Questionnaire.Highest()),
	})
}

func (b *book) condition(p place, column int, c excelize.ConditionalFormatOptions) {
	if p.last == p.head {
		return
	}
	cells := b.at(column, p.head+1) + ":" + b.at(column, p.last)
	b.do(b.file.SetConditionalFormat(p.sheet, cells, []excelize.ConditionalFormatOptions{c}))
}
