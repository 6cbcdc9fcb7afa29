package report

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A Brand is a house's look of the HTML report.
type Brand struct {
	Name     string
	Logo     template.URL      // a data: address
	Colors   map[string]string // by name (accent, ink, soft, line, paper, tint), as #rrggbb
	Dark     map[string]string // the same for dark pages
	Body     string            // font families
	Headings string
}

// colors are the names of a brand's colours and what the style calls them.
var colors = map[string]string{"accent": "mark", "ink": "ink", "soft": "soft", "line": "line", "paper": "paper", "tint": "tint"}

// plainColors finds the colours of the light page in the style.
var plainColors = regexp.MustCompile(`(?s):root \{\s*(--[^}]*?);\s*color-scheme`)

// css is what the brand adds to the style.
func (b *Brand) css() string {
	if b == nil {
		return ""
	}
	var out strings.Builder
	set := func(of map[string]string) string {
		var s strings.Builder
		for _, name := range slices.Sorted(maps.Keys(of)) {
			fmt.Fprintf(&s, "--%s: %s; ", colors[name], of[name])
		}
		return s.String()
	}
	light := set(b.Colors)
	switch {
	case len(b.Dark) > 0:
		fmt.Fprintf(&out, "@media screen and (prefers-color-scheme: light) { :root { %s} }\n@media print { :root { %s} }\n", light, light)
		fmt.Fprintf(&out, "@media screen and (prefers-color-scheme: dark) { :root { %s} }\n", set(b.Dark))
	case len(b.Colors) > 0: // a page that stays light
		fmt.Fprintf(&out, ":root { %s; color-scheme: light; %s}\n@media print { :root { %s} }\n", plainColors.FindStringSubmatch(style)[1], light, light)
	}
	if accent := b.Colors["accent"]; accent != "" { // the charts stand on white
		fmt.Fprintf(&out, "figure svg [fill=\"#1f6feb\"] { fill: %s; } figure svg [stroke=\"#1f6feb\"] { stroke: %s; }\n", accent, accent)
	}
	if b.Body != "" {
		fmt.Fprintf(&out, "body { font-family: %s; }\n", b.Body)
	}
	if h := cmp.Or(b.Headings, b.Body); h != "" {
		fmt.Fprintf(&out, "h1, h2, h3, .headline { font-family: %s; }\n", h)
	}
	return out.String()
}
