package codec

import (
	"strings"

	"bankmaturity/assess/workbook"
)

// field lays out what a response says of itself: the one filled cell beside its name and
// its label, of several the one in the column in which it was written.
func (p *sheetLayout) field(row *workbook.Row) {
	key := p.cell(row, p.sheet.key)
	name := strings.TrimSpace(key.value)
	p.path = name
	value := cell{at: key.at}
	var found []workbook.Cell
	for _, in := range row.Cells {
		role, isLabel := p.sheet.role(in.Column), p.words.labels[folded(in.Value)] == name
		if role != keyColumn && role != titleColumn && !isLabel && !in.Blank() {
			found = append(found, in)
		}
	}
	pick := 0
	for i, in := range found {
		if p.sheet.role(in.Column) == askColumn {
			pick = i
		}
	}
	for i, in := range found {
		if i != pick {
			message := "nothing is read from this cell: " + name + " stands in another"
			p.warn(p.place(row.Number, in.Column, in.Value), message, "")
		}
	}
	if len(found) > 0 {
		value = p.cell(row, found[pick].Column)
		value.value = strings.TrimSpace(value.value)
	} else if column := p.sheet.roles[askColumn]; column > 0 {
		value = p.cell(row, column)
	} else {
		value.lost = true
	}
	if name == "date" {
		if day, ok := p.book.Day(value.value); ok {
			value.value = day
		}
	}
	p.put(key, name, value)
}
