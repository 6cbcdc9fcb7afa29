package assess

import (
	"strconv"
	"strings"
)

// A Warning says what a reader of a result has to know about the responses behind it. It
// changes no number.
//
// In Message {1}, {2}, … stand for responses by their number in Result.Responses, from 1,
// and {{ for a brace: Text puts in what a response is called where it is read.
type Warning struct {
	Message string
	File    string // that it is about, as it was given; "" for the responses together
}

// Text returns the message with the responses called by their labels.
func (w Warning) Text(label func(number int) string) string {
	var out strings.Builder
	rest := w.Message
	for {
		at := strings.IndexByte(rest, '{')
		if at < 0 {
			return out.String() + rest
		}
		out.WriteString(rest[:at])
		rest = rest[at+1:]
		if after, is := strings.CutPrefix(rest, "{"); is {
			out.WriteByte('{')
			rest = after
			continue
		}
		number, after, _ := strings.Cut(rest, "}")
		n, err := strconv.Atoi(number)
		if err != nil { // no placeholder of ours
			out.WriteByte('{')
			continue
		}
		out.WriteString(label(n))
		rest = after
	}
}
