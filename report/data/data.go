// Package data writes results for machines and sheets: JSON, CSV and workbooks. The
// numbers are those of package assess, undefined ones null or empty, with at most six
// decimals (docs/formats.md).
//
// A format that only assess writes is named here, so that what it wrote is known again.
package data

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// Options choose how data is written. The zero value writes a whole result in the
// questionnaire's first language, without names.
type Options struct {
	Language  string // of titles and, in a workbook, of all words
	Names     bool   // call respondents and voices by their names, not R1 and V1
	Version   string // of the tool
	Depth     int    // levels of sections that a workbook's first sheet shows; 0: as many as can be read
	Trace     bool   // a workbook has a sheet that traces every number
	Detail    Detail // of JSON; "" is Full
	Responses bool   // JSON lists the responses at every detail
	Files     bool   // name the files that were read, also where nobody is named: a batch's result
}

// The formats of JSON that assess writes and never reads as answers.
const (
	resultFormat     = "assess/result/v1"
	comparisonFormat = "assess/comparison/v1"
	qualityFormat    = "assess/quality/v1"
	failureFormat    = "assess/failure/v1"
	benchmarkFormat  = "assess/benchmark/v1" // codec writes it
	statusFormat     = "assess/status/v1"    // the verb status writes it
)

var formats = []string{resultFormat, comparisonFormat, qualityFormat, failureFormat, benchmarkFormat,
	statusFormat}

// IsJSON reports whether a file holds one or more JSON objects, all of a format that
// only assess writes.
func IsJSON(r io.Reader) bool {
	d := json.NewDecoder(r)
	for n := 0; ; n++ {
		ours, err := next(d)
		if err != nil || !ours {
			return n > 0 && errors.Is(err, io.EOF)
		}
	}
}

// NamesJSON reports whether a text holds the name of a format that only assess writes: cheap
// to ask of many files, of which IsJSON need then read few.
func NamesJSON(text []byte) bool {
	return slices.ContainsFunc(formats, func(format string) bool { return bytes.Contains(text, []byte(format)) })
}

// BeginsJSON reports whether the first object of a file has a format that only assess
// writes. It reads no further.
func BeginsJSON(r io.Reader) bool {
	ours, err := next(json.NewDecoder(r))
	return ours && err == nil
}

// next reads an object and reports whether it has a format that only assess writes.
func next(d *json.Decoder) (ours bool, err error) {
	var object map[string]json.RawMessage
	if err := d.Decode(&object); err != nil {
		return false, err
	}
	var format string
	return json.Unmarshal(object["format"], &format) == nil && slices.Contains(formats, format), nil
}

// IsCSV reports whether a file begins with the header of a table that assess writes.
func IsCSV(r io.Reader) bool {
	head, _ := bufio.NewReader(io.LimitReader(r, int64(longestHead))).Peek(longestHead) // as much as there is
	for _, known := range []string{summaryHead, periodHead, answersHead, tidyHead, changeHead} {
		if bytes.HasPrefix(head, []byte(known)) {
			return true
		}
	}
	return false
}

const longestHead = 1 << 10 // more than any of them takes
