package assess

import "slices"

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
	Tags      []Tag    // in the order of the file
	Levels    []Level  // consecutive, lowest first
	Scoring   Scoring
	Sections  []*Section

	tree        []*Section           // in document order, each before what is below it; the first is the whole
	questions   []*Question          // in document order
	byID        map[string]named     // sections and questions
	byCode      map[string]named     // those that have a code
	byLetters   map[string]*Question // by their code in small letters; nil where two have it
	conditional bool                 // some question has conditions
	tagged      []tagged             // in the order of the tags
}

// named is what an id names: exactly one of the two is set.
type named struct {
	section  *Section
	question *Question
}

// A Tag is a second view of a questionnaire that questions across its sections carry: a
// priority, a framework, a function.
type Tag struct {
	ID   string
	Text Text
}

// A Reference is where something comes from, or where one can read on.
type Reference struct {
	Text Text
	URL  string // https; "" for a text alone
}

// A Level is one rung of the maturity scale.
type Level struct {
	Level   int
	Name    Text
	Meaning Text
	From    Number // the score at which it begins; undefined: at its number
}

// Begins is the score from which on the level is reached.
func (l Level) Begins() float64 {
	if from, ok := l.From.Get(); ok {
		return from
	}
	return float64(l.Level)
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
	Points        PointsRule // "" is Stretch
}

// A PointsRule says how the values of options become points.
type PointsRule string

// The rules (docs/numbers.md, Points).
const (
	Stretch PointsRule = "stretch" // from the lowest option at the lowest level to the highest at the highest
	Values  PointsRule = "values"  // a value is its points
)

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
	Code          string // the model's own number, one line; ""
	Title         Text
	Summary       Text
	Weight        float64 // > 0
	Method        Method
	Target        *int     // nil: inherited
	NotApplicable Policy   // "": inherited
	DependsOn     []string // ids of sections that should come first; no effect on scores
	References    []Reference
	AskIf         []Condition // all must hold for everything below; empty: always asked
	Sections      []*Section
	Questions     []*Question

	parent      *Section
	index       int // in the questionnaire's tree
	first, last int // its questions, and those below it, are from first up to before last
}

// Dimension reports whether the section holds questions.
func (s *Section) Dimension() bool { return len(s.Questions) > 0 }

// Scored returns the section's own questions without its profile questions.
func (s *Section) Scored() []*Question {
	return slices.DeleteFunc(slices.Clone(s.Questions), func(qu *Question) bool { return qu.Profile })
}

// Parent returns the section above, nil at the top.
func (s *Section) Parent() *Section { return s.parent }

// Within reports whether the section is another one or below it.
func (s *Section) Within(above *Section) bool { return s == above || s.Below(above) }

// Below reports whether the section is below another one.
func (s *Section) Below(above *Section) bool {
	for up := s.parent; up != nil; up = up.parent {
		if up == above {
			return true
		}
	}
	return false
}

// AllQuestions returns every question in the section or below it, in document order.
func (s *Section) AllQuestions() []*Question {
	out := slices.Clone(s.Questions)
	for _, child := range s.Sections {
		out = append(out, child.AllQuestions()...)
	}
	return out
}

// A Question is what is asked.
type Question struct {
	ID            string
	Code          string   // the model's own number, one line; ""
	Title         Text     // short; where it is left out Link puts what is asked here
	Ask           Text     // as put to the room; beside the title print AskBeside
	Tags          []string // ids of tags
	Help          Text
	Profile       bool     // recorded, not scored: no weight, no coverage, perhaps no options
	Weight        float64  // > 0
	Effort        int      // 1..9: the cost of one step up
	Options       []Option // values rising; of a question with Ticks the sums that they give
	Ticks         []Option // select: many: what may be ticked, each with an id
	Full          float64  // select: many: the sum that counts as everything
	Input         Input    // "": an option is chosen
	Of            Text     // with Input: what is counted
	Less          bool     // with Input: less is better
	NotApplicable Policy   // "": inherited; Policy() resolves it
	Evidence      []Text
	References    []Reference
	AskIf         []Condition // all must hold; empty: always asked
	Level         int         // gate only: the level this criterion belongs to
	Pass          float64     // gate only: the lowest value that passes

	index   int
	section *Section
	policy  Policy
	asks    []*Condition // all that must hold: those of the sections above, outermost first, and its own
	decides []*Condition // those of others that look at this one
	choices []choice     // all that conditions tell apart, by points
	blurred bool         // there are too many to tell by what is ticked
}

// An Option is one possible answer.
type Option struct {
	ID        string // of one that can be ticked
	Exclusive bool   // it can't be ticked beside others

	Value  float64
	Text   Text
	Help   Text   // what exactly is meant
	Advice Text   // what to do next for who stands here
	From   Number // of a counted question: where it begins; undefined: it can only be chosen, or is the first

	points float64
}

// Points returns the option's value on the level scale.
func (o Option) Points() float64 { return o.points }

// Index is the question's place in document order, from 0: the index of its
// answer in Response.Answers.
func (q *Question) Index() int { return q.index }

// AskBeside returns what is asked, for a place where the title stands already: nothing
// where the title says the same.
func (q *Question) AskBeside(language string) string {
	if ask := q.Ask.In(language); ask != q.Title.In(language) {
		return ask
	}
	return ""
}

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

// bottom and top are the options with the lowest and with the highest points.
func (q *Question) bottom() *Option { return &q.Options[0] }

func (q *Question) top() *Option { return &q.Options[len(q.Options)-1] }

// has reports whether an option has a value.
func (q *Question) has(value float64) bool {
	_, ok := q.Option(value)
	return ok
}

// Points carries a value onto the level scale: the lowest option stands at the
// lowest level, the highest option at the highest level, the others in
// proportion, or every value is its points (docs/numbers.md, Points).
func (q *Question) Points(value float64) float64 {
	for i := range q.Options {
		if o := &q.Options[i]; o.Value == value {
			return o.points
		}
	}
	if len(q.Options) == 0 { // a number that is typed
		return value
	}
	first, last := q.bottom(), q.top()
	return first.points + (value-first.Value)/(last.Value-first.Value)*(last.points-first.points)
}
