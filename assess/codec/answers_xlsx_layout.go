package codec

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess/tree"
	"bankmaturity/assess/workbook"
)

// A layout is the text that the cells of a workbook become, one to a line, so that places
// are offsets as in every other format.
type layout struct {
	book    *workbook.Book
	words   *sheetWords
	several bool // sheets are read
	text    strings.Builder
	places  map[int]tree.Cell
}

// A sheetLayout is the table of one row that a sheet becomes.
type sheetLayout struct {
	table
	*layout
	sheet         *answerSheet
	names, values []cell
	claims        []claim
	complaints    []complaint
	stray         map[int]bool // columns that were named already
	path          string       // of what the row at hand holds
}

// A complaint waits until all cells are laid out.
type complaint struct {
	at            *tree.Node
	path          string
	message, hint string
	warning       bool
}

func (c complaint) say(s *tree.Source) {
	if c.warning {
		s.WarnPath(c.at, c.path, c.message, c.hint)
	} else {
		s.ErrPath(c.at, c.path, c.message, c.hint)
	}
}

// lay lays out a sheet.
func (l *layout) lay(s *tree.Source, sheet *answerSheet) *sheetLayout {
	p := &sheetLayout{table: table{Source: s}, layout: l, sheet: sheet, stray: map[int]bool{}}
	p.missing()
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		p.path = ""
		switch sheet.kinds[i] {
		case headRow:
			p.headTwice(row)
		case fieldRow:
			p.field(row)
		case questionRow:
			p.question(row)
		case looseRow:
			p.loose(row, row.Number < sheet.head)
		case markRow:
			p.loose(row, true)
		}
	}
	p.path = ""
	p.merged()
	for _, note := range sheet.Notes {
		in, _ := sheet.at(note.Top, note.Left)
		hint := "write it into the column " + p.heads(noteColumnOf, evidenceColumnOf)
		p.warn(p.place(note.Top, note.Left, in.Value), "the comment on this cell is not read", hint)
	}
	lost := slices.ContainsFunc(p.values, func(c cell) bool { return c.lost })
	if p.sheet.head > 0 && lost {
		at := p.place(p.sheet.head, p.sheet.key, sheetHead)
		message := "no column of this row is headed " + p.heads(askColumn, answerColumn)
		p.blame(at, message, "it holds the organization and the date: undo what deleted it")
	}
	return p
}

// missing blames a sheet for the columns without which none of its rows can be read.
func (p *sheetLayout) missing() {
	switch {
	case p.sheet.key == 0:
		message := "the hidden column with the ids of the questions is missing"
		p.blame(p.place(p.sheet.head, 1, ""), message, "undo what deleted it, or fill in a new sheet")
	case p.sheet.head == 0:
		at := p.sheet.Rows[0].Number
		for i, kind := range p.sheet.kinds {
			if kind == headRow {
				at = p.sheet.Rows[i].Number
			}
		}
		message := "no row names the columns: " + p.heads(titleColumn, sheetColumns)
		p.blame(p.place(at, p.sheet.key, sheetHead), message, "undo what changed it, or fill in a new sheet")
	case p.sheet.roles[answerColumn] == 0:
		at := p.place(p.sheet.head, p.sheet.key, sheetHead)
		message := "no column of this row is headed " + p.heads(answerColumn, noteColumnOf)
		p.blame(at, message, "name the column of the answers so")
	}
}

// heads are the heads of columns in the language of the sheet.
func (p *sheetLayout) heads(from, to int) string {
	var out []string
	for column := from; column < to; column++ {
		out = append(out, p.words.spoken[p.sheet.language].Say(headKeys[column]))
	}
	return strings.Join(out, ", ")
}

// place lays out a cell, with what is to be seen in it.
func (p *sheetLayout) place(row, column int, value string) cell {
	c := cell{value: value, at: p.text.Len()}
	at := tree.Cell{Row: row, Column: column}
	if p.several {
		at.Sheet = p.sheet.Name
	}
	p.places[c.at] = at
	p.text.WriteString(inOneLine(value) + "\n")
	return c
}

// inOneLine is a text of the same length without line breaks.
func inOneLine(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r", " "), "\n", " ")
}

func (p *sheetLayout) blame(c cell, message, hint string) {
	p.complaints = append(p.complaints, complaint{c.node(), p.path, message, hint, false})
}

func (p *sheetLayout) warn(c cell, message, hint string) {
	p.complaints = append(p.complaints, complaint{c.node(), p.path, message, hint, true})
}

// cell lays out the cell of a row, and blames what holds no value. Without a column it is
// empty, and stands where its id does.
func (p *sheetLayout) cell(row *workbook.Row, column int) cell {
	if column == 0 {
		return p.place(row.Number, p.sheet.key, "")
	}
	in, ok := cellAt(row, column)
	if !ok {
		return p.place(row.Number, column, "")
	}
	c := p.place(row.Number, column, in.Value)
	switch in.Kind {
	case workbook.Formula:
		c.blamed, c.value = true, "?"
		hint := "open the workbook in a spreadsheet program and save it, or type the value"
		p.blame(c, "this is a formula without a value", hint)
	case workbook.Fault:
		c.blamed = true
		p.blame(c, tree.Brief(in.Value)+" is an error, not a value", "type the value, or empty the cell")
	}
	return c
}

// put adds a value under its name.
func (p *sheetLayout) put(key cell, name string, value cell) {
	p.names = append(p.names, cell{value: name, at: key.at})
	p.values = append(p.values, value)
}

// question lays out a question with the four things said of it, and what its row says that
// it is.
func (p *sheetLayout) question(row *workbook.Row) {
	roles := &p.sheet.roles
	key := p.cell(row, p.sheet.key)
	id := strings.TrimSpace(key.value)
	p.path = tree.PathOf("answers", id)
	answer := p.cell(row, roles[answerColumn])
	answer.blamed = answer.blamed || roles[answerColumn] == 0
	p.put(key, id, answer)
	p.put(key, id+noteColumn, p.cell(row, roles[noteColumnOf]))
	p.put(key, id+evidenceColumn, p.cell(row, roles[evidenceColumnOf]))
	p.put(key, id+reasonColumn, p.cell(row, roles[reasonColumnOf]))
	if roles[countColumnOf] > 0 {
		p.put(key, id+countColumn, p.cell(row, roles[countColumnOf]))
	}
	claim := claim{id: strings.ToLower(id)}
	for i, column := range []int{roles[titleColumn], roles[askColumn]} {
		if in, ok := cellAt(row, column); ok {
			claim.says[i] = p.place(row.Number, column, firstLine(in.Value))
		}
	}
	p.claims = append(p.claims, claim)
	for _, in := range row.Cells {
		if p.sheet.role(in.Column) < 0 {
			p.strange(row, in)
		}
	}
}

// strange names a column that is none of the sheet's. It is an error where one of them is
// missing, since it may be that one under another name.
func (p *sheetLayout) strange(row *workbook.Row, in workbook.Cell) {
	if p.sheet.head == 0 || p.stray[in.Column] || in.Blank() {
		return
	}
	head, _ := cellAt(p.sheet.headRow(), in.Column)
	if head.Value == "" && p.sheet.HidesColumn(in.Column) {
		return // the choices of a long drop-down list
	}
	p.stray[in.Column], p.path = true, ""
	c, name := p.place(row.Number, in.Column, in.Value), "this column"
	if head.Value != "" {
		c = p.place(p.sheet.head, in.Column, head.Value)
		name = "the column " + tree.Brief(head.Value)
	}
	lost := ""
	for column := titleColumn; column < sheetColumns; column++ {
		if p.sheet.roles[column] == 0 && lost == "" {
			lost = p.heads(column, column+1)
		}
	}
	if lost == "" {
		if p.sheet.roles[countColumnOf] == 0 {
			p.claims = append(p.claims, claim{counts: c.node()})
		}
		p.warn(c, name+" is none of the sheet's own, and is passed over", "")
		return
	}
	p.blame(c, name+" is not understood; the sheet's own are "+p.heads(titleColumn, sheetColumns),
		"is it "+lost+"? Else delete it")
}

// headTwice blames columns of one head.
func (p *sheetLayout) headTwice(row *workbook.Row) {
	if row.Number != p.sheet.head {
		return
	}
	for _, in := range row.Cells {
		column, known := p.words.heads[folded(in.Value)]
		if known && p.sheet.roles[column] != in.Column {
			c := p.place(row.Number, in.Column, in.Value)
			p.blame(c, "the column "+tree.Brief(in.Value)+" stands here a second time", "keep one of the two")
			p.stray[in.Column] = true
		}
	}
}

// loose is a row without an id: the title of the questionnaire or of a section, or one that
// lost it. In the head of the sheet nothing is read from it.
func (p *sheetLayout) loose(row *workbook.Row, inHead bool) {
	if p.sheet.key == 0 || p.sheet.head == 0 { // what is wrong was said
		return
	}
	for _, in := range row.Cells {
		if in.Blank() {
			continue
		}
		role := p.sheet.role(in.Column)
		switch {
		case role < 0 && !inHead:
			p.strange(row, in)
		case role >= 0 && role < answerColumn:
		case inHead:
			p.warn(p.place(row.Number, in.Column, in.Value), "nothing is read from this cell", "")
		default:
			c := p.place(row.Number, in.Column, in.Value)
			message := "this row has an answer, but no id in the hidden column of ids"
			p.blame(c, message, "undo what emptied it, or fill in a new sheet")
			return
		}
	}
}

// merged blames merged cells in which an answer would stand, or be hidden.
func (p *sheetLayout) merged() {
	roles := &p.sheet.roles
	for _, m := range p.sheet.Merged {
		covers := false
		for _, column := range roles[answerColumn:] {
			covers = covers || column >= m.Left && column <= m.Right
		}
		if covers && p.sheet.hasQuestion(m.Top, m.Bottom) {
			value := ""
			if in, ok := p.sheet.at(m.Top, m.Left); ok {
				value = in.Value
			}
			first, last := tree.Cell{Row: m.Top, Column: m.Left}, tree.Cell{Row: m.Bottom, Column: m.Right}
			message := fmt.Sprintf("the cells %v:%v are merged, so no single answer stands in them", first, last)
			p.blame(p.place(m.Top, m.Left, value), message, "undo the merging, and fill in each row")
		}
	}
}
