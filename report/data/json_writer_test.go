package data

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/report/reporttest"
)

// library is what encoding/json makes of a value.
func library(t testing.TB, v any, safeHTML bool) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(safeHTML)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// sameText compares with the library, which leaves more as it is: what a terminal would obey
// is an escape here.
func sameText(t testing.TB, s string) {
	t.Helper()
	for _, safe := range []bool{false, true} {
		want := diag.Harmless(library(t, s, safe))
		if got := string(appendText(nil, s, safe)); !strings.EqualFold(got, want) {
			t.Errorf("%q: %s, not %s", s, got, want)
		}
		var back string
		if err := json.Unmarshal(appendText(nil, s, safe), &back); err != nil || back != string([]rune(s)) {
			t.Errorf("%q comes back as %q: %v", s, back, err)
		}
	}
}

func FuzzTextIsThatOfTheLibrary(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s)
	}
	for _, s := range []string{
		"", "a\u2028b\u2029", "\xff\xc0\x80", "\xed\xa0\x80", "<&>\x7f\x00\x1f\n\r\t\b\f",
		`\"`, "半", "\U0001f600",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { sameText(t, s) })
}

// Every byte, every pair of bytes at the edges of UTF-8, and random strings of such.
func TestTextIsThatOfTheLibrary(t *testing.T) {
	t.Parallel()
	edges := []string{
		"a", "\"", "\\", "<", "\x00", "\x1f", "\x7f", "\x80", "\xbf", "\xc2", "\xe2\x80", "\xa8", "\xa9",
		"\xef\xbf\xbd", "\xf0\x9f", "界",
	}
	for c := range 256 {
		sameText(t, string([]byte{byte(c)}))
		for _, e := range edges {
			sameText(t, string([]byte{byte(c)})+e)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := ""
		for range rng.IntN(9) {
			s += edges[rng.IntN(len(edges))]
		}
		sameText(t, s)
	}
}

// The same description writes both: a line is the document without its blanks, and the
// document is the line as the library indents it.
func TestLineAndDocumentAreTheSame(t *testing.T) {
	t.Parallel()
	all := reporttest.Cases()
	for _, text := range append(reporttest.Hostile, `"overall":null`, "a\u2028b", "\xff", "<&>\x7f\x00\n") {
		all["text "+text] = reporttest.Inject(text)
	}
	for name, res := range all {
		if name == "bank" {
			res.Peers = map[string]assess.Position{"z<": {N: 5}, "a": {N: 7, Median: assess.Num(2.5)}, "\xff": {}}
		}
		for _, detail := range append(Details(), "") {
			opts := Options{Version: "<0.1.0>", Detail: detail, Responses: true, Language: "en"}
			line, document := JSONLine(res, opts), JSON(res, opts)
			var compact, indented bytes.Buffer
			if err := json.Compact(&compact, document); err != nil {
				t.Fatal(err)
			}
			if err := json.Indent(&indented, line, "", "  "); err != nil {
				t.Fatal(err)
			}
			if compact.String()+"\n" != string(line) || indented.String() != string(document) {
				t.Errorf("%s at %q:\n%s\n%s", name, detail, line, document)
			}
		}
	}
}

// Votes keep the order of the file, and a voice its characters.
func TestVotesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	res := reporttest.Cases()["votes"]
	votes := []assess.Vote{{Voice: "Z <b> & \"q\"", Value: assess.Num(2)}, {Voice: "A", Value: assess.Num(.25)}}
	res.Overall.AllItems()[0].Said[0].Answer.Votes = votes
	got := JSONLine(res, Options{Names: true})
	if want := `"votes":{"Z <b> & \"q\"":2,"A":0.25}`; !bytes.Contains(got, []byte(want)) {
		t.Errorf("%s lacks %s", got, want)
	}
}

func TestFailureLine(t *testing.T) {
	t.Parallel()
	full := diag.Diagnostic{
		File: "a<b>", Line: 3, Column: 4, Path: "x[0].y", Severity: diag.Error, Message: "\"&\"", Hint: "h",
	}
	for _, found := range [][]diag.Diagnostic{nil, {}, {full, {}}} {
		want := library(t, struct {
			Format      string            `json:"format"`
			Source      string            `json:"source"`
			SHA256      any               `json:"sha256"`
			Diagnostics []diag.Diagnostic `json:"diagnostics"`
		}{"assess/failure/v1", "a&b", nil, found}, true)
		if got := string(FailureLine("a&b", "", found)); got != want+"\n" {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

// The other documents are JSON as the library indents it, with nothing left out.
func TestDocumentsAreIndented(t *testing.T) {
	t.Parallel()
	res := reporttest.Respondents()
	quality := assess.NewQualityTally(res.Questionnaire)
	quality.Add(res.Responses[0])
	for name, document := range map[string][]byte{
		"comparison": ComparisonJSON(assess.Compare(reporttest.Bank(), reporttest.Cases()["nothing"]), Options{}),
		"the same":   ComparisonJSON(assess.Compare(res, res), Options{}),
		"quality":    QualityJSON(quality.Qualities()),
		"nothing":    QualityJSON(nil),
	} {
		var compact, indented bytes.Buffer
		if err := json.Compact(&compact, document); err != nil {
			t.Fatal(err)
		}
		if err := json.Indent(&indented, compact.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		if indented.String()+"\n" != string(document) || !IsJSON(bytes.NewReader(document)) {
			t.Errorf("%s:\n%s", name, document)
		}
	}
}
