package advice

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// OnScoring returns what makes the scores of a linked questionnaire worse: levels that
// nothing reaches, questions that are never asked, weights that let one question decide,
// options that nobody can tell apart.
func OnScoring(q *assess.Questionnaire) []diag.Remark {
	c := critic{q: q, spans: map[string]bool{}}
	shares, askable := assess.Shares(q), askable(q)
	var silent []*assess.Section // nothing below them can be asked, and that is told
	walk(q, visitor{section: func(path string, s *assess.Section) {
		c.section(path, s)
		if len(s.AskIf) > 0 && !slices.ContainsFunc(s.AllQuestions(), func(qu *assess.Question) bool {
			return askable[qu.Index()]
		}) {
			if !slices.ContainsFunc(silent, s.Below) {
				c.remark(path+".ask_if", "nothing below the section "+s.ID+" can ever be asked", "")
			}
			silent = append(silent, s)
		}
	}, question: func(path string, qu *assess.Question) {
		if !askable[qu.Index()] && !slices.ContainsFunc(silent, qu.Section().Within) {
			c.remark(path+".ask_if",
				"the question "+qu.ID+" can never be asked: its conditions can't all hold", "")
		}
		if share := shares[qu.Index()]; share > 0.5+assess.Tolerance {
			c.remarkWhole(path,
				fmt.Sprintf("the question %s carries %.0f %% of the overall score by its weights",
					qu.ID, 100*share), "")
		}
		c.sameTexts(path, qu)
		c.brokenTexts(path, qu)
		c.shortOfScale(path, qu)
	}})
	c.loneQuestions()
	return c.remarks
}

func (c *critic) section(path string, s *assess.Section) {
	if len(s.Scored()) == 1 {
		if c.lone++; c.lone == 1 {
			c.remarkWhole(path, "the dimension "+s.ID+" has one question", "a score of one answer says little")
			c.firstLone = len(c.remarks) - 1
		}
	}
	if s.Method == assess.Gate {
		c.emptyLevels(path, s)
	} else {
		c.jumpedLevels(path, s)
	}
}

// emptyLevels remarks on levels that no criterion of an outermost gate belongs to.
func (c *critic) emptyLevels(path string, s *assess.Section) {
	if up := s.Parent(); up != nil && up.Method == assess.Gate {
		return
	}
	criteria := map[int]bool{}
	collectLevels(s, criteria)
	for _, l := range c.q.Levels[1:] {
		if !criteria[l.Level] {
			c.remarkWhole(path, fmt.Sprintf("no criterion of the gate %s belongs to level %d", s.ID, l.Level),
				"the level is reached with the one below")
		}
	}
}

// collectLevels notes the levels that criteria below a section belong to.
func collectLevels(s *assess.Section, levels map[int]bool) {
	for _, qu := range s.Questions {
		levels[qu.Level] = true
	}
	for _, child := range s.Sections {
		collectLevels(child, levels)
	}
}

// sameTexts remarks on the first two options of a question that read the same in a language.
func (c *critic) sameTexts(path string, qu *assess.Question) {
	for _, tag := range c.q.Languages {
		first := map[string]string{}
		for _, o := range qu.Offered() {
			text := strings.TrimSpace(o.Text.In(tag))
			before, twice := first[text]
			if !twice {
				first[text] = name(o)
				continue
			}
			c.remark(path+".options", fmt.Sprintf("the options %s and %s of %s have the same text: %s",
				before, name(o), qu.ID, diag.Brief(text)), "")
			return
		}
	}
}

// name is what an option is called in a message: its id, or its value.
func name(o assess.Option) string { return cmp.Or(o.ID, decimal(o.Value)) }

// decimal writes a value as the questionnaire does.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// loneQuestions counts the dimensions of one question where there are several, in the
// remark on the first of them.
func (c *critic) loneQuestions() {
	if c.lone > 1 {
		first := &c.remarks[c.firstLone]
		first.Message += fmt.Sprintf(", as have %d others", c.lone-1)
		if c.lone == 2 {
			first.Message = strings.TrimSuffix(first.Message, "s")
			first.Message = strings.Replace(first.Message, "as have 1", "as has 1", 1)
		}
	}
}

// brokenTexts remarks on the first option whose text runs over several lines.
func (c *critic) brokenTexts(path string, qu *assess.Question) {
	for i, o := range qu.Offered() {
		for _, tr := range o.Text {
			if strings.ContainsAny(strings.TrimSpace(tr.Text), "\n\r") {
				c.remark(fmt.Sprintf("%s.options[%d].text", path, i),
					fmt.Sprintf("the text of the option %s of %s has a line break", name(o), qu.ID),
					"the lines are joined where it is shown; say one thing in one line")
				return
			}
		}
	}
}

// shortOfScale remarks on option values that are numbers of levels and do not reach both
// ends of the scale: stretched, none of them stays what it seems. Values that many questions
// share are remarked on once, yes and no (0 and 1) and criteria of gates not at all.
func (c *critic) shortOfScale(path string, qu *assess.Question) {
	if c.q.Scoring.Points == assess.Values || qu.Level > 0 || qu.Many() || qu.Profile {
		return
	}
	var values []string
	for _, o := range qu.Options {
		if _, ok := c.q.LevelAt(int(o.Value)); !ok || o.Value != math.Trunc(o.Value) {
			return
		}
		values = append(values, decimal(o.Value))
	}
	list := strings.Join(values, ", ")
	lowest, highest := decimal(float64(c.q.Lowest())), decimal(float64(c.q.Highest()))
	spans := values[0] == lowest && values[len(values)-1] == highest
	if spans || list == "0, 1" || c.spans[list] {
		return
	}
	c.spans[list] = true
	c.remark(path+".options", fmt.Sprintf("the values %s of %s are stretched over the levels %s to %s",
		list, qu.ID, lowest, highest), "scoring: {points: values} takes values as points")
}
