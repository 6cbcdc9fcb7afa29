// Package tree turns the text of a file into nodes that know where they stand.
//
// A [Source] is one file on its way to being read: its text, the nodes made of it, and
// what was found wrong in it. The readers of package codec ask it for [Document]s, walk
// their nodes with typed reads ([Source.Words], [Source.Decimal], [Table] …) and blame a
// node where it is not what is expected. Blame is collected, never thrown: a file is
// read to its end and [Source.Diagnostics] gives all of it at once, in order of place,
// when lines and columns are worked out in one pass over the text. Until then a place is
// a byte offset and a [Node] is cheap.
//
//	s := tree.New("answers.yaml", data, nil)
//	for _, d := range s.YAML(tree.Options{Scan: true}) {
//		if v := d.Root.Child("date"); v != nil {
//			date, ok := s.Words(v)
//		}
//	}
//	return s.Diagnostics()
//
// A text becomes nodes in one of two ways, which give the same nodes with the same
// places:
//
//   - the scanners (scan*.go) read the YAML and JSON that people and programs write,
//     fast. They never complain: at the first doubt they give the document up, whole.
//   - yaml.v3 (library*.go) and encoding/json (json.go) read everything, and what they
//     refuse is explained in our words (complaint.go).
//
// So there is one reading of every rule: a scanner that is in doubt costs time and
// changes nothing. FuzzScanner holds the two ways together. This package alone knows
// yaml.v3, and it knows neither questionnaires nor answers.
package tree

// Limits of what is read; beyond them a diagnostic says so.
const (
	MaxBytes   = 64 << 20  // of a file that is one document
	MaxRecord  = 1 << 20   // bytes of one record of JSON Lines or CSV
	MaxEntries = 4_000_000 // lines and commas, or cells: what bounds the memory of the nodes

	maxDepth     = 64      // of nesting
	maxAliases   = 100     // uses of anchors in a document
	maxExpansion = 1 << 20 // nodes that those uses may add
	maxDocuments = 10_000  // in one YAML file
	maxFindings  = 100_000 // in one file
)

// Options say how a text is read.
type Options struct {
	Scan    bool   // take the fast way where it is sure; else always yaml.v3 or encoding/json
	Aliases bool   // YAML anchors and aliases are accepted, within bounds
	Begin   string // hint where a file holds nothing: how a file begins
}

// A Document is one of the documents of a file, and the bytes it was made of.
type Document struct {
	Root     *Node
	From, To int
}
