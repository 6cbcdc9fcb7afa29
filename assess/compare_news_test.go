package assess

import (
	"slices"
	"testing"
)

// A stage or level that moved comes before the score; a stage that stays after it; a level
// that moved as the stage did is not told again.
func TestNews(t *testing.T) {
	t.Parallel()
	level := func(n float64) Number { return Num(n) }
	none := Number{}
	for _, c := range []struct {
		stage, level [2]Number
		want         []NewsKind
	}{
		{[2]Number{level(2), level(3)}, [2]Number{level(2), level(3)}, []NewsKind{StageNews, ScoreNews}},
		{[2]Number{level(1), level(2)}, [2]Number{level(2), level(3)}, []NewsKind{StageNews, LevelNews, ScoreNews}},
		{[2]Number{level(2), level(2)}, [2]Number{level(3), level(2)}, []NewsKind{LevelNews, ScoreNews, StageNews}},
		{[2]Number{level(2), level(2)}, [2]Number{level(2), level(2)}, []NewsKind{ScoreNews, StageNews}},
		{[2]Number{none, level(2)}, [2]Number{level(2), none}, []NewsKind{ScoreNews}},
	} {
		side := func(i int) *Result {
			return &Result{Overall: &Node{Stage: c.stage[i], Level: c.level[i]}}
		}
		var got []NewsKind
		for _, n := range (&Comparison{Before: side(0), After: side(1)}).News() {
			got = append(got, n.Kind)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v %v: %v, want %v", c.stage, c.level, got, c.want)
		}
	}
}

// Areas and dimensions stand apart; a dimension that can't be compared is named only where it
// has a score on some side.
func TestComparisonSections(t *testing.T) {
	t.Parallel()
	q := model(1, 1, 1, 1)
	area := &Section{ID: "area", Title: Plain("Area"), Weight: 1, Method: Mean, Sections: q.Sections[:2]}
	q.Sections = append([]*Section{area}, q.Sections[2:]...)
	q.Link()
	before := scoreAll(q, []*Response{respond(q, "2", "3", "4", "-")})
	after := scoreAll(q, []*Response{respond(q, "3", "3", "-", "-")})
	c := Compare(before, after)
	ids := func(all []Change) (out []string) {
		for _, change := range all {
			out = append(out, change.ID)
		}
		return out
	}
	if got := ids(c.Areas()); !slices.Equal(got, []string{"area"}) {
		t.Errorf("areas: %v", got)
	}
	if got := ids(c.Dimensions()); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("dimensions: %v", got)
	}
	if got := c.Incomparable(); !slices.Equal(got, []string{"c"}) {
		t.Errorf("incomparable: %v", got)
	}
	if got := c.LevelMoves(); len(got) != 1 || got[0] != (Change{"a", Num(2), Num(3)}) {
		t.Errorf("levels: %v", got)
	}
	if !c.Rescoped() {
		t.Error("c1 was answered only before")
	}
}

// What became of actions, by their words and question, by their question alone, or not at all.
func TestFollowedActions(t *testing.T) {
	t.Parallel()
	q := model(2)
	side := func(answers []string, actions ...Action) *Result {
		r := respond(q, answers...)
		r.Actions = actions
		return scoreAll(q, []*Response{r})
	}
	act := func(what, question string, status Status) Action {
		return Action{What: what, Question: question, Status: status}
	}
	before := side([]string{"2", "3"},
		act("Publish the  catalogue", "a1", ActionOpen), act("Train staff", "a1", ActionOpen),
		act("Publish the catalogue", "a1", ActionOpen), act("Hire", "", ActionDone), act("Ask", "a2", ActionOpen))
	after := side([]string{"4", "-"},
		act("Train all staff", "a1", ActionDropped), act("Publish the\ncatalogue", "a1", ActionDone),
		act("Hire", "a2", ActionOpen), act("Other", "", ActionOpen))
	type told struct {
		what      string
		mentioned bool
		now       Status
		points    Change
	}
	want := []told{
		{"Publish the catalogue", true, ActionDone, Change{"a1", Num(2), Num(4)}},
		{"Train staff", true, ActionDropped, Change{"a1", Num(2), Num(4)}},
		{"Hire", false, "", Change{}},
		{"Ask", true, ActionOpen, Change{"a2", Num(3), Number{}}},
	}
	var got []told
	for _, f := range Compare(before, after).Actions() {
		got = append(got, told{f.What, f.Mentioned, f.Now, f.Points})
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
