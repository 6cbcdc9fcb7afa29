package codec

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"bankmaturity/assess/tree"
	"bankmaturity/assess/workbook"
)

// A grid is what an export holds: rows of cells that know where they stand.
type grid struct {
	*table
	book   *workbook.Book   // of a workbook
	merged []workbook.Range // of its sheet
	rows   []gridRow
	broken []brokenCell
}

// A gridRow is a row of an export, without its empty cells.
type gridRow struct {
	number int // from 1, counted as a spreadsheet does where the export is one
	at     int // where it begins
	cells  []gridCell
}

// A gridCell is a cell with something in it.
type gridCell struct {
	cell
	column int // from 1
}

// in returns the cell of a column, if there is something in it.
func (r *gridRow) in(column int) (gridCell, bool) {
	byColumn := func(c gridCell, n int) int { return cmp.Compare(c.column, n) }
	i, ok := slices.BinarySearchFunc(r.cells, column, byColumn)
	if !ok {
		return gridCell{}, false
	}
	return r.cells[i], true
}

const hintExport = "export the answers as .csv or .xlsx"

// readGrid reads an export; nil where it can't be read.
func readGrid(s *tree.Source) *grid {
	g := &grid{table: &table{Source: s}}
	if blameForeign(s) {
		return nil
	}
	switch spellingOf(s.Name, "") {
	case xlsxSpelling:
		g.readSheet()
	case csvSpelling:
		g.readCSV()
	default:
		s.ErrFile("a file "+path.Ext(s.Name)+" is no export that can be read", hintExport)
	}
	if len(g.rows) == 0 && !s.Failed() {
		s.ErrFile("the export is empty", hintExport)
	}
	if s.Failed() {
		return nil
	}
	return g
}

func (g *grid) readCSV() {
	if !readableCSV(g.Source) {
		return
	}
	t, rows, ok := openCSV(g.Source)
	if !ok {
		return
	}
	g.table = t
	number := 0
	t.eachRow(rows, func(row []cell) bool {
		number++
		out := gridRow{number: number, at: row[0].at}
		for i, c := range row {
			out.add(c, i+1)
		}
		g.take(out)
		return true
	})
}

// readSheet reads the first sheet that holds something; the others are named.
func (g *grid) readSheet() {
	book, err := workbook.Read(g.Data())
	if err != nil {
		blameWorkbook(g.Source, err)
		return
	}
	places := map[int]tree.Cell{}
	text := &layout{book: book, places: places}
	var sheet *workbook.Sheet
	for i := range book.Sheets {
		switch in := &book.Sheets[i]; {
		case len(in.Rows) == 0:
		case in.Hidden:
			message := "the sheet " + tree.Brief(in.Name) + " is hidden, and is passed over"
			g.WarnFile(message, "show it if its answers count")
		case sheet != nil:
			g.WarnFile("the sheet "+tree.Brief(in.Name)+" is passed over: the answers are read from the first", "")
		default:
			sheet = in
		}
	}
	if sheet == nil {
		g.ErrFile("no sheet of this workbook holds anything", hintExport)
		return
	}
	g.book, g.merged = book, sheet.Merged
	p := &sheetLayout{layout: text, sheet: &answerSheet{Sheet: sheet}}
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		out := gridRow{number: row.Number, at: text.text.Len()}
		for _, in := range row.Cells {
			if in.Kind == workbook.Formula {
				in.Value = formulaWithoutValue
			}
			out.add(p.place(row.Number, in.Column, in.Value), in.Column)
			if in.Kind == workbook.Formula || formulaError.MatchString(in.Value) {
				g.broken = append(g.broken, brokenCell{out.cells[len(out.cells)-1], row.Number})
			}
		}
		g.take(out)
	}
	g.Lay(text.text.String(), places)
}

const formulaWithoutValue = "a formula without a value"

// formulaError is what a spreadsheet shows where a formula fails.
var formulaError = regexp.MustCompile(`^#(?:.*!|N/A)$`)

// A brokenCell holds no text of anybody: a formula that was not computed, or the error of one.
type brokenCell struct {
	cell gridCell
	row  int
}

// add puts a cell into a row, without the spaces around it.
func (r *gridRow) add(c cell, column int) {
	if c.value = strings.TrimSpace(c.value); c.value != "" {
		r.cells = append(r.cells, gridCell{c, column})
	}
}

// take keeps a row in which something stands.
func (g *grid) take(r gridRow) {
	if len(r.cells) > 0 {
		g.rows = append(g.rows, r)
	}
}
