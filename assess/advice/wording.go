package advice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// anchors is how many options a question has: one per level of the ladder.
const anchors = 5

// OnWording returns what breaks the rules for questionnaires whose options are behavioural
// anchors: a stranger can tell from each sentence alone where a bank stands. It looks at
// the texts in the languages it knows, en and zh; others are left alone. The rules are
// explained in questionnaires/README.md.
func OnWording(q *assess.Questionnaire) []diag.Remark {
	w := wording{critic: critic{q: q}, judged: map[string]bool{}}
	walk(q, visitor{question: w.question})
	return w.remarks
}

// wording judges sentences.
type wording struct {
	critic
	judged map[string]bool // options by their texts: a shared list is judged where it is first used
}

func (w *wording) question(path string, qu *assess.Question) {
	if len(qu.Evidence) == 0 && !qu.Profile {
		w.remark(path, qu.ID+" asks for no evidence",
			"name two to four documents that would show the upper levels")
	}
	if !slices.Equal(qu.Title, qu.Ask) { // else one text serves as both
		w.translated(path+".title", qu.Title)
	}
	w.translated(path+".ask", qu.Ask)
	// A criterion of a gate is met or not, and a list is ticked: no ladder.
	if qu.Level > 0 || qu.Many() || qu.Profile {
		return
	}
	set := fmt.Sprint(qu.Options)
	if w.judged[set] {
		return
	}
	w.judged[set] = true
	if len(qu.Options) != anchors {
		w.remark(path+".options", fmt.Sprintf("%s has %d anchors", qu.ID, len(qu.Options)),
			"the ladder has five rungs: none, one unit, every unit, measured, changed because of the measure")
		return
	}
	for i, o := range qu.Options {
		for _, tr := range o.Text {
			language := cmp.Or(tr.Language, w.q.Languages[0])
			if rules, ok := rulesByLanguage()[language]; ok {
				w.anchor(fmt.Sprintf("%s.options[%d].text.%s", path, i, language), tr.Text, i+1, rules)
			}
		}
	}
}

// translated checks that a text is given in every language.
func (w *wording) translated(path string, text assess.Text) {
	if len(w.q.Languages) > 1 && len(text) == 1 && text[0].Language == "" {
		w.remark(path, "the text is the same in every language",
			"give it in each: {"+strings.Join(w.q.Languages, ": …, ")+": …}")
	}
}

// anchor checks one sentence of a level of the ladder, 1 to 5.
func (w *wording) anchor(path, text string, level int, r rules) {
	if n := r.length(text); n > r.most {
		w.remark(path, fmt.Sprintf("the anchor has %d %s, more than %d", n, r.unit, r.most), "say one thing")
	}
	for _, word := range r.vague.FindAllString(text, -1) {
		w.remark(path, fmt.Sprintf("%q can't be observed", word),
			"name the document, the number or the period instead")
	}
	if word := r.joins.FindString(text); word != "" {
		w.remark(path, fmt.Sprintf("%q may join two behaviours", word), "one anchor, one behaviour")
	}
	switch {
	case level == 2 && !r.single.MatchString(text):
		w.remark(path, "level 2 does not open with a single unit", r.singleHint)
	case level == 3 && !r.whole.MatchString(text):
		w.remark(path, "level 3 does not say that it holds everywhere", r.wholeHint)
	case level == 4 && !r.number.MatchString(text):
		w.remark(path, "level 4 names no number", "say what is counted: a share, a rate, days, a score")
	case level == 4 && !r.period.MatchString(text):
		w.remark(path, "level 4 names no period", r.periodHint)
	case level == 5 && !r.recent.MatchString(text):
		w.remark(path, "level 5 names no change in the last 12 months", r.recentHint)
	case level == 5 && !r.because.MatchString(text):
		w.remark(path, "level 5 does not name the figure that led to the change", r.becauseHint)
	}
}
