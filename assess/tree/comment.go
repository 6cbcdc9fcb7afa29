package tree

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Comments returns the comments of a YAML text, each from its # to the end of its line. A #
// counts where white space is in front of it and it stands in no quotes; in a block of text
// (| or >) it counts too, which errs on the side of a person's comments.
func Comments(text string) []string {
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

// LibraryComments returns the lines of the comments that yaml.v3 sees, so that a comment has
// to escape two readers to be lost; false where it can't read the text.
func LibraryComments(text string) ([]string, bool) {
	root, err := decode(strings.NewReader(text))
	if err != nil {
		return nil, false
	}
	return libraryComments(nil, &root), true
}

func libraryComments(found []string, n *yaml.Node) []string {
	for _, block := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		for line := range strings.SplitSeq(block, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				found = append(found, line)
			}
		}
	}
	for _, child := range n.Content {
		found = libraryComments(found, child)
	}
	return found
}
