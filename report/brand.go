package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"

	"bankmaturity/assess"
)

//go:embed report.css
var style string

// A Brand is a house's look of the HTML report.
type Brand struct {
	Name     string
	Logo     template.URL      // a data: address
	Colors   map[string]string // by name (accent, ink, soft, line, paper, tint), as #rrggbb
	Dark     map[string]string // the same for dark pages
	Body     string            // font families
	Headings string

	Confidential assess.Text // the line on printed pages; nil for the report's own
	Paper        string      // size of printed pages, A4 or letter; "" if the brand doesn't say
}

// colors are the names of a brand's colours and what the style calls them.
var colors = map[string]string{
	"accent": "mark", "ink": "ink", "soft": "soft", "line": "line", "paper": "paper", "tint": "tint",
}

// plainColors finds the colours of the light page in the style.
var plainColors = regexp.MustCompile(`(?s):root \{\s*(--[^}]*?);\s*color-scheme`)

// css is what the brand adds to the style.
func (b *Brand) css() string {
	if b == nil {
		return ""
	}
	light := variables(b.Colors)
	var out strings.Builder
	switch {
	case len(b.Dark) > 0:
		const screen = "@media screen and (prefers-color-scheme: %s) { :root { %s} }\n"
		fmt.Fprintf(&out, screen, "light", light)
		fmt.Fprintf(&out, "@media print { :root { %s} }\n", light)
		fmt.Fprintf(&out, screen, "dark", variables(b.Dark))
	case len(b.Colors) > 0: // a page that stays light
		plain := plainColors.FindStringSubmatch(style)[1]
		fmt.Fprintf(&out, ":root { %s; color-scheme: light; %s}\n", plain, light)
		fmt.Fprintf(&out, "@media print { :root { %s} }\n", light)
	}
	if b.Body != "" {
		fmt.Fprintf(&out, "body { font-family: %s; }\n", b.Body)
	}
	if h := cmp.Or(b.Headings, b.Body); h != "" {
		fmt.Fprintf(&out, "h1, h2, h3, .headline { font-family: %s; }\n", h)
	}
	return out.String()
}

// variables sets colours in CSS, in the order of their names.
func variables(of map[string]string) string {
	var s strings.Builder
	for _, name := range slices.Sorted(maps.Keys(of)) {
		fmt.Fprintf(&s, "--%s: %s; ", colors[name], of[name])
	}
	return s.String()
}
