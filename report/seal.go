package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"bankmaturity/assess/workbook"
)

const (
	sealOpen  = "<!-- assess:sha256:"
	sealClose = " -->\n"
)

// Seal ends a Markdown, HTML or SVG text with a comment that holds the checksum
// of everything above it, by which Written knows it again.
func Seal(body []byte) []byte {
	sum := sha256.Sum256(body)
	out := append(slices.Clone(body), sealOpen...)
	out = append(out, hex.EncodeToString(sum[:])...)
	return append(out, sealClose...)
}

// Written reports whether a file is byte for byte what assess wrote, so that it
// may be replaced: Markdown, HTML and SVG by their checksum, JSON and JSON Lines
// by the formats that only assess writes. The name tells the format.
func Written(name string, data []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".html", ".svg":
		return sealed(data)
	case ".jsonl":
		return len(data) == 0 || WrittenLines(bytes.NewReader(data)) // a batch without failures
	case ".json":
		return WrittenLines(bytes.NewReader(data))
	case ".xlsx":
		return workbook.Sealed(data)
	case ".csv":
		return bytes.HasPrefix(data, []byte(summaryHead)) || bytes.HasPrefix(data, []byte(tidyHead)) || bytes.HasPrefix(data, []byte(changeHead))
	}
	return false
}

func sealed(data []byte) bool {
	at := bytes.LastIndex(data, []byte(sealOpen))
	return at >= 0 && bytes.Equal(Seal(data[:at]), data)
}

// outputs are the formats of what assess writes and never reads as input.
var outputs = []string{
	"assess/result/v1", "assess/comparison/v1", "assess/benchmark/v1", "assess/quality/v1", "assess/failure/v1",
}

// WrittenLines reports whether a file holds one or more JSON objects, all of a
// format that only assess writes.
func WrittenLines(r io.Reader) bool {
	d := json.NewDecoder(r)
	for n := 0; ; n++ {
		var object map[string]json.RawMessage
		if err := d.Decode(&object); err != nil {
			return n > 0 && errors.Is(err, io.EOF)
		}
		var format string
		if json.Unmarshal(object["format"], &format) != nil || !slices.Contains(outputs, format) {
			return false
		}
	}
}
