package diag

import "unicode/utf8"

// A Remark is a diagnostic that has no place in the text yet: it names a value of
// the document by its path, as in sections[0].questions[1].options[2].text.en, and
// whoever reads the document finds where that stands.
type Remark struct {
	Path     string // what the remark is about
	Blame    string // path of the value to point at; "" points at what the remark is about
	Severity Severity
	Message  string
	Hint     string
	Kind     string // remarks of one kind may be told together; "" is told alone
}

// longestBrief is how many code points of a user's word a message repeats.
const longestBrief = 60

// Brief returns a user's word short enough for a message; "" is shown as two
// quotation marks.
func Brief(word string) string {
	if word == "" {
		return `""`
	}
	if utf8.RuneCountInString(word) <= longestBrief {
		return word
	}
	return string([]rune(word)[:longestBrief]) + "…"
}
