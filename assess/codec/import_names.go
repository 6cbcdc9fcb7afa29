package codec

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"bankmaturity/assess"

	"golang.org/x/text/unicode/norm"
)

// plainly is the same for all spellings of a text in letters, widths and spaces.
func plainly(text string) string { return folded(norm.NFKC.String(text)) }

// bare is plainly without spaces and punctuation, but for what stands between two digits:
// 1.5 is not 15.
func bare(text string) string {
	runes := []rune(plainly(text))
	var b strings.Builder
	for i, r := range runes {
		inNumber := i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		switch {
		case unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.S):
			b.WriteRune(r)
		case inNumber && unicode.Is(unicode.Pd, r):
			b.WriteByte('-')
		case inNumber && strings.ContainsRune(".,:/", r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// leading is the number that a survey tool or its user puts before a text: "3.", "Q3:",
// "(3)", "3、", "第3题".
var leading = regexp.MustCompile(`^[(\[【]?(?:第 ?)?q?[0-9]+(?:[.-][0-9]+)*(?: ?题)?[ .、:)\]】\p{Pd}]+`)

// unnumbered is a text without a number before it.
func unnumbered(text string) string {
	text = plainly(text)
	if end := leading.FindStringIndex(text); end != nil {
		return text[end[1]:]
	}
	return text
}

// numbered is a value alone or before a text: "3", "3.", "3) Often", "3 - Often".
var numbered = regexp.MustCompile(`^(-?[0-9]+(?:\.[0-9]+)?)(?:( ?[.、:)\p{Pd}] ?)| |$)(.*)$`)

// beginning is a text up to its first full stop, "" where that is the whole.
func beginning(text string) string {
	for i, r := range text {
		next := strings.TrimPrefix(text[i:], string(r))
		ends := r == '。' || r == '．' || r == '.' && (strings.HasPrefix(next, " ") || strings.HasPrefix(next, "\n"))
		if ends && strings.TrimSpace(next) != "" {
			return text[:i]
		}
	}
	return ""
}

// spellings are a text in all its languages.
func spellings(t assess.Text) []string {
	out := make([]string, 0, len(t))
	for _, in := range t {
		out = append(out, in.Text)
	}
	return out
}

// The fields of an answers file that a column may hold, and what else may be said of one.
const (
	fieldOrganization = "organization"
	fieldRespondent   = "respondent"
	fieldRole         = "role"
	fieldDate         = "date"
	monthFirst        = "date month/day/year"
	dayFirst          = "date day/month/year"
	ignored           = "ignore"
)

// importFields are the words of a map for a column that is no question's.
var importFields = []string{
	fieldOrganization, fieldRespondent, fieldRole, fieldDate, monthFirst, dayFirst, ignored,
}

// A target is what a column holds: a field, a question's answer, or whether one option of a
// question is ticked. The zero target is nothing that is known.
type target struct {
	field    string // of importFields, or
	question *assess.Question
	option   string // id; "" for the whole answer
}

// String is the target as a map names it.
func (t target) String() string {
	switch {
	case t.question == nil:
		return t.field
	case t.option != "":
		return t.question.ID + "[" + t.option + "]"
	}
	return t.question.ID
}

// headNames knows what columns are called, by bare names.
type headNames struct {
	heads map[string][]target
	many  []manyNames
}

// manyNames are those of a question whose options may have a column each.
type manyNames struct {
	question *assess.Question
	heads    []string
	options  map[string][]string // the ids of options by their bare names
}

func newHeadNames(q *assess.Questionnaire, words *importWords) *headNames {
	h := &headNames{heads: map[string][]target{}}
	for _, field := range importFields {
		h.add(field, target{field: field})
	}
	for _, name := range slices.Sorted(maps.Keys(words.fields)) {
		h.add(name, target{field: words.fields[name]})
	}
	for _, qu := range q.Questions() {
		many := manyNames{question: qu, options: map[string][]string{}}
		for _, name := range namesOf(qu) {
			h.add(name, target{question: qu})
			if key := bare(name); key != "" {
				many.heads = append(many.heads, key)
			}
		}
		for _, o := range qu.Ticks {
			for _, name := range optionNames(o) {
				many.options[bare(name)] = append(many.options[bare(name)], o.ID)
			}
		}
		if qu.Many() {
			h.many = append(h.many, many)
		}
	}
	return h
}

func (h *headNames) add(name string, t target) {
	key := bare(name)
	if key != "" && !slices.Contains(h.heads[key], t) {
		h.heads[key] = append(h.heads[key], t)
	}
}

// namesOf are the names of a question: id, code, title and what it asks, and, as tools and
// people join them, the id, code or title before what stands behind it.
func namesOf(qu *assess.Question) []string {
	short := []string{qu.ID}
	if qu.Code != "" {
		short = append(short, qu.Code)
	}
	titles, asks := spellings(qu.Title), spellings(qu.Ask)
	out := slices.Concat(short, titles, asks)
	for _, s := range short {
		for _, text := range slices.Concat(titles, asks) {
			out = append(out, s+" "+text)
		}
	}
	for i := range min(len(titles), len(asks)) {
		out = append(out, titles[i]+" "+asks[i])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// find returns all that a header may name.
func (h *headNames) find(head string) []target {
	var found []target
	keys := []string{bare(head)}
	if key := bare(unnumbered(head)); key != keys[0] {
		keys = append(keys, key)
	}
	for _, key := range keys {
		for _, t := range slices.Concat(h.heads[key], h.options(key)) {
			if !slices.Contains(found, t) {
				found = append(found, t)
			}
		}
	}
	return found
}

// options returns the options that a bare header names behind their question.
func (h *headNames) options(key string) []target {
	var found []target
	for _, many := range h.many {
		for _, name := range many.heads {
			rest, ok := strings.CutPrefix(key, name)
			if !ok || rest == "" {
				continue
			}
			for _, id := range many.options[rest] {
				found = append(found, target{question: many.question, option: id})
			}
		}
	}
	return found
}

// optionNames are the id of an option, its text, and that up to its first full stop.
func optionNames(o assess.Option) []string {
	var out []string
	if o.ID != "" {
		out = append(out, o.ID)
	}
	for _, text := range spellings(o.Text) {
		out = append(out, text)
		if begin := beginning(text); begin != "" {
			out = append(out, begin)
		}
	}
	return out
}
