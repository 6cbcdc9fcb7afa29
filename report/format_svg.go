package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/chart"
)

// Radar writes the chart of a report as a sealed SVG file.
func Radar(res *assess.Result, opts Options) []byte {
	return Seal(chart.Radar(res, opts.chart(chart.Peers(res))))
}

// ComparisonRadar draws the scores after, and those before as a line.
func ComparisonRadar(c *assess.Comparison, opts Options) []byte {
	return Seal(chart.Radar(c.After, opts.chart(chart.Before(c))))
}

// chart are the options of a chart on which a second line stands.
func (o Options) chart(beside chart.Line) chart.Options {
	return chart.Options{Language: o.Language, Beside: beside, Depth: o.Depth}
}
