package codec

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bankmaturity/assess/tree"
)

// mostCode is how many characters a code has at most.
const mostCode = 32

// readCode reads the model's own number of a section or question: one line that no other
// part has.
func (r *partReader) readCode(n *tree.Node) string {
	code, ok := r.Words(n)
	if !ok {
		return ""
	}
	before := r.codes[code]
	switch {
	case strings.ContainsFunc(code, breaksLine):
		r.Err(n, "a code is one line", "")
	case utf8.RuneCountInString(code) > mostCode:
		message := " is too long; a code has at most " + strconv.Itoa(mostCode) + " characters"
		r.Err(n, tree.Brief(code)+message, "")
	case r.question != nil && isReserved(code):
		r.Err(n, code+" names a column of answer tables", "choose another code")
	case before != nil:
		r.ErrTwice(n, before, "the code "+tree.Brief(code)+" is taken")
	default:
		r.codes[code] = n
	}
	return code
}

// breaksLine reports whether a character ends a line, or is none that one sees.
func breaksLine(c rune) bool { return unicode.IsControl(c) || c == '\u2028' || c == '\u2029' }

// isReserved reports whether a word heads a column that answer tables have anyway; they are
// read in any case.
func isReserved(word string) bool {
	for _, name := range append([]string{"questionnaire_version"}, reserved...) {
		if strings.EqualFold(word, name) {
			return true
		}
	}
	return false
}

// checkCode refuses a code that is the id of another section or question, because whoever
// types it could mean either.
func (m *model) checkCode(here *spot) {
	n := here.node.Child("code")
	if n == nil || !n.IsText() {
		return
	}
	if other := m.nodes[n.Value]; other != nil && other != here {
		m.ErrTwice(n, other.id(), "the code "+tree.Brief(n.Value)+" is the id of another part")
	}
}
