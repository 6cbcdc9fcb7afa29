package codec

import (
	"strings"

	"bankmaturity/assess/workbook"
)

// field lays out what a response says of itself.
func (p *sheetLayout) field(row *workbook.Row) {
	key := p.cell(row, p.sheet.key)
	name := strings.TrimSpace(key.value)
	p.path = name
	value := p.fieldValue(row, name, key)
	if day, ok := p.book.Day(value.value); ok && name == "date" {
		value.value = day
	}
	p.put(key, name, value)
}

// fieldValue lays out the cell in which the value of a field stands: the one in the column
// in which it was written, else the only one that is filled in beside the field's name and
// label.
func (p *sheetLayout) fieldValue(row *workbook.Row, name string, key cell) cell {
	column := p.sheet.roles[askColumn]
	var others []workbook.Cell
	own := false
	for _, in := range row.Cells {
		role, isLabel := p.sheet.role(in.Column), p.words.labels[folded(in.Value)] == name
		switch {
		case in.Blank(), isLabel, role == keyColumn, role == titleColumn:
		case role == askColumn:
			own = true
		default:
			others = append(others, in)
		}
	}
	if !own && len(others) == 1 {
		value := p.trimmed(row, others[0].Column)
		if p.sheet.head > 0 { // without a head this is not what is wrong
			p.warn(value, name+" is read from this cell, the only one of its row that is filled in", "")
		}
		return value
	}
	for _, in := range others {
		message := "nothing is read from this cell; " + name + " stands in the column of its own"
		p.warn(p.place(row.Number, in.Column, in.Value), message, "")
	}
	if column == 0 {
		return cell{at: key.at, lost: true}
	}
	return p.trimmed(row, column)
}

// trimmed lays out a cell without the spaces around its value.
func (p *sheetLayout) trimmed(row *workbook.Row, column int) cell {
	c := p.cell(row, column)
	c.value = strings.TrimSpace(c.value)
	return c
}
