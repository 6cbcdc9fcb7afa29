package workshop

import (
	"fmt"
	"path"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
)

// prepared is what somebody answered beforehand, under the name of a voice.
type prepared struct {
	voice    string
	response *assess.Response
}

// prepared are the answers given beforehand, for the same organization and questionnaire.
func (r *run) prepared(s *session) ([]prepared, error) {
	var responses []*assess.Response
	for _, record := range r.given {
		theirs := record.Response
		if id := record.Questionnaire.ID; id != s.questionnaire.ID {
			return nil, outcome.Usagef("--from %s answers %s, not %s", theirs.Source, id, s.questionnaire.ID)
		}
		if own := s.questionnaire; !own.Same(record.Questionnaire) {
			return nil, outcome.Findingf("--from %s answers %s %s, this session %s %s: -q names the version for both",
				theirs.Source, own.ID, record.Questionnaire.Version, own.ID, own.Version)
		}
		if !library.SameOrganization(theirs.Organization, s.response.Organization) {
			return nil, outcome.Usagef("--from %s is of %s, not of %s",
				theirs.Source, theirs.Organization, s.response.Organization)
		}
		responses = append(responses, theirs)
	}
	return underVoices(responses), nil
}

// underVoices names a voice for each response: its respondent, else its role, else its file; a
// name that is taken gets a number.
func underVoices(responses []*assess.Response) []prepared {
	var out []prepared
	taken := map[string]bool{}
	for _, r := range responses {
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
		out = append(out, prepared{voice: name, response: r})
	}
	return out
}

// bringIn makes votes of what was answered beforehand. A voice that has votes in the
// session came in before: what the room took away of them since stays away.
func bringIn(into *assess.Response, all []prepared) {
	known := map[string]bool{}
	for _, a := range into.Answers {
		for _, v := range a.Votes {
			known[v.Voice] = true
		}
	}
	for _, p := range all {
		asked := p.response.Asked()
		for i := range into.Answers {
			a := &into.Answers[i]
			if !asked[i] || a.NA || a.Unknown {
				continue
			}
			for _, v := range p.votes(i) {
				if len(a.Votes) < assess.MostVoices && !known[v.Voice] {
					a.Votes = append(a.Votes, v)
				}
			}
		}
	}
}

// votes are the answer to a question as the vote of its voice, else the votes that were
// prepared in its stead.
func (p prepared) votes(question int) []assess.Vote {
	a := p.response.Answers[question]
	if v, ok := a.Value.Get(); ok {
		return []assess.Vote{{Voice: p.voice, Value: assess.Num(v)}}
	}
	var out []assess.Vote
	for _, v := range a.Votes {
		out = append(out, assess.Vote{Voice: p.voice + ": " + v.Voice, Value: v.Value, NA: v.NA})
	}
	return out
}

// preparedRemarks are what was prepared beside a value: why not applicable, that nobody knew, a
// note, documents.
func (w *workshop) preparedRemarks(p prepared, qu *assess.Question) []string {
	a := p.response.Answers[qu.Index()]
	var out []string
	switch {
	case a.NA:
		out = append(out, w.words.Say("heard.na", p.voice, a.Reason))
	case a.Unknown:
		out = append(out, w.words.Say("heard.unknown", p.voice))
	}
	if a.Note != "" {
		out = append(out, w.words.Say("heard.note", p.voice, a.Note))
	}
	if len(a.Evidence) > 0 {
		documents := strings.Join(a.Evidence, w.words.Say("votes.next"))
		out = append(out, w.words.Say("heard.evidence", p.voice, documents))
	}
	return out
}
