package tree

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// A complaint is what the library says about a syntax error, and what we say.
type complaint struct {
	theirs  string // the beginning of their message
	place   where
	message string
	hint    string
}

// where says which line a complaint is about.
type where int

const (
	itsLine   where = iota // the line that the library names
	lineBelow              // the one below it, where the bracket stands that it means
	lineRead               // the one up to which it has read
)

const (
	hintIndent   = "check the indentation"
	hintQuotes   = "check the indentation, and the quotes above"
	hintBrackets = "put texts that hold , [ ] { } ? # ' or a colon in quotes, and check the quotes"
)

var complaints = []complaint{
	{"mapping values are not allowed", itsLine,
		"a colon can't stand here", "put a text that holds ': ' in quotes, and check the indentation"},
	{"did not find expected key", lineRead,
		"this line does not fit to what is above: a key is expected", hintQuotes},
	{"did not find expected '-' indicator", lineRead,
		"this line does not fit to what is above: a list item (-) is expected", hintIndent},
	{"did not find expected ',' or '}'", lineBelow,
		"the { in this line is not closed, or a comma is missing after it", hintBrackets},
	{"did not find expected ',' or ']'", lineBelow,
		"the [ in this line is not closed, or a comma is missing after it", hintBrackets},
	{"did not find expected node content", lineRead,
		"a value is expected", "put texts that hold , [ ] { } ? # ' or a colon in quotes"},
	{"did not find expected <document start>", lineRead,
		"the text goes on where it should have ended", hintQuotes},
	{"second document", lineRead, "a second document begins here", "begin it with a line ---"},
	{"found unexpected end of stream", itsLine, "the quote that opens here is never closed", ""},
	{"found unexpected document indicator", itsLine,
		"the quote that opens here is not closed before the next document", ""},
	{"could not find expected ':'", itsLine,
		"a key without a colon", "write key: value, and put a long text in quotes"},
	{"found character that cannot start any token", itsLine,
		"this line begins a text with a character that needs quotes", "put the text in quotes"},
	{"block sequence entries are not allowed", itsLine,
		"a list can't begin here", "put every item on its own line"},
	{"block mapping", lineRead, "a mapping can't begin here", hintIndent},
	{"found a tab character", lineRead, "a tab can't indent", "indent with spaces"},
	{"found unknown escape character", itsLine,
		"an unknown escape", `in double quotes a backslash is written \\`},
	{"did not find expected hexdecimal number", itsLine,
		"an escape without its digits", `write \x41, \u0041 or, for a backslash, \\`},
	{"found invalid Unicode character escape code", itsLine, "an escape that stands for no character", ""},
	{"exceeded max depth", lineRead, "nested deeper than 64 levels", ""},
	{"found undefined tag handle", lineRead,
		"tags (!) are not accepted", "remove the tag, or put the text in quotes"},
	{"did not find expected alphabetic or numeric character", lineRead,
		"a name is expected after & or *", "put a text that begins with & or * in quotes"},
	{"did not find expected comment or line break", lineRead,
		"a text in several lines begins below its | or >", ""},
	{"unknown anchor", lineRead,
		"no anchor of this name stands above", "put a text that begins with * in quotes"},
}

var theirAnchor = regexp.MustCompile(`^unknown anchor '([^']+)'`)

var theirLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)`)

// syntax blames a syntax error, in our words and at the best place there is.
// The library names a line only, sometimes that of what the error is in; how
// far it has read says where it got stuck.
func (s *Source) syntax(d span, err error) {
	m := theirLine.FindStringSubmatch(err.Error())
	c := complaint{place: lineRead, message: "this can't be read as YAML", hint: hintQuotes}
	for _, known := range complaints {
		if strings.HasPrefix(m[2], known.theirs) {
			c = known
			break
		}
	}
	at := d.from
	line, err := strconv.Atoi(m[1])
	name := theirAnchor.FindStringSubmatch(m[2])
	switch {
	case name != nil:
		at += max(0, strings.Index(s.Text[d.from:d.to], "*"+name[1]))
		s.ErrPlace(at, len(name[1])+1, c.message, c.hint)
		return
	case c.place == lineRead:
		at = d.stuck(s.Text)
	case c.place == lineBelow:
		at = d.line(s.Text, line+1)
	case err == nil:
		at = d.line(s.Text, line)
	}
	if s.wide(at) {
		return
	}
	at, length := s.offender(at, d.to)
	tab := strings.IndexByte(s.Text[at:at+length], '\t')
	if tab >= 0 && strings.TrimSpace(s.Text[at:at+tab]) == "" {
		at, length, c = at+tab, 1, complaint{message: "a tab can't indent", hint: "indent with spaces"}
	}
	s.ErrPlace(at, min(length, around), c.message, c.hint)
}

// What a keyboard set to Chinese types where YAML needs a plain character.
var wideMarks = []struct {
	found *regexp.Regexp // the first group is what is blamed
	plain string
}{
	{regexp.MustCompile("^[ -]*([\u3000\u00a0])"), "a plain space"},
	{regexp.MustCompile(`^ *(－|—)`), "-"},
	{regexp.MustCompile(`^[ -]*[\w-]+ *(：)`), ":"},
	{regexp.MustCompile(`[{,] *[\w-]+ *(：)`), ":"},
	{regexp.MustCompile(`[:\[{,] *(“|”|＂)`), `"`},
	{regexp.MustCompile(`^[^"']*[{\[][^"']*(，|、)`), ","},
}

// wide blames such a character on the line that begins at an offset, or on the one
// before it, and reports whether there is one.
func (s *Source) wide(at int) bool {
	before := strings.LastIndexByte(strings.TrimRight(s.Text[:at], "\r\n"), '\n') + 1
	for _, from := range []int{before, at} {
		line, _, _ := strings.Cut(s.Text[from:], "\n")
		for _, m := range wideMarks {
			if place := m.found.FindStringSubmatchIndex(line); place != nil {
				what := fmt.Sprintf("%q is a full-width character", line[place[2]:place[3]])
				if strings.TrimSpace(line[place[2]:place[3]]) == "" {
					what = "this space is not a plain one"
				}
				s.ErrPlace(from+place[2], 1, what, "type "+m.plain)
				return true
			}
		}
	}
	return false
}

// offender returns the text of the line that begins at an offset.
func (s *Source) offender(at, to int) (int, int) {
	end := lineEnd(s.Text, at, to)
	if end < 0 {
		end = to
	}
	line := strings.TrimRight(s.Text[at:end], "\r\n \t")
	indent := len(line) - len(strings.TrimLeft(line, " "))
	return at + indent, len(line) - indent
}

// line returns the offset of a line of the document, from 1.
func (d span) line(text string, line int) int {
	at := d.from
	for ; line > 1; line-- {
		next := lineEnd(text, at, d.to)
		if next < 0 || next >= d.to {
			break
		}
		at = next
	}
	return at
}

// stuck returns the beginning of the line on which the library gave up. It is
// handed the document again, byte by byte.
func (d span) stuck(text string) int {
	r := &byByte{text: text[d.from:d.to]}
	_, _ = decode(r)
	read := strings.TrimRight(r.text[:r.at], " \r\n")
	return d.from + strings.LastIndexAny(read, "\r\n") + 1
}

// byByte hands out a text one byte at a time and so knows how far it was read.
type byByte struct {
	text string
	at   int
}

func (r *byByte) Read(p []byte) (int, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	n := copy(p, r.text[r.at:r.at+1])
	r.at += n
	return n, nil
}
