package words

import (
	"slices"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// The numbers of voices are the same whoever was named, typed or asked first, and votes
// stand in their order.
func TestVoicesAreNumberedAlike(t *testing.T) {
	t.Parallel()
	voices := []string{"Retail", "IT", "Risk", "Operations", "People", "Finance"}
	labelled := func(voices []string) (Labels, []string) {
		r := reporttest.Response(reporttest.Nine(1), 1, "---------")
		var votes, brought []string
		for _, v := range voices {
			r.Answers[0].Votes = append(r.Answers[0].Votes, assess.Vote{Voice: v})
			r.Answers[1].Brought = append(r.Answers[1].Brought, assess.Brought{Voice: v, Note: "n"})
		}
		l := NewLabels(reporttest.Assessed(reporttest.Nine(1), []*assess.Response{r}), false)
		for _, v := range l.Votes(&r.Answers[0]) {
			votes = append(votes, v.Voice+" "+l.Voice(v.Voice))
		}
		for _, b := range l.Brought(&r.Answers[1]) {
			brought = append(brought, b.Voice+" "+l.Voice(b.Voice))
		}
		if !slices.Equal(votes, brought) {
			t.Errorf("votes %v, brought %v", votes, brought)
		}
		return l, votes
	}
	l, order := labelled(voices)
	if slices.IsSorted(voices) || order[0] == "Retail V1" && order[1] == "IT V2" && order[2] == "Risk V3" {
		t.Errorf("numbered as typed: %v", order)
	}
	for i, v := range order {
		if want := v[:len(v)-1] + string(rune('1'+i)); v != want {
			t.Errorf("%s stands at place %d", v, i+1)
		}
	}
	slices.Reverse(voices)
	if _, turned := labelled(voices); !slices.Equal(order, turned) {
		t.Errorf("%v, and the other way round %v", order, turned)
	}
	if got := l.Voice("IT"); got[0] != 'V' {
		t.Errorf("a name: %s", got)
	}
}

// A warning calls respondents as the report does.
func TestWarningsCallRespondents(t *testing.T) {
	t.Parallel()
	res := reporttest.Respondents()
	w := assess.Warning{Message: "{1} and {4}; not {x} or {{1}"}
	if got := NewLabels(res, false).Warning(res, w); got != "R1 and R4; not {x} or {1}" {
		t.Error(got)
	}
	if got := NewLabels(res, true).Warning(res, w); got != "Person 1 and Person 4; not {x} or {1}" {
		t.Error(got)
	}
}
