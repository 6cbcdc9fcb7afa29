package workshop

import (
	"context"
	"slices"

	"bankmaturity/assess"
)

// A group that went out to talk about some questions comes back with what it agreed on. Where
// nobody else has said anything about a question, the room may take that over as agreed, which it
// is asked once for each group; otherwise the group is one voice among others.

// isGroup reports whether several people agreed on the answers.
func isGroup(r *assess.Response) bool {
	several := func(a assess.Answer) bool { return len(a.Votes) > 1 }
	return len(r.Voices) > 1 || len(r.Participants) > 1 || slices.ContainsFunc(r.Answers, several)
}

// takeGroups asks about each group, and takes over what it agreed on and what it decided to do.
func (r *run) takeGroups(ctx context.Context, s *session, here map[string]bool, all []prepared) error {
	for k, p := range all {
		if !isGroup(p.response) || p.here(here) {
			continue
		}
		decisionsInto(s.response, p.response)
		agreed := onlyBy(p, s.response, all)
		if len(agreed) == 0 || !r.opts.Person {
			continue
		}
		yes, err := r.confirm(ctx, r.words.Say("group.agreed", p.voice, len(agreed)), true)
		if err != nil {
			return err
		}
		if !yes {
			continue
		}
		all[k].taken = map[int]bool{}
		for _, i := range agreed {
			s.response.Answers[i], all[k].taken[i] = agreedBy(p, i), true
		}
		s.response.Parked = slices.DeleteFunc(s.response.Parked, func(pk assess.Parked) bool {
			return all[k].taken[s.questionnaire.Question(pk.Question).Index()]
		})
		r.notice("group.taken", p.voice, len(agreed))
	}
	return nil
}

// onlyBy are the questions, by index, that a group agreed on, and that neither the session nor
// another of those prepared says anything about.
func onlyBy(p prepared, into *assess.Response, all []prepared) []int {
	var out []int
	for i, asked := range p.response.Asked() {
		if !asked || p.response.Answers[i].Open() || !into.Answers[i].Empty() {
			continue
		}
		others := slices.ContainsFunc(all, func(o prepared) bool {
			return o.voice != p.voice && !o.response.Answers[i].Empty()
		})
		if !others {
			out = append(out, i)
		}
	}
	return out
}

// agreedBy is a group's answer as the room's own: its votes and what its voices had brought stand
// under the group's name.
func agreedBy(p prepared, question int) assess.Answer {
	r := p.response
	a := r.Answers[question]
	a.Votes, a.Brought, a.Private = slices.Clone(a.Votes), slices.Clone(a.Brought), assess.Private{}
	for i := range a.Votes {
		a.Votes[i].Voice = p.voice + ": " + a.Votes[i].Voice
	}
	if len(a.Votes) == 0 && !r.Questionnaire().Questions()[question].Typed() {
		a.Votes = []assess.Vote{{Voice: p.voice, Value: a.Value, NA: a.NA, Ticked: a.Ticked}}
	}
	for i := range a.Brought {
		a.Brought[i].Voice = p.voice + ": " + a.Brought[i].Voice
	}
	return a
}

// otherwise are the titles of the questions on which one of those who came in says otherwise than
// what stands agreed.
func (r *run) otherwise(s *session, here map[string]bool, all []prepared) []string {
	var out []string
	for i, qu := range s.questionnaire.Questions() {
		stands := &s.response.Answers[i]
		differs := slices.ContainsFunc(all, func(p prepared) bool {
			theirs := p.response.Answers[i]
			return !p.here(here) && !p.taken[i] && !theirs.Open() && !stands.Open() && !theirs.SaysAs(stands)
		})
		if differs {
			out = append(out, qu.Title.In(r.language))
		}
	}
	return out
}

// decisionsInto adds what a group decided to do, and what it put aside, each once.
func decisionsInto(into, from *assess.Response) {
	for _, a := range from.Actions {
		if !slices.Contains(into.Actions, a) {
			into.Actions = append(into.Actions, a)
		}
	}
	for _, p := range from.Parked {
		if !into.IsParked(p.Question) {
			into.Parked = append(into.Parked, p)
		}
	}
}
