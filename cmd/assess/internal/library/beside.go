package library

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/questionnaires"
)

// Find returns how an answers file finds its questionnaire: the one given with -q, else the
// one of that id in the version answered, bundled or in a file beside the answers, else one
// of that id in another version, bundled or beside.
func (l *Library) Find(answers string) codec.Find {
	return func(id, version string) (*assess.Questionnaire, string, []string) {
		if l.given != nil {
			if l.given.ID != id {
				return nil, "the questionnaire given with -q is " + l.given.ID, []string{l.given.ID}
			}
			return l.given, "", nil
		}
		bundled := l.Bundled(id)
		if bundled != nil && bundled.Version == version {
			return bundled, "", nil
		}
		beside := l.folder(filepath.Dir(answers))
		if bundled != nil && !beside.holds(id, version) {
			return bundled, "", nil
		}
		return beside.find(id, version)
	}
}

// A folder holds the questionnaires that lie in it, by id, in the order of their files'
// names, and the names of those with errors.
type folder struct {
	byID map[string][]shelved
	bad  []string
}

// shelved is a questionnaire that lies beside answers.
type shelved struct {
	file string
	*assess.Questionnaire
}

// holds reports whether there is one of an id in a version.
func (f folder) holds(id, version string) bool {
	return slices.ContainsFunc(f.byID[id], func(s shelved) bool { return s.Version == version })
}

// find returns the one of an id and, where there are several, of a version. Two that
// differ and are both meant can't be told apart.
func (f folder) find(id, version string) (*assess.Questionnaire, string, []string) {
	meant := f.byID[id]
	exact := slices.DeleteFunc(slices.Clone(meant), func(s shelved) bool { return s.Version != version })
	if len(exact) > 0 {
		meant = exact
	}
	if len(meant) == 0 {
		return nil, f.missing(), append(questionnaires.Names(), slices.Sorted(maps.Keys(f.byID))...)
	}
	first := meant[0]
	for _, other := range meant[1:] {
		if other.Version == first.Version && !other.Same(first.Questionnaire) {
			return nil, fmt.Sprintf("%s and %s beside the answers are both %s %s; name one with -q",
				first.file, other.file, id, other.Version), nil
		}
	}
	return first.Questionnaire, "", nil
}

// missing says why there is no questionnaire of an id.
func (f folder) missing() string {
	reason := "it is not bundled (" + bundledNames() +
		") and no valid .yaml or .json of that id lies beside the answers; name it with -q"
	if len(f.bad) > 0 {
		reason += "; with errors, which assess check tells: " + strings.Join(f.bad, ", ")
	}
	return reason
}

// folder reads the questionnaires that lie in a folder, once.
func (l *Library) folder(dir string) folder {
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := l.folders[dir]; ok {
		return known
	}
	f := folder{byID: map[string][]shelved{}}
	entries, _ := os.ReadDir(dir) // what can't be listed holds none
	for _, e := range entries {
		l.shelve(&f, filepath.Join(dir, e.Name()), e.Name())
	}
	l.folders[dir] = f
	return f
}

// shelve adds a file to a folder if it is a questionnaire.
func (l *Library) shelve(f *folder, path, name string) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return
	}
	data, err := l.input.Read(path)
	if err != nil || !isQuestionnaire(path, data) {
		return
	}
	q, found := codec.ReadQuestionnaire(name, data)
	if q == nil || diag.Errors(found) {
		f.bad = append(f.bad, name)
		return
	}
	f.byID[q.ID] = append(f.byID[q.ID], shelved{name, q})
}

// isQuestionnaire reports whether a file is one.
func isQuestionnaire(path string, data []byte) bool {
	return isKind(path, data, codec.KindQuestionnaire)
}

// isKind reports whether a file is of a kind, by its `format` key. A file that can't be read as
// YAML or JSON is one if it says so all the same.
func isKind(path string, data []byte, want codec.Kind) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".yaml", ".yml", ".json":
	default:
		return false
	}
	if !codec.Declares(data, want) {
		return false
	}
	kind, unread := codec.KindOf(path, data)
	return kind == want || kind == "" && diag.Errors(unread)
}
