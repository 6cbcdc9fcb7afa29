package data

import (
	"strconv"
	"unicode/utf8"

	"bankmaturity/assess/cells"

	"github.com/xuri/excelize/v2"
)

// A grid is a sheet of rows below the titles of their columns, which are repeated on every
// printed page and stay in sight, with a filter each.
type grid struct {
	name    string   // key of the sheet's name
	lead    []string // sentences above the table
	columns []column
	frozen  int // how many columns stay in sight too
	rows    [][]cell
}

// A column of a grid; its width is in characters.
type column struct {
	title string
	width float64
}

// A place is where a grid stands in a workbook, rows counted from 1.
type place struct {
	sheet      string
	head, last int
}

// mostAcross is how many columns a sentence above them spans.
const mostAcross = 8

// sheet adds a sheet with a grid.
func (b *book) sheet(t grid) place {
	name := b.newSheet(t.name)
	for i, c := range t.columns {
		b.width(name, i+1, c.width)
	}
	p := place{sheet: name, head: len(t.lead) + 1}
	for i, said := range t.lead {
		b.across(name, i+1, 1, min(len(t.columns), mostAcross), cell{said, look{kind: alone}}, t.columns)
	}
	p.last = b.rows(name, p.head, t.columns, t.rows)
	top := excelize.Panes{
		Freeze: true, XSplit: t.frozen, YSplit: p.head, TopLeftCell: b.at(t.frozen+1, p.head+1),
		ActivePane: "bottomLeft",
	}
	if t.frozen > 0 {
		top.ActivePane = "bottomRight"
	}
	b.do(b.file.SetPanes(name, &top))
	if p.last > p.head {
		b.do(b.file.AutoFilter(name, b.at(1, p.head)+":"+b.at(len(t.columns), p.last), nil))
	}
	b.page(name, t.columns)
	titles := "$" + strconv.Itoa(p.head) + ":$" + strconv.Itoa(p.head)
	if t.frozen > 0 {
		titles = b.columnsOf(t.frozen) + "," + quoted(name) + titles
	}
	b.define(name, "_xlnm.Print_Titles", titles)
	b.define(name, "_xlnm.Print_Area", b.area(1, 1, len(t.columns), p.last))
	return p
}

// columnsOf is a reference to the first columns of a sheet.
func (b *book) columnsOf(n int) string {
	last, err := excelize.ColumnNumberToName(n)
	b.do(err)
	return "$A:$" + last
}

func (b *book) newSheet(key string) string {
	name := b.Say(key)
	_, err := b.file.NewSheet(name)
	b.do(err)
	return name
}

// rows writes the titles of columns and rows below them from a row on, and returns the last.
func (b *book) rows(sheet string, from int, columns []column, rows [][]cell) int {
	var heads []cell
	for i, c := range columns {
		heads = append(heads, headOf(c.title, rows, i))
	}
	for i, row := range append([][]cell{heads}, rows...) {
		height := 1
		for j, c := range row {
			b.write(sheet, j+1, from+i, c)
			height = max(height, lines(c, columns[j].width))
		}
		b.height(sheet, from+i, height, 0)
	}
	return from + len(rows)
}

// headOf is the title of a column, which stands as what is below it does.
func headOf(title string, rows [][]cell, column int) cell {
	out := cell{title, look{kind: asHead, indent: deepestIndent}}
	for _, row := range rows {
		c := row[column]
		out.right = out.right || c.format != "" && !c.left
		if c.value != nil {
			out.indent = min(out.indent, c.indent)
		}
	}
	if out.indent == deepestIndent { // nothing is below it
		out.indent = 0
	}
	return out
}

// across writes a text over several columns of a row.
func (b *book) across(sheet string, row, from, to int, c cell, columns []column) {
	b.write(sheet, from, row, c)
	if from == to {
		b.height(sheet, row, lines(c, columns[from-1].width), c.size)
		return
	}
	b.do(b.file.MergeCell(sheet, b.at(from, row), b.at(to, row)))
	b.do(b.file.SetCellStyle(sheet, b.at(from, row), b.at(to, row), b.style(c.look)))
	width := 0.0
	for _, column := range columns[from-1 : to] {
		width += column.width
	}
	if c.size > letterSize {
		width = width * letterSize / c.size
	}
	b.height(sheet, row, lines(c, width), c.size)
}

// lines is how many lines a text takes in a column; Chinese characters are two wide.
func lines(c cell, width float64) int {
	said, ok := c.value.(string)
	if !ok {
		return 1
	}
	// What an indent takes, and what a cell leaves free. Letters are smaller than the digits by
	// which widths are counted, Chinese characters hardly.
	const step, margin, letters, wide = 1.5, 1, 1.12, 1.05
	room := letters * (width - step*float64(c.indent))
	if cells.Width(said) > utf8.RuneCountInString(said) {
		room *= wide / letters
	}
	return len(cells.Wrap(said, max(1, int(room)-margin)))
}

// height gives a row room for its lines, in letters of a size (0: those of a table). A
// program that prints doesn't fit rows to wrapped texts. A row that has its height keeps the
// higher one.
func (b *book) height(sheet string, row, lines int, size float64) {
	const leading, margin, highest = 1.35, 3, 405.0 // a row takes no more
	if size == 0 {
		size = letterSize
	}
	now, err := b.file.GetRowHeight(sheet, row)
	b.do(err)
	wanted := min(float64(lines)*leading*size+margin, highest)
	if lines > 1 || size > letterSize || wanted > now {
		b.do(b.file.SetRowHeight(sheet, row, max(now, wanted)))
	}
}

func (b *book) width(sheet string, column int, width float64) {
	letter, err := excelize.ColumnNumberToName(column)
	b.do(err)
	b.do(b.file.SetColWidth(sheet, letter, letter, width))
}
