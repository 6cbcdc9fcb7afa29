package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess/tree"
)

// Own reports whether rewriting an answers file loses nothing: it has the marker line, and
// every comment in it is one that assess wrote. It returns the line that names the schema,
// which is to be kept. Where in doubt it says no.
func Own(data []byte) (own bool, schemaLine string) {
	s := tree.New("", data, nil)
	if !s.Readable(false, "") || s.Documents() != 1 {
		return false, ""
	}
	comments := tree.Comments(s.Text)
	for _, c := range comments {
		switch {
		case !isOurs(c):
			return false, ""
		case strings.HasPrefix(c, schemaPrefix):
			if schemaLine != "" {
				return false, ""
			}
			schemaLine = c
		}
	}
	if !slices.Contains(comments, marker) {
		return false, ""
	}
	seen, ok := tree.LibraryComments(s.Text)
	if !ok || slices.ContainsFunc(seen, func(c string) bool { return !isOurs(c) }) {
		return false, ""
	}
	return true, schemaLine
}

// isOurs reports whether assess writes such a comment.
func isOurs(comment string) bool {
	return comment == marker || strings.HasPrefix(comment, schemaPrefix) ||
		strings.HasPrefix(comment, ourComment)
}
