package data

import (
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// A writer appends JSON byte for byte as encoding/json writes it, without reflection:
// on one line for machines, or indented by two blanks for people. A document is written
// key by key, in its order; every method that takes a key writes one.
type writer struct {
	out      []byte
	indented bool
	safeHTML bool // <, > and & are escaped
	depth    int
	empty    bool // nothing stands yet in the innermost object or list
}

// document writes an object and the newline that ends it.
func (w *writer) document(fields func()) []byte {
	w.open('{')
	fields()
	w.close('}')
	return append(w.out, '\n')
}

func (w *writer) open(bracket byte) {
	w.out = append(w.out, bracket)
	w.depth++
	w.empty = true
}

func (w *writer) close(bracket byte) {
	w.depth--
	if !w.empty {
		w.newline()
	}
	w.out = append(w.out, bracket)
	w.empty = false
}

// next begins what stands next in an object or list.
func (w *writer) next() {
	if !w.empty {
		w.out = append(w.out, ',')
	}
	w.newline()
	w.empty = false
}

func (w *writer) newline() {
	if !w.indented {
		return
	}
	w.out = append(w.out, '\n')
	for n := 2 * w.depth; n > 0; n -= len(blanks) {
		w.out = append(w.out, blanks[:min(n, len(blanks))]...)
	}
}

const blanks = "                                "

// key begins a field. A key of ours needs no escape.
func (w *writer) key(key string) {
	w.next()
	w.out = append(append(append(w.out, '"'), key...), '"', ':')
	if w.indented {
		w.out = append(w.out, ' ')
	}
}

// userKey begins a field that is called as a user wrote it.
func (w *writer) userKey(key string) {
	w.next()
	w.out = append(appendText(w.out, key, w.safeHTML), ':')
	if w.indented {
		w.out = append(w.out, ' ')
	}
}

func (w *writer) null(key string) {
	w.key(key)
	w.out = append(w.out, "null"...)
}

func (w *writer) text(key, s string) {
	w.key(key)
	w.out = appendText(w.out, s, w.safeHTML)
}

// known writes a text, null where it is "": not given.
func (w *writer) known(key, s string) {
	if s == "" {
		w.null(key)
		return
	}
	w.text(key, s)
}

func (w *writer) number(key string, n assess.Number) {
	w.key(key)
	w.out = n.AppendJSON(w.out)
}

// float writes a number that is always defined; NaN, which none should be, is null.
func (w *writer) float(key string, v float64) { w.number(key, assess.Num(v)) }

func (w *writer) int(key string, n int) {
	w.key(key)
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

// flag writes whether something is so; null where it is not defined.
func (w *writer) flag(key string, defined, yes bool) {
	w.key(key)
	if !defined {
		w.out = append(w.out, "null"...)
		return
	}
	w.out = strconv.AppendBool(w.out, yes)
}

// object writes an object with these fields, null where it does not exist.
func (w *writer) object(key string, exists bool, fields func()) {
	w.key(key)
	w.fields(exists, fields)
}

func (w *writer) fields(exists bool, fields func()) {
	if !exists {
		w.out = append(w.out, "null"...)
		return
	}
	w.open('{')
	fields()
	w.close('}')
}

// objects writes a list of n objects, null where it does not exist.
func (w *writer) objects(key string, exists bool, n int, fields func(i int)) {
	w.key(key)
	if !exists {
		w.out = append(w.out, "null"...)
		return
	}
	w.open('[')
	for i := range n {
		w.next()
		w.open('{')
		fields(i)
		w.close('}')
	}
	w.close(']')
}

// texts writes a list of texts.
func (w *writer) texts(key string, all []string) {
	w.key(key)
	w.list(all)
}

// list writes texts where a value stands.
func (w *writer) list(all []string) {
	w.open('[')
	for _, s := range all {
		w.next()
		w.out = appendText(w.out, s, w.safeHTML)
	}
	w.close(']')
}

// appendText appends a text in quotes. What is no UTF-8 becomes U+FFFD.
func appendText(b []byte, s string, safeHTML bool) []byte {
	b = append(b, '"')
	done := 0 // of s is in b
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != 0x7f && c != '"' && c != '\\' && !(safeHTML && (c == '<' || c == '>' || c == '&')) {
				i++
				continue
			}
			b = appendEscaped(append(b, s[done:i]...), c)
			i++
			done = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(append(b, s[done:i]...), `\ufffd`...)
			done = i + size
		case diag.Obeyed(r): // who prints this on a terminal must not be deceived
			b = append(b, s[done:i]...)
			for _, unit := range utf16.Encode([]rune{r}) {
				b = fmt.Appendf(b, `\u%04x`, unit)
			}
			done = i + size
		}
		i += size
	}
	return append(append(b, s[done:]...), '"')
}

func appendEscaped(b []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
}
