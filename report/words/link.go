package words

import (
	"fmt"
	"html"
	"net/url"
	"strings"
)

// A Linker makes a link in a format, of a text that is ready for it and an address. It gives
// the text alone where the address is not one over https to a named host.
type Linker func(text, address string) string

// MarkdownLink makes a link in Markdown.
func MarkdownLink(text, address string) string {
	to, ok := destination(address)
	if !ok {
		return text
	}
	return "[" + text + "](" + strings.ReplaceAll(to, "&", "&amp;") + ")"
}

// HTMLLink makes a link in HTML.
func HTMLLink(text, address string) string {
	to, ok := destination(address)
	if !ok {
		return text
	}
	return `<a href="` + html.EscapeString(to) + `" rel="noreferrer">` + text + `</a>`
}

// destination returns an address in which every character that could end a link, or mean
// something in Markdown or HTML, is written in per cent.
func destination(address string) (to string, ok bool) {
	const scheme = "https://"
	rest, ok := strings.CutPrefix(address, scheme)
	if !ok {
		return "", false
	}
	var b strings.Builder
	b.WriteString(scheme)
	for i := range len(rest) {
		c := rest[i]
		digit := '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		switch {
		case digit, strings.IndexByte("-._~:/?#@!+,;=&", c) >= 0, c == '%' && hex(rest[i+1:]):
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	u, err := url.Parse(b.String())
	return b.String(), err == nil && u.Hostname() != "" && u.User == nil
}

// hex reports whether a text begins with two hexadecimal digits.
func hex(s string) bool {
	return len(s) >= 2 && strings.Trim(s[:2], "0123456789abcdefABCDEF") == ""
}
