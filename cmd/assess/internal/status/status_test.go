package status

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/message/messagetest"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
)

func TestKeys(t *testing.T) {
	t.Parallel()
	messagetest.Check(t, messages)
}

const model = `format: assess/questionnaire/v1
id: toy
version: "1.0.0"
title: Toy
levels: [{level: 1, name: L}, {level: 2, name: H}]
option_sets: {two: [{value: 1, text: a}, {value: 2, text: b}]}
sections:
  - id: only
    title: Only
    questions:
      - {id: has, ask: "Has?", options: [{value: 1, text: "no"}, {value: 2, text: "yes"}]}
      - {id: how, ask: "How?", ask_if: {question: has, at_least: 2}, options: two}
      - {id: many, ask: "How many?", input: number,
         options: [{value: 1, text: a}, {value: 2, text: b, from: 10}]}
      - {id: town, ask: "Where?", scored: false, input: text}
`

// read reads answers to the model in files of a folder, which stands before no name.
func read(t *testing.T, files map[string]string) *Report {
	t.Helper()
	dir := t.TempDir()
	files["toy.yaml"] = model
	for name, text := range files {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	now := func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }
	console := output.Console{Err: os.Stderr, Now: now, Quiet: true}
	lib, err := library.Open(disk.Input{}, console, filepath.Join(dir, "toy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	report, err := Read(Tools{Console: console, Library: lib}, []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Responses {
		r.Source = strings.TrimPrefix(r.Source, filepath.ToSlash(dir)+"/")
	}
	return report
}

// answered is an answers file of somebody in the bank, with answers in braces.
func answered(who, answers string) string {
	return "{format: assess/answers/v1, questionnaire: toy, questionnaire_version: \"1.0.0\", " +
		"organization: Bank, date: 2026-11-23, respondent: {name: \"" + who + "\"}, answers: {" + answers + "}}\n"
}

// What is asked is one of five things, and only what waits for an answer is open.
func TestFigures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ answers, want string }{
		{"has: {note: later}", "asked 3 answered 0 evidenced 0 na 0 unknown 0 not agreed 0 unanswered 3 finished false"},
		{"has: 2", "asked 4 answered 1 evidenced 0 na 0 unknown 0 not agreed 0 unanswered 3 finished false"},
		{`has: {value: 1, evidence: [list]}, how: 2, many: {count: 12}, town: "Ulm"`,
			"asked 3 answered 3 evidenced 2 na 0 unknown 0 not agreed 0 unanswered 0 finished true"},
		{"has: unknown, many: {not_applicable: none, evidence: [x]}, town: x",
			"asked 3 answered 1 evidenced 0 na 1 unknown 1 not agreed 0 unanswered 0 finished true"},
		{"has: {votes: {A: 2, B: 2}}, many: {value: 1, votes: {A: 2}}, town: x, how: {note: y}",
			"asked 4 answered 2 evidenced 0 na 0 unknown 0 not agreed 1 unanswered 1 finished false"},
	} {
		report := read(t, map[string]string{"a.yaml": answered("Lin", c.answers)})
		if len(report.Responses) != 1 {
			t.Errorf("%s: %+v", c.answers, report.Unreadable)
			continue
		}
		r := report.Responses[0]
		got := fmt.Sprint("asked ", r.Asked, " answered ", r.Answered, " evidenced ", r.Evidenced,
			" na ", r.NotApplicable, " unknown ", r.Unknown, " not agreed ", r.NotAgreed,
			" unanswered ", r.Unanswered, " finished ", r.Finished())
		if got != c.want {
			t.Errorf("%s:\n%s, not\n%s", c.answers, got, c.want)
		}
		sum := r.Answered + r.NotApplicable + r.Unknown + r.NotAgreed + r.Unanswered
		if sum != r.Asked {
			t.Errorf("%s: %d is not what was asked", c.answers, sum)
		}
	}
}

// A record that can't be read hides none of its neighbours, however long the file.
func TestRecordsFailAlone(t *testing.T) {
	t.Parallel()
	line := func(who, answers string) string {
		return `{"format":"assess/answers/v1","questionnaire":"toy","questionnaire_version":"1.0.0",` +
			`"organization":"Bank","date":"2026-11-23","respondent":{"name":"` + who + `"},` +
			`"answers":{` + answers + "}}\n"
	}
	long := strings.Repeat("\n", 2<<20)
	const head = "questionnaire,questionnaire_version,organization,respondent,date,has\n"
	report := read(t, map[string]string{
		"a.jsonl": line("A", `"has":1`) + line("B", `"has":9`) + line("C", `"has":2`),
		"b.jsonl": line("D", `"has":1`) + long + line("E", `"no":9, "nope":1`) + line("F", `"has":2`),
		"c.csv":   head + "toy,1.0.0,Bank,G,2026-11-23,1\ntoy,1.0.0,Bank,H,2026-11-23,7\n",
		"d.csv":   head + "toy,1.0.0,Bank,I,2026-11-23,1\n" + long + "toy,1.0.0,Bank,J,2026-11-23,7\n",
		"e.csv":   "questionnaire,what\ntoy,1\ntoy,2\n",
	})
	var came, failed []string
	for _, r := range report.Responses {
		came = append(came, r.Respondent+" "+r.Source)
	}
	for _, u := range report.Unreadable {
		failed = append(failed, fmt.Sprint(filepath.Base(u.Source), " ", u.First.Path, " +", u.More))
	}
	want := "A a.jsonl#1,C a.jsonl#3,D b.jsonl#1,F b.jsonl#3,G c.csv#1,I d.csv#1"
	if strings.Join(came, ",") != want {
		t.Errorf("%s, not\n%s", strings.Join(came, ","), want)
	}
	want = "a.jsonl:2 answers.has +0,b.jsonl:2097154 answers.no +1,c.csv:3 answers.has +0," +
		"d.csv:2097155 answers.has +0,e.csv:1  +2"
	if strings.Join(failed, ",") != want {
		t.Errorf("%s, not\n%s", strings.Join(failed, ","), want)
	}
}

// What comes twice counts as it would in a score; whoever is looked for by the copy's name
// is there.
func TestTwice(t *testing.T) {
	t.Parallel()
	lin := answered("Lin", "has: 1")
	report := read(t, map[string]string{
		"a.yaml": lin, "b/lin.yaml": lin, "c.yaml": "# by hand\n" + lin, "d.yaml": answered("LIN", "has: 2"),
		"e.yaml": answered("", "has: 2"), "f.yaml": answered("", "has: 2 "),
	})
	var kinds []string
	for _, d := range report.Duplicates {
		kinds = append(kinds, fmt.Sprint(filepath.Base(d.Source), " ", d.Kind, " ", filepath.Base(d.Of)))
	}
	want := "lin.yaml same_bytes a.yaml, c.yaml same_record a.yaml, d.yaml same_person a.yaml"
	if strings.Join(kinds, ", ") != want || len(report.Responses) != 4 {
		t.Errorf("%d responses, %s, not %s", len(report.Responses), strings.Join(kinds, ", "), want)
	}
	report.Expect([]string{"l i n", "C", "E", "g"})
	if e := report.Expected; len(e.Missing) != 1 || e.Missing[0].Name != "g" || len(e.Unexpected) != 1 ||
		e.Unexpected[0].Source != "f.yaml" {
		t.Errorf("%+v", e)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	list := filepath.Join(dir, "invited")
	if err := os.WriteFile(list, []byte("\ufeffLin Mei\r\n\r\n Head of IT, Ops \nlin  mei\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "broken.txt")
	if err := os.WriteFile(broken, []byte("\xcd\xf5\xb7\xbc\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]string{
		"Lin Mei, IT":                     "Lin Mei|IT",
		"王芳，李雷、IT":                        "王芳|李雷|IT",
		"a, A , ａ,b":                      "a|b",
		" , ":                             "",
		list:                              "Lin Mei|Head of IT, Ops",
		broken:                            "",
		filepath.Join(dir, "missing.txt"): "",
		"Dr. Lin":                         "Dr. Lin",
	} {
		names, err := Names(disk.Input{}, value)
		if strings.Join(names, "|") != want || (err != nil) != (want == "") {
			t.Errorf("%s: %q, %v", value, names, err)
		}
	}
}

// Whatever is in the files, no text obeys it, the table's columns stand one below the other,
// nothing but files is wider than the page, and the data is what was said.
func FuzzShow(f *testing.F) {
	f.Add("Harbour City Bank", "Lin Mei", "Head of retail banking and of everything else", "2.0.0", 12)
	f.Add("海港城市银行\n\x1b[31m", "王芳\u202e", "数字化转型办公室主任\t", "a\u2028b", 36)
	long := strings.Repeat("in/", 40)
	f.Add(strings.Repeat("long ", 40), strings.Repeat("词", 90), strings.Repeat("x", 200), long, 7)
	f.Add("\xff", "\U000e0041", "👩‍👩‍👧", "\"", 1000)
	f.Fuzz(func(t *testing.T, organization, who, role, source string, n int) {
		n = max(0, n%100_000)
		r := &Response{Organization: organization, Questionnaire: "toy", Version: role, Respondent: who, Role: role,
			Date: "2026-11-23", Source: source, Asked: n, Answered: n, file: source}
		other := *r
		other.NotAgreed, other.keys = n, []string{matchKey(who)}
		wrong := diag.Diagnostic{File: source, Message: who, Hint: role, Path: organization}
		spellings := []Naming{{who, []string{source}}, {role, make([]string, 12)}}
		report := &Report{
			Responses: []*Response{r, &other}, Unfilled: []string{source},
			Unreadable:     []Unreadable{{source, wrong, n}},
			Organizations:  []Organization{{organization, spellings, 1, 1}, {Name: role}},
			Questionnaires: []Questionnaire{{"toy", []Naming{{role, nil}, {who, nil}}}},
			Duplicates:     []Duplicate{{SameBytes, source, who}, {SameRecord, who, source}, {SamePerson, who, role}},
			Actions:        []Action{{assess.Action{What: role, Owner: who}, organization, source}},
			PassedOver:     n,
		}
		report.Expect([]string{who, role})
		for _, language := range []string{"en", "zh"} {
			text, err := report.Text(language)
			if err != nil {
				t.Fatal(err)
			}
			looks(t, text, output.Printable(source))
		}
		means(t, report)
	})
}

// means checks that the data is harmless, and what was said.
func means(t *testing.T, report *Report) {
	t.Helper()
	text, err := report.JSON()
	if err != nil || strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && diag.Obeyed(r) }) {
		t.Fatal(text, err)
	}
	var back struct {
		Responses []struct{ Organization string }
	}
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(text, err)
	}
	want := report.Responses[0].Organization
	if got := back.Responses[0].Organization; utf8.ValidString(want) && got != want {
		t.Fatalf("%q became %q", want, got)
	}
}

// looks checks how a text looks on a terminal.
func looks(t *testing.T, text, source string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("%q is not UTF-8", text)
	}
	lines := strings.Split(text, "\n")
	var ends []int
	for _, line := range lines {
		if strings.ContainsFunc(line, diag.Obeyed) {
			t.Fatalf("%q would be obeyed", line)
		}
		if cells.Width(line) > pageWidth && line != "    "+source && !strings.Contains(line, "2026-11-23") {
			t.Fatalf("%q takes %d cells", line, cells.Width(line))
		}
		if strings.Contains(line, "  2026-11-23  ") {
			ends = append(ends, cells.Width(line))
		}
	}
	if len(slices.Compact(ends)) > 1 {
		t.Fatalf("the columns don't end together:\n%s", text)
	}
}
