// Package questionnaires holds the bundled maturity models, as they are written: YAML, which
// ReadQuestionnaire of bankmaturity/assess/codec makes a questionnaire of.
package questionnaires

import (
	"bytes"
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.yaml
var files embed.FS

//go:embed starter/questionnaire.yaml
var starter []byte

// Starter returns a small commented questionnaire for an author to begin with.
func Starter() []byte { return bytes.Clone(starter) }

// Names returns the ids of the bundled questionnaires, sorted.
func Names() []string {
	entries, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil // the pattern is constant and well-formed
	}
	for i, e := range entries {
		entries[i] = strings.TrimSuffix(e, ".yaml")
	}
	return entries
}

// Open returns the YAML of a bundled questionnaire and whether there is one.
func Open(name string) ([]byte, bool) {
	data, err := files.ReadFile(name + ".yaml")
	return data, err == nil
}
