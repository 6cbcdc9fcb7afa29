package main

import (
	"bytes"
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
	beside map[string]map[string]*assess.Questionnaire
}

// newModels reads what -q names, a bundled questionnaire or a file. What is
// wrong in it is printed and is a finding.
func newModels(a *app, name string) (*models, error) {
	m := &models{app: a, read: map[string]*assess.Questionnaire{}, beside: map[string]map[string]*assess.Questionnaire{}}
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
	q, ds := codec.ReadQuestionnaire(name, data)
	if bad, err := m.app.blame(ds); err != nil || bad {
		return nil, cmp.Or(err, errFindings)
	}
	return q, nil
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
// with -q, else a bundled one, else a file of that id beside the answers.
func (m *models) find(answers string) codec.Find {
	return func(id string) (*assess.Questionnaire, string, []string) {
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
		beside := m.folder(filepath.Dir(answers))
		if q := beside[id]; q != nil {
			return q, "", nil
		}
		reason := fmt.Sprintf("it is not bundled (%s) and no valid .yaml of that id lies beside the answers; name it with -q", strings.Join(questionnaires.Names(), ", "))
		return nil, reason, append(questionnaires.Names(), slices.Sorted(maps.Keys(beside))...)
	}
}

// folder reads the questionnaires that lie in a folder, by id; of two with one
// id the first by name counts. Those with errors are left out.
func (m *models) folder(dir string) map[string]*assess.Questionnaire {
	if found, ok := m.beside[dir]; ok {
		return found
	}
	found := map[string]*assess.Questionnaire{}
	m.beside[dir] = found
	entries, err := os.ReadDir(dir)
	if err != nil {
		return found
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		ext := strings.ToLower(filepath.Ext(path))
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || !slices.Contains([]string{".yaml", ".yml"}, ext) {
			continue
		}
		data, err := m.app.read(path)
		if err != nil || !bytes.Contains(data, []byte("assess/questionnaire/")) {
			continue
		}
		if q, ds := codec.ReadQuestionnaire(e.Name(), data); q != nil && !diag.Errors(ds) && found[q.ID] == nil {
			found[q.ID] = q
		}
	}
	return found
}
