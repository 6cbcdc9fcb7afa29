package printer

import "bytes"

// front stands before every page. The policy holds for all that follows it, whatever a template
// begins with: a browser ignores a second doctype and a second head.
const front = `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
	`style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`

// shut is a page that runs no script and reads nothing but what it brings itself.
func shut(page []byte) []byte {
	return append([]byte(front), bytes.TrimPrefix(page, []byte("\ufeff"))...)
}
