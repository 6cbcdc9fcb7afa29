package data

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"bankmaturity/assess"
)

// A Source is what a row of a summary tells and the line of its result may not: where the first
// response comes from.
type Source struct{ organization, date, path string }

// Of returns the path, where the row is that of a result, and "" elsewhere.
func (s Source) Of(res *assess.Result) string {
	if s.organization != unformula(res.Organization) || s.date != res.Date {
		return ""
	}
	return formula(s.path)
}

// Sources reads the rows of a summary in their order; of what is no summary there are none.
func Sources(table io.Reader) []Source {
	rows := csv.NewReader(table)
	rows.FieldsPerRecord, rows.ReuseRecord = -1, true
	head, err := rows.Read()
	head = slices.Clone(head)
	organization, date := slices.Index(head, "organization"), slices.Index(head, "date")
	source := slices.Index(head, "source")
	if err != nil || organization < 0 || date < 0 || source < 0 {
		return nil
	}
	var out []Source
	for {
		row, err := rows.Read()
		if err != nil || len(row) <= max(organization, date, source) {
			return out
		}
		out = append(out,
			Source{strings.Clone(row[organization]), strings.Clone(row[date]), strings.Clone(row[source])})
	}
}
