package report

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
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
	if len(b.Colors) > 0 {
		fmt.Fprintf(&out, ":root { %s}\n", set(b.Colors))
		fmt.Fprintf(&out, "@media print { :root { %s} }\n", set(b.Colors))
		if accent := b.Colors["accent"]; accent != "" { // the charts stand on white
			fmt.Fprintf(&out, "figure svg [fill=\"#1f6feb\"] { fill: %s; } figure svg [stroke=\"#1f6feb\"] { stroke: %s; }\n", accent, accent)
		}
	}
	if len(b.Dark) > 0 {
		fmt.Fprintf(&out, "@media screen and (prefers-color-scheme: dark) { :root { %s} }\n", set(b.Dark))
	} else if len(b.Colors) > 0 {
		out.WriteString(":root { color-scheme: light; }\n")
	}
	if b.Body != "" {
		fmt.Fprintf(&out, "body { font-family: %s; }\n", b.Body)
	}
	if h := cmp.Or(b.Headings, b.Body); h != "" {
		fmt.Fprintf(&out, "h1, h2, h3, .headline { font-family: %s; }\n", h)
	}
	return out.String()
}
