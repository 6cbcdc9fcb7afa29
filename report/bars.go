package report

import (
	"strings"

	"bankmaturity/assess/cells"
)

// barLines draw bars as text: score, bar, title, each in its column.
func barLines(bs bars) []string {
	scores, total := 0, 0
	for _, b := range bs {
		scores = max(scores, cells.Width(b.Score))
		total = max(total, b.total)
	}
	var out []string
	for _, b := range bs {
		drawn := strings.Repeat("█", b.filled) + strings.Repeat("░", b.total-b.filled) + strings.Repeat("·", total-b.total)
		out = append(out, strings.Repeat(" ", scores-cells.Width(b.Score))+b.Score+"  "+drawn+"  "+b.Title)
	}
	return out
}
