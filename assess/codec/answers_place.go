package codec

import (
	"regexp"
	"slices"
	"strings"
)

// index is a place in a list.
var index = regexp.MustCompile(`(\[\d+\])+$`)

// deepest is how many keys a place of answers has: answers, question, brought, voice, note.
const deepest = 5

// Place is the kind of place that the path of a diagnostic leads to: its keys as the format of
// answers has them, and * for each that somebody chose or wrote (a question, a voice, an unknown
// key). It holds no text of a user's, and is alike for what is alike: answers.*.votes.*
func Place(path string) string {
	if path == "" {
		return ""
	}
	var out []string
	chosen := false // whether the next key is somebody's own
	for _, key := range strings.Split(path, ".") {
		if len(out) == deepest {
			break
		}
		bare := index.ReplaceAllString(key, "")
		if chosen || !isPlace(bare) {
			key, bare = strings.Replace(key, bare, "*", 1), ""
		}
		chosen = slices.Contains([]string{"answers", "targets", "votes", "brought"}, bare)
		out = append(out, index.ReplaceAllString(key, "[*]"))
	}
	return strings.Join(out, ".")
}

// isPlace reports whether a key is one of the format's.
func isPlace(key string) bool {
	for _, names := range [][]string{
		answersKeys.Names(), entryKeys.Names(), areaKeys.Names(), respondentKeys.Names(),
		participantKeys.Names(), parkedKeys.Names(), actionKeys.Names(),
	} {
		if slices.Contains(names, key) {
			return true
		}
	}
	return false
}
