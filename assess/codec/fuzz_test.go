package codec

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// seed adds the fixtures with a prefix to a fuzz target.
func seed(f *testing.F, prefix string) {
	files, _ := filepath.Glob("testdata/err/" + prefix + "*")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil && !strings.HasSuffix(file, ".out") {
			f.Add(data)
		}
	}
}

// Whatever a file holds, it is read or blamed, never both, never neither; every
// place lies in the text; and what is printed is one the terminal can show.
func FuzzReadQuestionnaire(f *testing.F) {
	seed(f, "questionnaire-")
	for _, name := range []string{"testdata/toy.yaml", "../../questionnaires/bank-digital.yaml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"q.yaml", "q.json"} {
			q, ds := ReadQuestionnaire(name, data)
			if (q == nil) != diag.Errors(ds) {
				t.Fatalf("%s: read %t, diagnostics %v", name, q != nil, ds)
			}
			sound(t, data, ds)
			KindOf(name, data)
			if q != nil {
				checkTemplate(t, q)
			}
		}
	})
}

// checkTemplate fills in the head of a template and reads it.
func checkTemplate(t *testing.T, q *assess.Questionnaire) {
	data := string(NewAnswers(emptyBlank(q, q.Languages[0])))
	data = strings.Replace(data, "\norganization:\n", "\norganization: Bank\n", 1)
	data = strings.Replace(data, "\ndate:\n", "\ndate: 2026-11-23\n", 1)
	records, ds := ReadAnswers("a.yaml", []byte(data), only(q))
	if len(records) != 1 || len(ds) > 0 {
		t.Fatalf("the template does not read: %v\n%s", ds, data)
	}
	if own, _ := Own([]byte(data)); !own {
		t.Fatalf("the template is not own:\n%s", data)
	}
}

func FuzzReadAnswers(f *testing.F) {
	seed(f, "answers-")
	f.Add([]byte("questionnaire,questionnaire_version,organization,date,who\ntoy,1.0.0,\"A, B\",2026-11-20,2\n"))
	q := toy(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.yaml", "a.json", "a.jsonl", "a.csv"} {
			records, ds := ReadAnswers(name, data, only(q))
			if (records == nil) != diag.Errors(ds) {
				t.Fatalf("%s: %d records, diagnostics %v", name, len(records), ds)
			}
			said := func(r Record) bool {
				return slices.ContainsFunc(r.Response.Answers, func(a assess.Answer) bool { return !a.Empty() })
			}
			if Unfilled(name, data) && slices.ContainsFunc(records, said) {
				t.Fatalf("%s: nothing is filled in, and there are answers", name)
			}
			sound(t, data, ds)
			Own(data)
			for _, r := range records {
				readsBack(t, r.Questionnaire, r.Response)
			}
		}
	})
}

// leaks reports whether a message holds what stands neither in the file nor in our
// own words.
func leaks(data []byte, message, word string) bool {
	return strings.Contains(message, word) && !bytes.Contains(data, []byte(word))
}

// sound checks what every diagnostic keeps.
func sound(t *testing.T, data []byte, ds []diag.Diagnostic) {
	t.Helper()
	lines := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
	for _, d := range ds {
		if d.Line > lines || d.Line > 0 && d.Column < 1 || d.Message == "" || leaks(data, d.Message, "yaml:") || leaks(data, d.Message, "*assess") {
			t.Fatalf("unsound: %+v", d)
		}
	}
	var out bytes.Buffer
	if err := diag.Write(&out, ds, diag.Options{All: true}); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(out.Bytes()) || bytes.ContainsAny(out.Bytes(), "\x1b\r\x00\u202e\u0085") {
		t.Fatalf("printed: %q", out.String())
	}
}

// readsBack writes a response, reads it back and compares.
func readsBack(t *testing.T, q *assess.Questionnaire, r *assess.Response) {
	t.Helper()
	data := WriteAnswers(r, WriteOptions{Schema: schemaPrefix + " $schema=x"})
	records, ds := ReadAnswers("a.yaml", data, only(q))
	if diag.Errors(ds) {
		var out bytes.Buffer
		_ = diag.Write(&out, ds, diag.Options{})
		t.Fatalf("what was written does not read:\n%s\n%s", out.String(), data)
	}
	got, want := *records[0].Response, *r
	got.Source, got.File, got.SHA256, want.Source, want.File, want.SHA256 = "", "", "", "", "", ""
	got.Warnings, want.Warnings = nil, nil // of the reading, not of the response
	if len(got.Targets) == 0 && len(want.Targets) == 0 {
		got.Targets, want.Targets = nil, nil
	}
	for i := range want.Answers {
		if len(want.Answers[i].Evidence) == 0 {
			want.Answers[i].Evidence = nil
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("read back\n%+v\nwant\n%+v\n%s", got, want, data)
	}
	if own, schema := Own(data); !own || schema == "" {
		t.Fatalf("own %t %q:\n%s", own, schema, data)
	}
	if second := WriteAnswers(records[0].Response, WriteOptions{Schema: schemaPrefix + " $schema=x"}); !bytes.Equal(data, second) {
		t.Fatalf("written twice:\n%s\n%s", data, second)
	}
}

// Any texts come back as they were.
func FuzzRoundTrip(f *testing.F) {
	for _, s := range []string{"", "null", "~", "012", "yes", "No", "2026-11-23", "# x", "a # b", "a: b", "- a", "\n lead", "\ttab", "trail ", "\x00\x1b\x7f", "\u0085\u2028\u2029", "\ufeffx", "银行 🏦", "é", "'", `"\`, "<<", "*a", "&a", "!a", "%", "@", "`", "|", ">", "? a", "[", "{", "---", "...", "unknown", strings.Repeat("long ", 300), "a\r\nb", "\ue000\U000f0000\U000e0001", "\ufffe"} {
		f.Add(s, s, byte(3))
	}
	f.Add("xx", "x", byte(3))
	q := toy(f)
	f.Fuzz(func(t *testing.T, a, b string, pick byte) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		readsBack(t, q, responseOf(q, a, b, pick))
	})
}

// responseOf makes a response that holds two texts in every place that can.
func responseOf(q *assess.Questionnaire, a, b string, pick byte) *assess.Response {
	orElse := func(s string) string {
		if strings.TrimSpace(s) == "" {
			return "x"
		}
		return s
	}
	some := func(s string) string {
		if strings.TrimSpace(s) == "" {
			return ""
		}
		return s
	}
	r := assess.NewResponse(q)
	name := []rune(b)
	r.Version, r.Organization, r.Date = orElse(a), orElse(string(name[:min(len(name), LongestName)])), "2026-11-23"
	r.Respondent, r.Role = some(a), some(b)
	if pick&1 > 0 {
		r.Targets = []assess.Target{{Section: "doing", Level: 3}, {Section: "deciding", Level: 1}}
		r.Parked = []assess.Parked{{Question: "why"}, {Question: "who", Reason: some(a)}}
		r.Language = "zh"
		r.Voices, r.Contested = []string{orElse(a)}, true
		r.Participants = []assess.Participant{{Name: orElse(a), Role: some(b)}, {Role: orElse(b)}}
		r.Actions = []assess.Action{{What: orElse(a), Question: "why", Owner: some(b), Due: "2027-02-28",
			Status: assess.ActionDone}, {What: orElse(b), Section: "doing", Status: assess.ActionOpen}}
	}
	votes := []assess.Vote{{Voice: orElse(a), Value: assess.Num(0.25)}}
	if orElse(b) != orElse(a) {
		votes = append(votes, assess.Vote{Voice: orElse(b), Value: assess.Num(-0.5)})
	}
	r.Answers[0] = assess.Answer{Value: assess.Num(float64(1 + pick%3))}
	r.Answers[1] = assess.Answer{NA: true, Reason: orElse(a), Note: some(b)}
	r.Answers[3] = assess.Answer{Votes: votes, Note: some(a)}
	r.Answers[4] = assess.Answer{Unknown: true, Evidence: []string{orElse(a), orElse(b), fmt.Sprint(pick)}}
	r.Answers[6] = assess.Answer{NA: true, Reason: orElse(b)}
	r.Answers[7] = assess.Answer{Note: some(a), Private: assess.Hide(some(b))}
	brought := []assess.Brought{
		{Voice: orElse(a), Note: orElse(b), Evidence: []string{orElse(a)}, Reason: some(b)},
	}
	if orElse(b) != orElse(a) {
		brought = append(brought, assess.Brought{Voice: orElse(b), Reason: orElse(a)})
	}
	ballots := []assess.Vote{{Voice: orElse(a), NA: true}}
	if other := "x" + orElse(b); other != orElse(a) { // no response has one voice twice
		ballots = append(ballots, assess.Vote{Voice: other})
	}
	r.Answers[2] = assess.Answer{
		NA: true, Reason: orElse(a), Votes: ballots, Brought: brought, Private: assess.Hide(orElse(a)),
	}
	return r
}
