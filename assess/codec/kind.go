package codec

import (
	"bytes"
	"path"
	"strings"

	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// A Kind is what a file holds.
type Kind string

// The kinds of files, named as in the `format` key.
const (
	KindQuestionnaire Kind = "questionnaire"
	KindAnswers       Kind = "answers"
	KindBenchmark     Kind = "benchmark"
	KindBrand         Kind = "brand"
	KindImportMap     Kind = "import-map"
)

// The values of the `format` key that this package reads.
const (
	questionnaireFormat = "assess/questionnaire/v1"
	answersFormat       = "assess/answers/v1"
	benchmarkFormat     = "assess/benchmark/v1"
	brandFormat         = "assess/brand/v1"
	importMapFormat     = "assess/import-map/v1"
)

// formats are all values of the `format` key that stand in a file of one document.
var formats = []string{
	questionnaireFormat, answersFormat, benchmarkFormat, brandFormat, importMapFormat,
	"assess/result/v1", "assess/comparison/v1", "assess/quality/v1", "assess/failure/v1",
	"assess/status/v1",
}

const hintFormats = "a file begins with format: " + questionnaireFormat + " or " + answersFormat

// KindOf says what a file holds by its `format` key. Where that can't be said
// the kind is empty and the diagnostics say why.
func KindOf(name string, data []byte) (Kind, []diag.Diagnostic) {
	s := tree.New(name, data, nil)
	docs := parse(s, tree.Options{Aliases: true})
	if len(docs) == 0 {
		return "", s.Diagnostics()
	}
	root := docs[0].Root // other mistakes are for the reader of that kind
	if root.Kind != tree.Mapping {
		s.ErrKind(root, "a mapping that begins with the key format")
		return "", s.Diagnostics()
	}
	format := root.Child("format")
	if format == nil {
		s.Err(root, "format is missing", hintFormats)
		return "", s.Diagnostics()
	}
	switch format.Value {
	case questionnaireFormat:
		return KindQuestionnaire, nil
	case answersFormat:
		return KindAnswers, nil
	case benchmarkFormat:
		return KindBenchmark, nil
	case brandFormat:
		return KindBrand, nil
	case importMapFormat:
		return KindImportMap, nil
	}
	s.Err(format, format.Describe()+" is not a known format", hintFormats)
	return "", s.Diagnostics()
}

// Extensions returns the file name extensions that are known, lower case.
func Extensions() []string { return []string{".yaml", ".yml", ".json", ".jsonl", ".csv", ".xlsx"} }

// spelling is how a file is written.
type spelling int

const (
	unknownSpelling spelling = iota
	yamlSpelling
	jsonSpelling
	jsonLinesSpelling
	csvSpelling
	xlsxSpelling
)

// spellingOf goes by the extension; what comes from standard input, or has no extension,
// by its first character.
func spellingOf(name, text string) spelling {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return yamlSpelling
	case ".json":
		return jsonSpelling
	case ".jsonl":
		return jsonLinesSpelling
	case ".csv":
		return csvSpelling
	case ".xlsx":
		return xlsxSpelling
	case "":
		if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") {
			return jsonSpelling
		}
		return yamlSpelling
	}
	return unknownSpelling
}

// headOf is how much of a file Declares looks at, in bytes.
const headOf = 4096

// Declares reports whether the text of a YAML or JSON file declares near its beginning, by a
// key `format`, that it holds a kind. It is cheap enough to be asked of each of many files
// and parses nothing, so that a text in the file may say it too; what a file holds indeed,
// KindOf says.
func Declares(data []byte, kind Kind) bool {
	value := []byte("assess/" + string(kind) + "/")
	rest := bytes.TrimPrefix(data[:min(len(data), headOf)], []byte("\ufeff"))
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

// declared reports whether a text ends with a key `format` up to its value: at the beginning
// of a line, or of a mapping in braces, or behind a comma in one.
func declared(before []byte) bool {
	before, ok := bytes.CutSuffix(spaceless(unquoted(before)), []byte(":"))
	if !ok {
		return false
	}
	before, ok = bytes.CutSuffix(unquoted(spaceless(before)), []byte("format"))
	if !ok {
		return false
	}
	before = unquoted(before)
	if len(before) == 0 || before[len(before)-1] == '\n' {
		return true
	}
	before = spaceless(before)
	return len(before) == 0 || before[len(before)-1] == '{' || before[len(before)-1] == ','
}

// unquoted cuts off a quote at the end, and spaceless the white space.
func unquoted(text []byte) []byte {
	if n := len(text) - 1; n >= 0 && (text[n] == '"' || text[n] == '\'') {
		return text[:n]
	}
	return text
}

func spaceless(text []byte) []byte { return bytes.TrimRight(text, "\t\n\f\r ") }
