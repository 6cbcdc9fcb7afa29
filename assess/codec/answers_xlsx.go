package codec

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess/tree"

	"github.com/xuri/excelize/v2"
)

// What the hidden first column of a workbook of answers holds: this mark, then the
// name of each field, then the head of the questions, then their ids.
const (
	sheetMark = answersFormat
	sheetHead = "id"
)

// Columns of the workbook, from 0.
const (
	keyColumn = iota
	titleColumn
	askColumn // of a field: its value
	answerColumn
	noteColumnOf
	evidenceColumnOf
	reasonColumnOf
)

// parseXLSX returns the tree of a workbook that NewWorkbook wrote and somebody
// filled in. Its places are cells.
func parseXLSX(s *tree.Source) []tree.Document {
	f, err := excelize.OpenReader(bytes.NewReader(s.Data()), excelize.Options{
		UnzipSizeLimit: tree.MaxBytes, UnzipXMLSizeLimit: tree.MaxBytes,
	})
	if err != nil {
		s.ErrFile("this is no workbook that can be read", "save it as .xlsx; unpacked it holds at most 64 MiB")
		return nil
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if rows := keyedRows(s, f, sheet); rows != nil {
			return laidOut(s, rows)
		}
		if s.Failed() {
			return nil
		}
	}
	hint := "assess new answers -o sheet.xlsx writes one to fill in"
	s.ErrFile("no sheet of this workbook holds answers", hint)
	return nil
}

// A sheetRow is what a row of a sheet of answers holds in the columns that are read.
type sheetRow struct {
	number int // from 1
	cells  [reasonColumnOf + 1]string
}

// keyedRows returns the rows of a sheet that have a key, nil where it is no sheet of
// answers. A row is let go before the next is read: a cell far to the right makes a
// row of 16,384, and a small file may hold a million of them.
func keyedRows(s *tree.Source, f *excelize.File, sheet string) (found []sheetRow) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil
	}
	defer rows.Close()
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil
	}
	defer shown.Close()
	for number, seen := 1, 0; rows.Next(); number++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			break
		}
		row := sheetRow{number: number}
		copy(row.cells[:], cells)
		row.cells[keyColumn] = strings.TrimSpace(row.cells[keyColumn])
		shown.Next()
		if kept := row.cells[answerColumn]; kept == "0" || kept == "1" {
			row.cells[answerColumn] = truth(shown, kept)
		}
		if number == 1 && row.cells[keyColumn] != sheetMark {
			return nil
		}
		if seen += len(cells); seen > tree.MaxEntries {
			s.ErrFile("the sheet has more than 4,000,000 cells", "delete the columns behind those of the answers")
			return nil
		}
		if row.cells[keyColumn] != "" || row.answered() {
			found = append(found, row)
		}
	}
	return found
}

// answered reports whether something stands where answers are filled in.
func (r sheetRow) answered() bool {
	return strings.TrimSpace(strings.Join(r.cells[answerColumn:], "")) != ""
}

// truth tells TRUE and FALSE, which are kept as 1 and 0 and are no answers, from the
// numbers.
func truth(row *excelize.Rows, kept string) string {
	cells, err := row.Columns()
	if err != nil || len(cells) <= answerColumn {
		return kept
	}
	if word := cells[answerColumn]; word == "TRUE" || word == "FALSE" {
		return word
	}
	return kept
}

// laidOut lays the cells out as a text, one to a line, so that places are offsets as in
// every other format, and reads them as a table of one row.
func laidOut(s *tree.Source, rows []sheetRow) []tree.Document {
	l := layout{table: table{Source: s}, places: map[int]tree.Cell{}}
	s.Lay("", l.places)
	for i, row := range rows {
		l.row(i == 0, row)
	}
	s.Lay(l.text.String(), l.places)
	for _, n := range l.nameless {
		message := "this row has an answer, but no id in the hidden first column"
		s.Err(n, message, "undo what emptied it, or fill in a new sheet")
	}
	if !l.begin(l.names) {
		return nil
	}
	if root := l.response(l.values); root != nil {
		return []tree.Document{{Root: root, To: len(s.Text)}}
	}
	return nil
}

// A layout is the table that a sheet becomes.
type layout struct {
	table
	text          strings.Builder
	places        map[int]tree.Cell
	names, values []cell
	nameless      []*tree.Node // rows with an answer and without a key
	questions     bool         // the head of the questions was passed
}

// row lays out one row: a field, or a question with the four things said of it.
func (l *layout) row(first bool, row sheetRow) {
	key := l.cell(row, keyColumn)
	switch {
	case first:
	case key.value == "" && !l.questions: // nothing to read above the fields, or between them
	case key.value == "":
		l.nameless = append(l.nameless, &tree.Node{At: key.at})
	case key.value == sheetHead:
		l.questions = true
	case !l.questions:
		value := l.cell(row, askColumn)
		value.value = strings.TrimSpace(value.value)
		if key.value == "date" {
			value.value = day(value.value)
		}
		l.put(key, key.value, value)
	default:
		l.put(key, key.value, l.cell(row, answerColumn))
		l.put(key, key.value+noteColumn, l.cell(row, noteColumnOf))
		l.put(key, key.value+evidenceColumn, l.cell(row, evidenceColumnOf))
		l.put(key, key.value+reasonColumn, l.cell(row, reasonColumnOf))
	}
}

// cell writes a cell into the text.
func (l *layout) cell(row sheetRow, column int) cell {
	c := cell{value: row.cells[column], at: l.text.Len()}
	l.places[c.at] = tree.Cell{Row: row.number, Column: column + 1}
	l.text.WriteString(strings.NewReplacer("\r", " ", "\n", " ").Replace(c.value) + "\n")
	return c
}

func (l *layout) put(key cell, name string, value cell) {
	l.names = append(l.names, cell{name, key.at})
	l.values = append(l.values, value)
}

// day is a date as text, also where the program made a number of it.
func day(value string) string {
	if n, err := strconv.ParseFloat(value, 64); err == nil {
		if t, err := excelize.ExcelDateToTime(n, false); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return value
}
