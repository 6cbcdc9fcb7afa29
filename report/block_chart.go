package report

import (
	"net/url"
	"strings"

	"bankmaturity/report/chart"
)

// figure is the chart that leads a result.
func (v *view) figure() []Block {
	if !v.inline {
		return v.charted("levels", "levels.chart", chart.Levels(v.Result, v.opts.chart()))
	}
	var out []Block
	for _, sheet := range chart.LevelSheets(v.Result, v.opts.chart()) {
		out = append(out, v.charted("levels", "levels.chart", sheet)...)
	}
	return out
}

// radar is the chart of the appendix.
func (v *view) radar() Chapter {
	blocks := v.charted("radar", "radar.chart", chart.Radar(v.Result, v.opts.chart()))
	if len(blocks) == 0 {
		return Chapter{}
	}
	return chapter("radar", v.Say("radar.heading"), blocks...)
}

// charted is a chart on the page itself, or a link to the file beside the report that holds
// it; nothing on standard output, and of a chart that is not drawn.
func (v *view) charted(kind, title string, svg []byte) []Block {
	switch {
	case svg == nil:
		return nil
	case v.inline:
		return []Block{{Kind: "figure", SVG: Safe(strings.TrimSpace(string(svg)))}}
	case v.opts.Beside == "":
		return nil
	}
	file := destination(ChartFile(v.opts.Beside, kind))
	return []Block{{Kind: "chart", Text: Safe(v.Say(title, v.Title())), File: file}}
}

// destination writes a path as a link's target.
func destination(path string) Safe {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer(":", "%3A", "&", "%26").Replace(url.PathEscape(p))
	}
	return Safe(strings.Join(parts, "/"))
}
