// Package cells measures and breaks text as a terminal, or a column of one
// character size, shows it: Chinese takes two cells, a combining mark none. Lines
// break where the Unicode line breaking algorithm (UAX 14) allows it, so that no
// line begins with closing punctuation.
package cells

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Width is the number of cells that a text takes.
func Width(s string) int { return uniseg.StringWidth(s) }

// Wrap breaks a text into lines of at most width cells: where the text has a
// line break, at spaces, between wide characters, and inside a word only where it
// is longer than a line. There is at least one line; none ends in a space.
func Wrap(s string, width int) []string {
	var lines []string
	line, fill := "", 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " \t\r\n"))
		line, fill = "", 0
	}
	state := -1
	for s != "" {
		var piece string
		var must bool
		piece, s, must, state = uniseg.FirstLineSegmentInString(s, state)
		if fill > 0 && fill+Width(strings.TrimRight(piece, " \r\n")) > width {
			flush()
		}
		for {
			head, tail := Split(strings.TrimRight(piece, " \r\n"), width)
			if tail == "" {
				break
			}
			line += head
			flush()
			piece = piece[len(head):]
		}
		line, fill = line+piece, fill+Width(piece)
		if must && s != "" {
			flush()
		}
	}
	flush()
	return lines
}

// Split cuts a text after the last whole character that fits the width, but
// after one at least.
func Split(s string, width int) (head, tail string) {
	rest, state, fill := s, -1, 0
	for rest != "" {
		var w int
		var next string
		_, next, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if fill+w > width && fill > 0 {
			break
		}
		fill += w
		rest = next
	}
	return s[:len(s)-len(rest)], rest
}

// Fit cuts a text to a width, with the mark more where something is missing.
func Fit(s string, width int, more string) string {
	if Width(s) <= width {
		return s
	}
	head, _ := Split(s, max(1, width-Width(more)))
	return strings.TrimSpace(head) + more
}
