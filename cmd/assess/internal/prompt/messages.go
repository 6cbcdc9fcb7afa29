package prompt

import "embed"

// Messages holds the package's own texts, one file per language, to be loaded by
// the caller.
//
//go:embed messages/*.json
var Messages embed.FS
