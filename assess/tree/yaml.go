package tree

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// YAML returns the documents of a YAML text. Those with an error are left out.
func (s *Source) YAML(opts Options) []Document {
	if !s.plain && !s.plainCharacters() {
		return nil
	}
	if root := s.scanned(opts); root != nil {
		return s.Checked([]Document{{root, 0, len(s.Text)}})
	}
	spans := s.spans()
	if len(spans) == 0 {
		s.ErrFile("the file holds nothing but comments", opts.Begin)
		return nil
	}
	if len(spans) > maxDocuments {
		s.ErrPlace(spans[maxDocuments].from, 3, "a file holds at most 10,000 documents", "")
		return nil
	}
	docs := make([]Document, 0, len(spans))
	for _, d := range spans {
		if root := s.document(d, opts); root != nil {
			docs = append(docs, Document{root, d.body, d.to})
		}
	}
	return s.Checked(docs)
}

// scanned reads a text of one document that the scanner is sure of: nil for all others, also
// for those that begin with a separator.
func (s *Source) scanned(opts Options) *Node {
	if !opts.Scan || !s.plain || separates(s.Text) || directive(s.Text) >= 0 {
		return nil
	}
	return scanYAML(s.arena, s.Text, 0)
}

// Checked blames what no way of making nodes does: keys that stand twice.
func (s *Source) Checked(docs []Document) []Document {
	for _, d := range docs {
		s.duplicates(d.Root)
	}
	return docs
}

// document reads one document.
func (s *Source) document(d span, opts Options) *Node {
	text := s.Text[d.from:d.to]
	if blankYAML(s.Text[d.body:d.to]) {
		s.ErrPlace(d.from, 3, "the document that begins here is empty", "remove the --- or fill it in")
		return nil
	}
	if at := directive(text); at >= 0 {
		s.ErrPlace(d.from+at, 1, "a line can't begin with %: directives are not accepted",
			"remove the line, or indent it if it is part of a text")
		return nil
	}
	if opts.Scan && s.plain {
		if root := scanYAML(s.arena, s.Text[:d.to], d.from); root != nil {
			return root
		}
	}
	return s.decoded(d, opts.Aliases)
}

// directive returns the offset of the first line that begins with %, -1 if there is
// none. The library takes quadratic time for many of them.
func directive(text string) int {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '%')
		if i < 0 {
			return -1
		}
		at := from + i
		if at == 0 || strings.ContainsAny(lastRune(text[:at]), "\n\r\u0085\u2028\u2029") {
			return at
		}
		from = at + 1
	}
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// plainCharacters refuses the characters that YAML does not allow unescaped.
func (s *Source) plainCharacters() bool {
	at := strings.IndexFunc(s.Text, func(r rune) bool {
		switch {
		case r < 0x20:
			return r != '\t' && r != '\n' && r != '\r'
		case r >= 0x7f && r < 0xa0:
			return r != 0x85
		}
		return r == 0xfffe || r == 0xffff
	})
	if at < 0 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.Text[at:])
	s.ErrPlace(at, 1, fmt.Sprintf("the character U+%04X can't stand in YAML", r),
		fmt.Sprintf(`remove it, or write \u%04X in a text in double quotes`, r))
	return false
}
