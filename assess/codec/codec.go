// Package codec turns files into the domain's values and back: questionnaires, answers,
// results that a batch wrote, the scores of peers and brands, in YAML and JSON, answers also in JSON Lines, CSV and
// workbooks. It opens no files; names only say what to blame and, by their extension,
// how a file is written.
//
// There is one reader per document, whatever it is written in. Package tree makes the
// same nodes of YAML and JSON; answers_csv.go and answers_xlsx.go make them of the rows
// and cells of a table. A reader walks the nodes and blames them: so all ways of writing
// give the same values and the same diagnostics, and one run finds everything that is
// wrong. Reading takes time and memory linear in the size of the file.
//
// Files sort into their rooms: questionnaire_*, answers_*, form_* (what is written to be
// filled in), import_* (what survey tools export), result_*, benchmark, brand. A file gains a key where its [tree.Table] stands.
package codec

import (
	"path"
	"slices"
	"strings"

	"bankmaturity/assess/tree"
)

// Limits of what is read; those of texts are package tree's.
const (
	MaxBytes     = tree.MaxBytes  // of a file that holds no records
	MaxRecord    = tree.MaxRecord // of a record of JSON Lines or CSV, in bytes
	maxLanguages = 100            // of a questionnaire
)

// parse returns the documents of a file. What keeps one from being made is blamed.
func parse(s *tree.Source, opts tree.Options) []tree.Document {
	docs, _ := parseClaims(s, opts)
	return docs
}

// parseClaims is parse, with what the rows of a sheet say of themselves; nil for all other
// files.
func parseClaims(s *tree.Source, opts tree.Options) (docs []tree.Document, claims [][]claim) {
	opts.Begin = hintFormats
	if blameForeign(s) {
		return nil, nil
	}
	switch spellingOf(s.Name, "") {
	case xlsxSpelling:
		for _, d := range parseXLSX(s) {
			docs, claims = append(docs, d.Document), append(claims, d.claims)
		}
		return s.Checked(docs), claims
	case csvSpelling:
		if !readableCSV(s) {
			return nil, nil
		}
		return s.Checked(parseCSV(s)), nil
	}
	return parseText(s, opts), nil
}

// parseText is parse for YAML, JSON and JSON Lines.
func parseText(s *tree.Source, opts tree.Options) []tree.Document {
	if !s.Readable(spellingOf(s.Name, "") == jsonLinesSpelling, hintFormats) {
		return nil
	}
	switch spellingOf(s.Name, s.Text) {
	case yamlSpelling:
		return s.YAML(opts)
	case jsonSpelling:
		return s.JSON(opts)
	case jsonLinesSpelling:
		return s.JSONLines(opts)
	}
	s.ErrFile("a file "+path.Ext(s.Name)+" can't be read", "known are "+strings.Join(Extensions(), ", "))
	return nil
}

// single returns the root of a file that holds one document, nil if it holds none.
func single(s *tree.Source, opts tree.Options, what string) *tree.Node {
	docs := parse(s, opts)
	if len(docs) == 0 {
		return nil
	}
	if len(docs) > 1 {
		s.ErrPlace(docs[1].From, 1, "a second document begins here; a "+what+" is one", "")
	}
	return docs[0].Root
}

// begins checks that a root is a mapping of the format wanted, with the keys of a table.
// What says that it is something else of ours is blamed for nothing but that.
func begins[R any](s *tree.Source, root *tree.Node, want string, keys tree.Table[R]) bool {
	format := root.Child("format")
	if format == nil || format.Value == want && format.Class == tree.Text {
		return keys.Check(s, root)
	}
	s.Err(format, format.Describe()+" can't stand here; accepted is "+want, "")
	return !slices.Contains(formats, format.Value) && keys.Check(s, root)
}
