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
	if len(g.responses) < 2 {
		return nil
	}
	var out []Warning
	var called map[string][]int // the responses by what a session calls them
	for i, session := range g.responses {
		guests := session.guests()
		if len(guests) == 0 {
			continue
		}
		if called == nil {
			called = g.called()
		}
		var twice []int
		for key := range guests {
			twice = append(twice, called[key]...)
		}
		slices.Sort(twice)
		if twice = slices.DeleteFunc(twice, func(j int) bool { return j == i }); len(twice) > 0 {
			out = append(out, g.heardIn(i, twice))
		}
	}
	return out
}

// heardIn is the warning about one session and the responses that it holds, too, by index.
func (g Group) heardIn(session int, twice []int) Warning {
	sources := map[int]string{}
	label := func(i int) string {
		sources[i+1] = g.responses[i].Source
		return "{" + strconv.Itoa(i+1) + "}"
	}
	var names []string
	for _, i := range twice[:min(len(twice), mostNamed)] {
		names = append(names, label(i))
	}
	said := strings.Join(names, ", ")
	if others := len(twice) - len(names); others > 0 {
		said += " and " + strconv.Itoa(others) + " others"
	}
	return Warning{
		Message: label(session) + " holds what " + said +
			" had said beforehand, and both count: score the session alone, or only the others",
		File: g.responses[session].File, Response: session + 1, sources: sources,
	}
}

// mostNamed is how many of many a warning names.
const mostNamed = 3

// called are the responses, by index, by the key of the voice that a session makes of each: its
// respondent, its role, or its file.
func (g Group) called() map[string][]int {
	out := map[string][]int{}
	for i, r := range g.responses {
		file := path.Base(r.File)
		key := OrganizationKey(cmp.Or(r.Respondent, r.Role, strings.TrimSuffix(file, path.Ext(file))))
		out[key] = append(out[key], i)
	}
	return out
}

// guests are the voices, by the key of their name, that said something and did not vote in the
// response's session.
func (r *Response) guests() map[string]bool {
	out := map[string]bool{}
	seen := map[string]bool{}
	add := func(voice string) {
		if !seen[voice] && !slices.Contains(r.Voices, voice) {
			out[OrganizationKey(voice)] = true
		}
		seen[voice] = true
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
