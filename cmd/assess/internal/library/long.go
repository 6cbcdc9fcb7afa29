package library

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
)

// longFile is from how many bytes on a file of records is read record by record, and never
// held.
const longFile = 1 << 20

// Long reports whether a file is one of records, CSV or JSON Lines, that is read record by
// record. A pipe or a device is none: how long it is nobody knows.
func Long(name string) bool {
	size, ok := sizeOfRecords(name)
	return ok && size > longFile
}

// OfRecords reports whether a file, however short, can be read record by record.
func OfRecords(name string) bool {
	_, ok := sizeOfRecords(name)
	return ok
}

// sizeOfRecords is the size of a file of records; of no other.
func sizeOfRecords(name string) (size int64, ok bool) {
	if !holdsRecords(name) {
		return 0, false
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return 0, false
	}
	return info.Size(), true
}

// LongTable reports whether a file is a CSV file that is read row by row.
func LongTable(name string) bool { return isTable(name) && Long(name) }

func isTable(name string) bool { return strings.EqualFold(filepath.Ext(name), ".csv") }

func holdsRecords(name string) bool {
	return isTable(name) || strings.EqualFold(filepath.Ext(name), ".jsonl")
}

// A Reading is a record, or nil, with what is wrong with it.
type Reading struct {
	Record *codec.Record
	Found  []diag.Diagnostic
}

// Each yields the records of a file of records, in memory that the file's size does not touch. An
// error is one of reading, and the last.
func (l *Library) Each(name string) iter.Seq2[Reading, error] {
	return func(yield func(Reading, error) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(Reading{}, err)
			return
		}
		defer f.Close()
		each := l.eachLine
		if isTable(name) {
			each = l.eachRow
		}
		for r, err := range each(name, f) {
			if err != nil {
				err = fmt.Errorf("read %s: %w", name, err)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

func (l *Library) eachLine(name string, f *os.File) iter.Seq2[Reading, error] {
	return func(yield func(Reading, error) bool) {
		reader, slashed, find := new(codec.Reader), filepath.ToSlash(name), l.Find(name)
		for lines, err := range Lines(f, false, LongestRecord) {
			for _, line := range lines {
				record, found := reader.Line(slashed, line.Number, line.Record, line.Text, find)
				if !yield(Reading{record, found}, nil) {
					return
				}
			}
			if err != nil && !errors.Is(err, io.EOF) {
				yield(Reading{}, err)
				return
			}
		}
	}
}

func (l *Library) eachRow(name string, f *os.File) iter.Seq2[Reading, error] {
	return func(yield func(Reading, error) bool) {
		reader, slashed, find := new(codec.Reader), filepath.ToSlash(name), l.Find(name)
		for t, err := range codec.CutTable(f) {
			if err != nil {
				yield(Reading{}, err)
				return
			}
			found := t.Guessed(slashed)
			for _, row := range reader.Rows(slashed, t, find) {
				if !yield(Reading{row.Record, append(found, row.Found...)}, nil) || row.Header {
					return
				}
				found = nil
			}
		}
	}
}
