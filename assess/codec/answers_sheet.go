package codec

import (
	"cmp"
	"slices"
	"strings"

	"bankmaturity/assess/workbook"
)

// A rowKind is what a row of a sheet of answers is.
type rowKind uint8

const (
	looseRow rowKind = iota // without an id
	markRow
	headRow
	fieldRow
	questionRow
)

// An answerSheet is a sheet in which the columns and rows of answers were found: the column
// of ids by what stands in it, the head by its words, the other columns by the head.
type answerSheet struct {
	*workbook.Sheet
	key       int              // the column of ids, from 1; 0 without one
	head      int              // the number of the row that names the columns; 0 without one
	language  int              // of the words of the head
	roles     [mostColumns]int // the columns, from 1; 0 where one is missing
	kinds     []rowKind        // of the rows
	questions []int            // the numbers of the rows of questions
}

// answersIn finds answers in a sheet, nil where it holds something else.
func answersIn(sheet *workbook.Sheet, words *sheetWords) *answerSheet {
	s := &answerSheet{Sheet: sheet}
	named := s.findKey()
	headed := s.findHead(words)
	if s.key == 0 && headed < 4 || named < 2 && headed < 2 {
		return nil
	}
	s.kinds = make([]rowKind, len(s.Rows))
	for i := range s.Rows {
		s.kinds[i] = s.kindOf(&s.Rows[i], words)
		if s.kinds[i] == questionRow {
			s.questions = append(s.questions, s.Rows[i].Number)
		}
	}
	return s
}

// findKey finds the column of ids: the one in which most of the names of fields stand. The
// mark alone is enough.
func (s *answerSheet) findKey() (most int) {
	seen := map[int]map[string]bool{}
	for i := range s.Rows {
		for _, c := range s.Rows[i].Cells {
			if name := keyName(c); name == sheetMark || slices.Contains(tableColumns, name) {
				if seen[c.Column] == nil {
					seen[c.Column] = map[string]bool{}
				}
				seen[c.Column][name] = true
			}
		}
	}
	for column, names := range seen {
		n := len(names)
		if names[sheetMark] {
			n += 2
		}
		if n > most || n == most && column < s.key {
			s.key, most = column, n
		}
	}
	if most < 2 {
		s.key = 0
	}
	return most
}

// keyName is what a cell of the column of ids names: a label beside it may be the same word
// with a capital letter.
func keyName(c workbook.Cell) string {
	if c.Kind != workbook.Text {
		return ""
	}
	return strings.TrimSpace(c.Value)
}

// findHead finds the row that names the columns: the one with most of the words for them.
func (s *answerSheet) findHead(words *sheetWords) (most int) {
	for i := range s.Rows {
		row := &s.Rows[i]
		var roles [mostColumns]int
		n := 0
		for _, c := range row.Cells {
			column, known := words.heads[folded(c.Value)]
			if known && c.Kind == workbook.Text && roles[column] == 0 {
				roles[column] = c.Column
				n++
			}
		}
		isHead := false
		if c, ok := cellAt(row, s.key); ok && n > 0 {
			isHead = keyName(c) == sheetHead
		}
		if isHead {
			n++
		}
		if n > most && n >= 2 {
			s.head, s.roles, most = row.Number, roles, n
		}
	}
	s.roles[keyColumn] = s.key
	for i, spoken := range words.spoken {
		c, ok := s.at(s.head, s.roles[answerColumn])
		if ok && folded(spoken.Say(headKeys[answerColumn])) == folded(c.Value) {
			s.language = i
		}
	}
	return most
}

// kindOf tells what a row is by its id; the head by its words, since a question may be
// called id.
func (s *answerSheet) kindOf(row *workbook.Row, words *sheetWords) rowKind {
	if row.Number == s.head {
		return headRow
	}
	c, _ := cellAt(row, s.key)
	switch name := keyName(c); {
	case strings.TrimSpace(c.Value) == "":
		return looseRow
	case name == sheetMark:
		return markRow
	case slices.Contains(tableColumns, name):
		return fieldRow
	case name == sheetHead && (s.head == 0 || s.repeatsHead(row, words)):
		return headRow
	}
	return questionRow
}

// repeatsHead reports whether a row is headed as the head is.
func (s *answerSheet) repeatsHead(row *workbook.Row, words *sheetWords) bool {
	for _, c := range row.Cells {
		if column, known := words.heads[folded(c.Value)]; known && s.roles[column] == c.Column {
			return true
		}
	}
	return false
}

// role is what a column holds, -1 where that is nothing of the sheet's own.
func (s *answerSheet) role(column int) int {
	return slices.Index(s.roles[:], column)
}

// filled reports whether something is said of a question.
func (s *answerSheet) filled() bool {
	for i := range s.Rows {
		row := &s.Rows[i]
		if s.kinds[i] != questionRow && (s.kinds[i] != looseRow || row.Number < s.head) {
			continue
		}
		for _, c := range row.Cells {
			if s.role(c.Column) >= answerColumn && !c.Blank() {
				return true
			}
		}
	}
	return false
}

// hasQuestion reports whether a question stands in some rows.
func (s *answerSheet) hasQuestion(top, bottom int) bool {
	i, _ := slices.BinarySearch(s.questions, top)
	return i < len(s.questions) && s.questions[i] <= bottom
}

// headRow returns the row that names the columns; one without cells where none does.
func (s *answerSheet) headRow() *workbook.Row { return s.row(s.head) }

// row returns a row by its number; one without cells where there is none.
func (s *answerSheet) row(number int) *workbook.Row {
	byNumber := func(r workbook.Row, n int) int { return cmp.Compare(r.Number, n) }
	i, ok := slices.BinarySearchFunc(s.Rows, number, byNumber)
	if !ok {
		return &workbook.Row{}
	}
	return &s.Rows[i]
}

// at returns the cell at a place.
func (s *answerSheet) at(row, column int) (workbook.Cell, bool) { return cellAt(s.row(row), column) }

// cellAt returns the cell of a row in a column.
func cellAt(row *workbook.Row, column int) (workbook.Cell, bool) {
	byColumn := func(c workbook.Cell, n int) int { return cmp.Compare(c.Column, n) }
	i, ok := slices.BinarySearchFunc(row.Cells, column, byColumn)
	if !ok {
		return workbook.Cell{}, false
	}
	return row.Cells[i], true
}
