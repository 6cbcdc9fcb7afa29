package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/questionnaires"
)

// models finds questionnaires and keeps those it has read. given is the one
// that -q named, nil without. Several may look at once.
type models struct {
	app    *app
	mu     sync.Mutex
	given  *assess.Questionnaire
	read   map[string]*assess.Questionnaire // bundled, by id
	beside map[string]folder                // by path
}

// newModels reads what -q names, a bundled questionnaire or a file. What is
// wrong in it is printed and is a finding.
func newModels(a *app, name string) (*models, error) {
	m := &models{app: a, read: map[string]*assess.Questionnaire{}, beside: map[string]folder{}}
	if name == "" {
		return m, nil
	}
	q, err := m.open(name)
	m.given = q
	return m, err
}

// open reads a questionnaire by bundled name or path.
func (m *models) open(name string) (*assess.Questionnaire, error) {
	if q := m.bundled(name); q != nil {
		return q, nil
	}
	if !exists(name) && !strings.ContainsAny(name, `./\`) {
		hint := ""
		if near := diag.Nearest(name, questionnaires.Names()); near != "" {
			hint = ", did you mean " + near + "?"
		}
		return nil, usagef("no questionnaire %s: bundled are %s%s", name, strings.Join(questionnaires.Names(), ", "), hint)
	}
	data, err := m.app.read(name)
	if err != nil {
		return nil, err
	}
	q, ds := codec.ReadQuestionnaire(filepath.ToSlash(name), data)
	if !diag.Errors(ds) { // what makes a model worse is for its author: check tells it
		return q, nil
	}
	_, err = m.app.blame(ds)
	return nil, cmp.Or(err, errFindings)
}

// bundled returns the bundled questionnaire with an id, nil if there is none.
func (m *models) bundled(id string) *assess.Questionnaire {
	if q, ok := m.read[id]; ok {
		return q
	}
	data, ok := questionnaires.Open(id)
	if !ok {
		return nil
	}
	q, _ := codec.ReadQuestionnaire(id+".yaml", data)
	m.read[id] = q
	return q
}

// find returns how an answers file finds its questionnaire by id: the one given
// with -q, else a bundled one, else a file of that id beside the answers, which has
// the version answered if there are several.
func (m *models) find(answers string) codec.Find {
	return func(id, version string) (*assess.Questionnaire, string, []string) {
		if m.given != nil {
			if m.given.ID != id {
				return nil, fmt.Sprintf("the questionnaire given with -q is %s", m.given.ID), []string{m.given.ID}
			}
			return m.given, "", nil
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		if q := m.bundled(id); q != nil {
			return q, "", nil
		}
		return m.folder(filepath.Dir(answers)).find(id, version)
	}
}

// folder holds the questionnaires that lie in a folder, by id, in the order of their
// files' names, and the names of those with errors.
type folder struct {
	models map[string][]beside
	bad    []string
}

// beside is a questionnaire that lies beside answers.
type beside struct {
	name string
	*assess.Questionnaire
}

// find returns the one of an id and, where there are several, of a version. Two that
// differ and are both meant can't be told apart.
func (f folder) find(id, version string) (*assess.Questionnaire, string, []string) {
	var meant []beside
	for _, exact := range []bool{true, false} {
		for _, b := range f.models[id] {
			if b.Version == version || !exact {
				meant = append(meant, b)
			}
		}
		if len(meant) > 0 {
			break
		}
	}
	known := append(questionnaires.Names(), slices.Sorted(maps.Keys(f.models))...)
	if len(meant) == 0 {
		reason := fmt.Sprintf("it is not bundled (%s) and no valid .yaml of that id lies beside the answers; name it with -q", strings.Join(questionnaires.Names(), ", "))
		if len(f.bad) > 0 {
			reason += "; with errors, which assess check tells: " + strings.Join(f.bad, ", ")
		}
		return nil, reason, known
	}
	for _, b := range meant[1:] {
		if b.SHA256 != meant[0].SHA256 && b.Version == meant[0].Version {
			return nil, fmt.Sprintf("%s and %s beside the answers are both %s %s; name one with -q", meant[0].name, b.name, id, b.Version), nil
		}
	}
	return meant[0].Questionnaire, "", nil
}

// folder reads the questionnaires that lie in a folder.
func (m *models) folder(dir string) folder {
	if found, ok := m.beside[dir]; ok {
		return found
	}
	found := folder{models: map[string][]beside{}}
	entries, _ := os.ReadDir(dir) // what can't be listed holds none
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		ext := strings.ToLower(filepath.Ext(path))
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || !slices.Contains([]string{".yaml", ".yml"}, ext) {
			continue
		}
		data, err := m.app.read(path)
		if err != nil || !isModel(path, data) {
			continue
		}
		q, ds := codec.ReadQuestionnaire(e.Name(), data)
		if q == nil || diag.Errors(ds) {
			found.bad = append(found.bad, e.Name())
			continue
		}
		found.models[q.ID] = append(found.models[q.ID], beside{e.Name(), q})
	}
	m.beside[dir] = found
	return found
}
