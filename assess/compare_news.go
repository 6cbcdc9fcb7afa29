package assess

import (
	"math"
	"slices"
)

// NewsKind says what a piece of news is about.
type NewsKind string

// The kinds of news, and what their Change holds.
const (
	StageNews NewsKind = "stage" // the stage before and after
	LevelNews NewsKind = "level" // the level of the overall score before and after
	ScoreNews NewsKind = "score" // nothing: the like-for-like change and whether it is noise tell
)

// News is one thing that a comparison has to tell.
type News struct {
	Kind   NewsKind
	Change Change
}

// News returns what a comparison has to tell, the weightiest first: a stage or a level that
// was reached or lost outranks any change of the score, and a stage that stays comes last. A
// level that moved as the stage did is not told twice.
func (c *Comparison) News() []News {
	var out []News
	stage, level := c.Stage(), c.Level()
	if stage.moved() {
		out = append(out, News{StageNews, stage})
	}
	if level.moved() && (level.Before != stage.Before || level.After != stage.After) {
		out = append(out, News{LevelNews, level})
	}
	out = append(out, News{Kind: ScoreNews})
	if stage.Delta().Defined() && !stage.moved() {
		out = append(out, News{StageNews, stage})
	}
	return out
}

// Level is the level of the overall score before and after.
func (c *Comparison) Level() Change {
	return Change{c.Overall.ID, c.Before.Overall.Level, c.After.Overall.Level}
}

// LevelMoves returns the dimensions whose level is another one than before, in document
// order, as their scores stand: not like for like.
func (c *Comparison) LevelMoves() []Change {
	before := map[string]Number{}
	for _, d := range c.Before.Overall.Dimensions() {
		before[d.ID] = d.Level
	}
	var out []Change
	for _, d := range c.After.Overall.Dimensions() {
		if change := (Change{d.ID, before[d.ID], d.Level}); change.moved() {
			out = append(out, change)
		}
	}
	return out
}

// Rescoped reports whether a part of the overall change is due to other questions being
// answered, or to answers given on one side only.
func (c *Comparison) Rescoped() bool {
	scope, ok := c.ScopeChange.Get()
	return ok && (math.Abs(scope) > Tolerance || len(c.Entered)+len(c.Left) > 0)
}

// Missing returns the questions that were answered only before and still apply.
func (c *Comparison) Missing() []string {
	outside := func(id string) bool { return slices.Contains(c.Outside, id) }
	return slices.DeleteFunc(slices.Clone(c.Left), outside)
}

// Fell reports whether one of some changes goes down.
func Fell(changes []Change) bool {
	return slices.ContainsFunc(changes, func(c Change) bool { return c.Delta().Value() < -Tolerance })
}

// Areas returns the changes of the sections that hold sections, and Dimensions those of the
// sections that hold questions, both like for like and in document order. Those without a
// question answered in both are left out: Incomparable returns them.
func (c *Comparison) Areas() []Change {
	return c.sectionsThat(func(s *Section) bool { return len(s.Sections) > 0 })
}

// Dimensions: see [Comparison.Areas].
func (c *Comparison) Dimensions() []Change {
	return c.sectionsThat(func(s *Section) bool { return len(s.Questions) > 0 })
}

func (c *Comparison) sectionsThat(are func(*Section) bool) []Change {
	var out []Change
	for _, change := range c.Sections {
		if (change.Before.Defined() || change.After.Defined()) && are(c.Section(change.ID)) {
			out = append(out, change)
		}
	}
	return out
}

// Incomparable returns the ids of the dimensions that have a score on one side or both, but
// no question answered in both.
func (c *Comparison) Incomparable() []string {
	scored := map[string]bool{}
	for _, res := range []*Result{c.Before, c.After} {
		for _, d := range res.Overall.Dimensions() {
			scored[d.ID] = scored[d.ID] || d.Score.Defined()
		}
	}
	var out []string
	for _, change := range c.Sections {
		if scored[change.ID] && !change.Before.Defined() && !change.After.Defined() {
			out = append(out, change.ID)
		}
	}
	return out
}

// Section returns the section of an id, as the questionnaire after has it, else the one
// before.
func (c *Comparison) Section(id string) *Section {
	if s := c.After.Questionnaire.Section(id); s != nil {
		return s
	}
	return c.Before.Questionnaire.Section(id)
}

// Question returns the question of an id likewise.
func (c *Comparison) Question(id string) *Question {
	if qu := c.After.Questionnaire.Question(id); qu != nil {
		return qu
	}
	return c.Before.Questionnaire.Question(id)
}

// moved reports whether both sides are known and differ.
func (c Change) moved() bool {
	delta, ok := c.Delta().Get()
	return ok && math.Abs(delta) > Tolerance
}
