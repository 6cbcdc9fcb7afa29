package workshop

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/outcome"
)

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
