// Package content checks the wording of a questionnaire whose options are
// behavioural anchors: whether a stranger could tell from each sentence alone
// where it stands. It is advice to authors, in English and Chinese; a
// questionnaire that breaks it can be scored all the same. The rules are
// explained in questionnaires/README.md.
package content

import (
	"cmp"
	"fmt"
	"strings"

	"bankmaturity/assess"
)

// A Finding is one place that breaks a rule.
type Finding struct {
	Path    string // as in sections[0].questions[1].options[2].text.en
	Message string
	Hint    string
}

// anchors is how many options a question has: one per level of the ladder.
const anchors = 5

// Check returns what breaks the rules, in document order. It looks at the texts
// in the languages it knows, en and zh; others are left alone.
func Check(q *assess.Questionnaire) []Finding {
	c := checker{q: q, seen: map[string]bool{}}
	c.sections("sections", q.Sections)
	return c.found
}

type checker struct {
	q     *assess.Questionnaire
	found []Finding
	seen  map[string]bool // the options judged: a set is judged once, where it is first used
}

func (c *checker) add(path, message, hint string) {
	c.found = append(c.found, Finding{Path: path, Message: message, Hint: hint})
}

func (c *checker) sections(path string, sections []*assess.Section) {
	for i, s := range sections {
		at := fmt.Sprintf("%s[%d]", path, i)
		c.sections(at+".sections", s.Sections)
		for j, qu := range s.Questions {
			c.question(fmt.Sprintf("%s.questions[%d]", at, j), qu)
		}
	}
}

func (c *checker) question(path string, qu *assess.Question) {
	if len(qu.Evidence) == 0 {
		c.add(path, qu.ID+" asks for no evidence", "name two to four documents that would show the upper levels")
	}
	c.translated(path+".title", qu.Title)
	c.translated(path+".ask", qu.Ask)
	if qu.Level > 0 { // a criterion of a gate is met or not: no ladder
		return
	}
	set := fmt.Sprint(qu.Options)
	if c.seen[set] {
		return
	}
	c.seen[set] = true
	if len(qu.Options) != anchors {
		c.add(path+".options", fmt.Sprintf("%s has %d anchors", qu.ID, len(qu.Options)), "the ladder has five rungs: none, one unit, every unit, measured, changed because of the measure")
		return
	}
	for i, o := range qu.Options {
		for _, tr := range o.Text {
			language := cmp.Or(tr.Language, c.q.Languages[0])
			if rules, ok := languages()[language]; ok {
				c.anchor(fmt.Sprintf("%s.options[%d].text.%s", path, i, language), tr.Text, i+1, rules)
			}
		}
	}
}

// translated checks that a text is given in every language.
func (c *checker) translated(path string, text assess.Text) {
	if len(c.q.Languages) > 1 && len(text) == 1 && text[0].Language == "" {
		c.add(path, "the text is the same in every language", "give it in each: {"+strings.Join(c.q.Languages, ": …, ")+": …}")
	}
}

// anchor checks one sentence of a level of the ladder, 1 to 5.
func (c *checker) anchor(path, text string, level int, r rules) {
	if n := r.length(text); n > r.most {
		c.add(path, fmt.Sprintf("the anchor has %d %s, more than %d", n, r.unit, r.most), "say one thing")
	}
	for _, word := range r.vague.FindAllString(text, -1) {
		c.add(path, fmt.Sprintf("%q can't be observed", word), "name the document, the number or the period instead")
	}
	if word := r.joins.FindString(text); word != "" {
		c.add(path, fmt.Sprintf("%q may join two behaviours", word), "one anchor, one behaviour")
	}
	switch {
	case level == 2 && !r.single.MatchString(text):
		c.add(path, "level 2 does not open with a single unit", r.singleHint)
	case level == 3 && !r.whole.MatchString(text):
		c.add(path, "level 3 does not say that it holds everywhere", r.wholeHint)
	case level == 4 && !r.number.MatchString(text):
		c.add(path, "level 4 names no number", "say what is counted: a share, a rate, days, a score")
	case level == 4 && !r.period.MatchString(text):
		c.add(path, "level 4 names no period", r.periodHint)
	case level == 5 && !r.recent.MatchString(text):
		c.add(path, "level 5 names no change in the last 12 months", r.recentHint)
	case level == 5 && !r.because.MatchString(text):
		c.add(path, "level 5 does not name the figure that led to the change", r.becauseHint)
	}
}
