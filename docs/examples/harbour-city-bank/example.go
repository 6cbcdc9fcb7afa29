// Package harbour holds the answers of Harbour City Bank, five respondents of a made-up bank
// to bank-digital.
package harbour

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml
var files embed.FS

// Answers returns the answers files, by name.
func Answers() (map[string][]byte, error) {
	out := map[string][]byte{}
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		out[e.Name()] = data
	}
	return out, nil
}
