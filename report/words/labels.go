package words

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"

	"bankmaturity/assess"
)

// Labels call respondents R1, R2, … and voices V1, V2, …, or both by their names. A label
// keeps its number over the whole report.
//
// Respondents are numbered in the order of the responses given. Voices are numbered in the
// order of the SHA-256 of the questionnaire's id, a zero byte and the voice's name: the
// same voices have the same numbers in every report by the questionnaire, and their order
// says nothing about who was named, typed or asked first. Whoever knows every name can work
// the numbers out; they keep names out of a report, and no more.
type Labels struct {
	names  bool
	voices map[string]int // from 1
}

// NewLabels returns what the respondents and voices of a result are called.
func NewLabels(res *assess.Result, names bool) Labels {
	l := Labels{names: names}
	if names {
		return l
	}
	var voices []string
	for _, r := range res.Responses {
		voices = append(voices, r.Voices...)
		for i := range r.Answers {
			for _, v := range r.Answers[i].Votes {
				voices = append(voices, v.Voice)
			}
			for _, b := range r.Answers[i].Brought {
				voices = append(voices, b.Voice)
			}
		}
	}
	l.voices = numbered(res.Questionnaire.ID, voices)
	return l
}

// numbered labels voices by the order of their checksums.
func numbered(questionnaire string, voices []string) map[string]int {
	if len(voices) == 0 {
		return nil
	}
	sums := map[string][sha256.Size]byte{}
	for _, v := range voices {
		if _, known := sums[v]; !known {
			sums[v] = sha256.Sum256([]byte(questionnaire + "\x00" + v))
		}
	}
	slices.SortFunc(voices, func(a, b string) int {
		x, y := sums[a], sums[b]
		return slices.Compare(x[:], y[:])
	})
	labels := make(map[string]int, len(sums))
	for i, v := range slices.Compact(voices) {
		labels[v] = i + 1
	}
	return labels
}

// Voice returns what a voice is called.
func (l Labels) Voice(name string) string {
	if l.names {
		return name
	}
	return "V" + strconv.Itoa(l.voices[name])
}

// Votes returns the votes of an answer in the order of their labels, which tells nothing
// that the labels don't; with names in that of the file.
func (l Labels) Votes(a *assess.Answer) []assess.Vote {
	return byLabel(l, a.Votes, func(v assess.Vote) string { return v.Voice })
}

// Brought returns what voices had said beforehand in the same order.
func (l Labels) Brought(a *assess.Answer) []assess.Brought {
	return byLabel(l, a.Brought, func(b assess.Brought) string { return b.Voice })
}

func byLabel[T any](l Labels, all []T, voice func(T) string) []T {
	if l.names || len(all) < 2 {
		return all
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b T) int {
		return cmp.Compare(l.voices[voice(a)], l.voices[voice(b)])
	})
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

// Warning returns what a warning says, its responses called as everywhere else.
func (l Labels) Warning(res *assess.Result, w assess.Warning) string {
	return w.Text(func(number int) string {
		if number < 1 || number > len(res.Responses) {
			return "R" + strconv.Itoa(number)
		}
		return l.Respondent(res.Responses[number-1], number-1)
	})
}
