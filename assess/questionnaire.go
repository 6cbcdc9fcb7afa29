package assess

// A Questionnaire is a maturity model: levels, a tree of sections, questions
// with options. Build the tree, then call Link once; after that it is only
// read and may be shared between goroutines.
type Questionnaire struct {
	ID        string
	Version   string // semantic version
	SHA256    string // of the file it was read from, lower-case hex
	Title     Text
	Summary   Text
	Source    Text
	Languages []string // the first is the fallback
	Levels    []Level  // consecutive, lowest first
	Scoring   Scoring
	Sections  []*Section

	tree        []*Section // in document order, each before what is below it; the first is the questionnaire itself
	questions   []*Question
	byID        map[string]named
	conditional bool // some question has conditions
}

// named is what an id names: exactly one of the two is set.
type named struct {
	section  *Section
	question *Question
}

// A Level is one rung of the maturity scale.
type Level struct {
	Level   int
	Name    Text
	Meaning Text
}

// A Policy says what an answer that gives no value does to the score.
type Policy string

// The policies of `unanswered` (exclude, lowest) and `not_applicable` (all).
// The empty policy of a section or question is inherited from above.
const (
	Exclude Policy = "exclude"
	Lowest  Policy = "lowest"
	Forbid  Policy = "forbid"
)

// Scoring holds the rules that apply to the whole questionnaire.
type Scoring struct {
	MinCoverage   float64 // 0..1: below it a section shows no level
	Unanswered    Policy
	NotApplicable Policy
	EvidenceFrom  *int       // level from which an answer needs evidence; nil: none does
	Stage         *StageRule // nil: no stages
	Target        *int       // nil: none
}

// DefaultScoring is what a questionnaire without a `scoring` key uses.
func DefaultScoring() Scoring {
	return Scoring{MinCoverage: 0.8, Unanswered: Exclude, NotApplicable: Exclude}
}

// A StageRule says when a dimension has secured a level: questions that carry
// Share (0..1] of the weight stand there, none is more than Slack levels below.
type StageRule struct {
	Share float64
	Slack int
}

// A Method says how a section's score follows from its children.
type Method string

// The methods of a section.
const (
	Mean Method = "mean"
	Min  Method = "min"
	Gate Method = "gate"
)

// A Section holds either sections or questions, never both and never neither.
type Section struct {
	ID            string
	Title         Text
	Summary       Text
	Weight        float64 // > 0
	Method        Method
	Target        *int     // nil: inherited
	NotApplicable Policy   // "": inherited
	DependsOn     []string // ids of sections that should come first; no effect on scores
	References    []Text
	Sections      []*Section
	Questions     []*Question

	parent      *Section
	index       int // in the questionnaire's tree
	first, last int // its questions, and those below it, are from first up to before last
}

// Dimension reports whether the section holds questions.
func (s *Section) Dimension() bool { return len(s.Questions) > 0 }

// Parent returns the section above, nil at the top.
func (s *Section) Parent() *Section { return s.parent }

// A Question is what is asked.
type Question struct {
	ID            string
	Title         Text
	Ask           Text
	Help          Text
	Weight        float64 // > 0
	Effort        int     // 1..9: the cost of one step up
	Options       []Option
	NotApplicable Policy // "": inherited; Policy() resolves it
	Evidence      []Text
	References    []Text
	AskIf         []Condition // all must hold; empty: always asked
	Level         int         // gate only: the level this criterion belongs to
	Pass          float64     // gate only: the lowest value that passes

	index   int
	section *Section
	policy  Policy
}

// An Option is one possible answer.
type Option struct {
	Value float64
	Text  Text

	points float64
}

// Points returns the option's value on the level scale.
func (o Option) Points() float64 { return o.points }

// A Condition holds in a response when the question named was answered there
// with at least, or at most, an option value.
type Condition struct {
	Question string
	AtLeast  Number // exactly one of the two is defined
	AtMost   Number

	question *Question
}

// Index is the question's place in document order, from 0: the index of its
// answer in Response.Answers.
func (q *Question) Index() int { return q.index }

// Section returns the dimension that holds the question.
func (q *Question) Section() *Section { return q.section }

// Policy says what "not applicable" does to this question, inherited from the
// sections above and the questionnaire where the question does not say.
func (q *Question) Policy() Policy { return q.policy }

// Option returns the option with a value and whether there is one.
func (q *Question) Option(value float64) (Option, bool) {
	for _, o := range q.Options {
		if o.Value == value {
			return o, true
		}
	}
	return Option{}, false
}

// Points carries a value onto the level scale: the lowest option stands at the
// lowest level, the highest option at the highest level, the others in
// proportion (docs/numbers.md, Points).
func (q *Question) Points(value float64) float64 {
	for i := range q.Options {
		if o := &q.Options[i]; o.Value == value {
			return o.points
		}
	}
	first, last := q.Options[0], q.Options[len(q.Options)-1]
	return first.points + (value-first.Value)/(last.Value-first.Value)*(last.points-first.points)
}

// Link fills in what follows from the tree: parents, document order, ids,
// inherited policies, points of options. Call it once, after reading.
func (q *Questionnaire) Link() {
	q.tree, q.questions, q.byID, q.conditional = nil, nil, map[string]named{}, false
	whole := &Section{ID: q.ID, Title: q.Title, Weight: 1, Method: Mean, Target: q.Scoring.Target, Sections: q.Sections}
	q.link(whole, nil, q.Scoring.NotApplicable)
	for _, s := range q.Sections {
		s.parent = nil
	}
}

func (q *Questionnaire) link(s, parent *Section, policy Policy) {
	s.parent, s.index, s.first = parent, len(q.tree), len(q.questions)
	if s.NotApplicable != "" {
		policy = s.NotApplicable
	}
	q.tree = append(q.tree, s)
	if s.index > 0 {
		q.byID[s.ID] = named{section: s}
	}
	for _, child := range s.Sections {
		q.link(child, s, policy)
	}
	for _, qu := range s.Questions {
		q.linkQuestion(qu, s, policy)
	}
	s.last = len(q.questions)
}

func (q *Questionnaire) linkQuestion(qu *Question, s *Section, policy Policy) {
	qu.index, qu.section, qu.policy = len(q.questions), s, policy
	if qu.NotApplicable != "" {
		qu.policy = qu.NotApplicable
	}
	q.questions = append(q.questions, qu)
	q.byID[qu.ID] = named{question: qu}
	low, high := float64(q.Lowest()), float64(q.Highest())
	first, last := qu.Options[0].Value, qu.Options[len(qu.Options)-1].Value
	for i := range qu.Options {
		share := (qu.Options[i].Value - first) / (last - first)
		qu.Options[i].points = low + float64(share*(high-low))
	}
	q.conditional = q.conditional || len(qu.AskIf) > 0
	for i := range qu.AskIf {
		qu.AskIf[i].question = q.byID[qu.AskIf[i].Question].question
	}
}

// Lowest is Lmin, the number of the first level.
func (q *Questionnaire) Lowest() int { return q.Levels[0].Level }

// Highest is Lmax, the number of the last level.
func (q *Questionnaire) Highest() int { return q.Levels[len(q.Levels)-1].Level }

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
// below it. Don't change it.
func (q *Questionnaire) AllSections() []*Section { return q.tree[1:] }

// Dimensions returns the sections that hold questions, in document order.
func (q *Questionnaire) Dimensions() []*Section {
	var out []*Section
	for _, s := range q.tree[1:] {
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
