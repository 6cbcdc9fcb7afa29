package codec

import (
	"bytes"
	"strconv"
	"strings"
	"time"

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
func (s *source) parseXLSX() []*node {
	f, err := excelize.OpenReader(bytes.NewReader(s.data), excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes})
	if err != nil {
		s.file("this is no workbook that can be read", "save it as .xlsx; unpacked it holds at most 64 MiB")
		return nil
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if rows := s.keyed(f, sheet); rows != nil {
			return s.sheet(rows)
		}
		if s.failed {
			return nil
		}
	}
	s.file("no sheet of this workbook holds answers", "assess new answers -o sheet.xlsx writes one to fill in")
	return nil
}

// A sheetRow is what a row of a sheet of answers holds in the columns that are read.
type sheetRow struct {
	number int // from 1
	cells  [reasonColumnOf + 1]string
}

// keyed returns the rows of a sheet that have a key, nil where it is no sheet of
// answers. A row is let go before the next is read: a cell far to the right makes a
// row of 16,384, and a small file may hold a million of them.
func (s *source) keyed(f *excelize.File, sheet string) (found []sheetRow) {
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
		if seen += len(cells); seen > maxEntries {
			s.file("the sheet has more than 4,000,000 cells", "delete the columns behind those of the answers")
			return nil
		}
		if row.cells[keyColumn] != "" || row.answers() {
			found = append(found, row)
		}
	}
	return found
}

// answers reports whether something stands where answers are filled in.
func (r sheetRow) answers() bool {
	return strings.TrimSpace(strings.Join(r.cells[answerColumn:], "")) != ""
}

// truth tells TRUE and FALSE, which are kept as 1 and 0 and are no answers, from the
// numbers.
func truth(row *excelize.Rows, kept string) string {
	cells, err := row.Columns()
	if err == nil && len(cells) > answerColumn && (cells[answerColumn] == "TRUE" || cells[answerColumn] == "FALSE") {
		return cells[answerColumn]
	}
	return kept
}

// sheet lays the cells out as a text, one to a line, so that places are offsets as
// in every other format, and makes the tree of a row of CSV out of them.
func (s *source) sheet(rows []sheetRow) []*node {
	var b strings.Builder
	s.cells = map[int]cellAt{}
	at := func(row sheetRow, column int) cell {
		c := cell{value: row.cells[column], at: b.Len()}
		s.cells[c.at] = cellAt{row.number, column + 1}
		b.WriteString(strings.NewReplacer("\r", " ", "\n", " ").Replace(c.value) + "\n")
		return c
	}
	var header, values []cell
	put := func(name string, key, value cell) {
		key.value = name
		header, values = append(header, key), append(values, value)
	}
	questions := false
	for i, row := range rows {
		key := at(row, keyColumn)
		switch {
		case i == 0:
		case key.value == "" && !questions: // nothing to read above the fields, or between them
		case key.value == "":
			s.err(&node{at: key.at}, nil, "this row has an answer, but no id in the hidden first column", "undo what emptied it, or fill in a new sheet")
		case key.value == sheetHead:
			questions = true
		case !questions:
			value := at(row, askColumn)
			value.value = strings.TrimSpace(value.value)
			if key.value == "date" {
				value.value = day(value.value)
			}
			put(key.value, key, value)
		default:
			put(key.value, key, at(row, answerColumn))
			put(key.value+noteColumn, key, at(row, noteColumnOf))
			put(key.value+evidenceColumn, key, at(row, evidenceColumnOf))
			put(key.value+reasonColumn, key, at(row, reasonColumnOf))
		}
	}
	s.text = b.String()
	if !s.header(header) {
		return nil
	}
	s.once = 0
	if root := s.row(header, values, 0, len(s.text)); root != nil {
		return []*node{root}
	}
	return nil
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

// cellAt is a cell, from 1.
type cellAt struct{ row, column int }

func (c cellAt) String() string {
	name, _ := excelize.CoordinatesToCellName(c.column, c.row)
	return name
}
