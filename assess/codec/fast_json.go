package codec

import "strings"

// fastJSON gives a fastReader the entries of one JSON object. It takes texts
// without escapes, numbers, true, and objects and lists that are not empty; what
// is not valid JSON it never takes.
type fastJSON struct {
	*fastReader
	open  []byte // the closing brackets that are due, innermost last
	begun bool
	first bool // a bracket was just opened
}

// entry is next of the fastReader.
func (f *fastJSON) entry() bool {
	for {
		f.space()
		if len(f.open) == 0 {
			if f.begun {
				return f.sure(f.rest == "") && false
			}
			f.begun = true
			if !f.sure(f.skip('{')) {
				return false
			}
			f.push('}')
			continue
		}
		due := f.open[len(f.open)-1]
		if f.skip(due) {
			if !f.sure(!f.first) {
				return false
			}
			f.open = f.open[:len(f.open)-1]
			continue
		}
		if !f.first {
			if !f.sure(f.skip(',')) {
				return false
			}
			f.space()
		}
		f.first = false
		f.indent = 2 * (len(f.open) - 1)
		if due == ']' {
			f.key = "-"
			return f.string(&f.value)
		}
		if !f.string(&f.key) {
			return false
		}
		f.key = f.key[1 : len(f.key)-1]
		f.space()
		if !f.sure(f.key != "-" && f.skip(':')) {
			return false
		}
		f.space()
		return f.scalar()
	}
}

// scalar reads the value of a key, empty where a bracket opens.
func (f *fastJSON) scalar() bool {
	f.value = ""
	switch {
	case f.skip('{'):
		f.push('}')
		return true
	case f.skip('['):
		f.push(']')
		return true
	case strings.HasPrefix(f.rest, `"`):
		return f.string(&f.value)
	}
	end := 0
	for end < len(f.rest) && strings.IndexByte(",]} \t\r\n", f.rest[end]) < 0 {
		end++
	}
	f.value, f.rest = f.rest[:end], f.rest[end:]
	return f.sure(f.value == "true" || digit(f.value) || plain.MatchString(f.value))
}

// string reads a text with its quotes.
func (f *fastJSON) string(into *string) bool {
	if !f.sure(strings.HasPrefix(f.rest, `"`)) {
		return false
	}
	for i := 1; i < len(f.rest); i++ {
		switch c := f.rest[i]; {
		case c == '"':
			*into, f.rest = f.rest[:i+1], f.rest[i+1:]
			return true
		case c == '\\' || c < ' ':
			return f.sure(false)
		}
	}
	return f.sure(false)
}

func (f *fastJSON) space() {
	for f.rest != "" && f.rest[0] <= ' ' && strings.IndexByte(" \t\r\n", f.rest[0]) >= 0 {
		f.rest = f.rest[1:]
	}
}

func (f *fastJSON) skip(c byte) bool {
	if f.rest == "" || f.rest[0] != c {
		return false
	}
	f.rest = f.rest[1:]
	return true
}

func (f *fastJSON) push(due byte) {
	f.open = append(f.open, due)
	f.first = true
}
