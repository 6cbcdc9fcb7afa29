package assess

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
)

// heardTwice warns where a session holds what others answered beforehand, as votes of voices that
// did not vote in it, and their own responses count, too.
func (g Group) heardTwice() []Warning {
	var out []Warning
	for i, session := range g.responses {
		guests := session.guests()
		if len(guests) == 0 {
			continue
		}
		var twice []string
		sources := map[int]string{i + 1: session.Source}
		for j, r := range g.responses {
			if j != i && guests[OrganizationKey(r.calledInSession())] {
				twice = append(twice, "{"+strconv.Itoa(j+1)+"}")
				sources[j+1] = r.Source
			}
		}
		if len(twice) == 0 {
			continue
		}
		message := "{" + strconv.Itoa(i+1) + "} holds what " + firstOf(twice, ", ") +
			" had said beforehand, and both count: score the session alone, or only the others"
		out = append(out, Warning{Message: message, File: session.File, Response: i + 1, sources: sources})
	}
	return out
}

// guests are the voices, by the key of their name, that said something and did not vote in the
// response's session.
func (r *Response) guests() map[string]bool {
	out := map[string]bool{}
	add := func(voice string) {
		if !slices.Contains(r.Voices, voice) {
			out[OrganizationKey(voice)] = true
		}
	}
	for i := range r.Answers {
		for _, b := range r.Answers[i].Brought {
			add(b.Voice)
		}
		for _, v := range r.Answers[i].Votes {
			add(v.Voice)
		}
	}
	return out
}

// calledInSession is the voice that a session makes of a response: its respondent, its role, or its
// file.
func (r *Response) calledInSession() string {
	file := path.Base(r.File)
	return cmp.Or(r.Respondent, r.Role, strings.TrimSuffix(file, path.Ext(file)))
}

// mostNamed is how many of many a warning names.
const mostNamed = 3

// firstOf joins the first of many texts, and counts the others.
func firstOf(texts []string, sep string) string {
	if len(texts) <= mostNamed {
		return strings.Join(texts, sep)
	}
	return strings.Join(texts[:mostNamed], sep) + " and " + strconv.Itoa(len(texts)-mostNamed) + " others"
}
