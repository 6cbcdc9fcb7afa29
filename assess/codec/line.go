package codec

import (
	"strconv"

	"bankmaturity/assess/diag"
)

// ReadLine reads a response from line n (from 1) of JSON Lines, where the whole is
// too long to be held: the file's record of that number (from 1), or its only one (0).
// Places are those of the whole.
func ReadLine(name string, n, record int, line []byte, find Find) (*Record, []diag.Diagnostic) {
	if len(line) > maxRecord {
		return nil, []diag.Diagnostic{{File: name, Line: n, Column: 1, Severity: diag.Error, Message: "the line has more than 1 MiB"}}
	}
	records, ds := ReadAnswers("line.jsonl", line, find)
	for i := range ds {
		ds[i].File = name
		if ds[i].Line > 0 {
			ds[i].Line += n - 1
		}
	}
	if len(records) == 0 {
		return nil, ds
	}
	records[0].File = name
	records[0].Response.Source = name
	if record > 0 {
		records[0].Response.Source = name + "#" + strconv.Itoa(record)
	}
	return &records[0], ds
}
