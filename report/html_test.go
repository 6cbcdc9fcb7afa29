package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
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

// drawing reports whether a tag is one that charts are made of: of how many lines and sheets
// hangs on how long texts are, and package chart holds them to their structure. A line break
// stands for one in a text.
func drawing(tag string) bool {
	name, _, attributes := strings.Cut(tag, " ")
	return slices.Contains(strings.Fields("figure svg desc rect path circle text tspan br"), name) ||
		name == "title" && attributes
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
		return slices.DeleteFunc(pageTags(t, data), drawing)
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

// Every question stands in the heat table, by its name.
func TestHeatNamesEveryQuestion(t *testing.T) {
	t.Parallel()
	q := reporttest.Sample(40, reporttest.Dimension("a", "First"), reporttest.Dimension("b", "Second"))
	page, err := HTML(reporttest.Result(q, reporttest.All(q, "3")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, qu := range q.Questions() {
		if want := ">" + qu.Title.In("") + " <b>3</b></li>"; strings.Count(string(page), want) != 1 {
			t.Errorf("%q is not there once", want)
		}
	}
}

// The scale under dots is even, whatever points the voices gave.
func TestEvenScale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		values []float64
		want   []float64
	}{
		{[]float64{1, 2, 3, 4, 5}, []float64{1, 2, 3, 4, 5}},
		{[]float64{1, 5}, []float64{1, 2, 3, 4, 5}},
		{[]float64{0, 0.25, 1}, []float64{1, 2, 3, 4, 5}},
		{[]float64{0, 1, 8}, []float64{1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5}},
		{[]float64{0, 1, 7}, nil},
	} {
		q := reporttest.Sample(1, reporttest.Dimension("a", "First"))
		qu := q.Questions()[0]
		qu.Options = qu.Options[:len(c.values)]
		var said []string
		for i, value := range c.values {
			qu.Options[i].Value = value
			said = append(said, "-")
		}
		q.Link()
		res := reporttest.Result(q, said...)
		for i, r := range res.Responses {
			r.Answers[0].Value = assess.Num(c.values[i])
		}
		res = reporttest.Assessed(q, res.Responses)
		v, err := newView(res, Options{}, words.HTML)
		if err != nil {
			t.Fatal(err)
		}
		if got := v.evenScale(res.Overall.AllItems()); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.values, got)
		}
	}
}
