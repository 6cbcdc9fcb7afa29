package data

import (
	"strings"

	"bankmaturity/assess/cells"

	"github.com/xuri/excelize/v2"
)

// widestPage is how many characters a page across is wide that can still be read.
const widestPage = 280.0

// page sets how a sheet of columns stands on paper: across, as wide as the
// paper or, if nobody could read that, as several; whose it is and which page at the foot.
func (b *book) page(sheet string, columns []column) {
	wide := 0.0
	for _, c := range columns {
		wide += c.width
	}
	landscape, a4, pages, none, fit := "landscape", 9, 1+int(wide/widestPage), 0, true
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &a4, FitToWidth: &pages, FitToHeight: &none,
	}))
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, end := 0.4, 0.6
	b.do(b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end,
	}))
	const most = 90 // characters: a foot takes 255 in all
	title := strings.ReplaceAll(cells.Fit(b.Title(), most, b.Say("cut")), "&", "&&")
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + title + "&C&A&R&P / &N",
	}))
}

// define gives a part of a sheet a name that programs know.
func (b *book) define(sheet, name, part string) {
	b.do(b.file.SetDefinedName(&excelize.DefinedName{
		Name: name, RefersTo: quoted(sheet) + part, Scope: sheet,
	}))
}

// quoted is the name of a sheet before a reference to a part of it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" }

func (b *book) at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	b.do(err)
	return name
}

// area is a reference to a part of a sheet that does not move.
func (b *book) area(column, row, toColumn, toRow int) string {
	from, err := excelize.CoordinatesToCellName(column, row, true)
	b.do(err)
	to, err := excelize.CoordinatesToCellName(toColumn, toRow, true)
	b.do(err)
	return from + ":" + to
}
