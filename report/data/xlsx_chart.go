package data

import (
	"strings"

	"bankmaturity/assess/cells"

	"github.com/xuri/excelize/v2"
)

// A barChart compares figures of rows on the scale of levels. It draws what stands in the
// cells, so that it follows where they are changed or filtered.
type barChart struct {
	sheet, at string
	title     string
	labels    int // the column with the rows' names
	from, to  int // rows
	series    []excelize.ChartSeries
}

// add takes in the figures of a column, under the title that stands in a row.
func (c *barChart) add(b *book, head, column int, color string) {
	sheet := quoted(c.sheet)
	c.series = append(c.series, excelize.ChartSeries{
		Name:              sheet + strings.SplitN(b.area(column, head, column, head), ":", 2)[0],
		Categories:        sheet + b.area(c.labels, c.from, c.labels, c.to),
		Values:            sheet + b.area(column, c.from, column, c.to),
		Fill:              excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		DataLabel:         excelize.ChartDataLabel{Font: excelize.Font{Size: 9, Color: inkColor}},
	})
}

const (
	chartWidth = 430 // pixels
	rowHeight  = 20  // of the lowest row, in pixels
)

// height is how many pixels the chart takes.
func (c *barChart) height() int {
	const around, perBar, between, least = 90, 14, 8, 240
	return max(least, around+(c.to-c.from+1)*(perBar*len(c.series)+between))
}

// rows is how many rows have room beside the chart.
func (c *barChart) rows() int { return c.height()/rowHeight + 1 }

// legend is where the legend stands: nowhere where there is but one thing to tell.
func (c *barChart) legend() string {
	if len(c.series) < 2 {
		return "none"
	}
	return "bottom"
}

// chart draws bars from the lowest level on, the first row at the top, with every figure
// beside its bar and the levels named below the title.
func (b *book) chart(c barChart) {
	q := b.Questionnaire
	lowest, highest := float64(q.Lowest()), float64(q.Highest())
	var levels []string
	for _, l := range q.Levels {
		levels = append(levels, cells.Fit(b.Level(float64(l.Level)), widestLevel+4, b.Say("cut")))
	}
	ink := excelize.Font{Color: inkColor, Size: 9}
	gap, overlap := uint(50), 0
	b.do(b.file.AddChart(c.sheet, c.at, &excelize.Chart{
		Type: excelize.Bar, Series: c.series,
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{
			{Text: c.title, Font: &excelize.Font{Bold: true, Size: 11, Color: inkColor}},
		}},
		Legend: excelize.ChartLegend{Position: c.legend(), Font: &ink},
		XAxis:  excelize.ChartAxis{Font: ink, ReverseOrder: true},
		YAxis: excelize.ChartAxis{
			Minimum: &lowest, Maximum: &highest, MajorUnit: 1, MajorGridLines: true, Font: ink,
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"},
			Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{
				{Text: strings.Join(levels, " · "), Font: &ink},
			}},
		},
		PlotArea: excelize.ChartPlotArea{
			ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: twoDecimals, SourceLinked: true},
		},
		GapWidth: &gap, Overlap: &overlap,
		Dimension: excelize.ChartDimension{
			Width: chartWidth, Height: uint(c.height()),
		},
	}))
}
