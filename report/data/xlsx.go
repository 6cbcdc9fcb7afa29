package data

import (
	"math"
	"unicode/utf16"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/assess/workbook"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// book is a workbook in the making; err is the first error.
type book struct {
	*words.Teller
	file              *excelize.File
	err               error
	head, text, score int // styles
	whole, share      int // of shares: whole per cent, and as many digits as data has
}

// writeBook makes a workbook about a result of what fill puts into it.
func writeBook(res *assess.Result, opts Options, fill func(*book)) ([]byte, error) {
	t, err := words.Tell(res, opts.Language, opts.Names, words.Plain)
	if err != nil {
		return nil, err
	}
	b := &book{Teller: t, file: excelize.NewFile()}
	defer b.file.Close()
	b.styles()
	fill(b)
	b.do(b.file.DeleteSheet("Sheet1")) // with which every new workbook begins
	if b.err != nil {
		return nil, b.err
	}
	return workbook.Bytes(b.file)
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) styles() {
	add := func(s *excelize.Style) int {
		id, err := b.file.NewStyle(s)
		b.do(err)
		return id
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	two, percent, all := "0.00", "0%", "0.0000%"
	b.head = add(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1A56C4"}},
		Alignment: top,
	})
	b.text = add(&excelize.Style{Alignment: top})
	number := func(format string) int {
		return add(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &format})
	}
	b.score, b.whole, b.share = number(two), number(percent), number(all)
}

// A head is the title of a column of a sheet, and the column's width in characters.
type head struct {
	title string
	width float64
}

// sheet adds a table: the titles of its columns, then rows of texts and numbers. The
// head is frozen and repeated on every printed page.
func (b *book) sheet(key string, columns []head, rows [][]any) string {
	name := b.Say(key)
	_, err := b.file.NewSheet(name)
	b.do(err)
	for i, c := range columns {
		b.cell(name, i+1, 1, c.title, b.head)
		letter, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(name, letter, letter, c.width))
	}
	for r, row := range rows {
		height := 1
		for c, value := range row {
			b.cell(name, c+1, r+2, value, b.text)
			if text, ok := value.(string); ok { // a program that prints doesn't fit rows to wrapped text
				height = max(height, len(cells.Wrap(text, max(1, int(columns[c].width)-2))))
			}
		}
		b.do(b.file.SetRowHeight(name, r+2, min(float64(height)*lineHeight, highestRow)))
	}
	b.page(name)
	return name
}

const (
	lineHeight = 15.0
	highestRow = 405.0 // a row takes no more
)

// page sets how a sheet stands on the screen and on paper.
func (b *book) page(name string) {
	top := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	b.do(b.file.SetPanes(name, &top))
	landscape, a4, one, none, fit := "landscape", 9, 1, 0, true
	b.do(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &none,
	}))
	b.do(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.define(name, "_xlnm.Print_Titles", "$1:$1")
}

// define gives a part of a sheet a name that programs know.
func (b *book) define(sheet, name, part string) {
	refers := "'" + sheet + "'!" + part
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers, Scope: sheet}))
}

// figure is what a cell holds of a column.
func figure(c *words.Column, n *assess.Node) any {
	if c.Share {
		return share(c.Cell(n))
	}
	return c.Cell(n)
}

// A share of 1 is shown in per cent, with all the digits that it has: cut or rounded it
// would not be what the other formats say.
type share assess.Number

// cell writes a text or a number; an undefined number stays empty.
func (b *book) cell(sheet string, column, row int, value any, style int) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.do(err)
	switch x := value.(type) {
	case assess.Number:
		if v, ok := x.Get(); ok {
			b.do(b.file.SetCellFloat(sheet, at, assess.Round(v, 6), -1, 64))
			style = b.score
			if v == float64(int(v)) {
				style = b.text
			}
		}
	case share:
		if v, ok := assess.Number(x).Get(); ok {
			rounded := assess.Round(v, 6)
			b.do(b.file.SetCellFloat(sheet, at, rounded, -1, 64))
			style = b.share
			if percent := assess.Round(100*rounded, 4); percent == math.Trunc(percent) {
				style = b.whole
			}
		}
	case int:
		b.do(b.file.SetCellInt(sheet, at, int64(x)))
	case string:
		b.do(b.file.SetCellStr(sheet, at, b.cut(x)))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, style))
}

// cut is a text as far as a cell has room for it. Where that is not the whole, it says so.
func (b *book) cut(s string) string {
	if len(utf16.Encode([]rune(s))) <= excelize.TotalCellChars {
		return s
	}
	said := " " + b.Say("cell.cut", excelize.TotalCellChars)
	room := excelize.TotalCellChars - len(utf16.Encode([]rune(said)))
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + said
		}
	}
	return s
}
