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

// Extensions returns the file name extensions that are known, lower case.
func Extensions() []string { return []string{".yaml", ".yml", ".json", ".jsonl", ".csv", ".xlsx"} }

// recordwise reports whether a file holds many records and has no limit of its
// own: each record has one.
func recordwise(name string) bool {
	k := syntaxOf(name, "")
	return k == csvSyntax || k == jsonLinesSyntax
}

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
