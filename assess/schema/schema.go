// Package schema holds JSON Schemas (2020-12) of the files that assess reads and
// writes, for editors and other programs. They say what a file looks like; what
// its parts mean to one another (ids, options, conditions) assess check tells.
package schema

import (
	"bytes"
	"embed"
)

//go:embed *.json
var files embed.FS

// Names returns what there are schemas of.
func Names() []string {
	return []string{
		"questionnaire", "answers", "result", "benchmark", "comparison", "failure", "quality", "status",
	}
}

// Open returns the schema of a kind of file and whether there is one.
func Open(name string) ([]byte, bool) {
	data, err := files.ReadFile(name + ".json")
	return data, err == nil
}

// Written reports whether a text is one of the schemas, also of one questionnaire's answers: an
// editor wants it beside the files that it is for.
func Written(text []byte) bool { return bytes.Contains(text, []byte(`"$id": "urn:assess:`)) }
