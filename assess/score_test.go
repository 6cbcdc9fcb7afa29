package assess

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestPoints(t *testing.T) {
	t.Parallel()
	q := model(1)
	q.Levels = levels(0, 3)
	q.Sections[0].Questions = []*Question{question("a1", 0, 0.25, 0.5, 1)}
	q.Link()
	for i, want := range []float64{0, 0.75, 1.5, 3} {
		if got := q.Questions()[0].Options[i].Points(); got != want {
			t.Errorf("option %d: points %v, want %v", i, got, want)
		}
	}
}

// show prints a number for tables of expectations: two decimals, - if undefined.
func show(n Number) string {
	if v, ok := n.Get(); ok {
		return fmt.Sprintf("%.2f", v)
	}
	return "-"
}

func summary(n *Node) string {
	return fmt.Sprintf("score %s %s..%s coverage %s level %s stage %s evidenced %s", show(n.Score),
		show(n.Low), show(n.High), show(n.Coverage), show(n.Level), show(n.Stage), show(n.Evidenced))
}

func TestScoreOfOneDimension(t *testing.T) {
	t.Parallel()
	three := 3
	tests := []struct {
		name  string
		words []string
		set   func(*Questionnaire)
		want  string
	}{
		{"all answered", []string{"3", "3", "4", "2", "3"}, nil,
			"score 3.00 3.00..3.00 coverage 1.00 level 3.00 stage - evidenced -"},
		{"nothing answered", nil, nil, "score - 1.00..5.00 coverage 0.00 level - stage - evidenced -"},
		{"one open", []string{"3", "3", "4", "4", "-"}, nil,
			"score 3.50 3.00..3.80 coverage 0.80 level 3.00 stage - evidenced -"},
		{"unknown is not answered", []string{"3", "3", "4", "?", "?"}, nil,
			"score 3.33 2.40..4.00 coverage 0.60 level - stage - evidenced -"},
		{"not applicable leaves", []string{"3", "3", "na", "na", "na"}, nil,
			"score 3.00 3.00..3.00 coverage 1.00 level 3.00 stage - evidenced -"},
		{"all not applicable", []string{"na", "na", "na", "na", "na"}, nil,
			"score - -..- coverage - level - stage - evidenced -"},
		{"not applicable at the lowest", []string{"3", "3", "3", "3", "na"},
			func(q *Questionnaire) { q.Scoring.NotApplicable = Lowest },
			"score 2.60 2.60..2.60 coverage 1.00 level 2.00 stage - evidenced -"},
		{"unanswered at the lowest", []string{"3", "3", "3", "3", "-"},
			func(q *Questionnaire) { q.Scoring.Unanswered = Lowest },
			"score 2.60 2.60..3.40 coverage 0.80 level 2.00 stage - evidenced -"},
		{"smallest", []string{"5", "2", "4", "3", "-"},
			func(q *Questionnaire) { q.Sections[0].Method = Min },
			"score 2.00 1.00..2.00 coverage 0.80 level 2.00 stage - evidenced -"},
		{"no evidence", []string{"3", "4", "2", "2", "2"},
			func(q *Questionnaire) { q.Scoring.EvidenceFrom = &three },
			"score 2.60 2.60..2.60 coverage 1.00 level 2.00 stage - evidenced 2.00"},
		{"stage by share", []string{"3", "3", "3", "3", "2"},
			func(q *Questionnaire) { q.Scoring.Stage = &StageRule{0.8, 1} },
			"score 2.80 2.80..2.80 coverage 1.00 level 2.00 stage 2.00 evidenced -"},
		{"stage held by one", []string{"5", "5", "5", "5", "1"},
			func(q *Questionnaire) { q.Scoring.Stage = &StageRule{0.8, 1} },
			"score 4.20 4.20..4.20 coverage 1.00 level 4.00 stage 2.00 evidenced -"},
		{"stage counts open as lowest", []string{"5", "5", "5", "-", "-"},
			func(q *Questionnaire) { q.Scoring.Stage = &StageRule{0.8, 4} },
			"score 5.00 3.40..5.00 coverage 0.60 level - stage 1.00 evidenced -"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			q := model(5)
			if tt.set != nil {
				tt.set(q)
				q.Link()
			}
			got := summary(scoreAll(q, []*Response{respond(q, tt.words...)}).Overall.Sections[0])
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestWithoutAChildThatApplies(t *testing.T) {
	t.Parallel()
	q := model(2, 1)
	res := scoreAll(q, []*Response{respond(q, "na", "na", "4")})
	if a := res.Overall.Sections[0]; a.Applicable || a.Score.Defined() || a.Low.Defined() ||
		a.Coverage.Defined() || a.Sufficient {
		t.Errorf("a section in which nothing applies has numbers: %s", summary(a))
	}
	want := "score 4.00 4.00..4.00 coverage 1.00 level 4.00 stage - evidenced -"
	if got := summary(res.Overall); got != want {
		t.Errorf("overall: %s", got)
	}
}

func TestLevelNeverRoundsUp(t *testing.T) {
	t.Parallel()
	q := model(200)
	words := make([]string, 200)
	for i := range words {
		words[i] = "5"
	}
	words[17] = "4"
	n := scoreAll(q, []*Response{respond(q, words...)}).Overall
	if show(n.Level) != "4.00" || Shown(n.Score.Value()) != "4.99" {
		t.Errorf("199 of 200: level %s, shown %s", show(n.Level), Shown(n.Score.Value()))
	}
}

func TestTargetsAreInherited(t *testing.T) {
	t.Parallel()
	two, three, four := 2, 3, 4
	q := model(1, 1, 1)
	q.Scoring.Target = &four
	top := &Section{ID: "top", Title: Plain("top"), Weight: 1, Method: Mean, Target: &three,
		Sections: q.Sections[:2]}
	q.Sections[1].Target = &two
	q.Sections = []*Section{top, q.Sections[2]}
	q.Link()
	first, last := respond(q, "2", "2", "2"), respond(q, "2", "2", "2")
	first.Targets, last.Targets = []Target{{"b", 4}}, []Target{{"b", 5}}
	root := scoreAll(q, []*Response{first, last}).Overall
	got := fmt.Sprint(show(root.Target), show(root.Sections[0].Target),
		show(root.Sections[0].Sections[0].Target), show(root.Sections[0].Sections[1].Target),
		show(root.Sections[1].Target), show(root.Gap))
	if want := fmt.Sprint("4.00", "3.00", "3.00", "5.00", "4.00", "2.00"); got != want {
		t.Errorf("targets of root, top, a, b, c and gap: %s, want %s", got, want)
	}
}

func TestGate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words []string
		want  string
	}{
		{[]string{"-", "-", "-"}, "score 0.00 0.00..2.00"},
		{[]string{"1", "-", "1"}, "score 0.00 0.00..2.00"},
		{[]string{"1", "1", "-"}, "score 1.00 1.00..2.00"},
		{[]string{"1", "na", "1"}, "score 2.00 2.00..2.00"},
		{[]string{"1", "0", "1"}, "score 0.00 0.00..0.00"},
	}
	for _, tt := range tests {
		q := model(3)
		q.Levels = levels(0, 2)
		q.Sections[0].Method = Gate
		q.Sections[0].Questions = []*Question{question("a1", 0, 1), question("a2", 0, 1),
			question("a3", 0, 1)}
		for i, l := range []int{1, 1, 2} {
			q.Sections[0].Questions[i].Level = l
		}
		q.Link()
		n := scoreAll(q, []*Response{respond(q, tt.words...)}).Overall.Sections[0]
		if got := fmt.Sprintf("score %s %s..%s", show(n.Score), show(n.Low), show(n.High)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.words, got, tt.want)
		}
	}
}

func TestBinding(t *testing.T) {
	t.Parallel()
	q := model(1, 1, 1)
	q.Scoring.Stage = &StageRule{Share: 0.8, Slack: 1}
	var ids []string
	for _, n := range scoreAll(q, []*Response{respond(q, "5", "2", "3")}).Binding() {
		ids = append(ids, n.ID)
	}
	if fmt.Sprint(ids) != "[b]" {
		t.Errorf("binding: %v, want [b]", ids)
	}
	if top := scoreAll(q, []*Response{respond(q, "5", "5", "5")}).Binding(); top != nil {
		t.Errorf("at the top %d dimensions bind", len(top))
	}
}

func TestShown(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]string{2.996: "2.99", 3: "3.00", 2.9999999999: "3.00", 2.994: "2.99",
		2.675: "2.68", 1.005: "1.01", 0: "0.00", 4.5: "4.50", 2.5: "2.50"} {
		if got := Shown(v); got != want {
			t.Errorf("Shown(%v) = %s, want %s", v, got, want)
		}
	}
}

func TestNumberAsJSON(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		n    Number
		want string
	}{
		{Number{}, "null"},
		{Num(0), "0"},
		{Num(math.Copysign(0, -1)), "0"},
		{Num(-0.0000001), "0"},
		{Num(3), "3"},
		{Num(2.5), "2.5"},
		{Num(1.0 / 3), "0.333333"},
		{Num(0.0000005), "0.000001"},
		{Num(math.NaN()), "null"},
		{Num(math.Inf(1)), "null"},
		{Num(1e21), "1000000000000000000000"},
	} {
		got, err := tt.n.MarshalJSON()
		if err != nil || string(got) != tt.want {
			t.Errorf("%v: %s (%v), want %s", tt.n, got, err, tt.want)
		}
	}
}

// What a dimension lacks of the next stage: too little weight there, or a question too
// far below.
func TestStageLack(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words  string
		want   string // level, share, enough, low; "" for nothing
		method Method
	}{
		{"3 3 3 3 2", "3 0.80 true []", Mean}, // the score caps it
		{"5 5 5 5 1", "3 0.80 true [a5]", Mean},
		{"4 4 4 3 3", "4 0.60 false []", Mean},
		{"3 3 - na 3", "2 0.75 false []", Mean},
		{"5 5 5 5 5", "", Mean},
		{"na na na na na", "", Mean},
		{"3 3 3 3 2", "", Gate},
	}
	for _, tt := range tests {
		q := model(5)
		q.Sections[0].Method, q.Scoring.Stage = tt.method, &StageRule{0.8, 1}
		res := scoreAll(q, []*Response{respond(q, strings.Fields(tt.words)...)})
		got := ""
		if lack, ok := res.StageLack(res.Overall.Sections[0]); ok {
			var low []string
			for _, it := range lack.Low {
				low = append(low, it.Question.ID)
			}
			got = fmt.Sprintf("%d %.2f %t %v", lack.Level, lack.Share, lack.Enough, low)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.words, got, tt.want)
		}
	}
}
