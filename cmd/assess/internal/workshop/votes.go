package workshop

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/prompt"
)

// Voices reads the names given with --votes.
func Voices(list string) ([]string, error) {
	if strings.TrimSpace(list) == "" {
		return nil, nil
	}
	var out []string
	for _, name := range strings.Split(strings.NewReplacer("，", ",", "、", ",").Replace(list), ",") {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			return nil, outcome.Usagef("--votes %s: a voice has no name", list)
		case slices.Contains(out, name):
			return nil, outcome.Usagef("--votes %s: %s votes twice", list, name)
		}
		out = append(out, name)
	}
	if len(out) > assess.MostVoices {
		return nil, outcome.Usagef("--votes: at most %d voices", assess.MostVoices)
	}
	return out, nil
}

// vote records votes as typed: a value or - per voice, in the order of the voices. Values
// of one character may stand without spaces. Votes of other voices stay.
func (w *workshop) vote(text string) error {
	qu := w.interview.Current()
	words := prompt.Words(text, len(w.voices))
	if len(w.voices) == 0 {
		return assess.ErrNoOption
	}
	if len(words) != len(w.voices) {
		return assess.ErrVotes
	}
	votes := slices.DeleteFunc(slices.Clone(w.interview.Answer().Votes), func(v assess.Vote) bool {
		return slices.Contains(w.voices, v.Voice)
	})
	var own []assess.Vote
	for i, word := range words {
		if word == "-" {
			continue
		}
		v, err := strconv.ParseFloat(word, 64)
		if _, ok := qu.Option(v); err != nil || !ok {
			return assess.ErrNoOption
		}
		own = append(own, assess.Vote{Voice: w.voices[i], Value: assess.Num(v)})
	}
	return w.interview.Vote(append(own, votes...))
}

// showVotes puts on the card what the voices said: now, and beforehand.
func (w *workshop) showVotes(card *prompt.Card, qu *assess.Question) {
	votes := w.interview.Answer().Votes
	card.Voices = w.voices
	if len(votes) > 0 {
		card.Spread = w.spread(qu, votes)
	}
	for _, p := range w.prepared {
		card.Heard = append(card.Heard, w.preparedRemarks(p, qu)...)
	}
	for _, c := range w.interview.Confirmable() {
		o, _ := assess.Proposed(c, w.session.response.Answers[c.Index()].Votes)
		line := w.words.Say("agree.line", c.Title.In(w.language), number(o.Value), o.Text.In(w.language))
		card.Agreeable = append(card.Agreeable, line)
	}
}

// spread shows votes as a picture, a line of options with a dot per voice, and in words.
func (w *workshop) spread(qu *assess.Question, votes []assess.Vote) []string {
	var picture, names []string
	for _, o := range qu.Options {
		n := 0
		for _, v := range votes {
			if v.Value == assess.Num(o.Value) {
				n++
			}
		}
		picture = append(picture, number(o.Value)+" "+strings.Repeat("●", n)+strings.Repeat("·", max(0, 1-n)))
	}
	for _, v := range votes {
		names = append(names, v.Voice+" "+number(v.Value.Value()))
	}
	next := w.words.Say("votes.next")
	out := []string{w.words.Say("votes.spread", strings.Join(picture, "  "), strings.Join(names, next))}
	var remarks []string
	if w.contested(qu, votes) {
		remarks = append(remarks, w.words.Say("votes.contested"))
	}
	if text := w.median(qu, votes); text != "" && w.interview.Answer().Open() {
		remarks = append(remarks, text)
	}
	if len(remarks) > 0 {
		out = append(out, strings.Join(remarks, w.words.Say("votes.gap")))
	}
	return out
}

// contested reports whether the voices are far apart.
func (w *workshop) contested(qu *assess.Question, votes []assess.Vote) bool {
	a := assess.AgreementOf(w.session.questionnaire, qu, votes, w.chances)
	return a != nil && a.Verdict == assess.Contested
}

// median says which option the middle of the votes is, or which two it lies between.
func (w *workshop) median(qu *assess.Question, votes []assess.Vote) string {
	o, ok := assess.Proposed(qu, votes)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(qu.Options, func(p assess.Option) bool { return p.Value == o.Value })
	a := assess.AgreementOf(w.session.questionnaire, qu, votes, w.chances)
	if a != nil && a.Median > o.Points()+assess.Tolerance {
		return w.words.Say("votes.between", number(o.Value), number(qu.Options[i+1].Value))
	}
	return w.words.Say("votes.proposed", number(o.Value))
}
