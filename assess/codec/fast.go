package codec

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"bankmaturity/assess"
)

// fast reads an answers file in the shape that WriteAnswers writes, or as a plain
// JSON object, entry by entry, without building a tree. It takes what it is sure of and nothing else: at the
// first doubt (another spelling, a mistake, whatever is worth a word to the user)
// it gives up, and the general reader reads the whole file. So both agree on every
// file, which the tests and a fuzz target hold it to.
func fast(name string, data []byte, find Find) (*Record, bool) {
	k := syntaxOf(name, "")
	if k != yamlSyntax && k != jsonSyntax && k != jsonLinesSyntax || len(data) > maxRecord || !utf8.Valid(data) {
		return nil, false
	}
	f := fastReader{rest: string(data), find: find, response: &assess.Response{}}
	f.next = f.line
	if k == jsonLinesSyntax && strings.Contains(strings.TrimRight(f.rest, "\n"), "\n") {
		return nil, false
	}
	if k == jsonSyntax || k == jsonLinesSyntax {
		f.next = (&fastJSON{fastReader: &f}).entry
	}
	for f.again() {
		if f.indent != 0 || !f.top() {
			return nil, false
		}
	}
	const required = 1<<seenFormat | 1<<seenQuestionnaire | 1<<seenVersion | 1<<seenOrganization | 1<<seenDate | 1<<seenAnswers
	if f.broken || f.seen&required != required || !f.settled() {
		return nil, false
	}
	if k == jsonLinesSyntax { // a record there is a line without its end
		data = bytes.TrimRight(data, "\r\n")
	}
	f.response.Source, f.response.SHA256 = name, Checksum(data)
	return &Record{Response: f.response, Questionnaire: f.q, File: name, data: data, find: find}, true
}

// The keys at the top, as bits.
const (
	seenFormat = iota
	seenQuestionnaire
	seenVersion
	seenOrganization
	seenDate
	seenRespondent
	seenLanguage
	seenAnswers
)

type fastReader struct {
	rest     string
	find     Find
	q        *assess.Questionnaire
	response *assess.Response
	given    []bool // by Question.Index
	at       int    // index of the question expected next
	seen     uint
	broken   bool

	// next reads the next entry into indent (two for each level), key and value: a
	// key, or the item of a list with "-" as its key; the value is empty where a
	// list or mapping follows. It reports false at the end and where there is a doubt.
	next       func() bool
	held       bool // the present entry is given back
	indent     int
	key, value string
}

// again is next, or the entry given back.
func (f *fastReader) again() bool {
	if f.held {
		f.held = false
		return true
	}
	return f.next()
}

// line is next for our own shape in YAML: a line that says something.
func (f *fastReader) line() bool {
	for f.rest != "" {
		line, rest, _ := strings.Cut(f.rest, "\n")
		f.rest = rest
		f.indent = len(line) - len(strings.TrimLeft(line, " "))
		line = line[f.indent:]
		if line == "" {
			continue
		}
		if line[0] == '#' {
			if !f.sure(!strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) })) {
				return false
			}
			continue
		}
		if item, ok := strings.CutPrefix(line, "- "); ok {
			f.key, f.value = "-", item
			return f.sure(f.value != "")
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || value != "" && value[0] != ' ' {
			return f.sure(false)
		}
		f.key, f.value = key, strings.TrimPrefix(value, " ")
		return f.sure(f.value == "" || f.value[0] != ' ')
	}
	return false
}

// sure gives up where something is in doubt.
func (f *fastReader) sure(ok bool) bool {
	f.broken = f.broken || !ok
	return ok
}

// once marks a key at the top; a second one is in doubt.
func (f *fastReader) once(bit int) bool {
	again := f.seen&(1<<bit) != 0
	f.seen |= 1 << bit
	return f.sure(!again)
}

// top reads a key at the top and what is below it.
func (f *fastReader) top() bool {
	switch f.key {
	case "format":
		return f.once(seenFormat) && f.sure(f.word() == answersFormat)
	case "questionnaire":
		if !f.once(seenQuestionnaire) || !f.sure(slug(f.word())) {
			return false
		}
		f.q, _, _ = f.find(f.word(), "") // of another version: read by the general reader
		if !f.sure(f.q != nil) {
			return false
		}
		f.response.Questionnaire = f.q.ID
		f.response.Answers = make([]assess.Answer, len(f.q.Questions()))
		f.given = make([]bool, len(f.q.Questions()))
		return true
	case "questionnaire_version":
		return f.once(seenVersion) && f.text(&f.response.Version)
	case "organization":
		return f.once(seenOrganization) && f.text(&f.response.Organization)
	case "date":
		f.response.Date = f.word()
		return f.once(seenDate) && f.sure(goodDate(f.response.Date))
	case "language":
		f.response.Language = f.word()
		return f.once(seenLanguage) && f.sure(f.response.Language == "en" || f.response.Language == "zh")
	case "respondent":
		return f.once(seenRespondent) && f.sure(f.value == "") && f.respondent()
	case "answers":
		return f.once(seenAnswers) && f.sure(f.value == "" && f.q != nil) && f.answers()
	}
	return f.sure(false)
}

// slug reports whether a value can be an id.
func slug(s string) bool {
	for i := range len(s) {
		if c := s[i]; !(c >= 'a' && c <= 'z' || i > 0 && (c == '-' || c >= '0' && c <= '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 64 && safe(s)
}

// goodDate reports whether a value is surely a date: days that not every month has
// are left to the general reader.
func goodDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	month, day := s[5:7], s[8:]
	return month >= "01" && month <= "12" && day >= "01" && day <= "28"
}

// word is the value without the double quotes it may have.
func (f *fastReader) word() string {
	if s := f.value; len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return f.value
}

// text reads a text: plain, or in double quotes without anything escaped.
func (f *fastReader) text(into *string) bool {
	s := f.value
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = s[1 : len(s)-1]
		if !f.sure(strings.TrimSpace(s) != "" && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\\') < 0 && printable(s)) {
			return false
		}
	} else if !f.sure(safe(s)) {
		return false
	}
	*into = s
	return true
}

// printable reports whether a text has no character that some reader changes.
func printable(s string) bool {
	ascii := true
	for i := range len(s) {
		c := s[i]
		if c < 0x20 || c == 0x7f {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || !strings.ContainsAny(s, "\u0085\u00a0\u2028\u2029\ufeff\ufffd\u200b\u200c\u200d\u200e\u200f")
}

func (f *fastReader) respondent() bool {
	name, role := false, false
	for f.again() {
		switch {
		case f.indent == 0:
			f.held = true
			return f.sure(name || role)
		case f.indent != 2:
			return f.sure(false)
		case f.key == "name" && !name:
			name = true
			if !f.text(&f.response.Respondent) {
				return false
			}
		case f.key == "role" && !role:
			role = true
			if !f.text(&f.response.Role) {
				return false
			}
		default:
			return f.sure(false)
		}
	}
	return f.sure(name || role)
}

// answers reads the entries; that they come in the questionnaire's order makes
// finding them cheap.
func (f *fastReader) answers() bool {
	questions := f.q.Questions()
	any := false
	for f.again() {
		if f.indent == 0 {
			f.held = true
			return f.sure(any)
		}
		if !f.sure(f.indent == 2) {
			return false
		}
		any = true
		for f.at < len(questions) && questions[f.at].ID != f.key {
			f.at++
		}
		if f.at == len(questions) {
			qu := f.q.Question(f.key)
			if !f.sure(qu != nil) {
				return false
			}
			f.at = qu.Index()
		}
		qu := questions[f.at]
		if !f.sure(!f.given[f.at]) || !f.entry(qu, &f.response.Answers[f.at]) {
			return false
		}
		f.given[qu.Index()] = true
	}
	return f.sure(any)
}

// entry reads one answer.
func (f *fastReader) entry(qu *assess.Question, a *assess.Answer) bool {
	switch {
	case f.word() == "unknown":
		a.Unknown = true
		return true
	case f.value == "":
		return f.long(qu, a)
	case f.value[0] == '{':
		reason, opened := strings.CutPrefix(f.value, "{not_applicable: ")
		reason, closed := strings.CutSuffix(reason, "}")
		if !f.sure(opened && closed && reason != "") {
			return false
		}
		f.value = reason
		return f.outside(qu, a)
	}
	return f.number(qu, &a.Value)
}

// outside reads why a question does not apply.
func (f *fastReader) outside(qu *assess.Question, a *assess.Answer) bool {
	a.NA = true
	return f.sure(qu.Policy() != assess.Forbid) && f.text(&a.Reason)
}

// number reads the value of an option.
func (f *fastReader) number(qu *assess.Question, into *assess.Number) bool {
	var v float64
	if digit(f.value) {
		v = float64(f.value[0] - '0')
	} else {
		var ok bool
		if v, ok = plainNumber(f.value); !f.sure(ok && exact(f.value, v)) {
			return false
		}
	}
	_, ok := qu.Option(v)
	*into = assess.Num(v)
	return f.sure(ok)
}

func digit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// long reads an answer of several lines. One without any is left empty.
func (f *fastReader) long(qu *assess.Question, a *assess.Answer) bool {
	value, outside, unknown, note, evidence := false, false, false, false, false
	for f.again() {
		if f.indent <= 2 {
			f.held = true
			break
		}
		if !f.sure(f.indent == 4) {
			return false
		}
		ok := false
		switch f.key {
		case "value":
			ok, value = !value && f.number(qu, &a.Value), true
		case "not_applicable":
			ok, outside = !outside && f.outside(qu, a), true
		case "unknown":
			ok, unknown = !unknown && f.value == "true", true
			a.Unknown = true
		case "note":
			ok, note = !note && f.text(&a.Note), true
		case "evidence":
			ok, evidence = !evidence && f.value == "" && f.evidence(a), true
		}
		if !f.sure(ok) {
			return false
		}
	}
	said := 0
	for _, is := range []bool{value, outside, unknown} {
		if is {
			said++
		}
	}
	return f.sure(!f.broken && said <= 1)
}

func (f *fastReader) evidence(a *assess.Answer) bool {
	for f.again() {
		if f.indent < 6 {
			f.held = true
			break
		}
		var document string
		if !f.sure(f.indent == 6 && f.key == "-") || !f.text(&document) {
			return false
		}
		a.Evidence = append(a.Evidence, document)
	}
	return f.sure(len(a.Evidence) > 0)
}

// settled reports whether there is nothing to warn of: the version is the
// questionnaire's, and every answer was asked for.
func (f *fastReader) settled() bool {
	if f.response.Version != f.q.Version {
		return false
	}
	for i, asked := range f.q.Asked(f.response) {
		if !asked && f.response.Answers[i].State() != assess.Unanswered {
			return false
		}
	}
	return true
}
