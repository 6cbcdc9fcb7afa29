package words

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// clean puts a user's text on one line: line breaks become br, other control
// characters and what XML forbids become U+FFFD, invisible formatting (bidi
// overrides, byte order marks) is dropped except the joiners that scripts and
// emoji need. What nothing is left of becomes U+FFFD, so that a text is never
// empty where one was written. A text with letters that run from right to left is
// isolated, so that it can't turn the words and figures around it.
func clean(s, br string) string {
	if s == "" {
		return ""
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.TrimSpace(strings.Map(harmless, s))
	if s == "" {
		return "\uFFFD"
	}
	if strings.Contains(s, "\n") {
		s = lineBreaks.ReplaceAllLiteralString(s, br)
	}
	if strings.ContainsFunc(s, rightToLeft) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// rightToLeft reports whether a letter runs from right to left.
func rightToLeft(r rune) bool {
	if r < 0x590 || r >= 0x900 && r < 0xfb1d { // Latin and Chinese, without a look into tables
		return false
	}
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana,
		unicode.Nko, unicode.Samaritan, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya)
}

var lineBreaks = regexp.MustCompile(`\s*\n\s*`)

func harmless(r rune) rune {
	switch {
	case r == '\r': // of a line's end; alone it is not one in the files read
		return ' '
	case r == '\n', r == '\u2028', r == '\u2029', r == '\u0085', r == '\v', r == '\f':
		return '\n'
	case r == '\t':
		return ' '
	case r == '\u200c', r == '\u200d':
		return r
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsControl(r), r&0xfffe == 0xfffe:
		return '\uFFFD'
	}
	return r
}

// HTML makes a cleaned text harmless in HTML and XML.
func HTML(s string) string { return html.EscapeString(s) }

// Plain leaves a cleaned text as it is, for terminals.
func Plain(s string) string { return s }

// Markdown makes a cleaned text mean itself in CommonMark, GitHub's
// dialect and pandoc's, and stays readable: a character gets its backslash only
// where it could start something.
func Markdown(s string) string {
	var b strings.Builder
	runes, start := []rune(s), markerEnd(s)
	closing := len(runes) // where a heading's closing sequence begins
	for closing > 0 && runes[closing-1] == '#' {
		closing--
	}
	for i, r := range runes {
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case strings.ContainsRune("\\`*[]|~^${@", r),
			r == '_' && !within(runes, i),
			r == '&' && entity.MatchString(string(runes[i:min(len(runes), i+longestEntity)])),
			r == ':' && link(runes, i),
			r == '.' && dotted(runes, i),
			i >= closing,
			i == start:
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// counter is what numbers an item: CommonMark knows digits, pandoc letters and Roman numerals too.
const counter = `\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+`

// longestEntity is more than the longest name of a character in HTML.
const longestEntity = 40

var (
	entity  = regexp.MustCompile(`^&(#|[A-Za-z][A-Za-z0-9]*;)`)
	scheme  = regexp.MustCompile(`(?i)(mailto|xmpp)$`)
	initial = regexp.MustCompile(`^[A-Z]\. ?\S`)
	marker  = regexp.MustCompile(`^(?:[>=:]|#+|[-+]|\((?:#|` + counter + `)\)|(?:` + counter + `)[.)])`)
)

// markerEnd returns the index of the character to escape where a text begins
// like a heading, list, quotation or rule, else -1. Markers are ASCII, so bytes
// and characters count alike.
func markerEnd(s string) int {
	m := marker.FindString(s)
	rest := s[len(m):]
	switch {
	case m == "":
		return -1
	case strings.ContainsAny(m[:1], ">=:#"):
		return 0
	case initial.MatchString(s): // of a name, which pandoc spares too
		return -1
	case m[0] == '(' && (rest == "" || rest[0] == ' '):
		return 0
	case m[0] == '(':
		return -1
	case rest == "" || rest[0] == ' ' || strings.HasPrefix(rest, m):
		return len(m) - 1
	}
	return -1
}

// within reports whether the character at i stands inside a word.
func within(runes []rune, i int) bool {
	return i > 0 && i < len(runes)-1 && word(runes[i-1]) && word(runes[i+1])
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// link reports whether the colon at i could belong to a link's address.
func link(runes []rune, i int) bool {
	after, before := runes[i+1:min(len(runes), i+3)], runes[max(0, i-len("mailto")):i]
	return strings.HasPrefix(string(after), "//") || scheme.MatchString(string(before))
}

// dotted reports whether the dot at i follows "www", where links begin.
func dotted(runes []rune, i int) bool {
	return i >= 3 && strings.EqualFold(string(runes[i-3:i]), "www")
}
