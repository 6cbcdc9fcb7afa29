package codec

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
)

// words are what messages call the parts of answers: those of a text have keys and entries,
// those of a table columns and cells.
type words struct {
	cells         bool   // they stand in cells
	notApplicable string // what says that a question does not apply
	why           string // where its reason is written; a question's id takes the place of ID
	noQuestion    string // blames an id that no question has; formats it and the questionnaire
	share, number string // how what was counted is written
	remove        string // how to leave out what is no answer
}

var (
	wordsOfText = &words{
		notApplicable: "not_applicable", why: "write not_applicable: and why",
		noQuestion: "no such question in %[2]s",
		share:      "write the part and the whole: count: [8, 14]", number: "write count: 31",
	}
	wordsOfCSV = &words{
		cells: true, notApplicable: "na", why: "write why in the column ID.reason",
		noQuestion: "the column %[1]s is not understood: %[2]s has no such question",
		share:      shareInCell, number: "write the number: 31",
		remove: "delete the column if it holds no answers",
	}
	wordsOfSheet = &words{
		cells: true, notApplicable: "na", why: "write why in the last column of the row",
		noQuestion: "no question of %[2]s has the id %[1]s",
		share:      shareInCell, number: "write the number: 31",
	}
)

// shareInCell tells how a share is written where programs like to make dates of it.
const shareInCell = "write the part and the whole as text: 8/14"

// wordsOf are those of a file.
func wordsOf(name string) *words {
	switch spellingOf(name, "") {
	case xlsxSpelling:
		return wordsOfSheet
	case csvSpelling:
		return wordsOfCSV
	}
	return wordsOfText
}

// whyOf is a hint at where the reason of a question is written, nil where it is not known.
func (w *words) whyOf(qu *assess.Question) string {
	if qu == nil {
		return w.why
	}
	return strings.Replace(w.why, "ID", qu.ID, 1)
}

// strange says that no question has an id.
func (w *words) strange(id, questionnaire string) string {
	return fmt.Sprintf(w.noQuestion, id, questionnaire)
}

// orRemove is a hint at the nearest name, and at leaving out what is no answer.
func (w *words) orRemove(near string) string {
	if near != "" && w.remove != "" {
		return near + " Or " + w.remove
	}
	return near + w.remove
}
