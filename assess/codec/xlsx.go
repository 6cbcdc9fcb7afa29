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
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err == nil && len(rows) > 0 && len(rows[0]) > 0 && strings.TrimSpace(rows[0][0]) == sheetMark {
			return s.sheet(rows)
		}
	}
	s.file("no sheet of this workbook holds answers", "assess new answers -o sheet.xlsx writes one to fill in")
	return nil
}

// sheet lays the cells out as a text, one to a line, so that places are offsets as
// in every other format, and makes the tree of a row of CSV out of them.
func (s *source) sheet(rows [][]string) []*node {
	var b strings.Builder
	s.cells = map[int]cellAt{}
	at := func(row, column int) cell {
		value := ""
		if row < len(rows) && column < len(rows[row]) {
			value = strings.TrimSpace(rows[row][column])
		}
		c := cell{value: value, at: b.Len()}
		s.cells[c.at] = cellAt{row + 1, column + 1}
		b.WriteString(strings.NewReplacer("\r", " ", "\n", " ").Replace(value) + "\n")
		return c
	}
	var header, values []cell
	put := func(name string, key, value cell) {
		key.value = name
		header, values = append(header, key), append(values, value)
	}
	questions := false
	for i := range rows {
		key := at(i, keyColumn)
		switch {
		case i == 0 || key.value == "":
		case key.value == sheetHead:
			questions = true
		case !questions:
			value := at(i, askColumn)
			if key.value == "date" {
				value.value = day(value.value)
			}
			put(key.value, key, value)
		default:
			put(key.value, key, at(i, answerColumn))
			put(key.value+noteColumn, key, at(i, noteColumnOf))
			put(key.value+evidenceColumn, key, at(i, evidenceColumnOf))
			put(key.value+reasonColumn, key, at(i, reasonColumnOf))
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
