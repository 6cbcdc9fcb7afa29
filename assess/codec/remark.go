package codec

import (
	"cmp"
	"regexp"
	"strconv"

	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// Remarks gives remarks about the first document of a file their places. A path
// that leads nowhere, because the text is the same in every language or stands
// in a shared list, blames as much of it as there is.
func Remarks(name string, data []byte, remarks []diag.Remark) []diag.Diagnostic {
	s := tree.New(name, data, nil)
	docs := parse(s, tree.Options{Aliases: true})
	if len(docs) == 0 {
		return s.Diagnostics()
	}
	for _, r := range remarks {
		s.Remark(follow(docs[0].Root, cmp.Or(r.Blame, r.Path)), r.Path, r.Severity, r.Message, r.Hint)
	}
	return s.Diagnostics()
}

var pathStep = regexp.MustCompile(`[^.\[\]]+`)

// follow returns the node that a path leads to, or the last one on the way.
func follow(n *tree.Node, path string) *tree.Node {
	for _, step := range pathStep.FindAllString(path, -1) {
		next := n.Child(step)
		if i, err := strconv.Atoi(step); err == nil && n.Kind == tree.Sequence && i < len(n.Items) {
			next = n.Items[i]
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}
