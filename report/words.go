package report

import (
	"embed"
	"math"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/message"
)

//go:embed messages/*.json
var messages embed.FS

// words turn numbers and keys into what a person reads, in one language and
// escaped for one format.
type words struct {
	catalogue *message.Catalogue
	language  string              // of the questionnaire's texts
	escape    func(string) string // makes a user's text harmless in the format
}

// newWords returns words that can be used even where the catalogue is broken,
// which the tests of the embedded files exclude.
func newWords(res *assess.Result, opts Options, escape func(string) string) (words, error) {
	w := words{catalogue: &message.Catalogue{}, language: opts.language(res.Questionnaire), escape: escape}
	c, err := message.Load(messages, w.language)
	if err != nil {
		return w, err
	}
	w.catalogue = c
	return w, nil
}

// say returns the text of a key. Its arguments are ready for the format.
func (w words) say(key string, args ...any) string { return w.catalogue.Say(key, args...) }

// count says a key in the form for a number (KEY.one, KEY.other), which is its
// first argument. A form may do without any argument.
func (w words) count(key string, n int, args ...any) string {
	form := key + ".other"
	if n == 1 {
		form = key + ".one"
	}
	if !strings.Contains(w.catalogue.Keys()[form], "%[") {
		return w.say(form)
	}
	return w.say(form, append([]any{n}, args...)...)
}

// user returns a text written by a user, cleaned and escaped for the format.
func (w words) user(s string) string { return w.escape(w.plain(s)) }

// plain returns a text written by a user on one line, without escapes.
func (w words) plain(s string) string { return clean(s, w.say("line_break")) }

// text returns a text of the questionnaire, ready for the format.
func (w words) text(t assess.Text) string { return w.user(t.In(w.language)) }

// date shows a date YYYY-MM-DD as the language writes it; another text stays.
func (w words) date(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return w.user(s)
	}
	month := w.say("month." + strconv.Itoa(int(t.Month())))
	return w.say("date", strconv.Itoa(t.Year()), month, strconv.Itoa(t.Day()))
}

// list joins texts as a sentence does: "a, b and c".
func (w words) list(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	out := texts[0]
	for i, t := range texts[1:] {
		key := "list.next"
		if i == len(texts)-2 {
			key = "list.last"
		}
		out = w.say(key, out, t)
	}
	return out
}

// percent shows a share in per cent, cut and never rounded up: with something
// open it never reaches 100, below a threshold never the threshold.
func (w words) percent(share float64, open bool) string {
	n := int(math.Floor(float64(share*100) + 100*assess.Tolerance))
	switch {
	case open && n >= 100:
		n = 99
	case n == 0 && share > 0:
		return w.say("percent.below_one")
	}
	return w.say("percent", strconv.Itoa(n))
}

// threshold shows a share in per cent as the questionnaire gives it.
func (w words) threshold(share float64) string {
	return w.say("percent", strconv.FormatFloat(assess.Round(share*100, 6), 'f', -1, 64))
}

// span shows bounds, one number where both look alike.
func (w words) span(low, high float64) string {
	if assess.Shown(low) == assess.Shown(high) {
		return assess.Shown(low)
	}
	return w.say("range", assess.Shown(low), assess.Shown(high))
}

// score shows a node's score: in brackets where the coverage is not sufficient.
func (w words) score(n *assess.Node) string {
	v, ok := n.Score.Get()
	switch {
	case !n.Applicable:
		return w.say("score.not_applicable")
	case !ok:
		return w.say("score.none")
	}
	return w.bracketed(n, assess.Shown(v))
}

// bracketed puts a number in brackets where the node's coverage is too low.
func (w words) bracketed(n *assess.Node, shown string) string {
	if !n.Sufficient {
		return w.say("bracketed", shown)
	}
	return shown
}

// gap shows a distance on the level scale. One that exists is never 0.00.
func gap(v float64) string {
	if r := assess.Round(v, 2); r > 0 || v <= assess.Tolerance {
		return strconv.FormatFloat(r, 'f', 2, 64)
	}
	return "0.01"
}

// points shows points: a whole number as such, others with two decimals.
func points(v float64) string {
	if r := assess.Round(v, 9); r == math.Trunc(r) {
		return strconv.FormatFloat(r, 'f', 0, 64)
	}
	return assess.Shown(v)
}

// weight shows a weight as the questionnaire gives it.
func weight(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// whole shows a level's number.
func whole(v float64) string { return strconv.Itoa(int(v)) }
