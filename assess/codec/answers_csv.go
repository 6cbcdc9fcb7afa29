package codec

import (
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"strings"

	"bankmaturity/assess/tree"
)

// readableCSV makes UTF-8 of a table in another encoding, says which one it guessed, and
// checks what every text needs.
func readableCSV(s *tree.Source) bool {
	text, from := decoded(s.Data())
	s.Recode(text)
	if from.guessed() {
		s.WarnFile(readAs(from), hintCharset)
	}
	if !s.Readable(true, hintFormats) {
		return false
	}
	wrong, message := "\x00", "a character that can't stand in a text; is the file UTF-16 without its mark?"
	if from == utf16Text {
		wrong, message = "\ufffd", "a character is broken here"
	}
	if at := strings.Index(s.Text, wrong); at >= 0 {
		s.ErrPlace(at, 1, message, "save the file as CSV UTF-8")
		return false
	}
	return true
}

// parseCSV returns a document for each row of a table: the same that a YAML file with these
// answers has. The header names the columns. Cells are separated by commas, semicolons or
// tabs: by what a line sep= says, else by whichever the header has most of.
func parseCSV(s *tree.Source) []tree.Document {
	t, rows, ok := openCSV(s)
	if !ok {
		return nil
	}
	var docs []tree.Document
	t.eachRow(rows, func(row []cell) bool {
		if t.header == nil {
			s.Once(rows.end) // every row meets what is wrong with the header
			return t.begin(row)
		}
		if root := t.response(row); root != nil {
			docs = append(docs, tree.Document{Root: root, From: rows.begin, To: rows.end})
		}
		return true
	})
	if len(docs) == 0 && !s.Failed() {
		s.ErrFile("the table has no row of answers", "each row below the header is a response")
	}
	return docs
}

// openCSV begins to read the rows of a table.
func openCSV(s *tree.Source) (t *table, rows *csvReader, ok bool) {
	text := lineFeeds(s.Text) // with the offsets of s.Text
	separator, begin, ok := separatorOf(s, text)
	if !ok {
		return nil, nil, false
	}
	return &table{Source: s, decimalComma: separator != ','}, rowsOf(text, begin, separator), true
}

// eachRow hands out the rows of a table, from the header on, and blames those that can't be
// read, until take has enough. Without a header it stops at the first of these.
func (t *table) eachRow(rows *csvReader, take func(row []cell) bool) {
	for first := true; ; {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return
		}
		if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			t.quotes(broken, rows)
			if first {
				return
			}
			continue // the rows below may say more
		}
		switch {
		case first && blank(row): // above the table
			continue
		case !first && rows.end-rows.begin > tree.MaxRecord:
			t.ErrPlace(row[0].at, 1, "the row has more than 1 MiB", "")
			continue
		}
		if first = false; !take(row) {
			return
		}
	}
}

// lineFeeds ends every line with LF, where some program ends it with CR alone.
func lineFeeds(text string) string {
	var b []byte
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], '\r')
		if next < 0 {
			break
		}
		if at += next; at+1 < len(text) && text[at+1] == '\n' {
			continue
		}
		if b == nil {
			b = []byte(text)
		}
		b[at] = '\n'
	}
	if b == nil {
		return text
	}
	return string(b)
}

// A csvReader reads the rows of a table one by one and knows where they stand.
type csvReader struct {
	*csv.Reader
	text       string
	from       int   // where the table begins in the text
	starts     []int // of the lines of the table
	begin, end int   // of the row that was read last, without its line end
}

func rowsOf(text string, from int, separator rune) *csvReader {
	r := csv.NewReader(strings.NewReader(text[from:]))
	r.Comma = separator
	r.FieldsPerRecord = -1
	return &csvReader{Reader: r, text: text, from: from, starts: lineStarts(text, from)}
}

// next returns the cells of the next row.
func (r *csvReader) next() ([]cell, error) {
	r.begin = r.from + int(r.InputOffset())
	record, err := r.Read()
	if err != nil {
		return nil, err
	}
	row := make([]cell, len(record))
	for i, value := range record {
		row[i] = cell{value: value, at: r.place(r.FieldPos(i))}
	}
	r.end = r.begin + len(strings.TrimRight(r.text[r.begin:r.from+int(r.InputOffset())], "\r\n"))
	return row, nil
}

// place is the offset of a line and column, from 1; the column in bytes.
func (r *csvReader) place(line, column int) int {
	return r.starts[min(line, len(r.starts))-1] + max(0, column-1)
}

func lineStarts(text string, from int) []int {
	starts := []int{from}
	for i := from; i < len(text); i++ {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// quotes blames a quotation mark: one that is never closed where its row begins.
func (t *table) quotes(broken *csv.ParseError, rows *csvReader) {
	if end := rows.place(broken.Line, broken.Column); strings.TrimSpace(t.Text[min(end, len(t.Text)):]) != "" {
		hint := "a cell with a quotation mark in it stands in quotation marks, and each of those in it is doubled"
		t.ErrPlace(end, 1, "a quotation mark stands where it can't", hint)
		return
	}
	t.ErrPlace(rows.place(broken.StartLine, 1), 1, "a quotation mark in this row is never closed", "")
}

// A line above the table by which spreadsheet programs tell the separator. A program that
// took it for a row leaves its own separators behind it.
var sepLine = regexp.MustCompile(`^"?(?i:sep)=(.?)"?([,;\t]*)\r?(?:\n|$)`)

// separatorOf returns what separates the cells, and where the table begins.
func separatorOf(s *tree.Source, text string) (separator rune, begin int, ok bool) {
	begin = len(text) - len(strings.TrimLeft(text, "\r\n"))
	m := sepLine.FindStringSubmatch(text[begin:])
	if m == nil {
		return mostFrequent(text[begin:]), begin, true
	}
	said := m[1]
	if m[2] != "" {
		said = m[2][:1]
	}
	if said == "" || !strings.Contains(",;\t", said) {
		message := "sep= names no separator that is known; accepted are a comma, a semicolon, a tab"
		s.ErrPlace(begin, len("sep="), message, "save the file with one of these between its cells")
		return 0, 0, false
	}
	return rune(said[0]), begin + len(m[0]), true
}

// mostFrequent is the separator that stands most often in the first row, outside of
// quotes.
func mostFrequent(text string) rune {
	count := map[rune]int{}
	quoted := false
	for _, c := range text {
		if c == '\n' && !quoted {
			break
		}
		switch c {
		case '"':
			quoted = !quoted
		case ',', ';', '\t':
			if !quoted {
				count[c]++
			}
		}
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}
