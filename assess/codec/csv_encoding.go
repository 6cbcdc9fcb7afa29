package codec

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// A charset is how the characters of a table are written as bytes.
type charset string

// The charsets in which spreadsheet programs leave a table.
const (
	utf8Text    charset = "UTF-8"
	utf16Text   charset = "UTF-16"
	gb18030     charset = "GB18030"
	windows1252 charset = "Windows-1252"
)

// guessed reports whether nothing in the file says that it is so written: then the reader
// warns of what the bytes were taken for.
func (c charset) guessed() bool { return c == gb18030 || c == windows1252 }

func (c charset) encoding() encoding.Encoding {
	switch c {
	case utf16Text:
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case gb18030:
		return simplifiedchinese.GB18030
	case windows1252:
		return charmap.Windows1252
	}
	return unicode.UTF8BOM
}

// decoded returns a table as UTF-8 without a byte order mark, and what it was written in.
func decoded(data []byte) (text []byte, from charset) {
	if text, marked := bytes.CutPrefix(data, []byte("\ufeff")); marked {
		return text, utf8Text
	}
	var g guesser
	_, _ = g.Write(data)
	from = g.charset()
	if from == utf8Text {
		return data, from
	}
	text, err := from.encoding().NewDecoder().Bytes(data)
	if err != nil { // what can't be decoded is blamed as no UTF-8
		return data, utf8Text
	}
	return text, from
}

// A guesser looks at the bytes of a table, as they are written to it, and says what they
// are: UTF-8 or, with a byte order mark, UTF-16; else GB18030 where they are valid as that
// and at least nine in ten of the characters of two bytes are of the part that text uses
// (both bytes from A1 up), since "für" in Windows-1252 is valid GB18030 too; else
// Windows-1252. It keeps no more than the end of a character that was cut.
type guesser struct {
	begun    bool
	utf16    bool
	notUTF8  bool
	notGB    bool
	pairs    int    // characters of two bytes in GB18030
	usual    int    // those with both bytes from A1 up
	utf8Rest []byte // of a character that goes on in the next bytes
	gbRest   []byte
}

func (g *guesser) Write(p []byte) (int, error) {
	if !g.begun && len(p) > 0 {
		g.begun = true
		g.utf16 = bytes.HasPrefix(p, []byte{0xff, 0xfe}) || bytes.HasPrefix(p, []byte{0xfe, 0xff})
	}
	if !g.utf16 {
		g.lookUTF8(p)
		g.lookGB(p)
	}
	return len(p), nil
}

func (g *guesser) lookUTF8(p []byte) {
	if g.notUTF8 {
		return
	}
	p = append(g.utf8Rest, p...)
	g.utf8Rest = nil
	for len(p) > 0 {
		if p[0] < utf8.RuneSelf {
			p = p[1:]
			continue
		}
		if !utf8.FullRune(p) {
			g.utf8Rest = bytes.Clone(p)
			return
		}
		r, size := utf8.DecodeRune(p)
		if r == utf8.RuneError && size == 1 {
			g.notUTF8 = true
			return
		}
		p = p[size:]
	}
}

func (g *guesser) lookGB(p []byte) {
	if g.notGB {
		return
	}
	p = append(g.gbRest, p...)
	g.gbRest = nil
	for len(p) > 0 {
		if p[0] < 0x80 {
			p = p[1:]
			continue
		}
		if len(p) < 2 || p[1] >= '0' && p[1] <= '9' && len(p) < 4 {
			g.gbRest = bytes.Clone(p)
			return
		}
		size := 2
		switch lead, trail := p[0], p[1]; {
		case lead == 0x80 || lead == 0xff:
			g.notGB = true
		case trail >= '0' && trail <= '9':
			size = 4
			g.notGB = p[2] < 0x81 || p[2] == 0xff || p[3] < '0' || p[3] > '9'
		case trail < 0x40 || trail == 0x7f || trail == 0xff:
			g.notGB = true
		default:
			g.pairs++
			if lead >= 0xa1 && trail >= 0xa1 {
				g.usual++
			}
		}
		if g.notGB {
			return
		}
		p = p[size:]
	}
}

// charset is the verdict over all that was written.
func (g *guesser) charset() charset {
	switch {
	case g.utf16:
		return utf16Text
	case !g.notUTF8 && g.utf8Rest == nil:
		return utf8Text
	case !g.notGB && g.gbRest == nil && g.pairs > 0 && 10*g.usual >= 9*g.pairs:
		return gb18030
	}
	return windows1252
}
