package diag

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever a user wrote, what is printed of it is text that a terminal shows: one
// line for the place, at most one for the source and one for the caret, which stands
// below the first character that is blamed.
func FuzzWrite(f *testing.F) {
	f.Add("a.yaml", "answers.who", "no such question", "did you mean when?", "  who: 3", 1, 3, 0, 3)
	f.Add("a\x1b", "\u202e", "m\nn", "\x00", "\x1b[\u202ex\u2028", 1, 2, 0, 9)
	f.Add("银行", "", "m", "h", "银\t行"+strings.Repeat("x", 200), 1, 150, 100, 1<<40)
	f.Add("", "", "", "", "\xff\xfe", -1, -1, -1, -1)
	f.Fuzz(func(t *testing.T, file, path, message, hint, source string, line, column, before, length int) {
		d := Diagnostic{File: file, Path: path, Severity: Error, Message: message, Hint: hint,
			Source: source, Line: line, Column: column, Before: before, Length: length}
		var out bytes.Buffer
		if err := Write(&out, []Diagnostic{d}, Options{}); err != nil {
			t.Fatal(err)
		}
		printed := out.String()
		if !utf8.ValidString(printed) ||
			strings.ContainsFunc(printed, func(r rune) bool { return r != '\t' && r != '\n' && Obeyed(r) }) {
			t.Fatalf("a terminal would obey it: %q", printed)
		}
		lines := strings.Split(strings.TrimSuffix(printed, "\n"), "\n")
		if len(lines) > 3 {
			t.Fatalf("%d lines: %q", len(lines), printed)
		}
		if len(lines) < 3 {
			return
		}
		_, text, _ := strings.Cut(lines[1], " | ")
		_, below, _ := strings.Cut(lines[2], " | ")
		caret := strings.IndexByte(below, '^')
		if caret < 0 {
			t.Fatalf("no caret: %q", printed)
		}
		if wide := cells.StringWidth(text); wide > 2*(window+2) ||
			strings.Count(below, "^") > 2*window+strings.Count(hint, "^") {
			t.Fatalf("%d columns: %q", wide, printed)
		}
		if front, _, _ := d.cut(); blank(front) != below[:caret] {
			t.Fatalf("the caret stands beside the place: %q", printed)
		}
	})
}
