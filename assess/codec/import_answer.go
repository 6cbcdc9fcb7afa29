package codec

import (
	"slices"
	"strings"
	"unicode"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// An answerReader reads what people chose or typed for one question.
type answerReader struct {
	question  *assess.Question
	words     *importWords
	given     map[string]reading  // by the map
	names     map[string][]string // values, or ids of options that may be ticked, by their bare names
	likely    []nearby
	longest   int             // into how many pieces a name of an option is cut at most
	comma     bool            // a number may be written as 0,25
	elsewhere map[string]bool // bare texts of the options of all questions

	known map[string]understood // by text
	texts []string              // those for the map, in their order
	said  map[string]understood // by these
}

// understood is a reading with why there is none.
type understood struct {
	reading
	why  string
	near []string
	row  int // in which the text stands first
}

func newAnswerReader(qu *assess.Question, m *importer) *answerReader {
	r := &answerReader{
		question: qu, words: m.words, comma: m.decimalComma, elsewhere: m.offered, names: map[string][]string{},
		known: map[string]understood{}, said: map[string]understood{}, longest: 1,
	}
	if m.opts.Map != nil {
		r.given = m.opts.Map.texts[qu]
	}
	for _, o := range qu.Offered() {
		answer := o.ID
		if !qu.Many() {
			answer = tree.DecimalOf(o.Value)
		}
		for _, name := range optionNames(o) {
			if key := bare(name); !slices.Contains(r.names[key], answer) {
				r.names[key] = append(r.names[key], answer)
			}
			r.likely = append(r.likely, newNearby(answer, name))
			r.longest = max(r.longest, len(pieces(name)))
		}
	}
	for text := range r.given {
		r.longest = max(r.longest, len(pieces(text)))
	}
	delete(r.names, "")
	return r
}

// note remembers a text for the map.
func (r *answerReader) note(text string, u understood) {
	if _, again := r.said[text]; !again {
		r.said[text] = u
		r.texts = append(r.texts, text)
	}
}

// read reads the answer in a cell of the question's own column.
func (r *answerReader) read(m *importer, text string, row int) understood {
	if u, again := r.known[text]; again {
		return u
	}
	u := understood{row: row}
	switch given, ok := r.given[text]; {
	case ok && given.kind != readTick:
		u.reading = given
		r.note(text, u)
	case r.question.Typed():
		u = r.typed(text, row)
	case r.question.Many():
		u = r.list(m, text, row)
	default:
		u = r.chosen(m, text, row)
	}
	r.known[text] = u
	return u
}

// chosen reads the one option that a text says.
func (r *answerReader) chosen(m *importer, text string, row int) understood {
	u := understood{row: row}
	switch may := r.values(text); {
	case len(may) == 1:
		u.reading = reading{kind: readValue, value: may[0]}
	case len(may) > 1:
		u.why, u.near = tree.Brief(text)+" may be "+strings.Join(may, " or "), may
	case r.words.unknown[bare(text)]:
		u.reading = reading{kind: readUnknown}
	default:
		u.why = tree.Brief(text) + " is no option of " + r.question.ID + "; accepted are " + values(r.question)
		u.near = m.nearest(text, r.likely)
	}
	if u.value != text {
		r.note(text, u)
	}
	return u
}

// values are the options that a text may mean: by value, by text, or by a value before a text.
func (r *answerReader) values(text string) []string {
	found := slices.Clone(r.names[bare(text)])
	in := plainly(text)
	if r.comma && withComma.MatchString(in) {
		in = strings.Replace(in, ",", ".", 1)
	}
	if m := numbered.FindStringSubmatch(in); m != nil {
		v, ok := tree.PlainNumber(m[1])
		o, is := r.question.Option(v)
		if ok && is && tree.Exact(m[1], v) && r.before(o, m[2], m[3]) {
			found = append(append(found, tree.DecimalOf(v)), r.names[bare(m[3])]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// before reports whether a number stands before a text as the value of an option: the text is
// that option's, or its beginning. Behind a mark, as in "3. Often", it may be another's words, but
// no other option's, no number and no "don't know".
func (r *answerReader) before(o assess.Option, mark, text string) bool {
	key := bare(text)
	own, other := 0, 0
	for _, p := range r.question.Options {
		for _, t := range spellings(p.Text) {
			n := sameBeginning(bare(t), key)
			if p.Value == o.Value {
				own = max(own, n)
			} else {
				other = max(other, n)
			}
		}
	}
	switch {
	case key == "":
		return text == ""
	case own == len(key):
		return true
	}
	return mark != "" && own >= other && !strings.ContainsFunc(text, unicode.IsDigit) &&
		!r.words.unknown[key] && !r.elsewhere[key]
}

// sameBeginning is how long the common beginning of two texts is.
func sameBeginning(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// typed reads a text, a number or a day that somebody typed.
func (r *answerReader) typed(text string, row int) understood {
	u := understood{row: row}
	switch r.question.Input {
	case assess.NumberInput:
		in := plainly(text)
		if r.comma && withComma.MatchString(in) {
			in = strings.Replace(in, ",", ".", 1)
		}
		if v, ok := ParseNumber(in); ok {
			u.reading = reading{kind: readValue, value: tree.DecimalOf(v.Value())}
			return u
		}
		u.why = tree.Brief(text) + " is no number"
	case assess.DateInput:
		days := ParseDay(text)
		if len(days) == 1 {
			u.reading = reading{kind: readText, value: days[0]}
			return u
		}
		u.why = notOneDay(text, days)
	default:
		u.reading = reading{kind: readText, value: text}
		return u
	}
	r.note(text, u)
	return u
}

// notOneDay says why a text is not one day.
func notOneDay(text string, days []string) string {
	if len(days) == 0 {
		return tree.Brief(text) + " is no date"
	}
	return tree.Brief(text) + " may be " + strings.Join(days, " or ")
}

// tick reads a cell of the column of one option: whether it is ticked.
func (r *answerReader) tick(option, text string, row int) understood {
	u := understood{row: row}
	given, ok := r.given[text]
	names := r.names[bare(text)]
	named := len(names) == 1 && names[0] == option
	ticked, word := r.words.ticks[bare(text)]
	own := given.kind == readTicks && slices.Equal(given.ids, []string{option})
	switch {
	case ok && (own || given.kind == readTick || given.kind == readNothing):
		u.reading = given
		if own {
			u.reading = reading{kind: readTick, ticked: true}
		}
		r.note(text, understood{reading: given, row: row})
	case !ok && named && (!word || ticked):
		u.reading = reading{kind: readTick, ticked: true}
	case !ok && len(names) == 0 && word:
		u.reading = reading{kind: readTick, ticked: ticked}
	default:
		u.why = tree.Brief(text) + " does not say whether " + option + " is ticked"
		u.near = []string{"true", "false"}
		r.note(text, u)
	}
	return u
}
