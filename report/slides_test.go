package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"
)

// laid renders a result with a built-in template that has a name.
func laid(t *testing.T, name string, res *assess.Result, language string) string {
	t.Helper()
	template, ok := Named(name)
	if !ok {
		t.Fatalf("there is no template %s", name)
	}
	opts := Options{Version: "0.1.0", Beside: "a", Names: true, Language: language, Template: &template}
	md, err := Markdown(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	return string(md)
}

// What the slides of every case say, in both languages.
func TestSlides(t *testing.T) {
	t.Parallel()
	cases := reporttest.Cases()
	for _, language := range []string{"en", "zh"} {
		said := ""
		for _, name := range slices.Sorted(maps.Keys(cases)) {
			md := laid(t, "slides", cases[name], language)
			said += fmt.Sprintf("==== %s\n\n%s\n", name, md[:strings.LastIndex(md, "<!--")])
		}
		reporttest.Golden(t, "slides."+language+".txt", []byte(said))
	}
	reporttest.Golden(t, "word.md", []byte(laid(t, "word", reporttest.Bank(), "")))
}

// Six slides, each with a title of two lines, however long the texts are.
func TestSlidesFit(t *testing.T) {
	t.Parallel()
	cases := reporttest.Cases()
	cases["hostile"] = reporttest.Inject(strings.Repeat("银行 and something long ", 40))
	for name, res := range cases {
		v, err := newView(res, Options{Beside: "a", Names: true}, words.Markdown)
		if err != nil {
			t.Fatal(err)
		}
		slides, err := v.slides()
		if err != nil || len(slides) != 6 {
			t.Errorf("%s: %d slides, %v", name, len(slides), err)
		}
		for _, s := range slides {
			if width := cells.Width(string(s.Title)); width == 0 || width > slideTitle+20 { // backslashes
				t.Errorf("%s: the title %q has %d cells", name, s.Title, width)
			}
			for _, b := range s.Blocks {
				if b.Kind == "table" && len(b.Rows) > mostOnSlide {
					t.Errorf("%s: %d rows on a slide", name, len(b.Rows))
				}
			}
		}
	}
}

// No text of a user's changes what pandoc takes for structure.
func TestBuiltInTemplatesKeepTheirStructure(t *testing.T) {
	t.Parallel()
	for _, s := range append([]string{"---", "...", "title: x", "::: notes", "```{=openxml}"}, reporttest.Hostile...) {
		if got, want := skeleton(laid(t, "word", reporttest.Inject(s), "")),
			skeleton(laid(t, "word", reporttest.Inject("x"), "")); !slices.Equal(got, want) {
			t.Errorf("%q changes the document: %s", s, difference(got, want))
		}
		for line := range strings.Lines(laid(t, "slides", reporttest.Inject(s), "")) {
			known := []string{"# ", "- ", "| ", "|---|---|", "![", "::: notes\n", ":::\n", "<!-- assess:", "\n"}
			begins := func(mark string) bool { return strings.HasPrefix(line, mark) }
			if !slices.ContainsFunc(known, begins) {
				t.Errorf("%q makes the line %q", s, line)
			}
		}
	}
}

// What stands around a page can end neither its string nor the style, and is cut where it is long.
func TestMargins(t *testing.T) {
	t.Parallel()
	for _, s := range append([]string{"</style>", `"; } body { display: none }`, `\`, "a\nb"}, reporttest.Hostile...) {
		res := reporttest.Inject(s)
		brand := Brand{Confidential: assess.Plain(s + strings.Repeat("long ", 100)), Paper: "letter"}
		v, err := newView(res, Options{Brand: &brand}, words.HTML)
		if err != nil {
			t.Fatal(err)
		}
		css := v.margins()
		lines := strings.Split(strings.TrimSpace(css), "\n")
		if len(lines) != 7 || strings.ContainsAny(css, "<>") {
			t.Errorf("%q: %s", s, css)
		}
		for _, line := range lines[1:5] {
			quotes := strings.Count(line, `"`)
			if !strings.HasPrefix(line, "  @") || !strings.HasSuffix(line, `"; }`) && !strings.HasSuffix(line, ` }`) ||
				quotes%2 == 1 || cells.Width(line) > 1000 {
				t.Errorf("%q: %s", s, line)
			}
		}
	}
}

func TestMarginsSayWhatPageThisIs(t *testing.T) {
	t.Parallel()
	v, err := newView(reporttest.Bank(), Options{Language: "zh"}.OnPaper(), words.HTML)
	if err != nil {
		t.Fatal(err)
	}
	const want = `@page {
  @top-left { content: "Harbour City Bank"; }
  @top-right { content: "2026年11月21日"; }
  @bottom-left { content: "内部资料，请勿外传"; }
  @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; }
  size: A4;
}
`
	if got := v.margins(); got != want {
		t.Errorf("%s", got)
	}
}
