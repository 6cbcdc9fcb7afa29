//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"

	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"
)

// organizations is how many banks the made-up respondents belong to.
const organizations = 5000

// A response is a made-up one, before any spelling.
type response struct {
	organization, name string
	version            string
	date               string
	parked             []string
	answers            []answer
}

// An answer is made up: what is known, what is not, with notes and evidence.
type answer struct {
	id                     string
	reason, note, evidence string
	unknown                bool
	value                  int
	votes                  []int // of the voices Retail, IT, Risk; nil without
	null                   bool  // left open
}

// model tells what is answered: the version and the ids of the bundled questionnaire.
func model() (version string, ids []string, err error) {
	data, ok := questionnaires.Open("bank-digital")
	if !ok {
		return "", nil, errors.New("bank-digital is not bundled")
	}
	q, _ := codec.ReadQuestionnaire("bank-digital.yaml", data)
	for _, qu := range q.Questions() {
		ids = append(ids, qu.ID)
	}
	return q.Version, ids, nil
}

// responses makes up n of them, the same at each call.
func responses(version string, ids []string, n int) func(yield func(int, response) bool) {
	return func(yield func(int, response) bool) {
		r := rand.New(rand.NewSource(1))
		for i := range n {
			one := response{
				organization: fmt.Sprintf("Bank %d", i%organizations), name: fmt.Sprintf("Person %d", i),
				version: version, date: "2026-11-23",
			}
			for _, id := range ids {
				a := made(r)
				a.id = id
				one.answers = append(one.answers, a)
			}
			if !yield(i, one) {
				return
			}
		}
	}
}

func made(r *rand.Rand) answer {
	switch x := r.Float64(); {
	case x < 0.08:
		return answer{reason: "wholesale bank only"}
	case x < 0.12:
		return answer{unknown: true}
	case x < 0.70:
		return answer{value: 1 + r.Intn(5)}
	}
	value := 1 + r.Intn(5)
	return answer{value: value, note: "Seen in two branches of the south.", evidence: "Tag catalogue version 7"}
}

// writeFiles writes a file for each response in a spelling.
func writeFiles(dir, ext string, all func(func(int, response) bool), spell func(response) string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for i, r := range all {
		name := filepath.Join(dir, fmt.Sprintf("%07d%s", i, ext))
		if err := os.WriteFile(name, []byte(spell(r)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// writeLines writes a line for each response.
func writeLines(name string, all func(func(int, response) bool)) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	for _, r := range all {
		line, err := json.Marshal(plain(r))
		if err != nil {
			return err
		}
		w.Write(append(line, '\n'))
	}
	return w.Flush()
}
