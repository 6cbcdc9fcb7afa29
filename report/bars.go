package report

import (
	"strings"

	"github.com/rivo/uniseg"
)

// barLines draw bars as text: score, bar, title, each in its column.
func barLines(bs bars) []string {
	scores, total := 0, 0
	for _, b := range bs {
		scores = max(scores, cells(b.score))
		total = max(total, b.total)
	}
	var out []string
	for _, b := range bs {
		drawn := strings.Repeat("█", b.filled) + strings.Repeat("░", b.total-b.filled) + strings.Repeat("·", total-b.total)
		out = append(out, strings.Repeat(" ", scores-cells(b.score))+b.score+"  "+drawn+"  "+b.title)
	}
	return out
}

// cells is a text's width in a terminal, where Chinese takes two cells.
func cells(s string) int { return uniseg.StringWidth(s) }

// wrap breaks a text into lines of at most width cells: at spaces, inside a run
// of wide characters, and inside a word only where it is longer than a line.
func wrap(s string, width int) []string {
	var lines []string
	line, fill := "", 0
	flush := func() {
		if t := strings.TrimSpace(line); t != "" {
			lines = append(lines, t)
		}
		line, fill = "", 0
	}
	for _, piece := range pieces(s) {
		w := cells(piece)
		if fill+cells(strings.TrimRight(piece, " ")) > width {
			flush()
		}
		for w > width {
			head, tail := split(piece, width)
			if tail == "" {
				break
			}
			line = head
			flush()
			piece, w = tail, cells(tail)
		}
		line, fill = line+piece, fill+w
	}
	flush()
	return lines
}

// pieces are what a line may end after: words with the spaces behind them, and
// single wide characters with the punctuation behind them.
func pieces(s string) []string {
	var out []string
	state := -1
	for s != "" {
		var segment string
		segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		out = append(out, segment)
	}
	return out
}

// split cuts a text after the last whole character that fits the width, but
// after one at least.
func split(s string, width int) (head, tail string) {
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

// fit cuts a text to a width, with a mark where something is missing.
func fit(s string, width int, more string) string {
	if cells(s) <= width {
		return s
	}
	head, _ := split(s, max(1, width-cells(more)))
	return strings.TrimSpace(head) + more
}
