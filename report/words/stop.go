package words

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Asks reports whether a text ends with a question or exclamation mark, after which neither a
// full stop nor a colon is to be printed: titles may be what is asked.
func Asks(text string) bool { return endsWith(text, "?!？！") }

func endsWith(text, marks string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && strings.ContainsRune(marks, last)
}

// stopOnce takes from a text of the catalogue the full stop or colon behind those of its
// arguments that bring a mark of their own.
func stopOnce(text string, args []any) string {
	for i, a := range args {
		s, ok := a.(string)
		if !ok || !endsWith(s, "?!？！.。") {
			continue
		}
		here := fmt.Sprintf("%%[%d]s", i+1)
		for _, mark := range []string{".", "。"} {
			text = strings.ReplaceAll(text, here+mark, here)
		}
		if Asks(s) {
			for _, mark := range []string{":", "："} {
				text = strings.ReplaceAll(text, here+mark, here)
			}
		}
	}
	return text
}
