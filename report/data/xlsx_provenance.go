package data

import "strings"

// provenanceSheet says from what, and with what, the workbook was made.
func (b *book) provenanceSheet() {
	q := b.Questionnaire
	t := grid{name: "sheet.provenance", columns: []column{
		{b.Say("column.what"), 26}, {b.Say("column.value"), 60}, {b.Say("column.date"), 20}, {"sha256", 38},
	}}
	if b.opts.Names {
		t.columns = append(t.columns, column{b.Say("column.role"), 24}, column{b.Say("column.file"), 30})
	}
	add := func(row ...cell) {
		t.rows = append(t.rows, append(row, make([]cell, len(t.columns)-len(row))...))
	}
	model := b.Say("provenance.version.of", b.Text(q.Title), b.User(q.ID), b.User(q.Version))
	add(text(b.Say("column.organization")), text(b.User(b.Result.Organization)), b.day(b.Result.Date))
	add(text(b.Say("provenance.questionnaire")), text(model), cell{}, text(b.User(q.SHA256)))
	if len(q.Source) > 0 {
		add(text(b.Say("provenance.source")), text(b.Text(q.Source)))
	}
	tool := strings.TrimSpace(b.Say("provenance.version", b.User(b.opts.Version)))
	add(text(b.Say("provenance.tool")), text(tool))
	add(text(b.Say("column.responses")), atLeft(whole(len(b.Result.Responses)), 0))
	if n, known := b.Result.Participants(); known {
		add(text(b.Say("provenance.participants")), atLeft(whole(n), 0))
	}
	for i, r := range b.Result.Responses {
		row := []cell{text(b.Respondent(i)), {}, b.day(r.Date), text(b.User(r.SHA256))}
		if r.Version != "" && r.Version != q.Version {
			row[1] = text(b.Say("provenance.other_version", b.User(r.Version)))
		}
		if b.opts.Names {
			row = append(row, text(b.User(r.Role)), text(b.User(r.Source)))
		}
		add(row...)
	}
	for _, said := range b.Warnings(b.Result, b.Result.Warnings) {
		add(text(b.Say("provenance.warning")), text(said))
	}
	b.sheet(t)
}
