package workshop

import (
	"slices"
	"strings"

	"bankmaturity/assess"
)

// Who votes may change while the room is there: somebody comes late, a name was misspelled, a
// voice is gone. What changes is typed where votes are: +Ops joins, Retial=Retail is another
// name, Ops= drops the voice with all that it said.

// changeVoice changes what one voice says, or who votes.
func (w *workshop) changeVoice(text string) error {
	if done, err := w.oneVoice(text); done {
		return err
	}
	if w.areVotes(text) {
		return w.vote(text)
	}
	if len(w.voices()) == 0 {
		return textError{w.words.Say("voices.nobody")}
	}
	name, _, _ := strings.Cut(text, " ")
	return textError{w.words.Say("voices.unknown", name, strings.Join(w.voices(), w.words.Say("votes.next")))}
}

// oneVoice changes one voice, if the text says so and is no line of votes, and reports whether it was
// that.
func (w *workshop) oneVoice(text string) (done bool, err error) {
	if w.areVotes(text) {
		return false, nil
	}
	if done, err := w.seating(text); done {
		return true, err
	}
	voice, word, ok := w.single(text)
	if !ok {
		return false, nil
	}
	return true, w.voteAlone(w.interview.Current(), voice, word)
}

// seating carries out such a change, and reports whether the text was one.
func (w *workshop) seating(text string) (done bool, err error) {
	if name, ok := strings.CutPrefix(text, "+"); ok && strings.TrimSpace(name) != "" {
		return true, w.join(strings.TrimSpace(name))
	}
	before, now, ok := strings.Cut(text, "=")
	if before, now = strings.TrimSpace(before), strings.TrimSpace(now); ok && before != "" {
		return true, w.rename(before, now)
	}
	return false, nil
}

// join lets a voice vote from now on; its vote may stand behind the name, as +Ops 3.
func (w *workshop) join(name string) error {
	r, qu, word := w.session.response, w.interview.Current(), ""
	if at := strings.LastIndex(name, " "); at > 0 && !qu.Typed() {
		if _, vote := w.ballot(qu, name[at+1:]); vote {
			name, word = strings.TrimSpace(name[:at]), name[at+1:]
		}
	}
	all := allVoices(r)
	name = spelled(name, all)
	switch {
	case strings.ContainsAny(name, ",;，；、"):
		return textError{w.words.Say("voices.one")}
	case slices.Contains(r.Voices, name):
		return textError{w.words.Say("voices.there", name)}
	case len(all) >= assess.MostVoices && !slices.Contains(all, name):
		return textError{w.words.Say("voices.most", assess.MostVoices)}
	}
	w.interview.Together([]*assess.Question{qu}, func() {
		r.Voices = append(slices.Clone(r.Voices), name)
	})
	w.relabel()
	w.follows = w.words.Say("voices.joined", name, strings.Join(r.Voices, w.words.Say("votes.next")))
	if word == "" {
		return nil
	}
	return w.voteAlone(qu, name, word)
}

// rename gives what a voice said to another name or, where that is "", drops the voice, which it
// asks about once.
func (w *workshop) rename(before, now string) error {
	r := w.session.response
	old, all := w.voiceCalled(before), allVoices(r)
	if qu := w.interview.Current(); !qu.Typed() && slices.Contains(w.voices(), old) {
		if _, vote := w.ballot(qu, now); vote { // Risk=3 is no name
			return w.voteAlone(qu, old, now)
		}
	}
	said := votesOf(r, old)
	switch now = spelled(now, all); {
	case !slices.Contains(all, old):
		return textError{w.words.Say("voices.unknown", before, strings.Join(r.Voices, w.words.Say("votes.next")))}
	case old == now:
		return textError{w.words.Say("voices.there", now)}
	case now == "" && said > 0:
		if err := w.once(before, "voices.drop", w.called(old), said); err != nil {
			return err
		}
	case slices.Contains(all, now) && bothSpokeTo(r, old, now) > 0:
		return textError{w.words.Say("voices.both", w.called(old), w.called(now), bothSpokeTo(r, old, now))}
	}
	shown := w.called(old)
	w.interview.Together(append(spokeTo(r, old), w.interview.Current()), func() {
		renameVoice(r, Rename{Old: old, New: now})
	})
	w.relabel()
	if now == "" {
		w.follows = w.aside("voices.dropped", shown, said)
	} else {
		w.follows = w.words.Say("voices.renamed", shown, now, said)
	}
	return nil
}

// voiceCalled is the voice that the room calls so, else the name as it was typed.
func (w *workshop) voiceCalled(name string) string {
	for voice, label := range w.labels {
		if label == name {
			return voice
		}
	}
	return spelled(name, allVoices(w.session.response))
}

// spokeTo are the questions to which a voice said something.
func spokeTo(r *assess.Response, voice string) []*assess.Question {
	var out []*assess.Question
	for i, qu := range r.Questionnaire().Questions() {
		if slices.Contains(speakers(&r.Answers[i]), voice) {
			out = append(out, qu)
		}
	}
	return out
}

// relabel hides anew the names that the room is not to see.
func (w *workshop) relabel() {
	if !w.named {
		w.labels = labels(w.voices(), allVoices(w.session.response))
	}
}
