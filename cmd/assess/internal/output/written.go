package output

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/report"
)

// tableHead is more than the header of any table that assess writes, in bytes.
const tableHead = 1 << 16

// Written reports whether assess wrote a file, as far as its head tells: of JSON and JSON
// Lines, which may be huge, the first record, of a table its header. A page is sealed at
// its end, and is read whole.
func Written(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	data, err := head(f, strings.ToLower(filepath.Ext(name)))
	return err == nil && report.Written(name, data), err
}

// head is as much of a file with an extension as tells whether assess wrote it.
func head(f io.ReadSeeker, ext string) ([]byte, error) {
	switch ext {
	case ".json", ".jsonl":
		var first json.RawMessage
		if json.NewDecoder(f).Decode(&first) == nil {
			return first, nil
		}
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		return io.ReadAll(f) // no record: broken, or empty
	case ".md", ".html", ".svg", ".xlsx":
		return io.ReadAll(f)
	}
	return io.ReadAll(io.LimitReader(f, tableHead))
}

// WrittenLines reports whether assess wrote every line of a file of JSON Lines. Its first
// line comes beforehand, so that no other file is read a second time.
func WrittenLines(name string, first []byte, in disk.Input) bool {
	if !report.Written(name, first) {
		return false
	}
	f, _, err := in.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	return report.WrittenLines(f)
}

// OfBatch reports whether a name, without its extension, is one that a batch gives to
// files of its own.
func OfBatch(stem string) bool {
	return slices.Contains([]string{"summary", "failures", "quality"}, stem)
}
