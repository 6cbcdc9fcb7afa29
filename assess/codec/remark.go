package codec

import (
	"cmp"
	"regexp"
	"strconv"

	"bankmaturity/assess/diag"
)

// Remarks gives remarks about the first document of a file their places. A path
// that leads nowhere, because the text is the same in every language or stands
// in a shared list, blames as much of it as there is.
func Remarks(name string, data []byte, remarks []diag.Remark) []diag.Diagnostic {
	s := newSource(name, data)
	roots := s.parse(aliasesBounded)
	if len(roots) == 0 {
		return s.diagnostics()
	}
	for _, r := range remarks {
		n := roots[0].follow(cmp.Or(r.Blame, r.Path))
		s.add(finding{at: n.at, length: s.extent(n), also: -1, path: r.Path, severity: r.Severity, message: r.Message, hint: r.Hint})
	}
	return s.diagnostics()
}

var pathStep = regexp.MustCompile(`[^.\[\]]+`)

// follow returns the node that a path leads to, or the last one on the way.
func (n *node) follow(path string) *node {
	for _, step := range pathStep.FindAllString(path, -1) {
		next := n.child(step)
		if i, err := strconv.Atoi(step); err == nil && n.kind == sequence && i < len(n.items) {
			next = n.items[i]
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}
