package assess

import (
	"fmt"
	"testing"
)

// What every response says about one question decides its status and points.
func TestCombine(t *testing.T) {
	t.Parallel()
	tests := []struct {
		said   []string
		status State
		points string
		value  string
	}{
		{[]string{"3"}, Answered, "3.00", "3.00"},
		{[]string{"3", "-"}, Answered, "3.00", "3.00"},
		{[]string{"2", "5"}, Answered, "3.50", "-"},
		{[]string{"1", "2", "5"}, Answered, "2.00", "-"},
		{[]string{"-", "-"}, Unanswered, "-", "-"},
		{[]string{"?", "-"}, Unknown, "-", "-"},
		{[]string{"na", "3"}, Answered, "3.00", "3.00"},
		{[]string{"na", "na", "3"}, NotApplicable, "-", "3.00"},
		{[]string{"na", "?"}, Unknown, "-", "-"},
		{[]string{"na", "na", "?"}, NotApplicable, "-", "-"},
		{[]string{"na", "-", "-"}, NotApplicable, "-", "-"},
		{[]string{"na", "na", "2", "4"}, Answered, "3.00", "-"},
	}
	for _, tt := range tests {
		q := model(1)
		var responses []*Response
		for _, word := range tt.said {
			responses = append(responses, respond(q, word))
		}
		it := scoreAll(q, responses).Overall.AllItems()[0]
		if it.Status != tt.status || show(it.Points) != tt.points || show(it.Value) != tt.value {
			t.Errorf("%v: %s points %s value %s, want %s %s %s", tt.said, it.Status, show(it.Points),
				show(it.Value), tt.status, tt.points, tt.value)
		}
	}
}

func TestVotes(t *testing.T) {
	t.Parallel()
	q := model(1)
	votes := []Vote{{"Retail", Num(2), false, nil}, {"IT", Num(4), false, nil}, {"Risk", Num(3), false, nil}, {"Audit", Num(5), false, nil}}
	tests := []struct {
		answer Answer
		points string
		value  string
		agreed bool
	}{
		{Answer{Votes: votes}, "3.50", "-", false},
		{Answer{Votes: votes, Value: Num(4)}, "4.00", "4.00", true},
	}
	for _, tt := range tests {
		r := respond(q)
		r.Answers[0] = tt.answer
		it := scoreAll(q, []*Response{r}).Overall.AllItems()[0]
		if show(it.Points) != tt.points || show(it.Value) != tt.value || !it.Voted || it.Agreed != tt.agreed {
			t.Errorf("%+v: points %s value %s voted %t agreed %t", tt.answer, show(it.Points),
				show(it.Value), it.Voted, it.Agreed)
		}
	}
}

func TestSkippedByItsCondition(t *testing.T) {
	t.Parallel()
	q := model(3)
	q.Sections[0].Questions[1].AskIf = []Condition{{Question: "a1", AtLeast: Num(3)}}
	q.Sections[0].Questions[2].AskIf = []Condition{{Question: "a2", AtMost: Num(2)}}
	q.Link()
	tests := []struct {
		words  []string
		status string
	}{
		{[]string{"3", "2", "1"}, "[answered answered answered]"},
		{[]string{"2", "2", "1"}, "[answered skipped skipped]"},
		{[]string{"-", "2", "1"}, "[unanswered skipped skipped]"},
		{[]string{"4", "3", "1"}, "[answered answered skipped]"},
	}
	for _, tt := range tests {
		var status []State
		for _, it := range scoreAll(q, []*Response{respond(q, tt.words...)}).Overall.all {
			status = append(status, it.Status)
		}
		if fmt.Sprint(status) != tt.status {
			t.Errorf("%v: %v, want %s", tt.words, status, tt.status)
		}
	}
}

// A long chain, and a web of conditions on conditions, stay cheap: one pass.
func TestConditionsInOnePass(t *testing.T) {
	t.Parallel()
	q := model(5000)
	for i, qu := range q.Sections[0].Questions {
		if i >= 2 {
			qu.AskIf = []Condition{{Question: fmt.Sprint("a", i), AtLeast: Num(1)},
				{Question: fmt.Sprint("a", i-1), AtLeast: Num(1)}}
		}
	}
	q.Link()
	words := make([]string, 5000)
	for i := range words {
		words[i] = "2"
	}
	r := respond(q, words...)
	if asked := r.Asked(); !asked[4999] {
		t.Error("the end of the chain was not asked")
	}
	r.Answers[0] = Answer{}
	if asked := r.Asked(); asked[2] || asked[4999] {
		t.Error("the chain did not fall together")
	}
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	three := 3
	q := model(1)
	q.Scoring.EvidenceFrom = &three
	high, low := Answer{Value: Num(4), Evidence: []string{"x"}},
		Answer{Value: Num(2), Evidence: []string{"x"}}
	tests := []struct {
		answers []Answer
		want    string
	}{
		{[]Answer{high}, "4.00"},
		{[]Answer{{Value: Num(4)}}, "2.00"},
		{[]Answer{{Value: Num(2)}}, "2.00"},
		{[]Answer{{Value: Num(5)}, high}, "4.50"},
		{[]Answer{{Value: Num(5)}, {Value: Num(4)}, low}, "2.00"}, // the evidence is of a low answer
	}
	for _, tt := range tests {
		var responses []*Response
		for _, a := range tt.answers {
			r := respond(q)
			r.Answers[0] = a
			responses = append(responses, r)
		}
		if got := show(scoreAll(q, responses).Overall.AllItems()[0].Evidenced); got != tt.want {
			t.Errorf("%+v: evidenced %s, want %s", tt.answers, got, tt.want)
		}
	}
}

func TestScopeDisagreements(t *testing.T) {
	t.Parallel()
	q := model(2)
	res := scoreAll(q, []*Response{respond(q, "na", "3"), respond(q, "3", "3"), respond(q, "na", "-")})
	if len(res.Disagreements) != 1 {
		t.Fatalf("%d disagreements, want 1", len(res.Disagreements))
	}
	if d := res.Disagreements[0]; d.Question.ID != "a1" || d.NotApplicable != 2 || d.Answered != 1 {
		t.Errorf("got %s %d %d", d.Question.ID, d.NotApplicable, d.Answered)
	}
}
