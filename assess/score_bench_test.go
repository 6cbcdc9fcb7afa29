package assess_test

import (
	"fmt"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"
)

// answered returns bank-digital and so many responses that answer all of it.
func answered(b *testing.B, responses int) (*assess.Questionnaire, []*assess.Response) {
	b.Helper()
	data, _ := questionnaires.Open("bank-digital")
	q, ds := codec.ReadQuestionnaire("bank-digital.yaml", data)
	if q == nil {
		b.Fatal(ds)
	}
	var out []*assess.Response
	for r := range responses {
		response := assess.NewResponse(q)
		for i, qu := range q.Questions() {
			response.Answers[i].Value = assess.Num(qu.Options[(i*7+r*3)%len(qu.Options)].Value)
			if i%3 == 0 {
				response.Answers[i].Evidence = []string{"a document"}
			}
		}
		out = append(out, response)
	}
	return q, out
}

// joined joins responses.
func joined(b *testing.B, responses []*assess.Response) assess.Group {
	b.Helper()
	g, err := assess.Join(responses...)
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func BenchmarkQualityTally(b *testing.B) {
	q, responses := answered(b, 1)
	t := assess.NewQualityTally(q)
	b.ReportAllocs()
	for b.Loop() {
		if err := t.Add(responses[0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	_, responses := answered(b, 10)
	b.ReportAllocs()
	for b.Loop() {
		assess.Explain(assess.Score(joined(b, responses)), nil, assess.Chances{})
	}
}

func BenchmarkScore(b *testing.B) {
	for _, n := range []int{1, 10} {
		_, responses := answered(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assess.Score(joined(b, responses))
			}
		})
		b.Run(fmt.Sprintf("%d/kept", n), func(b *testing.B) {
			b.ReportAllocs()
			s, group := new(assess.Scorer), joined(b, responses)
			for b.Loop() {
				s.Score(group)
			}
		})
	}
}
