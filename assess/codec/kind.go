package codec

import (
	"bytes"

	"bankmaturity/assess/diag"
)

// A Kind is what a file holds.
type Kind string

// The kinds of files, named as in the `format` key.
const (
	Questionnaire Kind = "questionnaire"
	Answers       Kind = "answers"
	Scores        Kind = "benchmark"
	Look          Kind = "brand"
)

// The values of the `format` key that this package reads.
const (
	questionnaireFormat = "assess/questionnaire/v1"
	answersFormat       = "assess/answers/v1"
	benchmarkFormat     = "assess/benchmark/v1"
	brandFormat         = "assess/brand/v1"
)

// formats are all values of the `format` key that stand in a file of one document.
var formats = []string{
	questionnaireFormat, answersFormat, benchmarkFormat, brandFormat,
	"assess/result/v1", "assess/comparison/v1", "assess/quality/v1", "assess/failure/v1",
}

// KindOf says what a file holds by its `format` key. Where that can't be said
// the kind is empty and the diagnostics say why.
func KindOf(name string, data []byte) (Kind, []diag.Diagnostic) {
	s := newSource(name, data)
	roots := s.parse(aliasesBounded)
	if len(roots) == 0 {
		return "", s.diagnostics()
	}
	root := roots[0] // other mistakes are for the reader of that kind
	if root.kind != mapping {
		s.wrongKind(root, nil, "a mapping that begins with the key format")
		return "", s.diagnostics()
	}
	format := root.child("format")
	if format == nil {
		s.err(root, nil, "format is missing", hintFormats)
		return "", s.diagnostics()
	}
	switch format.value {
	case questionnaireFormat:
		return Questionnaire, nil
	case answersFormat:
		return Answers, nil
	case benchmarkFormat:
		return Scores, nil
	case brandFormat:
		return Look, nil
	}
	s.err(format, (*steps)(nil).key("format"), describe(format)+" is not a known format", hintFormats)
	return "", s.diagnostics()
}

const hintFormats = "a file begins with format: " + questionnaireFormat + " or " + answersFormat

// headOf is how much of a file Declares looks at, in bytes.
const headOf = 4096

// Declares reports whether the text of a YAML file declares near its beginning, in a line
// `format:` of its own, that it holds a kind. It is cheap enough to be asked of each of
// many files and parses nothing; what a file holds indeed, KindOf says.
func Declares(data []byte, kind Kind) bool {
	value := []byte("assess/" + string(kind) + "/")
	rest := data[:min(len(data), headOf)]
	for from := 0; ; {
		at := bytes.Index(rest[from:], value)
		if at < 0 {
			return false
		}
		if declared(rest[:from+at]) {
			return true
		}
		from += at + len(value)
	}
}

// declared reports whether a text ends with a line `format:` up to its value.
func declared(before []byte) bool {
	if n := len(before) - 1; n >= 0 && (before[n] == '"' || before[n] == '\'') {
		before = before[:n]
	}
	before, ok := bytes.CutSuffix(bytes.TrimRight(before, "\t\n\f\r "), []byte("format:"))
	return ok && (len(before) == 0 || before[len(before)-1] == '\n')
}
