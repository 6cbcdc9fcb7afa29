package codec

import (
	"slices"

	"bankmaturity/assess/tree"
	"bankmaturity/assess/workbook"
)

// A sheetDocument is the response of one sheet, and what its rows say of themselves beside
// their ids.
type sheetDocument struct {
	tree.Document
	claims []claim
}

// parseXLSX returns a document for each filled sheet of answers of a workbook. Its places
// are cells. Nothing in a sheet is known by its place: columns are known by their heads and
// rows by their ids, and what is passed over is named.
func parseXLSX(s *tree.Source) []sheetDocument {
	book, err := workbook.Read(s.Data())
	if err != nil {
		blameWorkbook(s, err)
		return nil
	}
	words, err := knownSheetWords()
	if err != nil {
		s.ErrFile(err.Error(), "")
		return nil
	}
	chosen := chooseSheets(s, book, words)
	l := layout{book: book, words: words, places: map[int]tree.Cell{}, several: len(chosen) > 1}
	s.Lay("", l.places)
	parts := make([]*sheetLayout, len(chosen))
	ends := make([]int, len(chosen))
	for i, sheet := range chosen {
		parts[i] = l.lay(s, sheet)
		ends[i] = l.text.Len()
	}
	s.Lay(l.text.String(), l.places)
	var docs []sheetDocument
	from := 0
	for i, part := range parts {
		for _, c := range part.complaints {
			c.say(s)
		}
		if len(part.names) == 0 && !s.Failed() {
			s.ErrPlace(from, 1, "no row of this sheet has an id", hintSheet)
		}
		if len(part.names) > 0 && part.begin(part.names) {
			if root := part.response(part.values); root != nil {
				docs = append(docs, sheetDocument{tree.Document{Root: root, From: from, To: ends[i]}, part.claims})
			}
		}
		from = ends[i]
	}
	return docs
}

const hintSheet = "assess new answers -o sheet.xlsx writes one to fill in"

// chooseSheets returns the sheets whose answers are read: those that are filled in, else the
// first that could be. Every other one that holds something is named.
func chooseSheets(s *tree.Source, book *workbook.Book, words *sheetWords) (chosen []*answerSheet) {
	var hidden, others, empty []string
	for i := range book.Sheets {
		sheet := &book.Sheets[i]
		switch answers := answersIn(sheet, words); {
		case len(sheet.Rows) == 0 && !sheet.Chart:
		case sheet.Hidden:
			hidden = append(hidden, sheet.Name)
		case answers == nil:
			others = append(others, sheet.Name)
		case answers.filled():
			chosen = append(chosen, answers)
		default:
			empty = append(empty, sheet.Name)
		}
	}
	if len(chosen) == 0 && len(empty) > 0 {
		first := slices.IndexFunc(book.Sheets, func(s workbook.Sheet) bool { return s.Name == empty[0] })
		chosen, empty = append(chosen, answersIn(&book.Sheets[first], words)), empty[1:]
	}
	for _, name := range hidden {
		s.WarnFile("the sheet "+tree.Brief(name)+" is hidden, and is passed over", "show it if its answers count")
	}
	if len(chosen) == 0 {
		s.ErrFile("no sheet of this workbook holds answers", hintSheet)
		return nil
	}
	for _, name := range others {
		s.WarnFile("the sheet "+tree.Brief(name)+" holds no answers, and is passed over", "")
	}
	for _, name := range empty {
		s.WarnFile("the sheet "+tree.Brief(name)+" is not filled in, and is passed over", "")
	}
	return chosen
}
