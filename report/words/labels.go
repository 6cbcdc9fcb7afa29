package words

import (
	"cmp"
	"strconv"

	"bankmaturity/assess"
)

// Labels call respondents R1, R2, … and voices V1, V2, …, or by their names. A
// label keeps its number over the whole report: responses in their order, voices
// by first appearance in the order of responses, then of questions.
type Labels struct {
	names  bool
	voices map[string]string
}

// NewLabels returns what the respondents and voices of a result are called.
func NewLabels(res *assess.Result, names bool) Labels {
	l := Labels{names: names, voices: map[string]string{}}
	if names {
		return l
	}
	items := res.Overall.AllItems()
	for i := range res.Responses {
		for _, it := range items {
			if it.Said[i].State != assess.Skipped {
				l.add(it.Said[i].Answer.Votes)
			}
		}
	}
	return l
}

func (l Labels) add(votes []assess.Vote) {
	for _, v := range votes {
		if _, ok := l.voices[v.Voice]; !ok {
			l.voices[v.Voice] = "V" + strconv.Itoa(len(l.voices)+1)
		}
	}
}

// Voice returns what a voice is called.
func (l Labels) Voice(name string) string {
	if l.names {
		return name
	}
	return l.voices[name]
}

// Respondent returns what the respondent of a response (index from 0) is
// called: without a name to show it is the number.
func (l Labels) Respondent(r *assess.Response, i int) string {
	number := "R" + strconv.Itoa(i+1)
	if l.names {
		return cmp.Or(r.Respondent, number)
	}
	return number
}
