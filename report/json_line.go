package report

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess"
)

// JSONLine is JSON on one line. A batch writes many: the tree of sections, which
// is most of a line, is put together here, and the rest by the library.
func JSONLine(res *assess.Result, opts Options) ([]byte, error) {
	result := newJSONView(res, opts).result(res, opts)
	overall := result.Overall
	result.Overall = nil
	rest, err := encode(result, "")
	if err != nil {
		return nil, err
	}
	before, after, _ := bytes.Cut(rest, []byte(`"overall":null`)) // no text holds its quotes
	line := jsonLine{data: make([]byte, 0, 4096)}
	line.data = append(append(line.data, before...), `"overall":`...)
	line.node(overall)
	line.data = append(line.data, after...)
	return line.data, line.err
}

// jsonLine is a line of JSON that grows.
type jsonLine struct {
	data []byte
	err  error
}

// node writes what encoding/json makes of a node.
func (l *jsonLine) node(n *jsonNode) {
	l.text(`{"id":`, n.ID)
	l.text(`,"title":`, n.Title)
	l.number(`,"weight":`, n.Weight)
	l.text(`,"method":`, string(n.Method))
	l.flag(`,"not_applicable":`, &n.NotApplicable)
	l.number(`,"score":`, n.Score)
	l.number(`,"low":`, n.Low)
	l.number(`,"high":`, n.High)
	l.number(`,"coverage":`, n.Coverage)
	l.flag(`,"sufficient":`, n.Sufficient)
	l.number(`,"level":`, n.Level)
	if n.LevelName == nil {
		l.data = append(l.data, `,"level_name":null`...)
	} else {
		l.text(`,"level_name":`, *n.LevelName)
	}
	l.number(`,"stage":`, n.Stage)
	l.number(`,"evidenced":`, n.Evidenced)
	l.number(`,"target":`, n.Target)
	l.number(`,"gap":`, n.Gap)
	l.other(`,"agreement":`, n.Agreement, n.Agreement == nil)
	l.data = append(l.data, `,"sections":`...)
	if n.Sections == nil {
		l.data = append(l.data, "null"...)
	} else {
		l.data = append(l.data, '[')
		for i := range n.Sections {
			if i > 0 {
				l.data = append(l.data, ',')
			}
			l.node(&n.Sections[i])
		}
		l.data = append(l.data, ']')
	}
	l.other(`,"questions":`, n.Questions, n.Questions == nil)
	l.data = append(l.data, '}')
}

func (l *jsonLine) number(key string, n assess.Number) {
	l.data = n.AppendJSON(append(l.data, key...))
}

func (l *jsonLine) flag(key string, b *bool) {
	l.data = append(l.data, key...)
	if b == nil {
		l.data = append(l.data, "null"...)
		return
	}
	l.data = strconv.AppendBool(l.data, *b)
}

// text leaves what needs an escape to the library.
func (l *jsonLine) text(key, s string) {
	bare := utf8.ValidString(s) && !strings.ContainsAny(s, "\u2028\u2029")
	for i := 0; bare && i < len(s); i++ {
		bare = s[i] >= ' ' && s[i] != '"' && s[i] != '\\' && s[i] != 0x7f
	}
	if !bare {
		l.other(key, s, false)
		return
	}
	l.data = append(append(append(append(l.data, key...), '"'), s...), '"')
}

func (l *jsonLine) other(key string, v any, isNull bool) {
	l.data = append(l.data, key...)
	if isNull {
		l.data = append(l.data, "null"...)
		return
	}
	data, err := encode(v, "")
	if err != nil && l.err == nil {
		l.err = err
	}
	l.data = append(l.data, bytes.TrimSuffix(data, []byte("\n"))...)
}
