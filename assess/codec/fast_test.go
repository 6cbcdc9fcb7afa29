package codec

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// agree requires that the fast reader, where it reads a text at all, reads what the
// general one reads, and that that one has nothing to say.
func agree(t *testing.T, name string, data []byte, q *assess.Questionnaire) bool {
	t.Helper()
	got, ok := fast(name, data, only(q))
	if !ok {
		return false
	}
	want, ds := readAnswers(name, data, only(q))
	if len(want) != 1 || len(ds) > 0 {
		t.Fatalf("the fast reader reads what the general one does not: %v\n%s", ds, data)
	}
	if !reflect.DeepEqual(got.Response, want[0].Response) {
		t.Fatalf("read fast: %+v\nread well: %+v\n%s", got.Response, want[0].Response, data)
	}
	if a, b := got.Blame("organization", "error", "m", "h"), want[0].Blame("organization", "error", "m", "h"); a != b {
		t.Fatalf("blamed %+v, not %+v", a, b)
	}
	return true
}

const shape = `# Written by assess.
format: assess/answers/v1
questionnaire: toy
questionnaire_version: "1.0.0"
organization: Bänk of the South
date: 2026-11-23
respondent:
  name: Ann
  role: "IT, risk"
language: en
answers:
  who: 3
  when:
    value: 2
    note: "Half a word: 半"

    evidence:
      - list of (tags)
      - "b; c"
  how: {not_applicable: sold in 2020}
  why: unknown
`

const object = `{"format": "assess/answers/v1", "questionnaire": "toy", "questionnaire_version": "1.0.0",
 "organization": "Bänk of the South", "date": "2026-11-23", "respondent": {"name": "Ann", "role": "IT, risk"},
 "language": "en", "answers": {
 "who": 3,
 "when": {"value": 2, "note": "Half a word: 半", "evidence": ["list of (tags)", "b; c"]},
 "how": {"not_applicable": "sold in 2020"},
 "why": "unknown"
 }}
`

func TestFastReadsJSON(t *testing.T) {
	t.Parallel()
	q := toy(t)
	line := strings.ReplaceAll(object, "\n", "") + "\n"
	for name, text := range map[string]string{"a.json": object, "a.jsonl": line, "b.json": "\t" + line, "b.jsonl": "\n" + strings.ReplaceAll(line, " ", "")} {
		if !agree(t, name, []byte(text), q) && name[0] == 'a' {
			t.Errorf("%s is not read fast", name)
		}
	}
	if agree(t, "a.jsonl", []byte(object), q) || agree(t, "a.jsonl", []byte(line+line), q) {
		t.Error("several lines are read as one")
	}
	for i := range object { // every character left out, doubled, replaced
		for _, other := range []string{"", object[i:i+1] + object[i:i+1], " ", "\"", ",", "{", "}", "[", "]", ":", "\\", "0", "-", "e", "\x00", "\n"} {
			agree(t, "a.json", []byte(object[:i]+other+object[i+1:]), q)
			agree(t, "a.jsonl", []byte(strings.ReplaceAll(object[:i]+other+object[i+1:], "\n ", "")), q)
		}
	}
	for _, swap := range []string{`3`, `"3"`, `"unknown"`, `true`, `null`, `{}`, `[]`, `[3]`, `{"-": 3}`, `{"value": 3}`, `{"evidence": {"-": "x"}}`, `{"value": 3, "value": 3}`, `{"unknown": true}`, `{"unknown": "true"}`, `{"unknown": false}`, `{"value": 03}`, `-0`, `3.0`, `1e0`, `unknown`, `3, "who": 3`, `{"votes": {"A": 3}}`, `{"note": ""}`, `{"note": " x "}`, `{"note": "3"}`, `{"note": 3}`, `{"value": null}`, `{"not_applicable": true}`, `{"not_applicable": "x", "value": 3}`, `{"unknown": true, "note": "\u00e4"}`} {
		agree(t, "a.json", []byte(strings.Replace(object, `"who": 3`, `"who": `+swap, 1)), q)
	}
}

func TestFastReadsOurShape(t *testing.T) {
	t.Parallel()
	q := toy(t)
	if !agree(t, "a.yaml", []byte(shape), q) {
		t.Error("our own shape is not read fast")
	}
	written, _ := readAnswers("a.yaml", []byte(shape), only(q))
	if !agree(t, "a.yaml", WriteAnswers(q, written[0].Response, WriteOptions{}), q) {
		t.Error("what is written is not read fast")
	}
	for _, folder := range []string{"testdata/err/answers-*.yaml", "testdata/*.yaml"} {
		for _, file := range globbed(t, folder) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, filepath.Base(file), data, q)
		}
	}
}

// Every way of changing a line of our shape is read alike, or left to the general
// reader.
func TestFastAgreesOnEveryChange(t *testing.T) {
	t.Parallel()
	q := toy(t)
	lines := strings.SplitAfter(shape, "\n")
	for i, line := range lines {
		for _, other := range []string{
			"", line + line, " " + line, strings.TrimLeft(line, " "), strings.Replace(line, ": ", ":", 1), strings.Replace(line, ": ", ":  ", 1),
			strings.Replace(line, "\n", " # c\n", 1), strings.Replace(line, "\n", " \n", 1), strings.Replace(line, "\n", "\r\n", 1), strings.ReplaceAll(line, "\"", "'"), strings.ReplaceAll(line, "\"", ""),
			strings.Replace(line, "3", "03", 1), strings.Replace(line, "2", "9", 1), strings.Replace(line, "o", "&a o", 1), strings.Replace(line, ": ", ": !!str ", 1), "---\n" + line, "...\n" + line, "\t" + line,
			strings.Replace(line, "unknown", "~", 1), strings.Replace(line, "unknown", "null", 1), strings.Replace(line, "list", "yes", 1), strings.Replace(line, "3", "3.0", 1),
		} {
			changed := strings.Join(append(append(append([]string{}, lines[:i]...), other), lines[i+1:]...), "")
			agree(t, "a.yaml", []byte(changed), q)
		}
	}
}

func FuzzFast(f *testing.F) {
	f.Add([]byte(shape))
	f.Add([]byte(object))
	for _, pattern := range []string{"testdata/err/answers-*.yaml", "testdata/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	data, err := os.ReadFile("testdata/toy.yaml")
	if err != nil {
		f.Fatal(err)
	}
	q, _ := ReadQuestionnaire("toy.yaml", data)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.yaml", "a.json", "a.jsonl"} {
			agree(t, name, data, q)
		}
	})
}

func BenchmarkReadFast(b *testing.B) {
	q := toy(b)
	for b.Loop() {
		if _, ok := fast("a.yaml", []byte(shape), only(q)); !ok {
			b.Fatal("not read")
		}
	}
}

func BenchmarkReadWell(b *testing.B) {
	q := toy(b)
	for b.Loop() {
		readAnswers("a.yaml", []byte(shape), only(q))
	}
}
