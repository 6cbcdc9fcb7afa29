package codec

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// A Record is a response as read, with the questionnaire it answers and the places of what
// is compared with other files.
type Record struct {
	Response      *assess.Response
	Questionnaire *assess.Questionnaire
	File          string // the name that was read, without #3

	text  *tree.File
	marks []mark // the first is that of the questionnaire
}

// A mark is a value that a record can be blamed for: questionnaire, questionnaire_version,
// organization, date and targets.<section id>.
type mark struct {
	path  string
	place tree.Mark
}

// mark remembers where a value stands. Of a value that stands twice it is the last.
func (r *answers) mark(path string, n *tree.Node) {
	r.marks = append(r.marks, mark{path, n.Mark()})
}

// Blame makes a diagnostic about a value of the record, named by its path. A path without
// a place blames the place of the questionnaire.
func (r Record) Blame(path string, severity diag.Severity, message, hint string) diag.Diagnostic {
	at := r.marks[0]
	for _, m := range r.marks {
		if m.path == path {
			at = m
		}
	}
	d := r.text.Blame(at.place, path, severity, message, hint)
	d.File = r.File
	return d
}

// Line reads a response from line n (from 1) of JSON Lines, where the whole is too long to
// be held: the file's record of that number (from 1), or its only one (0). Places are those
// of the whole.
func (r *Reader) Line(name string, n, record int, line []byte, find Find) (*Record, []diag.Diagnostic) {
	if len(line) > tree.MaxRecord {
		message := "the line has more than 1 MiB"
		return nil, []diag.Diagnostic{{File: name, Line: n, Column: 1, Severity: diag.Error, Message: message}}
	}
	records, ds := r.Answers("line.jsonl", line, find)
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
	response := records[0].Response
	response.Source, response.File = name, name
	for i := range response.Warnings {
		response.Warnings[i].File = name
	}
	if record > 0 {
		response.Source = name + "#" + strconv.Itoa(record)
	}
	return &records[0], ds
}
