package prompt

import (
	"embed"
	"io/fs"
)

//go:embed messages/*.json
var files embed.FS

// Messages returns the package's own texts, one file per language, to be loaded
// by the caller.
func Messages() fs.FS {
	sub, err := fs.Sub(files, "messages")
	if err != nil {
		return files // the name is constant and valid
	}
	return sub
}
