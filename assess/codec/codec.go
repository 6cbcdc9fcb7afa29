// Package codec turns bytes into the domain's values and back: questionnaires,
// answers, peers' scores and brands, in YAML and JSON, answers also in JSON Lines,
// CSV and workbooks. It opens no files; names only say what to blame and, by their
// extension, which format to read.
//
// Every format becomes the same small tree of nodes with their places, and one
// walker reads the tree. So all formats give the same model and the same
// errors, and a reader finds everything that is wrong in one run. Reading takes
// time and memory linear in the size of the file.
package codec

import (
	"path"
	"strings"

	"bankmaturity/assess/diag"
)

// Limits of what is read; beyond them a diagnostic says so.
const (
	maxBytes     = 64 << 20
	maxEntries   = 4_000_000 // lines and commas: what bounds the memory of the tree
	maxRecord    = 1 << 20   // bytes of one record of JSON Lines or CSV
	maxDepth     = 64        // of nesting
	maxAliases   = 100       // uses of anchors in a questionnaire
	maxExpansion = 1 << 20   // nodes that those uses may add
	maxQuestions = 10_000
	maxVoices    = 100     // in one `votes`
	maxDocuments = 10_000  // in one YAML file
	maxFindings  = 100_000 // in one file
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

// Extensions returns the file name extensions that are known, lower case.
func Extensions() []string { return []string{".yaml", ".yml", ".json", ".jsonl", ".csv", ".xlsx"} }

// recordwise reports whether a file holds many records and has no limit of its
// own: each record has one.
func recordwise(name string) bool {
	k := syntaxOf(name, "")
	return k == csvSyntax || k == jsonLinesSyntax
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

// syntax is how a file is written.
type syntax int

const (
	unknownSyntax syntax = iota
	yamlSyntax
	jsonSyntax
	jsonLinesSyntax
	csvSyntax
	xlsxSyntax
)

// syntaxOf goes by the extension; what comes from standard input, or has no
// extension, by its first character.
func syntaxOf(name, text string) syntax {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return yamlSyntax
	case ".json":
		return jsonSyntax
	case ".jsonl":
		return jsonLinesSyntax
	case ".csv":
		return csvSyntax
	case ".xlsx":
		return xlsxSyntax
	case "":
		if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") {
			return jsonSyntax
		}
		return yamlSyntax
	}
	return unknownSyntax
}

// single returns the tree of a file that holds one document, nil if it holds none.
func (s *source) single(aliases aliasRule, what string) *node {
	roots := s.parse(aliases)
	if len(roots) == 0 {
		return nil
	}
	if len(roots) > 1 {
		s.at(roots[1].from, 1, "a second document begins here; a "+what+" is one", "")
	}
	return roots[0]
}

// parse returns the trees of a file, one per document. What keeps a tree from
// being made is blamed.
func (s *source) parse(aliases aliasRule) []*node {
	var roots []*node
	if syntaxOf(s.name, "") == xlsxSyntax {
		return s.parseXLSX()
	}
	if !s.readable() {
		return nil
	}
	switch syntaxOf(s.name, s.text) {
	case yamlSyntax:
		roots = s.parseYAML(aliases)
	case jsonSyntax:
		roots = s.parseJSON()
	case jsonLinesSyntax:
		roots = s.parseJSONLines()
	case csvSyntax:
		roots = s.parseCSV()
	default:
		s.file("a file "+path.Ext(s.name)+" can't be read", "known are "+strings.Join(Extensions(), ", "))
	}
	for _, root := range roots {
		s.duplicates(root, nil)
	}
	return roots
}
