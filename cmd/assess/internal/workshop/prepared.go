package workshop

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/outcome"
)

// prepared is what somebody answered beforehand, under the name of a voice.
type prepared struct {
	voice    string
	response *assess.Response
	taken    map[int]bool // the questions, by index, whose answers the room took over as agreed
}

// prepared are the answers given beforehand, for the same organization and questionnaire.
func (r *run) prepared(ctx context.Context, s *session) ([]prepared, error) {
	var responses []*assess.Response
	for _, record := range r.given {
		theirs := record.Response
		own, q := s.questionnaire, record.Questionnaire
		if q.ID != own.ID {
			return nil, outcome.Usagef("--from %s answers %s, not %s", theirs.Source, q.ID, own.ID)
		}
		if !own.Same(q) {
			return nil, outcome.Findingf("--from %s answers %s %s, this session %s %s: -q names the version for both",
				theirs.Source, own.ID, q.Version, own.ID, own.Version)
		}
		if !sameOrganization(theirs.Organization, s.response.Organization) {
			if err := r.otherBank(ctx, theirs, s.response.Organization); err != nil {
				return nil, err
			}
		}
		responses = append(responses, theirs)
	}
	if r.copies > 0 {
		r.notice("voices.twice", r.copies)
	}
	return underVoices(s.response, responses), nil
}

// underVoices names a voice for each response: its respondent, else its role, else its file; a
// name that is taken gets a number. Many people have one role: one that said otherwise than
// the session's voice of that role is another person.
func underVoices(into *assess.Response, responses []*assess.Response) []prepared {
	var out []prepared
	taken := map[string]bool{}
	for _, r := range responses {
		file := path.Base(r.Source)
		base := cmp.Or(r.Respondent, r.Role, strings.TrimSuffix(file, path.Ext(file)))
		p := prepared{voice: base, response: r}
		for n := 2; taken[p.voice] || r.Respondent == "" && r.Role != "" && !p.agreesWith(into); n++ {
			p.voice = fmt.Sprintf("%s %d", base, n)
		}
		taken[p.voice] = true
		out = append(out, p)
	}
	return out
}

// agreesWith reports whether all that a voice of this name, which does not vote in the
// session, has said there was said in the response.
func (p prepared) agreesWith(into *assess.Response) bool {
	if slices.Contains(into.Voices, p.voice) {
		return true
	}
	for i := range into.Answers {
		mine := p.answer(i)[0]
		for _, v := range into.Answers[i].Votes {
			if v.Voice == p.voice && (mine.vote == nil || !mine.vote.Same(v)) {
				return false
			}
		}
		for _, b := range into.Answers[i].Brought {
			if b.Voice == p.voice && !reflect.DeepEqual(b, mine.brought) {
				return false
			}
		}
	}
	return true
}

// contribution is what one voice had said beforehand to one question.
type contribution struct {
	voice   string
	vote    *assess.Vote // nil where it said nothing to be voted on
	brought assess.Brought
}

// answer is what was prepared for a question, voice by voice: the answer under the name of
// its voice, and what voices of its own had said.
func (p prepared) answer(question int) []contribution {
	a := p.response.Answers[question]
	mine := contribution{voice: p.voice, brought: assess.Brought{
		Voice: p.voice, Note: a.Note, Evidence: slices.Clone(a.Evidence), Reason: a.Reason,
	}}
	qu := p.response.Questionnaire().Questions()[question]
	switch {
	case qu.Typed():
		mine.brought.Note = beside(a)
	case !a.Open():
		mine.vote = &assess.Vote{Voice: p.voice, Value: a.Value, NA: a.NA, Ticked: a.Ticked}
	}
	out := []contribution{mine}
	if a.Open() {
		for _, v := range a.Votes {
			v.Voice = p.voice + ": " + v.Voice
			out = append(out, contribution{voice: v.Voice, vote: &v})
		}
	}
	for _, b := range a.Brought {
		b.Voice = p.voice + ": " + b.Voice
		out = append(out, contribution{voice: b.Voice, brought: b})
	}
	return out
}

// beside is what was answered to a question on which nobody votes, as it is typed, and what was
// noted: it stands beside what the room answers.
func beside(a assess.Answer) string {
	if a.Open() || a.NA || a.Unknown {
		return a.Note
	}
	return strings.TrimSuffix(typedText(&a)+"; "+a.Note, "; ")
}

// bringIn makes votes of what was answered beforehand, and keeps what was said beside them.
// A voice that is here, having said something in the session, was brought in already: what the
// room took away since stays away. It returns how many responses came in, and how many had before.
func bringIn(into *assess.Response, here map[string]bool, all []prepared) (in, before int) {
	for _, p := range all {
		if p.here(here) {
			before++
			continue
		}
		in++
		for i, asked := range p.response.Asked() {
			if asked && !p.taken[i] {
				takeIn(&into.Answers[i], p.answer(i))
			}
		}
	}
	return in, before
}

// speakersOf are the voices that said something in a response, now or beforehand.
func speakersOf(r *assess.Response) map[string]bool {
	out := map[string]bool{}
	for i := range r.Answers {
		for _, v := range speakers(&r.Answers[i]) {
			out[v] = true
		}
	}
	return out
}

// here reports whether the voice of the response, or one of its own voices, is among some.
func (p prepared) here(voices map[string]bool) bool {
	if voices[p.voice] {
		return true
	}
	for voice := range voices { // of what was taken over as agreed
		if strings.HasPrefix(voice, p.voice+": ") {
			return true
		}
	}
	for i := range p.response.Answers {
		for _, s := range p.answer(i) {
			if voices[s.voice] {
				return true
			}
		}
	}
	return false
}

// takeIn puts what was said beforehand into an answer.
func takeIn(a *assess.Answer, all []contribution) {
	for _, s := range all {
		if s.vote != nil {
			a.Votes = append(a.Votes, *s.vote)
		}
		if !s.brought.Empty() {
			a.Brought = append(a.Brought, s.brought)
		}
	}
}

// otherBank asks about answers given for an organization that is called quite otherwise: an
// abbreviation is no mistake, another bank's answers are. On a pipe they are refused without --force.
func (r *run) otherBank(ctx context.Context, theirs *assess.Response, ours string) error {
	if r.opts.Person {
		question := r.words.Say("session.otherbank", theirs.Organization, theirs.Source, ours)
		if yes, err := r.confirm(ctx, question, true); err != nil || yes {
			return err
		}
	} else if r.Writer.Force {
		return nil
	}
	return outcome.Usagef("--from %s is of %s, not of %s; --force takes it in all the same",
		theirs.Source, theirs.Organization, ours)
}

// sameOrganization reports whether two spellings mean one organization, as people at a table take
// them: by their letters and digits alone.
func sameOrganization(a, b string) bool {
	letters := func(name string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				return c
			}
			return -1
		}, assess.OrganizationKey(name))
	}
	return letters(a) == letters(b)
}

// otherSpellings are the spellings of the bank that are not the session's, each once.
func (r *run) otherSpellings(s *session) []string {
	all := []string{strings.TrimSpace(r.opts.Organization)}
	for _, record := range r.given {
		all = append(all, record.Response.Organization)
	}
	var out []string
	for _, o := range all {
		if sameOrganization(o, s.response.Organization) && o != s.response.Organization &&
			!slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// remarks are what voices had said beside their votes: why not applicable, a note, documents.
func (w *workshop) remarks(brought []assess.Brought) []string {
	var out []string
	for _, b := range brought {
		who := w.called(b.Voice)
		if b.Reason != "" {
			out = append(out, w.words.Say("heard.na", who, b.Reason))
		}
		if b.Note != "" {
			out = append(out, w.words.Say("heard.note", who, b.Note))
		}
		if len(b.Evidence) > 0 {
			out = append(out, w.words.Say("heard.evidence", who, strings.Join(b.Evidence, w.words.Say("votes.next"))))
		}
	}
	return out
}
