package codec

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Own reports whether rewriting an answers file loses nothing: it has the
// marker line, and every comment in it is one that assess wrote. It returns the
// line that names the schema, which is to be kept. Where in doubt it says no.
func Own(data []byte) (own bool, schemaLine string) {
	s := newSource("", data)
	if !s.readable() || len(s.documents()) != 1 {
		return false, ""
	}
	found := false
	for _, c := range comments(s.text) {
		switch {
		case c == marker:
			found = true
		case strings.HasPrefix(c, schemaPrefix):
			if schemaLine != "" {
				return false, ""
			}
			schemaLine = c
		case !strings.HasPrefix(c, ours):
			return false, ""
		}
	}
	if !found || !librarySeesOurs(s.text) {
		return false, ""
	}
	return true, schemaLine
}

// comments returns the comments of a YAML text, each from its # to the end of
// its line. A # counts where white space is in front of it and it stands in no
// quotes; in a block of text (| or >) it counts too, which errs on the side of
// a person's comments.
func comments(text string) []string {
	var found []string
	quote := byte(0)
	before := byte('\n') // the last character that is not a space
	for i := 0; i < len(text); i++ {
		c := text[i]
		space := i == 0 || strings.IndexByte(" \t\r\n", text[i-1]) >= 0
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '#' && space:
			end := lineEnd(text, i, len(text))
			if end < 0 {
				end = len(text)
			}
			found = append(found, strings.TrimRight(text[i:end], " \t\r\n"))
			i, c = end-1, '\n'
		case (c == '"' || c == '\'') && strings.IndexByte("\n:,[{-?", before) >= 0:
			quote = c
		}
		if c != ' ' && c != '\t' && c != '\r' {
			before = c
		}
	}
	return found
}

// librarySeesOurs asks the library for the comments too, so that a comment has
// to escape two readers to be lost.
func librarySeesOurs(text string) bool {
	tree, err := decode(strings.NewReader(text))
	return err == nil && nodeSeesOurs(&tree)
}

func nodeSeesOurs(n *yaml.Node) bool {
	for _, block := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		for line := range strings.SplitSeq(block, "\n") {
			line = strings.TrimSpace(line)
			if line != "" && line != marker && !strings.HasPrefix(line, ours) && !strings.HasPrefix(line, schemaPrefix) {
				return false
			}
		}
	}
	for _, child := range n.Content {
		if !nodeSeesOurs(child) {
			return false
		}
	}
	return true
}
