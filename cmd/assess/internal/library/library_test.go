package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
)

// model is a small questionnaire.
func model(id, version, title string) string {
	return fmt.Sprintf(`format: assess/questionnaire/v1
id: %s
version: %q
title: %s
levels: [{level: 1, name: Low}, {level: 2, name: Middle}, {level: 3, name: High}]
option_sets:
  three: [{value: 1, text: None.}, {value: 2, text: Some.}, {value: 3, text: All.}]
sections:
  - id: first
    title: First
    questions: [{id: a1, title: A1, ask: "A1?", options: three}]
`, id, version, title)
}

func answers(questionnaire, version, organization string) string {
	return fmt.Sprintf("format: assess/answers/v1\nquestionnaire: %s\nquestionnaire_version: %s\n"+
		"organization: %q\ndate: 2026-11-20\nanswers:\n  a1: 2\n", questionnaire, version, organization)
}

// shelf is a folder with files, and the library that looks into it.
func shelf(t *testing.T, given string, files map[string]string) (string, *Library, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	quiet, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = quiet.Close() })
	if given != "" && strings.HasSuffix(given, ".yaml") {
		given = filepath.Join(dir, given)
	}
	l, err := Open(disk.Input{}, output.Console{Err: quiet, Now: time.Now}, given)
	return dir, l, err
}

// The one given counts before a bundled one, and that before a file beside the answers,
// of which the version answered counts.
func TestFind(t *testing.T) {
	t.Parallel()
	dir, l, err := shelf(t, "", map[string]string{
		"old.yaml": model("toy", "1.0.0", "Old"), "new.yml": model("toy", "2.0.0", "New"),
		"same1.yaml": model("twin", "1.0.0", "A"), "same2.yaml": model("twin", "1.0.0", "B"),
		"json.yaml": `{"format": "assess/questionnaire/v1", "id": "json", "version": "1.0.0", "title": "JSON",
			"levels": [{"level": 1, "name": "Low"}, {"level": 2, "name": "High"}], "sections": [{"id": "s", "title": "S",
			"questions": [{"id": "a1", "title": "A1", "ask": "A1?",
			"options": [{"value": 1, "text": "No."}, {"value": 2, "text": "Yes."}]}]}]}`,
		"digital.yaml": model("bank-digital", "0.9.0", "Before"),
		"bad.yaml":     "format: assess/questionnaire/v1\nid: bad\n", "answers.yaml": answers("toy", "2.0.0", "Bank"),
	})
	if err != nil {
		t.Fatal(err)
	}
	find := l.Find(filepath.Join(dir, "answers.yaml"))
	for _, c := range []struct{ id, version, want string }{
		{"toy", "1.0.0", "Old"},
		{"toy", "2.0.0", "New"},
		{"toy", "3.0.0", "New"}, // the first by file name
		{"twin", "1.0.0", "same1.yaml and same2.yaml beside the answers are both twin 1.0.0"},
		{"json", "1.0.0", "JSON"},
		{"bank-digital", "0.9.0", "Before"}, // the very version, before a bundled one of another
		{"bank-digital", "0.8.0", "Digital maturity of a bank"},
		{"nowhere", "", "with errors, which assess check tells: bad.yaml"},
		{"bank-retail", "2.0.0", "Digital maturity of retail banking"},
	} {
		q, reason, _ := find(c.id, c.version)
		if q != nil {
			reason = q.Title.In("en")
		}
		if !strings.Contains(reason, c.want) {
			t.Errorf("%s %s: %s", c.id, c.version, reason)
		}
	}
	_, given, err := shelf(t, "mine.yaml", map[string]string{"mine.yaml": model("mine", "1.0.0", "Mine")})
	if err != nil {
		t.Fatal(err)
	}
	if q, _, _ := given.Find("x.yaml")("mine", "9.9.9"); q != given.Given() || q == nil {
		t.Error("the one given is not found")
	}
	if q, reason, _ := given.Find("x.yaml")("bank-digital", "1.0.0"); q != nil ||
		!strings.Contains(reason, "given with -q is mine") {
		t.Error(reason)
	}
	if _, _, err := shelf(t, "bank-digitl", nil); err == nil ||
		!strings.Contains(err.Error(), "did you mean bank-digital?") {
		t.Error(err)
	}
	_, _, err = shelf(t, "bad.yaml", map[string]string{"bad.yaml": "id: x\n"})
	if !errors.Is(err, outcome.ErrFindings) {
		t.Error(err)
	}
}

// What lies among answers and is none is passed over; two banks are no assessment.
func TestAnswersOfAFolder(t *testing.T) {
	t.Parallel()
	dir, l, err := shelf(t, "", map[string]string{
		"in/toy.yaml": model("toy", "1.0.0", "Toy"), "in/a.yaml": answers("toy", "1.0.0", "Bank "),
		"in/b.yaml": answers("toy", "1.0.0", "Bank"), "in/result.json": `{"format": "assess/result/v1"}`,
		"in/failures.jsonl": "", "in/.git/x.yaml": "x", "in/notes.txt": "x",
		"other.yaml": answers("toy", "1.0.0", "Other"),
		"toy.yaml":   model("toy", "1.0.0", "Toy"), "empty/toy.yaml": model("toy", "1.0.0", "Toy"),
	})
	if err != nil {
		t.Fatal(err)
	}
	files, err := l.AnswerFiles(filepath.Join(dir, "in"))
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	all, err := l.Assessment(files)
	if err != nil || len(all.Records) != 2 || assess.Score(all.Group).Overall.Score.Value() != 2 {
		t.Fatal(all, err)
	}
	_, err = l.Assessment(append(files, filepath.Join(dir, "other.yaml")))
	if !errors.Is(err, outcome.ErrFindings) {
		t.Error(err)
	}
	if _, err := l.AnswerFiles(filepath.Join(dir, "empty")); err == nil ||
		!strings.Contains(err.Error(), "holds no answers") {
		t.Error(err)
	}
	if !SameOrganization("Zürich Bank", "Zu\u0308rich Bank ") || SameOrganization("A", "B") {
		t.Error("spellings of one organization differ")
	}
}

// The folder that is written into is passed over, and what can't be looked at is told.
func TestWalk(t *testing.T) {
	t.Parallel()
	dir, _, err := shelf(t, "", map[string]string{
		"a.yaml": "", "b.txt": "", "out/c.yaml": "", ".hidden/d.yaml": "", "~$e.xlsx": "", "below/f.CSV": "",
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "dangling.yaml")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("below", filepath.Join(dir, "linked.yaml")); err != nil {
		t.Skip(err)
	}
	var got []string
	passed, err := Walk(dir, filepath.Join(dir, "out"), func(path string, found bool) {
		rel, _ := filepath.Rel(dir, path)
		got = append(got, fmt.Sprint(filepath.ToSlash(rel), " ", found))
	}, nil)
	want := "a.yaml true, below/f.CSV true, dangling.yaml true"
	if strings.Join(got, ", ") != want || passed != 4 || err != nil {
		t.Errorf("%v, %d passed over, %v", got, passed, err)
	}
}
