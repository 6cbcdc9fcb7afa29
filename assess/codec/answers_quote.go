package codec

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quote writes a text for YAML: plain where every reader takes it for that
// text, in block and in flow, else in double quotes.
func quote(s string) string {
	if safe(s) {
		return s
	}
	return quoted(s)
}

// notTexts are words that some reader of YAML takes for something other than a text.
var notTexts = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n", "unknown"}

// safe reports whether a text can stand without quotes: letters, digits and a
// few signs, a letter first, no space at the end, no word with a meaning.
func safe(s string) bool {
	if s == "" || len(s) > 200 || strings.HasSuffix(s, " ") || slices.Contains(notTexts, strings.ToLower(s)) {
		return false
	}
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			return false
		case unicode.IsLetter(r):
		case i > 0 && (r == ' ' || unicode.IsDigit(r) || strings.ContainsRune("-_./()+", r)):
		default:
			return false
		}
	}
	return true
}

// quoted writes a text in double quotes, on one line. What can't be seen, and
// what a reader of YAML might change, is escaped; bytes that are not UTF-8
// become U+FFFD.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
