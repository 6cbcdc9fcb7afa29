package main

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/prompt"
)

// mostVoices is how many vote at most, as an answers file holds them.
const mostVoices = codec.MaxVoices

// voices reads the names given with --votes.
func voices(list string) ([]string, error) {
	if strings.TrimSpace(list) == "" {
		return nil, nil
	}
	var out []string
	for _, name := range strings.Split(strings.NewReplacer("，", ",", "、", ",").Replace(list), ",") {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			return nil, usagef("--votes %s: a voice has no name", list)
		case slices.Contains(out, name):
			return nil, usagef("--votes %s: %s votes twice", list, name)
		}
		out = append(out, name)
	}
	if len(out) > mostVoices {
		return nil, usagef("--votes: at most %d voices", mostVoices)
	}
	return out, nil
}

// vote records votes as typed: a value or - per voice, in the order of the
// voices. Values of one character may stand without spaces. Votes of other
// voices stay.
func (w *workshop) vote(text string) error {
	qu := w.interview.Current()
	words := prompt.Words(text, len(w.voices))
	if len(w.voices) == 0 {
		return assess.ErrNoOption
	}
	if len(words) != len(w.voices) {
		return assess.ErrVotes
	}
	votes := slices.DeleteFunc(slices.Clone(w.interview.Answer().Votes), func(v assess.Vote) bool { return slices.Contains(w.voices, v.Voice) })
	var own []assess.Vote
	for i, word := range words {
		if word == "-" {
			continue
		}
		v, err := strconv.ParseFloat(word, 64)
		if _, ok := qu.Option(v); err != nil || !ok {
			return assess.ErrNoOption
		}
		own = append(own, assess.Vote{Voice: w.voices[i], Value: v})
	}
	return w.interview.Vote(append(own, votes...))
}

// room puts on the card what the voices said: now, and beforehand.
func (w *workshop) room(card *prompt.Card, qu *assess.Question) {
	votes := w.interview.Answer().Votes
	card.Voices = w.voices
	if len(votes) > 0 {
		card.Spread = w.spread(qu, votes)
	}
	for _, s := range w.seeds {
		card.Heard = append(card.Heard, w.heard(s, qu)...)
	}
	lang := w.app.language()
	for _, c := range w.interview.Confirmable() {
		o, _ := assess.Proposed(c, w.session.response.Answers[c.Index()].Votes)
		card.Agreeable = append(card.Agreeable, w.words.Say("agree.line", c.Title.In(lang), number(o.Value), o.Text.In(lang)))
	}
}

// spread shows votes as a picture, a line of options with a dot per voice, and
// in words.
func (w *workshop) spread(qu *assess.Question, votes []assess.Vote) []string {
	var picture, names []string
	for _, o := range qu.Options {
		n := 0
		for _, v := range votes {
			if v.Value == o.Value {
				n++
			}
		}
		picture = append(picture, number(o.Value)+" "+strings.Repeat("●", n)+strings.Repeat("·", max(0, 1-n)))
	}
	for _, v := range votes {
		names = append(names, v.Voice+" "+number(v.Value))
	}
	out := []string{w.words.Say("votes.spread", strings.Join(picture, "  "), strings.Join(names, w.words.Say("votes.next")))}
	var said []string
	if a := assess.AgreementOf(w.session.questionnaire, qu, votes, w.chances); a != nil && a.Verdict == assess.Contested {
		said = append(said, w.words.Say("votes.contested"))
	}
	if text := w.median(qu, votes); text != "" && w.interview.Answer().Open() {
		said = append(said, text)
	}
	if len(said) > 0 {
		out = append(out, strings.Join(said, w.words.Say("votes.gap")))
	}
	return out
}

// median says which option the middle of the votes is, or which two it lies between.
func (w *workshop) median(qu *assess.Question, votes []assess.Vote) string {
	o, ok := assess.Proposed(qu, votes)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(qu.Options, func(p assess.Option) bool { return p.Value == o.Value })
	if a := assess.AgreementOf(w.session.questionnaire, qu, votes, w.chances); a != nil && a.Median > o.Points()+assess.Tolerance {
		return w.words.Say("votes.between", number(o.Value), number(qu.Options[i+1].Value))
	}
	return w.words.Say("votes.proposed", number(o.Value))
}

// A seed is what somebody answered beforehand, under the name of a voice.
type seed struct {
	voice    string
	response *assess.Response
}

// heard is what a seed said beside a value: why not applicable, that nobody knew,
// a note.
func (w *workshop) heard(s seed, qu *assess.Question) []string {
	a := s.response.Answers[qu.Index()]
	var out []string
	switch {
	case a.NA:
		out = append(out, w.words.Say("heard.na", s.voice, a.Reason))
	case a.Unknown:
		out = append(out, w.words.Say("heard.unknown", s.voice))
	}
	if a.Note != "" {
		out = append(out, w.words.Say("heard.note", s.voice, a.Note))
	}
	if len(a.Evidence) > 0 {
		out = append(out, w.words.Say("heard.evidence", s.voice, strings.Join(a.Evidence, w.words.Say("votes.next"))))
	}
	return out
}

// sow makes votes of what was answered beforehand. A voice that has votes in the session
// was sown before: what the room took away of them since stays away.
func sow(q *assess.Questionnaire, into *assess.Response, seeds []seed) {
	known := map[string]bool{}
	for _, a := range into.Answers {
		for _, v := range a.Votes {
			known[v.Voice] = true
		}
	}
	for _, s := range seeds {
		asked := q.Asked(s.response)
		for i := range into.Answers {
			for _, v := range said(s, i) {
				if a := &into.Answers[i]; asked[i] && !a.NA && !a.Unknown && len(a.Votes) < mostVoices && !known[v.Voice] {
					a.Votes = append(a.Votes, v)
				}
			}
		}
	}
}

// said is a seed's value as the vote of its voice, else its own voices' votes.
func said(s seed, i int) []assess.Vote {
	a := s.response.Answers[i]
	if v, ok := a.Value.Get(); ok {
		return []assess.Vote{{Voice: s.voice, Value: v}}
	}
	var out []assess.Vote
	for _, v := range a.Votes {
		out = append(out, assess.Vote{Voice: s.voice + ": " + v.Voice, Value: v.Value})
	}
	return out
}

// seedsOf names a voice for each response: its respondent, else its role, else
// its file; a name that is taken gets a number.
func seedsOf(records []*assess.Response) []seed {
	var out []seed
	taken := map[string]bool{}
	for _, r := range records {
		file := path.Base(r.Source)
		name := r.Respondent
		if name == "" {
			name = r.Role
		}
		if name == "" {
			name = strings.TrimSuffix(file, path.Ext(file))
		}
		for base, n := name, 2; taken[name]; n++ {
			name = fmt.Sprintf("%s %d", base, n)
		}
		taken[name] = true
		out = append(out, seed{voice: name, response: r})
	}
	return out
}

// Overview shows every question as a mark, a line per dimension, with the time
// spent on it.
func (w *workshop) Overview() prompt.Overview {
	lang := w.app.language()
	out := prompt.Overview{Legend: w.words.Say("overview.legend")}
	var above *assess.Section
	for _, qu := range w.interview.Listed() {
		if s := qu.Section(); s != above {
			above = s
			out.Rows = append(out.Rows, prompt.Row{Title: s.Title.In(lang), Time: w.minutes(s)})
		}
		row := &out.Rows[len(out.Rows)-1]
		row.Marks = append(row.Marks, w.mark(qu, lang))
	}
	return out
}

func (w *workshop) mark(qu *assess.Question, lang string) prompt.Mark {
	r := w.session.response
	a := r.Answers[qu.Index()]
	agreement := assess.AgreementOf(w.session.questionnaire, qu, a.Votes, w.chances)
	m := prompt.Mark{
		Title: qu.Title.In(lang), Index: qu.Index(), Current: w.interview.Current() == qu, Open: a.Open(),
		Parked: slices.Contains(r.Parked, qu.ID), Contested: agreement != nil && agreement.Verdict == assess.Contested,
	}
	from := w.session.questionnaire.Scoring.EvidenceFrom
	value, answered := a.Value.Get()
	switch {
	case m.Parked:
		m.Sign = "P"
	case m.Open && m.Contested:
		m.Sign = "!"
	case m.Open:
		m.Sign = "."
	case a.NA:
		m.Sign = "n"
	case a.Unknown:
		m.Sign = "?"
	case answered && from != nil && len(a.Evidence) == 0 && qu.Points(value) >= float64(*from):
		m.Sign = "o"
	default:
		m.Sign = "x"
	}
	return m
}

// tick counts the time since the last look towards the dimension looked at.
func (w *workshop) tick() {
	now := w.app.now()
	if w.looked != nil {
		w.spent[w.looked] += now.Sub(w.since)
	}
	w.since, w.looked = now, nil
	if qu := w.interview.Current(); qu != nil {
		w.looked = qu.Section()
	}
}

func (w *workshop) minutes(s *assess.Section) string {
	if m := int(w.spent[s] / time.Minute); m > 0 {
		return w.words.Say("overview.minutes", m)
	}
	return ""
}

// standing says how the current dimension stands and what the next level takes.
func (w *workshop) standing(qu *assess.Question) []string {
	res := w.result()
	for _, d := range res.Overall.Dimensions() {
		if d.Section != qu.Section() {
			continue
		}
		score, ok := d.Score.Get()
		if !ok {
			return []string{w.words.Say("standing.none")}
		}
		out := []string{w.words.Say("standing.score", assess.Shown(score), assess.Shown(d.Low.Value()), assess.Shown(d.High.Value()))}
		if level, steps, ok := res.StepsUp(d); ok {
			out = append(out, w.words.Say("standing.steps", steps, level))
		}
		return out
	}
	return nil
}
