package workshop

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
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

// A Rename gives what a voice said to another name, or drops it with all that it said.
type Rename struct {
	Old string
	New string // "" drops the voice
}

// Renames reads what was given with --rename: OLD=NEW, or OLD= to drop a voice.
func Renames(given []string) ([]Rename, error) {
	var out []Rename
	for _, g := range given {
		before, now, ok := strings.Cut(g, "=")
		r := Rename{strings.TrimSpace(before), strings.TrimSpace(now)}
		if !ok || r.Old == "" || r.Old == r.New {
			return nil, outcome.Usagef(`--rename %s: write "OLD=NEW", or "OLD=" to drop a voice`, g)
		}
		out = append(out, r)
	}
	return out, nil
}

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

// rename carries out the renames asked for and says so; a voice may be called as the screen
// calls it. Two voices become one where they
// never spoke to the same question: then nothing has to be chosen.
func (r *run) rename(s *session) error {
	for _, re := range r.opts.Renames {
		all := allVoices(s.response)
		for voice, label := range labels(s.response.Voices, all) {
			if label == re.Old && !slices.Contains(all, re.Old) {
				re.Old = voice
			}
		}
		if !slices.Contains(all, re.Old) {
			return unknownVoice(re.Old, s.response.Voices, len(all))
		}
		if re.New != "" && slices.Contains(all, re.New) {
			if both := bothSpokeTo(s.response, re.Old, re.New); both > 0 {
				return outcome.Usagef(`--rename %s=%s: both spoke to %d questions; --rename "%s=" drops the first`,
					re.Old, re.New, both, re.Old)
			}
		}
		shown, n := r.shownVoice(s, re.Old, all), votesOf(s.response, re.Old)
		if renameVoice(s.response, re); re.New == "" {
			r.notice("voices.dropped", shown, n)
		} else {
			r.notice("voices.renamed", shown, re.New, n)
		}
	}
	return nil
}

// shownVoice is the name of a voice as the room may see it: what is typed for the room is no
// secret, the name on a file is.
func (r *run) shownVoice(s *session, voice string, all []string) string {
	if r.Writer.Names || slices.Contains(s.response.Voices, voice) {
		return voice
	}
	return labels(s.response.Voices, all)[voice]
}

// unknownVoice refuses a name that no voice has. It tells no names but of those who vote.
func unknownVoice(name string, voting []string, all int) error {
	if near := diag.Nearest(name, voting); near != "" {
		return outcome.Usagef("--rename %s: no such voice, did you mean %s?", name, near)
	}
	there := slices.Clone(voting)
	if guests := all - len(voting); guests > 0 {
		there = append(there, fmt.Sprintf("R1 to R%d from files", guests))
	}
	if len(there) == 0 {
		return outcome.Usagef("--rename %s: the session has no voices yet", name)
	}
	return outcome.Usagef("--rename %s: no such voice; there are %s", name, strings.Join(there, ", "))
}

// bothSpokeTo counts the questions to which both voices said something.
func bothSpokeTo(r *assess.Response, a, b string) int {
	n := 0
	for i := range r.Answers {
		if all := speakers(&r.Answers[i]); slices.Contains(all, a) && slices.Contains(all, b) {
			n++
		}
	}
	return n
}

// renameVoice changes the name of a voice wherever it stands, or takes it away.
func renameVoice(r *assess.Response, re Rename) {
	var voices []string
	for _, v := range r.Voices {
		if v == re.Old {
			v = re.New
		}
		if v != "" && !slices.Contains(voices, v) {
			voices = append(voices, v)
		}
	}
	r.Voices = voices
	for i := range r.Answers {
		a := &r.Answers[i]
		var votes []assess.Vote
		for _, v := range a.Votes {
			if v.Voice == re.Old {
				v.Voice = re.New
			}
			if v.Voice != "" {
				votes = append(votes, v)
			}
		}
		var brought []assess.Brought
		for _, b := range a.Brought {
			if b.Voice == re.Old {
				b.Voice = re.New
			}
			if b.Voice != "" {
				brought = append(brought, b)
			}
		}
		a.Votes, a.Brought = votes, brought
	}
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
