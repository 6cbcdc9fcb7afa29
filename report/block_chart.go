package report

import (
	"net/url"
	"strings"
)

// figure is the chart of a page, which follows its headline; none where a file holds it.
func (v *view) figure() []Block {
	if v.radar == "" {
		return nil
	}
	return []Block{{Kind: "figure", SVG: v.radar}}
}

// chartLink points to the chart's file, where it has one.
func (v *view) chartLink() []Block {
	if v.opts.RadarFile == "" || v.radar != "" {
		return nil
	}
	alt := Safe(v.Say("profile.chart", v.Title()))
	return []Block{{Kind: "chart", Text: alt, File: destination(v.opts.RadarFile)}}
}

// destination writes a path as a link's target.
func destination(path string) Safe {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer(":", "%3A", "&", "%26").Replace(url.PathEscape(p))
	}
	return Safe(strings.Join(parts, "/"))
}
