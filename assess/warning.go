package assess

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// A Warning says what a reader of a result has to know about the responses behind it: one
// that is scored by another version, one that came twice, days far apart. It changes no
// number.
//
// In Message {1}, {2}, … stand for responses by their number in Result.Responses, from 1,
// and {{ for a brace: Text puts in what a response is called where it is read.
type Warning struct {
	Message  string
	File     string // that it is about, as it was given; "" for the responses together
	Path     string // of the value inside the file; "" for the whole
	Response int    // number of the response that it is about; 0 for none, or for several
	Read     bool   // it was told, with its place, when the file was read

	sources map[int]string // where the responses that the message names come from
	record  string         // where the record comes from that it is about and that does not count
}

// Where returns the file that the warning is about, with the number of a record in it that
// does not count and so has no number among the responses; "" for the responses together.
func (w Warning) Where() string { return cmp.Or(w.record, w.File) }

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

// Told returns the message with the responses called by where they come from: for who has
// the files at hand.
func (w Warning) Told() string {
	return w.Text(func(number int) string {
		if source := w.sources[number]; source != "" {
			return source
		}
		return "R" + strconv.Itoa(number)
	})
}

// verbatim is a text of somebody's own as part of a message.
func verbatim(text string) string { return strings.ReplaceAll(text, "{", "{{") }

// ReadingWarning is a warning that the reader of a file has told with its place.
func ReadingWarning(file, path, message string) Warning {
	if path != "" {
		message = path + ": " + message
	}
	return Warning{Message: verbatim(message), File: file, Path: path, Read: true}
}

// mostWarnings is how many warnings a result lists; it counts the others.
const mostWarnings = 100

// notices gathers warnings. Those of one key stand once, with how many responses they are
// about.
type notices struct {
	list  []notice
	index map[string]int // by key
	more  int            // beyond mostWarnings
}

// A notice is a warning, and how many responses it is about.
type notice struct {
	Warning
	times int
}

func (n *notices) add(key string, w Warning) {
	if at, ok := n.index[key]; ok {
		n.list[at].times++
		return
	}
	if len(n.list) >= mostWarnings {
		n.more++
		return
	}
	if n.index == nil {
		n.index = map[string]int{}
	}
	n.index[key] = len(n.list)
	n.list = append(n.list, notice{w, 1})
}

// warnings returns them in the order in which they were found.
func (n *notices) warnings() []Warning {
	var out []Warning
	for _, one := range n.list {
		if one.times > 1 {
			one.Message += fmt.Sprintf(" (%d responses)", one.times)
		}
		out = append(out, one.Warning)
	}
	if n.more > 0 {
		out = append(out, Warning{Message: fmt.Sprintf("there are %d warnings more", n.more)})
	}
	return out
}
