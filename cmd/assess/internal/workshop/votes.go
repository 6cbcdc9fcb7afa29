package workshop

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// vote records votes as typed: a value or - per voice, in the order of the voices. Values
// of one character may stand without spaces. Votes of other voices stay. ? alone speaks for
// all.
func (w *workshop) vote(text string) error {
	qu := w.interview.Current()
	if done, err := w.oneVoice(text); done {
		return err
	}
	words := w.ballots(qu, text)
	if len(w.voices()) == 0 || qu.Typed() {
		return assess.ErrNoOption
	}
	if len(w.voices()) > 1 && prompt.SaysUnknown(text) { // of all of them
		w.interview.SayUnknown()
		return nil
	}
	switch {
	case len(words) == len(w.voices()):
	case qu.Many() && len(words) == 1: // meant as what the room agrees on
		return assess.ErrNoOption
	default:
		return assess.ErrVotes
	}
	votes := slices.DeleteFunc(slices.Clone(w.interview.Answer().Votes), func(v assess.Vote) bool {
		return slices.Contains(w.voices(), v.Voice)
	})
	var own []assess.Vote
	for i, word := range words {
		if word == "-" {
			continue
		}
		v, ok := w.ballot(qu, word)
		if !ok {
			return w.wrongBallot(qu, w.voices()[i], word)
		}
		v.Voice = w.voices()[i]
		own = append(own, v)
	}
	return w.interview.Vote(append(own, votes...))
}

// A doubt is something said to a question that was asked about.
type doubt struct {
	question *assess.Question
	said     string
}

// once asks about what was said with a message, but not when it is said again at once, and not where
// nobody sits who could be asked.
func (w *workshop) once(said, key string, args ...any) error {
	w.doubts = doubt{w.interview.Current(), said}
	if w.doubts == w.doubted || !w.person {
		return nil
	}
	return textError{w.words.Say(key, args...)}
}

// outside asks once about an agreed value that is below or above all that the voices said.
func (w *workshop) outside(value float64) error {
	var said []float64
	for _, v := range w.interview.Answer().Votes {
		if value, ok := v.Value.Get(); ok {
			said = append(said, value)
		}
	}
	if len(said) == 0 || value >= slices.Min(said) && value <= slices.Max(said) {
		return nil
	}
	if w.onScreen && len(w.voices()) > 0 {
		return w.once(number(value), "votes.outside.screen", number(value))
	}
	return w.once(number(value), "votes.outside", number(value))
}

// single reads the vote of one voice: its name, then what it says.
func (w *workshop) single(text string) (voice, word string, ok bool) {
	at := strings.LastIndex(text, " ")
	if at < 0 {
		return "", "", false
	}
	i := slices.IndexFunc(w.voices(), func(v string) bool { return nameKey(v) == nameKey(text[:at]) })
	if i < 0 {
		return "", "", false
	}
	return w.voices()[i], text[at+1:], true
}

// voteAlone records or, with a dash, takes back the vote of one voice; the others stay.
func (w *workshop) voteAlone(qu *assess.Question, voice, word string) error {
	votes := slices.Clone(w.interview.Answer().Votes)
	at := slices.IndexFunc(votes, func(v assess.Vote) bool { return v.Voice == voice })
	if word == "-" && at >= 0 {
		return w.interview.Vote(slices.Delete(votes, at, at+1))
	}
	v, ok := w.ballot(qu, word)
	if !ok {
		return w.wrongBallot(qu, voice, word)
	}
	if v.Voice = voice; at >= 0 {
		votes[at] = v
	} else {
		votes = append(votes, v)
	}
	return w.interview.Vote(votes)
}

// areVotes reports whether a line holds a vote, or -, of each of several voices.
func (w *workshop) areVotes(text string) bool {
	words := w.ballots(w.interview.Current(), text)
	return len(w.voices()) > 1 && len(words) == len(w.voices()) &&
		!slices.ContainsFunc(words, func(word string) bool {
			_, ok := w.ballot(w.interview.Current(), word)
			return !ok && word != "-"
		})
}

// ballots splits what is typed for the voices.
func (w *workshop) ballots(qu *assess.Question, text string) []string {
	if qu.Many() {
		return prompt.ListWords(text)
	}
	return prompt.Words(text, len(w.voices()))
}

// ballot reads what is typed for one voice: a value or what it ticks, n for not applicable, ? for
// unknown.
func (w *workshop) ballot(qu *assess.Question, word string) (assess.Vote, bool) {
	switch {
	case prompt.SaysNotApplicable(word):
		return assess.Vote{NA: true}, true
	case prompt.SaysUnknown(word):
		return assess.Vote{}, true
	case qu.Many():
		return w.ballotOfTicks(qu, word)
	}
	v, err := strconv.ParseFloat(strings.TrimPrefix(word, "="), 64)
	if _, ok := qu.Option(v); err != nil || !ok {
		return assess.Vote{}, false
	}
	return assess.Vote{Value: assess.Num(v)}, true
}

// wrongBallot says whose vote is none, and what there is.
func (w *workshop) wrongBallot(qu *assess.Question, voice, word string) error {
	if qu.Many() {
		return assess.ErrNoOption
	}
	var all []string
	for _, o := range qu.Options {
		all = append(all, number(o.Value))
	}
	return textError{w.words.Say("wrong.vote", w.called(voice), word,
		strings.Join(all, w.words.Say("votes.next")))}
}

// showVotes puts on the card what the voices said: now, and beforehand.
func (w *workshop) showVotes(card *prompt.Card, qu *assess.Question) {
	votes := w.interview.Answer().Votes
	if !qu.Typed() {
		card.Voices = w.voices()
	}
	if len(votes) > 0 {
		card.Spread, card.Said = w.spread(qu, votes)
		card.Named = w.named
		card.Voted = slices.ContainsFunc(votes,
			func(v assess.Vote) bool { return slices.Contains(w.voices(), v.Voice) })
	}
	card.Heard = w.remarks(w.interview.Answer().Brought)
	for _, c := range w.interview.Confirmable() {
		votes := w.session.response.Answers[c.Index()].Votes
		line := w.proposal(c, votes)
		if n := silent(votes); n > 0 {
			line += w.words.Say("agree.silent", n)
		}
		card.Agreeable = append(card.Agreeable, line)
	}
}

// proposal is what the voices agree on: an option, or what all of them tick.
func (w *workshop) proposal(qu *assess.Question, votes []assess.Vote) string {
	if qu.Many() {
		i := slices.IndexFunc(votes, func(v assess.Vote) bool { return v.Value.Defined() })
		ticked := votes[i].Ticked
		return w.words.Say("agree.line", w.titleOf(qu), places(qu, ticked), w.tally(qu, ticked))
	}
	o, _ := assess.Proposed(qu, votes)
	return w.words.Say("agree.line", w.titleOf(qu), number(o.Value), onOneLine(o.Text.In(w.language)))
}

// silent counts the votes that say unknown.
func silent(votes []assess.Vote) int {
	n := 0
	for _, v := range votes {
		if v.State() == assess.Unknown {
			n++
		}
	}
	return n
}

// spread shows votes as a picture, a line of options with a dot per voice, and in words. Not
// applicable and unknown stand behind the options where somebody said so.
func (w *workshop) spread(qu *assess.Question, votes []assess.Vote) (picture []string, said string) {
	count := map[string]int{}
	var columns, names []string
	for _, v := range votes {
		count[w.word(qu, v)]++
		names = append(names, w.called(v.Voice)+" "+w.word(qu, v))
	}
	if qu.Many() {
		columns = w.spreadOfTicks(qu, votes)
	} else {
		for _, o := range qu.Options {
			columns = append(columns, dots(number(o.Value), count[number(o.Value)]))
		}
	}
	for _, v := range []assess.Vote{{NA: true}, {}} {
		if n := count[w.word(qu, v)]; n > 0 {
			columns = append(columns, dots(w.word(qu, v), n))
		}
	}
	out := []string{w.words.Say("votes.spread", strings.Join(columns, "  "))}
	if !w.onScreen && !qu.Many() { // to be read aloud
		out[0] = w.words.Say("votes.spread", strings.Join(w.counts(qu, count), w.words.Say("votes.next")))
	}
	var remarks []string
	if w.contested(qu, votes) {
		remarks = append(remarks, w.apartOn(votes))
	}
	if text := w.median(qu, votes); text != "" && w.interview.Answer().Open() {
		remarks = append(remarks, text)
	}
	if len(remarks) > 0 {
		out = append(out, strings.Join(remarks, w.words.Say("votes.gap")))
	}
	return out, w.words.Say("votes.said", strings.Join(names, w.words.Say("votes.next")))
}

// counts are how many voices said what, as 3 (2).
func (w *workshop) counts(qu *assess.Question, count map[string]int) []string {
	var out []string
	words := make([]string, 0, len(qu.Options)+2)
	for _, o := range qu.Options {
		words = append(words, number(o.Value))
	}
	for _, word := range append(words, w.words.Say("votes.na"), "?") {
		if n := count[word]; n > 0 {
			out = append(out, w.words.Say("votes.count", word, n))
		}
	}
	return out
}

// dots are a column of the picture: a dot for each voice.
func dots(word string, n int) string {
	return word + " " + strings.Repeat("●", n) + strings.Repeat("·", max(0, 1-n))
}

// word is a vote in one word.
func (w *workshop) word(qu *assess.Question, v assess.Vote) string {
	switch v.State() {
	case assess.NotApplicable:
		return w.words.Say("votes.na")
	case assess.Unknown:
		return "?"
	}
	if qu.Many() {
		return places(qu, v.Ticked)
	}
	return number(v.Value.Value())
}

// contested reports whether the voices are far apart, or on whether the question applies.
func (w *workshop) contested(qu *assess.Question, votes []assess.Vote) bool {
	return assess.Contests(w.session.questionnaire, qu, votes)
}

// apartOn says on what the voices are.
func (w *workshop) apartOn(votes []assess.Vote) string {
	switch {
	case slices.ContainsFunc(votes, func(v assess.Vote) bool { return v.NA }):
		return w.words.Say("votes.scope")
	case 2*silent(votes) >= len(votes):
		return w.words.Say("votes.unknown")
	}
	return w.words.Say("votes.contested")
}

// median says which option the middle of the votes is, or which two it lies between; of a list
// what is ticked. A profile has no middle.
func (w *workshop) median(qu *assess.Question, votes []assess.Vote) string {
	if qu.Many() {
		return w.common(qu, votes)
	}
	if qu.Profile {
		return ""
	}
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
