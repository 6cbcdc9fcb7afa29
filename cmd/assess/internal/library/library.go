// Package library finds what a command works with: questionnaires, bundled or in files,
// answers in files and folders, peers' scores, brands and templates. What is wrong in them
// it prints, and gives back as a finding.
//
// Answers name their questionnaire by its id. The one given with -q counts before a
// bundled one, and that before a file that lies beside the answers. Whatever lies among
// answers and is none (a questionnaire, what assess wrote itself) is passed over.
package library

import (
	"cmp"
	"path/filepath"
	"strings"
	"sync"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/questionnaires"
)

// Default is the bundled questionnaire that is asked where nothing names another.
const Default = "bank-digital"

// A Library finds questionnaires and keeps those it has read. Several may ask at once.
type Library struct {
	input   disk.Input
	console output.Console
	given   *assess.Questionnaire

	mu      sync.Mutex
	bundled map[string]*assess.Questionnaire // that were read, by id
	folders map[string]folder                // that were searched, by path
}

// Open opens the library. A questionnaire that -q names, bundled or a file, is read at
// once; what is wrong in it is printed and is a finding.
func Open(input disk.Input, console output.Console, given string) (*Library, error) {
	l := &Library{
		input: input, console: console,
		bundled: map[string]*assess.Questionnaire{}, folders: map[string]folder{},
	}
	if given == "" {
		return l, nil
	}
	var err error
	l.given, err = l.Questionnaire(given)
	return l, err
}

// Given is the questionnaire that -q named, nil without.
func (l *Library) Given() *assess.Questionnaire { return l.given }

// GivenOrDefault is the questionnaire that -q named, else the default one.
func (l *Library) GivenOrDefault() (*assess.Questionnaire, error) {
	if l.given != nil {
		return l.given, nil
	}
	return l.Questionnaire(Default)
}

// Questionnaire reads a questionnaire by bundled name or path.
func (l *Library) Questionnaire(name string) (*assess.Questionnaire, error) {
	if q := l.Bundled(name); q != nil {
		return q, nil
	}
	if !disk.Exists(name) && !strings.ContainsAny(name, `./\`) {
		hint := ""
		if near := diag.Nearest(name, questionnaires.Names()); near != "" {
			hint = ", did you mean " + near + "?"
		}
		return nil, outcome.Usagef("no questionnaire %s: bundled are %s%s", name, bundledNames(), hint)
	}
	data, err := l.input.Read(name)
	if err != nil {
		return nil, err
	}
	q, found := codec.ReadQuestionnaire(filepath.ToSlash(name), data)
	if !diag.Errors(found) { // what makes a model worse is for its author: check tells it
		return q, nil
	}
	return nil, l.blame(found)
}

// Bundled returns the bundled questionnaire with an id, nil if there is none.
func (l *Library) Bundled(id string) *assess.Questionnaire {
	l.mu.Lock()
	defer l.mu.Unlock()
	if q, ok := l.bundled[id]; ok {
		return q
	}
	data, ok := questionnaires.Open(id)
	if !ok {
		return nil
	}
	q, _ := codec.ReadQuestionnaire(id+".yaml", data)
	l.bundled[id] = q
	return q
}

func bundledNames() string { return strings.Join(questionnaires.Names(), ", ") }

// blame prints diagnostics; an error among them is a finding.
func (l *Library) blame(found []diag.Diagnostic) error {
	bad, err := l.console.Blame(found)
	if bad {
		return cmp.Or(err, outcome.ErrFindings)
	}
	return err
}
