// Package words turns the numbers and keys of a result into what a person reads, in one
// language and for one format. Reports, charts and workbooks speak through it, so that
// all of them say the same number in the same way.
//
// The program's own texts stand in messages/LANGUAGE.json. What users wrote
// (organization, notes, evidence, the questionnaire's own texts) passes through
// [Words.User], which cleans it and escapes it for the format, so that no text can
// change a report's structure.
package words

import (
	"cmp"
	"embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/message"
)

//go:embed messages/*.json
var messages embed.FS

// catalogues are read once: a batch writes many reports.
var catalogues = message.NewShelf(messages)

// Words are texts in one language, ready for one format.
type Words struct {
	Language  string // of the questionnaire's texts
	catalogue *message.Catalogue
	escape    func(string) string  // makes a user's text harmless in the format
	shown     func(float64) string // shows a score by the questionnaire's levels
}

// New returns words in a language, "" for the questionnaire's first one. They can be
// used even where the catalogue is broken, which the tests of the embedded files
// exclude.
func New(q *assess.Questionnaire, language string, escape func(string) string) (Words, error) {
	w := Words{Language: Language(q, language), catalogue: &message.Catalogue{}, escape: escape, shown: q.Shown}
	c, err := catalogues.Catalogue(w.Language)
	if err != nil {
		return w, err
	}
	w.catalogue = c
	return w, nil
}

// Language returns the language of a questionnaire's texts in a report: the one asked
// for, else its first one.
func Language(q *assess.Questionnaire, asked string) string {
	if asked == "" && len(q.Languages) > 0 {
		return q.Languages[0]
	}
	return asked
}

// Spoken is the language of the program's own words: that of the questionnaire's texts,
// or English where there is no catalogue in it.
func (w Words) Spoken() string { return w.catalogue.Language }

// Say returns the text of a key. Its arguments are ready for the format. Where one ends with a
// mark of its own, the text's full stop behind it is left out.
func (w Words) Say(key string, args ...any) string {
	text, ok := w.catalogue.Keys()[key]
	if !ok || len(args) == 0 {
		return w.catalogue.Say(key)
	}
	return fmt.Sprintf(stopOnce(text, args), args...)
}

// Count says a key in the form for a number (KEY.one, KEY.other), which is its
// first argument. A form may do without any argument.
func (w Words) Count(key string, n int, args ...any) string {
	form := key + ".other"
	if n == 1 {
		form = key + ".one"
	}
	if !strings.Contains(w.catalogue.Keys()[form], "%[") {
		return w.Say(form)
	}
	return w.Say(form, append([]any{n}, args...)...)
}

// User returns a text written by a user, cleaned and escaped for the format.
func (w Words) User(s string) string { return w.escape(w.Plain(s)) }

// Plain returns a text written by a user on one line, without escapes.
func (w Words) Plain(s string) string { return clean(s, w.Say("line_break")) }

// Text returns a text of the questionnaire, ready for the format.
func (w Words) Text(t assess.Text) string { return w.User(t.In(w.Language)) }

// Date shows a date YYYY-MM-DD as the language writes it; another text stays.
func (w Words) Date(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return w.User(s)
	}
	month := w.Say("month." + strconv.Itoa(int(t.Month())))
	return w.Say("date", strconv.Itoa(t.Year()), month, strconv.Itoa(t.Day()))
}

// Enumerate joins texts as a sentence does: "a, b and c".
func (w Words) Enumerate(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	out := texts[0]
	for i, t := range texts[1:] {
		key := "list.next"
		if i == len(texts)-2 {
			key = "list.last"
		}
		out = w.Say(key, out, t)
	}
	return out
}

// Join puts texts in a row, "a; b; c".
func (w Words) Join(texts []string) string { return strings.Join(texts, w.Say("join")) }

// Sentences puts one sentence after another; either may be "".
func (w Words) Sentences(first, second string) string {
	if first == "" || second == "" {
		return cmp.Or(first, second)
	}
	return w.Say("sentences", first, second)
}

// Number shows a number in a way, a dash where there is none.
func (w Words) Number(n assess.Number, show func(float64) string) string {
	if v, ok := n.Get(); ok {
		return show(v)
	}
	return w.Say("dash")
}

// Percent shows a share in per cent, cut and never rounded up: with something
// open it never reaches 100, below a threshold never the threshold.
func (w Words) Percent(share float64, open bool) string {
	n := int(math.Floor(float64(share*100) + 100*assess.Tolerance))
	switch {
	case open && n >= 100:
		n = 99
	case n == 0 && share > 0:
		return w.Say("percent.below_one")
	}
	return w.Say("percent", strconv.Itoa(n))
}

// Threshold shows a share in per cent as the questionnaire gives it.
func (w Words) Threshold(share float64) string {
	return w.Say("percent", strconv.FormatFloat(assess.Round(share*100, 6), 'f', -1, 64))
}

// Shown shows a score with two decimals, which reach no level that it has not reached.
func (w Words) Shown(score float64) string { return w.shown(score) }

// Span shows bounds, one number where both look alike.
func (w Words) Span(low, high float64) string {
	from, to := w.Shown(low), w.Shown(high)
	if from == to {
		return from
	}
	return w.Say("range", from, to)
}

// Score shows a node's score: in brackets where the coverage is not sufficient.
func (w Words) Score(n *assess.Node) string {
	v, ok := n.Score.Get()
	switch {
	case !n.Applicable:
		return w.Say("score.not_applicable")
	case !ok:
		return w.Say("score.none")
	}
	return w.Bracketed(n, w.Shown(v))
}

// Bracketed puts a number in brackets where the node's coverage is too low.
func (w Words) Bracketed(n *assess.Node, shown string) string {
	if !n.Sufficient {
		return w.Say("bracketed", shown)
	}
	return shown
}
