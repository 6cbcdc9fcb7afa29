package workshop

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/outcome"
)

// Who votes stands in the session's file, by name and in order. A voice that stands beside
// votes or was brought in, and is not among them, spoke beforehand. On the screen, which the
// room sees, its name is R1, R2, … unless names are asked for.

// Voices reads the names given with --votes, in the order given.
func Voices(list string) ([]string, error) {
	if strings.TrimSpace(list) == "" {
		return nil, nil
	}
	var out []string
	taken := map[string]bool{}
	commas := strings.NewReplacer("，", ",", "、", ",", ";", ",", "；", ",", "､", ",")
	for _, name := range strings.Split(commas.Replace(list), ",") {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			return nil, outcome.Usagef("--votes %s: a voice has no name", list)
		case taken[nameKey(name)]:
			return nil, outcome.Usagef("--votes %s: %s votes twice", list, name)
		}
		taken[nameKey(name)] = true
		out = append(out, name)
	}
	if len(out) > assess.MostVoices {
		return nil, outcome.Usagef("--votes: at most %d voices", assess.MostVoices)
	}
	return out, nil
}

// nameKey is the same for every spelling of a voice's name; of an organization's it is the
// same.
func nameKey(name string) string { return assess.OrganizationKey(name) }

// allVoices are the voices of a response: those who vote, in their order, then those who spoke
// beforehand, as they come in the answers.
func allVoices(r *assess.Response) []string {
	out, seen := slices.Clone(r.Voices), map[string]bool{}
	for _, v := range out {
		seen[v] = true
	}
	for i := range r.Answers {
		for _, v := range speakers(&r.Answers[i]) {
			if !seen[v] {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

// speakers are the voices that said something to a question, now or beforehand. One that did
// both stands there twice.
func speakers(a *assess.Answer) []string {
	out := make([]string, 0, len(a.Votes)+len(a.Brought))
	for _, v := range a.Votes {
		out = append(out, v.Voice)
	}
	for _, b := range a.Brought {
		out = append(out, b.Voice)
	}
	return out
}

// votesOf counts the questions on which a voice said something.
func votesOf(r *assess.Response, voice string) int {
	n := 0
	for i := range r.Answers {
		if slices.Contains(speakers(&r.Answers[i]), voice) {
			n++
		}
	}
	return n
}

// shownVoice is the name of a voice as the room may see it: what is typed for the room is no
// secret, the name on a file is.
func (r *run) shownVoice(s *session, voice string, all []string) string {
	if r.Writer.Names || slices.Contains(s.response.Voices, voice) {
		return voice
	}
	return labels(s.response.Voices, all)[voice]
}

// seat puts a new list of voices in the place of the old one and says what that changed.
// A name that is spelled otherwise than in the file is the file's.
func (r *run) seat(s *session) {
	if len(r.opts.Voices) == 0 {
		return
	}
	before, all := s.response.Voices, allVoices(s.response)
	var now []string
	for _, name := range r.opts.Voices {
		now = append(now, spelled(name, all))
	}
	if len(now) == 1 && strings.ContainsAny(now[0], "/|+&") {
		r.notice("voices.single", now[0])
	}
	s.response.Voices = now
	if len(before) == 0 || slices.Equal(before, now) {
		return
	}
	next := r.words.Say("votes.next")
	r.notice("voices.now", strings.Join(now, next), strings.Join(before, next))
	for _, old := range before {
		if slices.Contains(now, old) {
			continue
		}
		if n := votesOf(s.response, old); n > 0 {
			r.notice("voices.gone", old, n, r.shownVoice(s, old, allVoices(s.response)))
		}
	}
}

// spelled is a name as a voice that is known spells it, else as it is.
func spelled(name string, all []string) string {
	if slices.Contains(all, name) {
		return name
	}
	for _, v := range all {
		if nameKey(v) == nameKey(name) {
			return v
		}
	}
	return name
}

// labels are what the room sees of the names of voices that do not vote in the session: R1,
// R2, …, in an order that tells neither their names nor the order of the files, and is the
// same as long as the voices are.
func labels(voting, all []string) map[string]string {
	var guests []string
	for _, v := range all {
		if !slices.Contains(voting, v) {
			guests = append(guests, v)
		}
	}
	shuffled := func(v string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(v))) }
	slices.SortFunc(guests, func(a, b string) int { return strings.Compare(shuffled(a), shuffled(b)) })
	out := map[string]string{}
	for i, v := range guests {
		out[v] = fmt.Sprintf("R%d", i+1)
	}
	return out
}

// called is what the room sees of a voice's name.
func (w *workshop) called(voice string) string {
	if label, ok := w.labels[voice]; ok {
		return label
	}
	return voice
}
