package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/chart"
)

// Radar writes the chart of a report as a sealed SVG file.
func Radar(res *assess.Result, opts Options) []byte {
	return Seal(chart.Radar(res, chart.Options{Language: opts.Language, Beside: chart.Peers(res), Depth: opts.Depth}))
}

// ComparisonRadar draws the scores after, and those before as a line.
func ComparisonRadar(c *assess.Comparison, opts Options) []byte {
	return Seal(chart.Radar(c.After, chart.Options{Language: opts.Language, Beside: chart.Before(c), Depth: opts.Depth}))
}
