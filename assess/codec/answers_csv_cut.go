package codec

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"

	"golang.org/x/text/transform"
)

// Rows of a table that are read at once are so many, and hold no more bytes than this by much.
const (
	rowsAtOnce  = 64
	bytesAtOnce = 1 << 18
)

// A TablePiece is some rows of a CSV file that is too long to be held, with its header.
type TablePiece struct {
	head   []byte // UTF-8, to the end of the header row
	rows   []byte
	line   int // of the file on which the rows begin, from 1
	record int // how many rows with a value are above these
	from   charset
	first  bool
	Bytes  int // of the text read so far, for progress
}

// Text is the piece as a table of its own.
func (p TablePiece) Text() []byte { return append(p.head[:len(p.head):len(p.head)], p.rows...) }

// CutTable cuts a CSV file into pieces, in memory that the file's size does not touch. It
// reads the file twice: its characters are known when all of them have been seen.
func CutTable(in io.ReadSeeker) iter.Seq2[TablePiece, error] {
	return func(yield func(TablePiece, error) bool) {
		var g guesser
		_, err := io.Copy(&g, in)
		if err == nil {
			_, err = in.Seek(0, io.SeekStart)
		}
		if err != nil {
			yield(TablePiece{}, err)
			return
		}
		from := g.charset()
		text := transform.NewReader(in, from.encoding().NewDecoder())
		c := &cutter{in: bufio.NewReaderSize(text, bytesAtOnce)}
		c.piece = TablePiece{from: from, first: true, line: 1}
		c.cut(yield)
	}
}

// A cutter finds where rows end: at the end of a line that is not within quotation marks.
type cutter struct {
	in        *bufio.Reader
	separator byte
	piece     TablePiece
	lines     int // read so far
	records   int // rows read so far that have something in them
	read      int
}

func (c *cutter) cut(yield func(TablePiece, error) bool) {
	if err := c.header(); err != nil {
		c.finish(yield, err)
		return
	}
	c.piece.line = c.lines + 1
	for rows := 0; ; rows++ {
		row, err := c.row()
		c.piece.rows = append(c.piece.rows, row...)
		if !blankRow(row) {
			c.records++
		}
		if err != nil {
			c.finish(yield, err)
			return
		}
		if rows >= rowsAtOnce || len(c.piece.rows) > bytesAtOnce {
			c.piece.Bytes = c.read
			if !yield(c.piece, nil) {
				return
			}
			c.piece = TablePiece{head: c.piece.head, from: c.piece.from, line: c.lines + 1, record: c.records}
			rows = 0
		}
	}
}

// finish yields what is left.
func (c *cutter) finish(yield func(TablePiece, error) bool, err error) {
	if errors.Is(err, io.EOF) {
		err = nil
	}
	c.piece.Bytes = c.read
	if len(c.piece.rows) > 0 || c.piece.first || err != nil {
		yield(c.piece, err)
	}
}

// header reads to the end of the header row: blank lines and a line sep= stand above it.
func (c *cutter) header() error {
	for {
		row, err := c.row()
		c.piece.head = append(c.piece.head, row...)
		c.separator = separatorByte(c.piece.head)
		if err != nil {
			return err
		}
		if !blankRow(row) && sepLine.Find(row) == nil {
			return nil
		}
	}
}

// separatorByte is what separates the cells below a head.
func separatorByte(head []byte) byte {
	s := tree.New("head.csv", nil, nil)
	separator, _, ok := separatorOf(s, lineFeeds(string(head)))
	if !ok {
		return ','
	}
	return byte(separator)
}

// row reads to the end of a row. Of one that is too long it keeps enough to tell.
func (c *cutter) row() ([]byte, error) {
	var row []byte
	quoted, begins := false, true // within quotation marks; where a cell begins
	for {
		b, err := c.in.ReadByte()
		if err != nil {
			return row, err
		}
		c.read++
		if len(row) <= tree.MaxRecord+1 || b == '\n' {
			row = append(row, b)
		}
		switch {
		case quoted && b == '"':
			if next, _ := c.in.Peek(1); len(next) == 1 && next[0] == '"' {
				_, _ = c.in.ReadByte()
				if c.read++; len(row) <= tree.MaxRecord+1 {
					row = append(row, '"')
				}
				continue
			}
			quoted = false
		case b == '\n' || b == '\r' && !c.lineFeedNext():
			c.lines++
			if !quoted {
				return row, nil
			}
		case quoted:
		case b == '"' && begins:
			quoted = true
		}
		begins = !quoted && (b == c.separator || c.separator == 0 && (b == ',' || b == ';' || b == '\t'))
	}
}

func (c *cutter) lineFeedNext() bool {
	next, _ := c.in.Peek(1)
	return len(next) == 1 && next[0] == '\n'
}

// blankRow reports whether a row has nothing in its cells.
func blankRow(row []byte) bool { return len(bytes.Trim(row, "\r\n,;\t \"")) == 0 }

// A tableRowText is one row of a piece and the line on which it begins.
type tableRowText struct {
	text []byte
	line int
}

// split cuts a piece into its rows.
func (p TablePiece) split() []tableRowText {
	c := &cutter{in: bufio.NewReader(bytes.NewReader(p.rows)), separator: separatorByte(p.head)}
	var rows []tableRowText
	for {
		line := p.line + c.lines
		row, err := c.row()
		if len(row) > 0 {
			rows = append(rows, tableRowText{row, line})
		}
		if err != nil {
			return rows
		}
	}
}

// A RowReading is what a row gives: a record, or what is wrong with it, and its line.
type RowReading struct {
	Record *Record
	SHA256 string // of the bytes of a row that is wrong
	Line   int    // 0 where rows were read together and none is wrong
	Found  []diag.Diagnostic
	Header bool // what is wrong stands in the header, and so with every row
}

// Rows reads the rows of a piece, each by itself: one that is wrong fails alone. What is
// wrong with the header is wrong with every row.
func (r *Reader) Rows(name string, p TablePiece, find Find) []RowReading {
	if out, ok := r.allRows(name, p, find); ok {
		return out
	}
	var out []RowReading
	record := p.record
	for _, row := range p.split() {
		if blankRow(row.text) {
			continue
		}
		record++
		one := p
		one.rows, one.line, one.record = row.text, row.line, record-1
		records, found := r.table(name, one, find)
		reading := RowReading{Line: row.line, Found: found, Header: p.inHeader(found)}
		if len(records) == 1 {
			reading.Record = &records[0]
		} else {
			reading.SHA256 = Checksum(bytes.TrimRight(row.text, "\r\n"))
		}
		out = append(out, reading)
	}
	if len(out) == 0 && p.first { // nothing but a header, or not even that
		_, found := r.table(name, p, find)
		out = append(out, RowReading{Line: 1, Found: found, Header: true})
	}
	return out
}

// above is how many lines the header takes.
func (p TablePiece) above() int { return strings.Count(lineFeeds(string(p.head)), "\n") }

// inHeader reports whether errors, and not only warnings, stand in the header.
func (p TablePiece) inHeader(found []diag.Diagnostic) bool {
	above := p.above()
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && d.Line <= above
	})
}

// allRows reads the rows of a piece together; it reports false where one of them is wrong.
func (r *Reader) allRows(name string, p TablePiece, find Find) ([]RowReading, bool) {
	records, found := r.table(name, p, find)
	if len(records) == 0 {
		return nil, len(p.rows) == 0 && !p.first
	}
	out := make([]RowReading, len(records))
	for i := range records {
		out[i].Record = &records[i]
	}
	out[0].Found = found
	return out, true
}

// table reads a piece as a table of its own. Places and numbers are those of the file.
func (r *Reader) table(name string, p TablePiece, find Find) ([]Record, []diag.Diagnostic) {
	records, found := r.Answers(name, p.Text(), find)
	above := p.above()
	for i := range found {
		if found[i].Line > above {
			found[i].Line += p.line - above - 1
		}
	}
	for i := range records {
		response := records[i].Response
		response.Source = name + "#" + strconv.Itoa(p.record+i+1)
		if len(records) == 1 {
			response.SHA256 = Checksum(bytes.TrimRight(p.rows, "\r\n"))
		}
		if p.from.guessed() {
			warning := assess.ReadingWarning(name, "", readAs(p.from))
			response.Warnings = append([]assess.Warning{warning}, response.Warnings...)
		}
	}
	return records, found
}

// Guessed warns where a table's characters were taken for something that the file does not
// say; nil where they were not.
func (p TablePiece) Guessed(name string) []diag.Diagnostic {
	if !p.first || !p.from.guessed() {
		return nil
	}
	return []diag.Diagnostic{{File: name, Severity: diag.Warning, Message: readAs(p.from), Hint: hintCharset}}
}

func readAs(from charset) string {
	return fmt.Sprintf("the file is not UTF-8; it was read as %s", from)
}

const hintCharset = "look whether names read well, or save the file as CSV UTF-8"
