package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
)

// pageTags are the tags of a page in order, with the names of their attributes.
func pageTags(t *testing.T, page []byte) []string {
	t.Helper()
	var out []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			tag := token.Data
			for _, a := range token.Attr {
				tag += " " + a.Key
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "src" {
					t.Errorf("%s points outside: %s", token.Data, a.Val)
				}
			}
			out = append(out, tag)
		}
	}
}

// No text of a user changes the structure of the page, whatever it says.
func TestHTMLKeepsItsStructure(t *testing.T) {
	t.Parallel()
	page := func(s string) []string {
		data, err := HTML(inject(s), Options{Names: true, Version: "0.1.0", Trace: true})
		if err != nil {
			t.Fatal(err)
		}
		if !Written("a.html", data) {
			t.Errorf("%q: not sealed", s)
		}
		return slices.DeleteFunc(pageTags(t, data), func(tag string) bool { // how a chart breaks its lines
			return strings.HasPrefix(tag, "text") || strings.HasPrefix(tag, "tspan") || tag == "br"
		})
	}
	want := page("harmless")
	for _, s := range append(slices.Clone(hostile), "</title><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "-->", "</style>") {
		if got := page(s); !slices.Equal(got, want) {
			t.Errorf("%q changes the page", s)
		}
	}
}

// The page has no script, fetches nothing, and its headings are in order.
func TestHTMLStandsAlone(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
		data, err := HTML(res, Options{Version: "0.1.0"})
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		level := 0
		for _, tag := range pageTags(t, data) {
			name, _, _ := strings.Cut(tag, " ")
			if name == "script" || name == "link" || name == "iframe" || name == "object" {
				t.Errorf("%s has a %s", text[:40], name)
			}
			if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
				if next := int(name[1] - '0'); next > level+1 {
					t.Errorf("a heading of level %d follows one of level %d", next, level)
				} else {
					level = next
				}
			}
		}
		for _, bad := range []string{"%!", "NaN", "<nil>", "url(", "@import"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s contains %q", name, bad)
			}
		}
	}
}

func TestCSVHasARowForEverything(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
		data := CSV(res, Options{})
		want := 2 + len(res.Questionnaire.AllSections()) + len(res.Questionnaire.Questions())
		if got := strings.Count(string(data), "\n"); got != want || !Written("a.csv", data) {
			t.Errorf("%s: %d lines, not %d", name, got, want)
		}
	}
	for _, line := range strings.Split(string(CSV(inject("=1+1"), Options{})), "\n") {
		if strings.Contains(line, ",=1+1") {
			t.Errorf("a formula: %s", line)
		}
	}
}

// The workbook says the same numbers, is the same every time, is known again, and
// starts no formula.
func TestXLSX(t *testing.T) {
	t.Parallel()
	for name, res := range map[string]*assess.Result{"bank": bank(), "hostile": inject("=1+1"), "nothing": assessed(nine(5), nil), "one": result(sample(1, dimension("only", "Only dimension")), "3")} {
		data, err := XLSX(res, Options{Version: "0.1.0"})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := XLSX(res, Options{Version: "0.1.0"})
		if !bytes.Equal(data, again) || !Written("a.xlsx", data) {
			t.Errorf("%s: not the same bytes, or not known again", name)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			rows, _ := f.GetRows(sheet)
			for i, r := range rows {
				for j := range r {
					at, _ := excelize.CoordinatesToCellName(j+1, i+1)
					if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
						t.Errorf("%s: %s!%s is a formula: %s", name, sheet, at, formula)
					}
				}
			}
		}
		score, _ := f.GetCellValue("Summary", "B6", excelize.Options{RawCellValue: true})
		if want := decimal(res.Overall.Score); score != want {
			t.Errorf("%s: the score is %s, not %s", name, score, want)
		}
		_ = f.Close()
	}
}
