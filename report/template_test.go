package report

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/data"
	"bankmaturity/report/reporttest"

	"github.com/xuri/excelize/v2"
)

type renderer func(*assess.Result, Options) ([]byte, error)

// The built-in template, given as one's own, changes nothing.
func TestBuiltInTemplateIsTheReport(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"md", "html"} {
		own := BuiltIn(format)
		layout := map[string]renderer{"md": Markdown, "html": HTML}[format]
		want, err := layout(reporttest.Bank(), Options{Version: "0.1.0"})
		got, err2 := layout(reporttest.Bank(), Options{Version: "0.1.0", Template: &own})
		if err != nil || err2 != nil || !bytes.Equal(want, got) {
			t.Errorf("%s: %v %v", format, err, err2)
		}
	}
}

// Whatever a template prints is escaped for its format; numbers and words of the
// report pass.
func TestTemplatesEscape(t *testing.T) {
	t.Parallel()
	evil := "<script>alert(1)</script> *b* | `c`\n# x"
	res := reporttest.Inject(evil)
	text := `{{define "deep"}}{{range .}}{{.title}};{{end}}{{end}}` +
		`{{with .Result}}{{if .organization}}A {{.organization}}{{else}}none{{end}}{{end}}` + "\n" +
		`{{.Result.overall.score}} {{shown .Result.overall.score}} ` +
		`{{range .Chapters}}{{if eq .ID "summary"}}{{.Title}}{{end}}{{end}} ` +
		`{{template "deep" .Result.overall.sections}} {{printf "%s" .Result.organization}}`
	for _, name := range []string{"own.md", "own.html"} {
		opts := Options{Template: &Template{name, text}}
		layout := map[string]renderer{"own.md": Markdown, "own.html": HTML}[name]
		data, err := layout(res, opts)
		if err != nil {
			t.Fatal(err)
		}
		out := string(data)
		if strings.Contains(out, "<script") || !strings.Contains(out, "At a glance") || !Written(name, data) {
			t.Errorf("%s: %s", name, out)
		}
		for _, markup := range []string{"\n# x", " *b*", " | "} {
			if name == "own.md" && strings.Contains(out, markup) {
				t.Errorf("%s: %s", name, out)
			}
		}
	}
}

func TestTemplateErrorsHaveAPlace(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		line       int
		message    string
	}{
		{"a.md", "one\n{{if}}", 2, "missing value for if"},
		{"a.html", "one\n{{nothing .}}", 2, `function "nothing" not defined`},
		{"a.md", "one\ntwo {{.Chapter}}", 2, "can't evaluate field Chapter"},
		{"a.html", "one\n\n{{.Chapter}}", 3, "can't evaluate field Chapter"},
		{"a.html", "one\n<a href='{{if .Title}}'>{{end}}", 2, "branches end in different contexts"},
		{"a.md", `{{template "x"}}`, 1, `template "x" not defined`},
	} {
		tmpl := Template{tt.name, tt.text}
		err := tmpl.Check()
		if err == nil {
			if tmpl.Format() == "html" {
				_, err = HTML(reporttest.Bank(), Options{Template: &tmpl})
			} else {
				_, err = Markdown(reporttest.Bank(), Options{Template: &tmpl})
			}
		}
		var wrong *TemplateError
		if !errors.As(err, &wrong) || wrong.Line != tt.line || !strings.Contains(wrong.Message, tt.message) {
			t.Errorf("%s %q: %+v", tt.name, tt.text, err)
		}
		for _, ours := range []string{"report.", "executing"} {
			if wrong != nil && strings.Contains(wrong.Message, ours) {
				t.Errorf("%s %q speaks of Go: %s", tt.name, tt.text, wrong.Message)
			}
		}
	}
}

// All formats say the same numbers: what JSON says to the last digit stands in the
// others as they show numbers.
func TestFormatsSayTheSameNumbers(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		if name == "hostile" {
			continue
		}
		var said struct {
			Overall struct {
				Score    *float64
				Sections []json.RawMessage
			}
		}
		if err := json.Unmarshal(data.JSON(res, data.Options{}), &said); err != nil {
			t.Fatal(err)
		}
		want := map[string]*float64{"": said.Overall.Score} // scores, by id
		var read func(raws []json.RawMessage)
		read = func(raws []json.RawMessage) {
			for _, raw := range raws {
				var s struct {
					ID       string
					Score    *float64
					Sections []json.RawMessage
				}
				if err := json.Unmarshal(raw, &s); err != nil {
					t.Fatal(err)
				}
				want[s.ID] = s.Score
				read(s.Sections)
			}
		}
		read(said.Overall.Sections)

		rows, err := csv.NewReader(bytes.NewReader(data.CSV(res, data.Options{}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		id, score := slices.Index(rows[0], "id"), slices.Index(rows[0], "score")
		table := map[string]string{} // the scores of CSV
		for _, r := range rows[1:] {
			if r[0] != "question" {
				table[r[id]] = r[score]
			}
		}
		xlsx, err := data.XLSX(res, data.Options{})
		if err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(xlsx))
		if err != nil {
			t.Fatal(err)
		}
		sheet := sheetScores(t, book)
		_ = book.Close()
		for id, w := range want {
			cell, ok := sheet[cmp.Or(id, res.Questionnaire.ID)]
			if !ok || (w == nil) != (cell == "") || w != nil && cell != fmt.Sprint(*w) {
				t.Errorf("%s: XLSX says %q of %q, JSON %v", name, cell, id, w)
			}
		}
		md, err := Markdown(res, Options{})
		if err != nil {
			t.Fatal(err)
		}
		page, err := HTML(res, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for id, w := range want {
			if w == nil {
				continue
			}
			shown := assess.Shown(*w)
			number := regexp.MustCompile(`(^|[^0-9.])` + regexp.QuoteMeta(shown) + `([^0-9]|$)`)
			for format, text := range map[string][]byte{"Markdown": md, "HTML": page} {
				if !number.Match(text) {
					t.Errorf("%s: %s does not show the score %s of %q", name, format, shown, id)
				}
			}
			if exact := fmt.Sprint(*w); id != "" && table[id] != exact {
				t.Errorf("%s: CSV says %q of %s, JSON %s", name, table[id], id, exact)
			}
		}
	}
}

// sheetScores are the scores of the sheet of sections, by id.
func sheetScores(t *testing.T, book *excelize.File) map[string]string {
	t.Helper()
	rows, err := book.GetRows("Sections", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	id, score := slices.Index(rows[0], "id"), slices.Index(rows[0], "Score")
	out := map[string]string{}
	for _, row := range rows[1:] {
		out[row[id]] = row[score]
	}
	return out
}

// Texts of 10,000 characters are shown whole, and soon.
func TestLongTexts(t *testing.T) {
	t.Parallel()
	long := []string{strings.Repeat("long ", 2000), strings.Repeat("界", 10_000), strings.Repeat("*[", 5000)}
	for _, s := range long {
		data, err := HTML(reporttest.Inject(s), Options{Names: true})
		if err != nil || !strings.Contains(string(data), strings.TrimSpace(s)) {
			t.Errorf("%.20s: %v", s, err)
		}
	}
}

// A text of a user changes no format's structure, whatever it is.
func FuzzFormats(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s)
	}
	f.Add("=1+1")
	f.Add("<script>alert(1)</script>")
	f.Add("\u202eabc")
	tags := func(t *testing.T, s string) int {
		data, err := HTML(reporttest.Inject(s), Options{Names: true})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, tag := range pageTags(t, data) {
			if !drawing(tag) {
				n++
			}
		}
		return n
	}
	want := 0
	f.Fuzz(func(t *testing.T, s string) {
		if want == 0 {
			want = tags(t, "harmless")
		}
		if s == "" {
			return // nothing to show: the reports leave it out
		}
		if got := tags(t, s); got != want {
			t.Errorf("%q: %d tags, not %d", s, got, want)
		}
		for _, line := range strings.Split(string(data.CSV(reporttest.Inject(s), data.Options{})), "\n") {
			for _, start := range []string{",=", ",+", ",@", `,"=`, `,"+`, `,"@`, `,"-`} {
				if strings.Contains(line, start) && !strings.Contains(s, start[1:]) {
					t.Errorf("%q starts a formula: %s", s, line)
				}
			}
		}
	})
}

// A brand's colours stay in their theme: a light colour never stands on a dark page.
func TestBrandColours(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		brand Brand
		want  []string
	}{
		"light": {Brand{Colors: map[string]string{"tint": "#eeeeee"}}, []string{
			":root { --ink: #1f2933;", "color-scheme: light; --tint: #eeeeee; }",
		}},
		"both": {Brand{
			Colors: map[string]string{"tint": "#eeeeee"}, Dark: map[string]string{"accent": "#6fd3ad"},
		}, []string{
			"@media screen and (prefers-color-scheme: light) { :root { --tint: #eeeeee; } }",
			"@media screen and (prefers-color-scheme: dark) { :root { --mark: #6fd3ad; } }",
		}},
		"fonts": {Brand{Body: "Georgia"}, []string{
			"body { font-family: Georgia; }", "h1, h2, h3, .headline { font-family: Georgia; }",
		}},
	} {
		css := tt.brand.css()
		for _, want := range tt.want {
			if !strings.Contains(css, want) {
				t.Errorf("%s: %s lacks %s", name, css, want)
			}
		}
	}
}

// A template that would run for ever or print without end is stopped, in either format and
// wherever it does it.
func TestEndlessTemplatesAreStopped(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{{range 1000000000}}{{end}}`: "does it end?",
		`{{define "a"}}{{template "b"}}{{end}}{{define "b"}}{{range 99}}{{template "c"}}{{end}}{{end}}` +
			`{{define "c"}}{{range 99}}{{template "d"}}{{end}}{{end}}{{define "d"}}{{range 9999}}{{end}}{{end}}` +
			`{{template "a"}}`: "does it end?",
		`{{range 100000}}` + strings.Repeat("xxxxxxxxxxxxxxxx", 60) + `{{end}}`: "prints more than 64 MiB",
	} {
		for _, name := range []string{"own.md", "own.html"} {
			opts := Options{Template: &Template{name, text}}
			layout := map[string]renderer{"own.md": Markdown, "own.html": HTML}[name]
			if _, err := layout(reporttest.Bank(), opts); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s %.40s: %v", name, text, err)
			}
		}
	}
	// The counting prints nothing, wherever it stands.
	text := `<p title="{{range .Chapters}}x{{end}}"><script>var a = [{{range .Chapters}}1,{{end}}];</script></p>`
	page, err := HTML(reporttest.Bank(), Options{Template: &Template{"own.html", text}})
	if err != nil || !regexp.MustCompile(`title="x+"><script>var a = \[(1,)+\];`).Match(page) {
		t.Errorf("%v: %.300s", err, page)
	}
}
