package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"bankmaturity/assess/workbook"
	"bankmaturity/report/data"
)

// A comment is what a format passes over, as it begins and ends.
type comment struct{ begins, ends string }

var (
	markup = comment{"<!-- assess:sha256:", " -->\n"}
	ofPDF  = comment{"%assess:sha256:", "\n"} // after %%EOF, where readers look no further
)

// Seal ends a Markdown, HTML or SVG text with a comment that holds the checksum
// of everything above it, by which Written knows it again.
func Seal(body []byte) []byte { return markup.seal(body) }

// SealPDF does the same with a PDF.
func SealPDF(body []byte) []byte { return ofPDF.seal(body) }

func (c comment) seal(body []byte) []byte {
	sum := sha256.Sum256(body)
	out := append(slices.Clone(body), c.begins...)
	out = append(out, hex.EncodeToString(sum[:])...)
	return append(out, c.ends...)
}

func (c comment) sealed(text []byte) bool {
	at := bytes.LastIndex(text, []byte(c.begins))
	return at >= 0 && bytes.Equal(c.seal(text[:at]), text)
}

// Written reports whether a file is byte for byte what assess wrote, so that it
// may be replaced: Markdown, HTML, SVG and PDF by their checksum, JSON and JSON Lines
// by the formats that only assess writes. The name tells the format.
func Written(name string, content []byte) bool {
	switch extension(name) {
	case ".md", ".html", ".svg":
		return markup.sealed(content)
	case ".pdf":
		return ofPDF.sealed(content)
	case ".jsonl":
		return len(content) == 0 || writtenLines(content) // empty: a batch without failures
	case ".json":
		return writtenLines(content)
	case ".xlsx":
		return workbook.Sealed(content)
	case ".csv":
		return data.IsCSV(bytes.NewReader(content))
	}
	return false
}

func writtenLines(content []byte) bool {
	return data.NamesJSON(content) && WrittenLines(bytes.NewReader(content))
}

// WrittenLines reports whether a file holds one or more JSON objects, all of a
// format that only assess writes.
func WrittenLines(r io.Reader) bool { return data.IsJSON(r) }

// mostWritten is the length of a file up to which it is read whole to know it again:
// more than any report takes. A longer one counts as written by somebody else.
const mostWritten = 64 << 20

// WrittenFile is [Written] for a file that may be too long to read whole: of JSON Lines
// it reads the first record, of CSV the header, and of the others at most 64 MiB. So the
// summaries of a batch of any length are known again at once; that somebody appended
// other records to them is not noticed. An error is one of reading.
func WrittenFile(name string, file io.Reader) (bool, error) {
	r := &reader{Reader: file}
	written := false
	switch extension(name) {
	case ".jsonl":
		b := bufio.NewReader(io.LimitReader(r, mostWritten))
		_, err := b.Peek(1)
		written = errors.Is(err, io.EOF) || data.BeginsJSON(b)
	case ".csv":
		written = data.IsCSV(r)
	case ".md", ".html", ".pdf", ".svg", ".json", ".xlsx":
		content, _ := io.ReadAll(io.LimitReader(r, mostWritten+1)) // r keeps the error
		written = len(content) <= mostWritten && Written(name, content)
	}
	return written && r.err == nil, r.err
}

// reader keeps the error that ended the reading, other than the file's end.
type reader struct {
	io.Reader
	err error
}

func (r *reader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }
