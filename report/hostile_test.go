package report

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

// inject is a result in which every text that a user can write is s.
func inject(s string) *assess.Result {
	q := nine(2)
	t := assess.Plain(s)
	q.Title, q.Source, q.ID, q.Version, q.SHA256 = t, t, s, s, s
	for i := range q.Levels {
		q.Levels[i].Name, q.Levels[i].Meaning = t, t
	}
	for _, sec := range q.AllSections() {
		sec.Title = t
	}
	for _, qu := range q.Questions() {
		qu.Title, qu.Evidence = t, []assess.Text{t, t}
		for i := range qu.Options {
			qu.Options[i].Text = t
		}
	}
	var responses []*assess.Response
	for i, said := range []string{"1e2 3n 45 ?- 5e5 11 34 nn 23", "1e2 34 45 ?- 5e5 11 34 n2 23"} {
		r := response(q, i, said)
		r.Organization, r.Date, r.Respondent, r.Role, r.Source, r.SHA256, r.Version = s, s, s, s, s, s, s
		for j := range r.Answers {
			a := &r.Answers[j]
			a.Note = s
			if a.NA {
				a.Reason = s
			}
			for k := range a.Evidence {
				a.Evidence[k] = s
			}
		}
		r.Answers[2].Value, r.Answers[2].Votes = assess.Number{}, []assess.Vote{{Voice: s, Value: 3}}
		responses = append(responses, r)
	}
	return assessed(q, responses)
}

var (
	escaped = regexp.MustCompile(`\\.`)
	start   = regexp.MustCompile("^(#+ |\\d+\\. | *- |\\||\\*\\*|!\\[|```|<!-- )")
)

// skeleton is what a reader of Markdown takes for structure, line by line.
func skeleton(md string) []string {
	var out []string
	fenced := false
	for line := range strings.Lines(md) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		} else if fenced {
			out = append(out, "bar")
			continue
		}
		bare := escaped.ReplaceAllString(line, "x") // a letter, so that nothing moves together
		mark := start.FindString(line)
		for _, c := range []string{"|", "<", "`", "](", "**", "~~", "://"} {
			mark += strings.Repeat(c, strings.Count(bare, c))
		}
		out = append(out, mark)
	}
	return out
}

var hostile = []string{
	"# Heading\n\n- item\n1. one\n> quote\n===\n---\n", "a | b | c", "`code` ``` ~~~ ```\n```", "**bold** __x__ *i* _e_",
	"[link](http://x.y) ![img](a) <http://x.y> www.x.y http://x.y me@x.y", "<script>alert(1)</script> <!-- x --> &lt; &amp; &#x3c;",
	"\\", "trailing \\", "a\r\n|---|---|\r\n| b |", "\u202eevil\u2066\x00\x1b[31m\ufeff", "    indented", "| | |", "$x$ ^y^ ~z~ {.c} @cite :::",
	"<!-- assess:sha256:00 -->", "]]>", "\"quotes\" 'x'", "%d %s %!", "”“**", "!", "中文｜管道 **粗**", "1)", "+ plus", "# #", "[ ] todo", "\t tab", ":$//",
	strings.Repeat("a very long title ", 90),
}

func FuzzMarkdownKeepsItsStructure(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	want := render(f, inject("x"))
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return // texts are never empty
		}
		if got := render(t, inject(s)); !slices.Equal(skeleton(got), skeleton(want)) {
			t.Errorf("structure changed by %q:\n%s", s, difference(skeleton(got), skeleton(want)))
		}
	})
}

func render(t testing.TB, res *assess.Result) string {
	t.Helper()
	md, err := Markdown(res, Options{Names: true, RadarFile: "a.svg", Version: "1"})
	if err != nil {
		t.Fatal(err)
	}
	return string(md)
}

func difference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return got[i] + " instead of " + want[i]
		}
	}
	return "number of lines"
}

func FuzzRadarIsXML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	want := tags(f, inject("x"))
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return // texts are never empty
		}
		res := inject(s)
		got := tags(t, res)
		if got["text"] == want["text"]+2*len(res.Questionnaire.Dimensions()) {
			got["text"] = want["text"] // long titles stand in the key with a number each
		}
		if !maps.Equal(got, want) {
			t.Errorf("elements changed by %q: %v, want %v", s, got, want)
		}
	})
}

// tags counts a chart's elements by name, except the lines of texts.
func tags(t testing.TB, res *assess.Result) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, name := range elements(t, Radar(res, Options{})) {
		if name != "tspan" {
			out[name]++
		}
	}
	return out
}

// elements lists the elements of a well-formed XML text.
func elements(t testing.TB, data []byte) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(string(data)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if e, ok := token.(xml.StartElement); ok {
			out = append(out, e.Name.Local)
		}
	}
}

func FuzzSummaryHasNoControls(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 80)
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		for _, line := range Summary(inject(s), Options{Width: width}) {
			if strings.ContainsAny(line, "\n\r\x1b\x00") || (width >= 20 && cells.Width(line) > width) {
				t.Errorf("%q at width %d", line, width)
			}
		}
	})
}
