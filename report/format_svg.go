package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/chart"
)

// A Chart is an SVG file, sealed, that lies beside a report in Markdown.
type Chart struct {
	Kind string // levels, radar or slope
	SVG  []byte
}

// ChartFile names the file of a chart, by the path of the report without its extension.
func ChartFile(beside, kind string) string { return beside + "." + kind + ".svg" }

// ChartKinds are the charts beside a report.
func ChartKinds() []string { return []string{"levels", "radar"} }

// BoardChartKinds are those beside a report for a board.
func BoardChartKinds() []string { return []string{"levels"} }

// ComparisonChartKinds are the charts beside a comparison.
func ComparisonChartKinds() []string { return []string{"slope"} }

// Charts draws those of a result.
func Charts(res *assess.Result, opts Options) []Chart {
	o := opts.chart()
	levels := Chart{"levels", Seal(chart.Levels(res, o))}
	if opts.Part == BoardPart {
		return []Chart{levels}
	}
	return []Chart{levels, {"radar", Seal(chart.Radar(res, o))}}
}

// ComparisonCharts draws those of a comparison; none where nothing can be compared.
func ComparisonCharts(c *assess.Comparison, opts Options) []Chart {
	svg := chart.Slope(c, opts.chart())
	if svg == nil {
		return nil
	}
	return []Chart{{"slope", Seal(svg)}}
}

// chart are the options of a chart.
func (o Options) chart() chart.Options { return chart.Options{Language: o.Language, Depth: o.Depth} }
