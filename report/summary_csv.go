package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"bankmaturity/assess"
)

// summaryHead begins the header of a batch's summary, by which it is known.
const summaryHead = "organization,date,responses,source,score,level,stage,coverage,low,high"

// SummaryHeader is the header of the summary of results by one questionnaire: a
// score per dimension comes last.
func SummaryHeader(q *assess.Questionnaire) []byte {
	row := strings.Split(summaryHead, ",")
	for _, d := range q.Dimensions() {
		row = append(row, d.ID)
	}
	return csvRow(row)
}

// SummaryRow is the row of a result.
func SummaryRow(res *assess.Result) []byte {
	n := res.Overall
	source := ""
	if len(res.Responses) > 0 {
		source = res.Responses[0].Source
	}
	row := []string{unformula(res.Organization), res.Date, strconv.Itoa(len(res.Responses)), unformula(source)}
	for _, v := range []assess.Number{n.Score, n.Level, n.Stage, n.Coverage, n.Low, n.High} {
		row = append(row, decimal(v))
	}
	for _, d := range n.Dimensions() {
		row = append(row, decimal(d.Score))
	}
	return csvRow(row)
}

// decimal writes a number as JSON does, nothing where it is undefined.
func decimal(n assess.Number) string {
	if !n.Defined() {
		return ""
	}
	data, _ := n.MarshalJSON()
	return string(data)
}

// unformula keeps a user's text from starting a formula in a spreadsheet.
func unformula(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}

func csvRow(row []string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(row) // a buffer takes everything
	w.Flush()
	return b.Bytes()
}

type jsonQuality struct {
	Format     string          `json:"format"`
	Dimensions []jsonDimension `json:"dimensions"`
}

type jsonDimension struct {
	ID        string        `json:"id"`
	N         int           `json:"n"`
	Alpha     assess.Number `json:"alpha"`
	AlphaLow  assess.Number `json:"alpha_low"`
	AlphaHigh assess.Number `json:"alpha_high"`
	Lambda2   assess.Number `json:"lambda2"`
	Items     []jsonItem    `json:"items"`
}

type jsonItem struct {
	Question string        `json:"question"`
	ItemRest assess.Number `json:"item_rest"`
}

// QualityJSON writes the quality of a questionnaire's dimensions.
func QualityJSON(all []assess.Quality) ([]byte, error) {
	out := jsonQuality{Format: "assess/quality/v1", Dimensions: []jsonDimension{}}
	for _, q := range all {
		d := jsonDimension{ID: q.Dimension.ID, N: q.N, Alpha: q.Alpha, AlphaLow: q.AlphaLow, AlphaHigh: q.AlphaHigh, Lambda2: q.Lambda2, Items: []jsonItem{}}
		for i, qu := range q.Dimension.Questions {
			d.Items = append(d.Items, jsonItem{qu.ID, q.ItemRest[i]})
		}
		out.Dimensions = append(out.Dimensions, d)
	}
	return encode(out, "  ")
}
