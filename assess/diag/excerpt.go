package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// An excerpt shows at most so many code points of a line; where it leaves out
// the beginning, so many of them stand in front of the place.
const (
	window = 100
	lead   = 60
)

// cells measures text in columns of a terminal. A value of its own, because the
// library's default follows the environment: ambiguous characters are narrow
// here on every machine.
var cells = runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// excerpt prints the source line and, below it, what marks the place. Without a
// source line the hint stands alone.
func (d Diagnostic) excerpt(b *strings.Builder) {
	hint := Harmless(d.Hint)
	if strings.TrimSpace(d.Source) == "" || d.Line <= 0 {
		if hint != "" {
			b.WriteString("        " + hint + "\n")
		}
		return
	}
	front, marked, rest := d.cut()
	fmt.Fprintf(b, "%5d | %s%s%s\n", d.Line, front, marked, rest)
	carets := strings.Repeat("^", max(cells.StringWidth(marked), 1))
	b.WriteString(strings.TrimRight("      | "+blank(front)+carets+" "+hint, " ") + "\n")
}

// cut returns the part of the source line to show: what is in front of the
// place, the place, the rest. Where the line goes on, an ellipsis says so.
func (d Diagnostic) cut() (front, marked, rest string) {
	line := []rune(visible(d.Source))
	at := min(max(d.Column-1-d.Before, 0), len(line))
	from := 0
	if at > lead && at+max(d.Length, 1) > window-20 {
		from = at - lead
	}
	to := min(from+window, len(line))
	end := min(at+max(d.Length, 1), to)
	front, marked, rest = string(line[from:at]), string(line[at:end]), string(line[end:to])
	if from > 0 || d.Before > 0 {
		front = "…" + front
	}
	if to < len(line) {
		rest += "…"
	}
	return front, marked, rest
}

// blank returns white space as wide as a text; tabs stay tabs.
func blank(s string) string {
	parts := strings.Split(s, "\t")
	for i, p := range parts {
		parts[i] = strings.Repeat(" ", cells.StringWidth(p))
	}
	return strings.Join(parts, "\t")
}

// visible returns a source line with each character that a terminal would obey
// instead of showing it replaced by one U+FFFD. Tabs stay.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && Obeyed(r) {
			return utf8.RuneError
		}
		return r
	}, line)
}

// Harmless returns a message in which such characters are written as escapes.
func Harmless(s string) string {
	if strings.IndexFunc(s, Obeyed) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if Obeyed(r) {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Obeyed reports whether a terminal would do something other than draw r:
// control characters, line separators, and what turns the direction of text.
func Obeyed(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0xfeff || r >= 0xe0000 && r < 0xe0080 // byte order mark, invisible tags
}
