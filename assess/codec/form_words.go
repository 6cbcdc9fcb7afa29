package codec

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"bankmaturity/assess/message"
)

// The words of the workbook of answers, by language. The workbook is written with them and
// its columns are known by them again, so they are not to be changed but added to.
//
//go:embed messages/*.json
var messages embed.FS

// Columns of the workbook as it is written, from 0. Whoever fills it in may move them.
const (
	keyColumn = iota
	titleColumn
	askColumn // of a field: its value
	answerColumn
	noteColumnOf
	evidenceColumnOf
	reasonColumnOf

	sheetColumns
	countColumnOf = sheetColumns // only where the questionnaire has something to count
	mostColumns   = sheetColumns + 1
)

// What the hidden first column of a sheet of answers holds: this mark, then the name of each
// field, then the head of the questions, then their ids.
const (
	sheetMark = answersFormat
	sheetHead = "id"
)

// headKeys are the words at the head of the columns; the first is the same in every language.
var headKeys = [mostColumns]string{
	"", "sheet.question", "sheet.anchors", "sheet.answer", "sheet.note", "sheet.evidence", "sheet.reason",
	"sheet.count",
}

// labelKeys are the words beside the fields.
var labelKeys = map[string]string{
	"organization": "sheet.organization", "respondent": "sheet.respondent",
	"role": "sheet.role", "date": "sheet.date",
}

// sheetWordsIn are the words of the workbook in a language, or else in English.
func sheetWordsIn(language string) (*message.Catalogue, error) {
	return message.Load(messages, language)
}

// sheetWords knows the words of a sheet in every language.
type sheetWords struct {
	heads  map[string]int    // folded, to their column
	labels map[string]string // folded, to their field
	spoken []*message.Catalogue
}

// knownSheetWords loads the words of every language.
func knownSheetWords() (*sheetWords, error) {
	w := &sheetWords{heads: map[string]int{}, labels: map[string]string{}}
	files, err := fs.ReadDir(messages, "messages")
	if err != nil {
		return nil, fmt.Errorf("read messages: %w", err)
	}
	for _, f := range files {
		c, err := sheetWordsIn(strings.TrimSuffix(f.Name(), path.Ext(f.Name())))
		if err != nil {
			return nil, err
		}
		w.spoken = append(w.spoken, c)
		for column, key := range headKeys {
			if key != "" {
				w.heads[folded(c.Say(key))] = column
			}
		}
		for field, key := range labelKeys {
			w.labels[folded(c.Say(key))] = field
		}
	}
	return w, nil
}

// folded is the same for all spellings of a text in letters and spaces.
func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
