package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"

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
				link := token.Data == "a" && (strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "https://"))
				if a.Key == "href" && !link || a.Key == "src" {
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
		data, err := HTML(reporttest.Inject(s), Options{Names: true, Version: "0.1.0", Trace: true})
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
	evil := []string{"</title><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "-->", "</style>"}
	for _, s := range append(evil, reporttest.Hostile...) {
		if got := page(s); !slices.Equal(got, want) {
			t.Errorf("%q changes the page", s)
		}
	}
}

// The page has no script, fetches nothing, and its headings are in order.
func TestHTMLStandsAlone(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
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

// A row of the heat table has no more questions than paper has room for; the next one says
// with which question it begins. None is left out.
func TestHeatRows(t *testing.T) {
	t.Parallel()
	q := reporttest.Sample(40, reporttest.Dimension("a", "First"), reporttest.Dimension("b", "Second"))
	v, err := newView(reporttest.Result(q, reporttest.All(q, "3")), Options{Depth: 1}, words.HTML)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	questions := 0
	for _, r := range v.heat()[0].Rows {
		titles = append(titles, string(r.Cells[0].Text))
		questions += len(r.Cells) - 1
		if len(r.Cells) > mostInRow+1 {
			t.Errorf("%d cells in a row", len(r.Cells))
		}
	}
	want := []string{
		"First", "First, from question 17", "First, from question 33",
		"Second", "Second, from question 17", "Second, from question 33",
	}
	if !slices.Equal(titles, want) || questions != 80 {
		t.Errorf("%d questions in %q", questions, titles)
	}
}
