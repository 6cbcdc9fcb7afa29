package codec

import (
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

const head = `format: assess/answers/v1
questionnaire: toy
questionnaire_version: "1.0.0"
organization: Harbour City Bank
date: 2026-11-23
`

func TestQuestionnaireIsReadWhole(t *testing.T) {
	t.Parallel()
	q := toy(t)
	who, how, later, rule, proof := q.Question("who"), q.Question("how"), q.Question("later"), q.Question("rule"), q.Question("proof")
	three := 3
	checks := map[string][2]any{
		"title":        {q.Title.In("zh"), "玩具"},
		"languages":    {q.Languages, []string{"en", "zh"}},
		"meaning":      {q.Levels[2].Meaning.In("zh"), "As good as it gets."},
		"scoring":      {*q.Scoring.EvidenceFrom, 2},
		"stage":        {*q.Scoring.Stage, assess.StageRule{Share: 0.8, Slack: 1}},
		"target":       {q.Scoring.Target, &three},
		"coverage":     {q.Scoring.MinCoverage, 0.5},
		"weight":       {who.Weight, 2.0},
		"effort":       {who.Effort, 3},
		"evidence":     {who.Evidence, []assess.Text{assess.Plain("Minutes")}},
		"references":   {q.Section("deciding").References[1].Text.In("zh"), "论文"},
		"depends":      {q.Section("deciding").DependsOn, []string{"doing"}},
		"method":       {q.Section("practice").Method, assess.Min},
		"options":      {how.Options[0].Value, -0.5},
		"shared set":   {who.Options[0].Points(), 1.0},
		"ask_if":       {later.AskIf[0].AtLeast, assess.Num(2)},
		"policy":       {rule.Policy(), assess.Lowest},
		"level":        {proof.Level, 3},
		"pass":         {rule.Pass, 2.0},
		"pass default": {proof.Pass, 3.0},
		"checksum":     {len(q.SHA256), 64},
	}
	for name, c := range checks {
		if !reflect.DeepEqual(c[0], c[1]) {
			t.Errorf("%s: %v, want %v", name, c[0], c[1])
		}
	}
}

func TestBundledQuestionnairesAreClean(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../questionnaires/bank-digital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if q, ds := ReadQuestionnaire("bank-digital.yaml", data); q == nil || len(ds) > 0 {
		t.Errorf("%v", ds)
	}
}

// An entry in each of its forms, in YAML and in JSON.
func TestEntries(t *testing.T) {
	t.Parallel()
	q := toy(t)
	votes := []assess.Vote{{Voice: "Retail", Value: assess.Num(2)}, {Voice: "IT", Value: assess.Num(3)}}
	tests := []struct {
		yaml, json string
		want       assess.Answer
	}{
		{"3", "3", assess.Answer{Value: assess.Num(3)}},
		{"3.0", "3.0", assess.Answer{Value: assess.Num(3)}},
		{"", "null", assess.Answer{}},
		{"null", "null", assess.Answer{}},
		{"unknown", `"unknown"`, assess.Answer{Unknown: true}},
		{"{unknown: true, note: a}", `{"unknown": true, "note": "a"}`, assess.Answer{Unknown: true, Note: "a"}},
		{"{note: a}", `{"note": "a"}`, assess.Answer{Note: "a"}},
		{"{value: 2, note: , evidence: []}", `{"value": 2, "note": null, "evidence": []}`, assess.Answer{Value: assess.Num(2)}},
		{"{value: , votes: {Retail: 2, IT: 3}}", `{"value": null, "votes": {"Retail": 2, "IT": 3}}`, assess.Answer{Votes: votes}},
		{"{value: 3, votes: {Retail: 2, IT: 3}}", `{"value": 3, "votes": {"Retail": 2, "IT": 3}}`, assess.Answer{Value: assess.Num(3), Votes: votes}},
		{"{not_applicable: why not, evidence: [a, b]}", `{"not_applicable": "why not", "evidence": ["a", "b"]}`, assess.Answer{NA: true, Reason: "why not", Evidence: []string{"a", "b"}}},
		{"{value: 1, note: \"\\ta\\n\"}", `{"value": 1, "note": "\ta\n"}`, assess.Answer{Value: assess.Num(1), Note: "\ta\n"}},
	}
	for _, tt := range tests {
		files := map[string]string{
			"a.yaml": head + "answers: {who: " + tt.yaml + "}\n",
			"a.json": `{"$schema": "x", "format": "assess/answers/v1", "questionnaire": "toy", "questionnaire_version": "1.0.0", "organization": "B", "date": "2026-11-23", "answers": {"who": ` + tt.json + `}}`,
		}
		for name, data := range files {
			records, ds := ReadAnswers(name, []byte(data), only(q))
			if len(ds) > 0 || len(records) != 1 || !reflect.DeepEqual(records[0].Response.Answers[0], tt.want) {
				t.Errorf("%s %s: %v %+v", name, data, ds, records)
			}
		}
	}
}

func TestSeveralDocuments(t *testing.T) {
	t.Parallel()
	q := toy(t)
	one, two := head+"answers: {who: 1}\n", head+"answers: {who: 2}\n"
	tests := map[string]struct {
		text    string
		sources string
		bodies  []string
	}{
		"one":                   {one, "[a.yaml]", []string{one}},
		"one with a separator":  {"---\n" + one, "[a.yaml]", []string{"---\n" + one}},
		"a comment in front":    {"# hello\n---\n" + one, "[a.yaml]", []string{"# hello\n---\n" + one}},
		"two":                   {one + "---\n" + two, "[a.yaml#1 a.yaml#2]", []string{one, two}},
		"an empty one last":     {one + "--- # two\n" + two + "---\n\n# end\n", "[a.yaml#1 a.yaml#2]", []string{one, two}},
		"ended by dots":         {one + "...\n# c\n---\n" + two + "...\n", "[a.yaml#1 a.yaml#2]", []string{one, two}},
		"on the separator line": {"--- {" + strings.ReplaceAll(strings.TrimSpace(head), "\n", ", ") + ", answers: {}}\n---\n" + two, "[a.yaml#1 a.yaml#2]", []string{" {" + strings.ReplaceAll(strings.TrimSpace(head), "\n", ", ") + ", answers: {}}\n", two}},
		"windows":               {"\ufeff" + strings.ReplaceAll(one+"---\n"+two, "\n", "\r\n"), "[a.yaml#1 a.yaml#2]", []string{strings.ReplaceAll(one, "\n", "\r\n"), strings.ReplaceAll(two, "\n", "\r\n")}},
		"old mac":               {strings.ReplaceAll(one, "\n", "\r"), "[a.yaml]", []string{strings.ReplaceAll(one, "\n", "\r")}},
	}
	for name, tt := range tests {
		records, ds := ReadAnswers("a.yaml", []byte(tt.text), only(q))
		if len(ds) > 0 {
			t.Errorf("%s: %v", name, ds)
			continue
		}
		var sources []string
		for i, r := range records {
			sources = append(sources, r.Response.Source)
			if r.Response.SHA256 != Checksum([]byte(tt.bodies[i])) {
				t.Errorf("%s: the checksum of %d is of something else", name, i+1)
			}
		}
		if fmt.Sprint(sources) != tt.sources {
			t.Errorf("%s: %v, want %s", name, sources, tt.sources)
		}
	}
}

// Records can be blamed for what is found later.
func TestBlame(t *testing.T) {
	t.Parallel()
	q := toy(t)
	data := head + "targets: {doing: 2}\nanswers: {}\n"
	records, _ := ReadAnswers("a.yaml", []byte(data+"---\n"+data), only(q))
	for path, want := range map[string]string{"organization": "12:15 17", "targets.doing": "14:18 1", "questionnaire": "10:16 3", "nowhere": "10:16 3"} {
		d := records[1].Blame(path, diag.Warning, "m", "h")
		if got := fmt.Sprintf("%d:%d %d", d.Line, d.Column, d.Length); got != want || d.File != "a.yaml" || d.Path != path || d.Severity != diag.Warning || d.Source == "" {
			t.Errorf("%s: %s %+v, want %s", path, got, d, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]Kind{
		head:                              KindAnswers,
		`{"format": "assess/answers/v1"}`: KindAnswers,
		"# c\nformat: assess/questionnaire/v1\nsource: &a [*a]\n": KindQuestionnaire,
		"format: assess/result/v1\n":                              "",
		"a: b\n":                                                  "",
		"- a\n":                                                   "",
		"":                                                        "",
		"a: [\n":                                                  "",
	} {
		kind, ds := KindOf("-", []byte(data))
		if kind != want || diag.Errors(ds) != (want == "") {
			t.Errorf("%q: %q %v", data, kind, ds)
		}
	}
}

// A Reader reads in memory that it uses again. What it returned before stays as it was.
func TestReaderLeavesWhatItReturned(t *testing.T) {
	t.Parallel()
	q := toy(t)
	text := head + `respondent: {name: "\u0041nn"}
parked: [why]
answers:
  who: {value: 3, note: 'it''s', evidence: [a, b]}
  when:
    not_applicable: >-
      two
      lines
`
	var r Reader
	first, ds := r.Answers("a.yaml", []byte(text), only(q))
	if len(first) != 1 || len(ds) > 0 {
		t.Fatal(ds)
	}
	want := fmt.Sprintf("%+v %+v", *first[0].Response, first[0].Blame("date", diag.Error, "m", "h"))
	for range 3 {
		other := strings.NewReplacer("Harbour", "Another", "it''s", "nope", "two", "six", "why", "who").Replace(text)
		if records, ds := r.Answers("b.yaml", []byte(other), only(q)); len(records) != 1 || len(ds) > 0 {
			t.Fatal(ds)
		}
	}
	if got := fmt.Sprintf("%+v %+v", *first[0].Response, first[0].Blame("date", diag.Error, "m", "h")); got != want {
		t.Errorf("now %s\nwas %s", got, want)
	}
}

// What is checked by hand is what the regular expressions of the formats say.
func TestWordsByHand(t *testing.T) {
	t.Parallel()
	tags := regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	dates := regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	r := rand.New(rand.NewSource(1))
	for range 200_000 {
		word := make([]byte, r.Intn(12))
		for i := range word {
			word[i] = "0123456789----aZzA. "[r.Intn(20)]
		}
		s := string(word)
		if got, want := IsLanguageTag(s), tags.MatchString(s); got != want {
			t.Errorf("%q is a language tag: %t", s, got)
		}
		if got, want := assess.ShapedAsDay(s), dates.MatchString(s); got != want {
			t.Errorf("%q looks like a date: %t", s, got)
		}
	}
	for day := time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2029; day = day.AddDate(0, 0, 1) {
		if s := day.Format(time.DateOnly); !assess.IsDay(s) {
			t.Errorf("%s is no date", s)
		}
	}
	for _, s := range []string{"2026-02-29", "2026-00-10", "2026-13-10", "2026-04-31", "2026-01-00", "2026-1-1"} {
		if assess.IsDay(s) {
			t.Errorf("%s is a date", s)
		}
	}
}
