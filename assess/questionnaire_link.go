package assess

import (
	"slices"
	"strings"
)

// Link fills in what follows from the tree: parents, document order, ids,
// inherited policies, points of options. Call it once, after reading.
func (q *Questionnaire) Link() {
	q.tree, q.questions, q.conditional = nil, nil, false
	q.byID, q.byCode, q.byLetters = map[string]named{}, map[string]named{}, map[string]*Question{}
	whole := &Section{ID: q.ID, Title: q.Title, Weight: 1, Method: Mean, Sections: q.Sections}
	q.link(whole, nil, inherited{policy: q.Scoring.NotApplicable})
	for _, s := range q.Sections {
		s.parent = nil
	}
	q.linkTags()
	for _, qu := range q.questions {
		qu.linkChoices()
	}
}

// inherited is what a section or question has from the sections above it.
type inherited struct {
	policy Policy
	asks   []*Condition
}

func (q *Questionnaire) link(s, parent *Section, from inherited) {
	s.parent, s.index, s.first = parent, len(q.tree), len(q.questions)
	if s.NotApplicable != "" {
		from.policy = s.NotApplicable
	}
	from.asks = q.linkConditions(from.asks, s.AskIf)
	q.tree = append(q.tree, s)
	if s.index > 0 {
		q.enter(s.ID, s.Code, named{section: s})
	}
	for _, child := range s.Sections {
		q.link(child, s, from)
	}
	for _, qu := range s.Questions {
		q.linkQuestion(qu, s, from)
	}
	s.last = len(q.questions)
}

func (q *Questionnaire) linkQuestion(qu *Question, s *Section, from inherited) {
	qu.index, qu.section, qu.policy, qu.decides = len(q.questions), s, from.policy, nil
	if qu.NotApplicable != "" {
		qu.policy = qu.NotApplicable
	}
	if len(qu.Title) == 0 {
		qu.Title = qu.Ask
	}
	q.questions = append(q.questions, qu)
	q.enter(qu.ID, qu.Code, named{question: qu})
	low, high := float64(q.Lowest()), float64(q.Highest())
	for i := range qu.Options {
		o, first, last := &qu.Options[i], qu.bottom().Value, qu.top().Value
		if o.points = o.Value; q.Scoring.Points != Values {
			share := (o.Value - first) / (last - first)
			o.points = low + float64(share*(high-low))
		}
	}
	qu.asks = q.linkConditions(from.asks, qu.AskIf)
	q.conditional = q.conditional || len(qu.asks) > 0
}

// linkConditions adds conditions to those of the sections above and finds the questions,
// all of them earlier, that they look at.
func (q *Questionnaire) linkConditions(above []*Condition, own []Condition) []*Condition {
	if len(own) == 0 {
		return above
	}
	out := slices.Clone(above)
	for i := range own {
		out = append(out, &own[i])
		for _, c := range own[i].Leaves() {
			c.question = q.byID[c.Question].question
			c.question.decides = append(c.question.decides, c)
		}
	}
	return out
}

// enter notes what an id and a code stand for.
func (q *Questionnaire) enter(id, code string, what named) {
	q.byID[id] = what
	if code != "" {
		q.byCode[code] = what
	}
	if letters := strings.ToLower(code); code != "" && what.question != nil {
		if _, twice := q.byLetters[letters]; twice {
			what.question = nil
		}
		q.byLetters[letters] = what.question
	}
}

// Lowest is Lmin, the number of the first level.
func (q *Questionnaire) Lowest() int { return q.Levels[0].Level }

// Highest is Lmax, the number of the last level.
func (q *Questionnaire) Highest() int { return q.Levels[len(q.Levels)-1].Level }

// begins is the score from which on a level of the scale is reached.
func (q *Questionnaire) begins(level int) float64 { return q.Levels[level-q.Lowest()].Begins() }

// LevelAt returns the level with a number and whether there is one.
func (q *Questionnaire) LevelAt(level int) (Level, bool) {
	if i := level - q.Lowest(); i >= 0 && i < len(q.Levels) {
		return q.Levels[i], true
	}
	return Level{}, false
}

// Questions returns every question in document order. Don't change it.
func (q *Questionnaire) Questions() []*Question { return q.questions }

// AllSections returns every section in document order, each before what is
// below it; none of the zero questionnaire. Don't change it.
func (q *Questionnaire) AllSections() []*Section { return q.tree[min(1, len(q.tree)):] }

// Dimensions returns the sections that hold questions, in document order.
func (q *Questionnaire) Dimensions() []*Section {
	var out []*Section
	for _, s := range q.AllSections() {
		if s.Dimension() {
			out = append(out, s)
		}
	}
	return out
}

// Question returns the question with an id, nil if there is none.
func (q *Questionnaire) Question(id string) *Question { return q.byID[id].question }

// Section returns the section with an id, nil if there is none.
func (q *Questionnaire) Section(id string) *Section { return q.byID[id].section }

// QuestionNamed returns the question that somebody means by its id or its code, nil if
// there is none.
func (q *Questionnaire) QuestionNamed(word string) *Question {
	if qu := q.Question(word); qu != nil {
		return qu
	}
	return q.byCode[word].question
}

// QuestionCoded returns the question with a code, in any case; nil if there is none, or if
// it is not clear which of two.
func (q *Questionnaire) QuestionCoded(code string) *Question {
	if qu := q.byCode[code].question; qu != nil {
		return qu
	}
	return q.byLetters[strings.ToLower(code)]
}

// SectionNamed returns the section that somebody means by its id or its code, nil if there
// is none.
func (q *Questionnaire) SectionNamed(word string) *Section {
	if s := q.Section(word); s != nil {
		return s
	}
	return q.byCode[word].section
}

// Tag returns the text of a tag and whether there is one of that id.
func (q *Questionnaire) Tag(id string) (Text, bool) {
	for _, t := range q.Tags {
		if t.ID == id {
			return t.Text, true
		}
	}
	return nil, false
}
