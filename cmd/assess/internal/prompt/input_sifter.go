package prompt

import (
	"time"
	"unicode/utf8"
)

// How long the rest of what has begun may take to come. A lone ESC is the Escape key once
// the input has been still for a moment; a sequence whose rest never comes is dropped, and
// not a byte of it is ever typed.
const (
	escapeWait   = 50 * time.Millisecond
	sequenceWait = time.Second
)

// longestSequence bounds a control sequence; no key has one nearly as long.
const longestSequence = 64

// A sifter lets through what a person types, as whole characters and whole key sequences,
// however a terminal cuts them into reads. What terminals say by themselves is swallowed to
// its end: answers to queries about colours, fonts or capabilities (the strings OSC, DCS,
// APC, PM and SOS) and reports of the mouse. Otherwise their digits would be answers.
type sifter struct {
	state sifting
	held  []byte // of a character or sequence whose end has not come
	need  int    // bytes of a report of the mouse, or of a function key, still to come
	drop  bool   // what is held is swallowed at its end
	last  byte   // of a string
}

type sifting int

const (
	atGround    sifting = iota
	inRune              // of a character of several bytes
	inEscape            // after ESC
	inNamed             // after ESC and a space to a slash: names something, no key does
	inControl           // after ESC [
	inFixed             // a known number of bytes is still to come
	inString            // after ESC ] and the like, until its terminator
	inStringEnd         // after an ESC inside of a string
)

// still reports whether everything that came has been let through or swallowed.
func (s *sifter) still() bool { return s.state == atGround }

// reset forgets what has begun and not ended.
func (s *sifter) reset() { *s = sifter{held: s.held[:0]} }

// escape lets a lone ESC through, once nothing more came.
func (s *sifter) escape(out []byte) []byte {
	if s.state == inEscape && len(s.held) == 1 {
		out = append(out, s.held...)
		s.reset()
	}
	return out
}

// sift appends what a person typed to out. The rest of what has begun waits for more.
func (s *sifter) sift(out, in []byte) []byte {
	for _, c := range in {
		out = s.next(out, c)
	}
	return out
}

func (s *sifter) next(out []byte, c byte) []byte {
	switch s.state {
	case atGround:
		return s.begin(out, c)
	case inRune:
		if c&0xc0 != 0x80 { // the character was broken off
			s.reset()
			return s.begin(out, c)
		}
		s.held = append(s.held, c)
		if !utf8.FullRune(s.held) {
			return out
		}
		if r, _ := utf8.DecodeRune(s.held); r >= 0x80 && r < 0xa0 { // a control of eight bits
			s.reset()
			return s.control(out, byte(r))
		}
		return s.through(out)
	case inEscape:
		return s.second(out, c)
	case inNamed:
		if c < 0x20 || c > 0x2f {
			s.reset()
		}
		return out
	case inControl:
		return s.sequence(out, c)
	case inFixed:
		s.held = append(s.held, c)
		if s.need--; s.need > 0 {
			return out
		}
		return s.through(out)
	case inString:
		eight := c == 0x9c && (s.last < 0x80 || s.last == 0xc2) // ST of eight bits, in no other character
		s.last = c
		switch {
		case c == 0x1b:
			s.state = inStringEnd
		case c == 0x07, c == 0x18, c == 0x1a, eight: // BEL, CAN, SUB
			s.reset()
		}
		return out
	default: // inStringEnd
		s.reset()
		if c == '\\' {
			return out
		}
		s.state, s.held = inEscape, append(s.held, 0x1b)
		return s.second(out, c)
	}
}

// begin takes the first byte of something.
func (s *sifter) begin(out []byte, c byte) []byte {
	switch {
	case c == 0x1b:
		s.state, s.held = inEscape, append(s.held, c)
	case c < 0x80:
		return append(out, c)
	case c < 0xa0:
		return s.control(out, c)
	case c < 0xc2 || c > 0xf4: // begins no character
	default:
		s.state, s.held = inRune, append(s.held, c)
	}
	return out
}

// control takes a control of eight bits for the ESC and the letter that it stands for.
func (s *sifter) control(out []byte, c byte) []byte {
	s.state, s.held = inEscape, append(s.held[:0], 0x1b)
	return s.second(out, c-0x40)
}

// second takes what follows an ESC.
func (s *sifter) second(out []byte, c byte) []byte {
	switch {
	case c == 0x1b: // the key twice is the key
	case c == '[':
		s.state, s.held = inControl, append(s.held, c)
	case c == 'O' || c == 'N':
		s.state, s.need, s.held = inFixed, 1, append(s.held, c)
	case c == ']' || c == 'P' || c == '_' || c == '^' || c == 'X':
		s.reset()
		s.state = inString
	case c >= 0x20 && c <= 0x2f:
		s.reset()
		s.state = inNamed
	case c >= 0x80: // a character of several bytes with Alt
		s.reset()
		return s.begin(out, c)
	default:
		s.held = append(s.held, c)
		return s.through(out)
	}
	return out
}

// sequence takes a byte of a control sequence.
func (s *sifter) sequence(out []byte, c byte) []byte {
	s.held = append(s.held, c)
	s.drop = s.drop || len(s.held) > longestSequence
	switch {
	case c == 0x1b:
		s.reset()
		return s.begin(out, c)
	case c == 0x18 || c == 0x1a:
		s.reset()
	case len(s.held) == 3 && c == 'M': // a report of the mouse: three bytes follow
		s.state, s.need, s.drop = inFixed, 3, true
	case len(s.held) == 3 && c == '[': // a function key of the Linux console
		s.state, s.need = inFixed, 1
	case c >= 0x40 && c <= 0x7e:
		s.drop = s.drop || s.held[2] == '<' // the mouse again
		return s.through(out)
	case c < 0x20 || c > 0x7e:
		s.drop = true
	}
	return out
}

// through ends what is held.
func (s *sifter) through(out []byte) []byte {
	if !s.drop {
		out = append(out, s.held...)
	}
	s.reset()
	return out
}
