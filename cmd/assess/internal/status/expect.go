package status

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
)

// Expected is who was to answer.
type Expected struct {
	Names      []string
	Missing    []Missing   // in the order of the names
	Unexpected []*Response // answered, and nobody said that they would
}

// A Missing name is one that no response bears.
type Missing struct {
	Name   string
	Source string  // of the file of that name from which nothing came; "" without one
	Why    Silence // why nothing came from it; "" without one
}

// A Silence is why nothing came from a file.
type Silence string

// The reasons.
const (
	IsUnfilled   Silence = "unfilled"
	IsUnreadable Silence = "unreadable"
)

// Names reads who was to answer: from a file with a name on each line, else from a text
// with commas between the names. What looks like such a file has to be there.
func Names(in disk.Input, value string) ([]string, error) {
	all := strings.FieldsFunc(value, func(c rune) bool { return strings.ContainsRune(",，、", c) })
	info, err := os.Stat(value)
	ext := strings.ToLower(path.Ext(value))
	if err == nil && info.Mode().IsRegular() || len(all) == 1 && (ext == ".txt" || ext == ".csv") {
		data, err := in.Read(value)
		if err != nil {
			return nil, err
		}
		text := strings.TrimPrefix(string(data), "\ufeff")
		if !utf8.ValidString(text) {
			return nil, fmt.Errorf("read %s: the names are not UTF-8; save the file as UTF-8", value)
		}
		all = strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || c == '\r' })
	}
	var names []string
	seen := map[string]bool{"": true}
	for _, name := range all {
		if key := matchKey(name); !seen[key] {
			seen[key] = true
			names = append(names, strings.TrimSpace(name))
		}
	}
	if len(names) == 0 {
		return nil, outcome.Usagef("--expect %s: there is no name in it", value)
	}
	return names, nil
}

// Expect compares who answered with who was to.
func (p *Report) Expect(names []string) {
	p.Expected = &Expected{Names: names}
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[matchKey(name)] = true
	}
	came := map[string]bool{}
	for _, r := range p.Responses {
		meant := false
		for _, key := range r.keys {
			came[key] = true
			meant = meant || wanted[key]
		}
		if !meant {
			p.Expected.Unexpected = append(p.Expected.Unexpected, r)
		}
	}
	for _, name := range names {
		if key := matchKey(name); !came[key] {
			p.Expected.Missing = append(p.Expected.Missing, p.missing(name, key))
		}
	}
}

// missing tells the file of that name from which nothing came, if there is one.
func (p *Report) missing(name, key string) Missing {
	for _, source := range p.Unfilled {
		if slices.Contains(p.unfilledBy[source], key) {
			return Missing{name, source, IsUnfilled}
		}
	}
	for _, u := range p.Unreadable {
		if slices.Contains(stemKeys(u.First.File), key) {
			return Missing{name, u.Source, IsUnreadable}
		}
	}
	return Missing{Name: name}
}

// keysOf are what a response is known by: the respondent's name and role, and the file's
// name without its extension.
func keysOf(r *Response) []string {
	keys := append(stemKeys(r.file), matchKey(r.Respondent), matchKey(r.Role))
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

// stemKeys are what a file's name may say of who answered: its stem and, where the page to fill in
// named it ORGANIZATION - NAME.answers.json, the name.
func stemKeys(file string) []string {
	base := path.Base(file)
	stem := strings.TrimSuffix(strings.TrimSuffix(base, path.Ext(base)), ".answers")
	keys := []string{matchKey(stem)}
	if at := strings.LastIndex(stem, " - "); at >= 0 {
		keys = append(keys, matchKey(stem[at+3:]))
	}
	return keys
}

// matchKey is by what names are the same: case, width and all white space aside.
func matchKey(name string) string { return strings.ReplaceAll(assess.OrganizationKey(name), " ", "") }
