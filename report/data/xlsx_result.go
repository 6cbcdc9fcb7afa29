package data

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// XLSX writes the result as a workbook: a summary with a chart, the sections, the
// questions, the votes and the roadmap. Numbers are numbers, texts are texts.
func XLSX(res *assess.Result, opts Options) ([]byte, error) {
	return writeBook(res, opts, func(b *book) {
		summary := b.summarySheet()
		b.sectionsSheet(summary)
		b.questionsSheet()
		b.votesSheet()
		b.roadmapSheet()
	})
}

// summarySheet is the one that is seen first; it returns the sheet's name.
func (b *book) summarySheet() string {
	var rows [][]any
	if said := b.Provisional(); said != "" { // before any figure
		rows = append(rows, []any{b.Say("front.agreed"), said})
	}
	rows = append(rows, [][]any{
		{b.Say("column.organization"), b.User(b.Result.Organization)},
		{b.Say("provenance.questionnaire"), b.Text(b.Questionnaire.Title)},
		{b.Say("column.date"), b.Date(b.Result.Date)},
		{b.Say("column.responses"), len(b.Result.Responses)},
	}...)
	for _, c := range words.Columns("score,low,high,level,stage,coverage,evidenced,target,gap") {
		rows = append(rows, []any{b.Say(c.Heading), figure(c, b.Result.Overall)})
	}
	rows = append(rows, []any{b.Say("column.headline"), b.Headline()})
	for _, said := range b.Warnings(b.Result, b.Result.Warnings) {
		rows = append(rows, []any{b.Say("provenance.warning"), said})
	}
	name := b.sheet("sheet.summary", []head{{b.Say("column.what"), 28}, {b.Say("column.value"), 60}}, rows)
	i, err := b.file.GetSheetIndex(name)
	b.do(err)
	b.file.SetActiveSheet(i)
	return name
}

// sectionsSheet is the table of the report. The summary gets a chart of the dimensions.
func (b *book) sectionsSheet(summary string) {
	columns := words.Columns("weight,score,low,high,level,stage,evidenced,target,gap,coverage")
	heads := []head{{"id", 22}, {b.Say("column.section"), 34}}
	for _, c := range columns {
		heads = append(heads, head{b.Say(c.Heading), columnWidth(c.Key)})
	}
	var rows [][]any
	b.EachSection(func(n *assess.Node, title string, _ int) {
		row := []any{n.ID, title}
		for _, c := range columns {
			row = append(row, figure(c, n))
		}
		rows = append(rows, row)
	})
	name := b.sheet("sheet.sections", heads, rows)
	b.chart(summary, name, len(heads)+2)
	last, err := excelize.ColumnNumberToName(len(heads))
	b.do(err)
	b.define(name, "_xlnm.Print_Area", "$A$1:$"+last+"$"+strconv.Itoa(len(rows)+1))
}

// columnWidth is how wide a figure's column is: wide enough for its title.
func columnWidth(key string) float64 {
	switch key {
	case "evidenced":
		return 11
	case "coverage":
		return 11
	}
	return 9
}

// chart draws the dimensions on the summary, from a block of their own that stands
// beside the table of sections, in three columns from first on.
func (b *book) chart(summary, sheet string, first int) {
	dims := b.Result.Overall.Dimensions()
	for i, d := range dims {
		b.cell(sheet, first, i+2, b.NodeTitle(d), b.text)
		b.cell(sheet, first+1, i+2, d.Score, b.score)
		b.cell(sheet, first+2, i+2, d.Target, b.score)
	}
	b.cell(sheet, first, 1, b.Say("column.dimension"), b.head)
	b.cell(sheet, first+1, 1, b.Say("column.score"), b.head)
	b.cell(sheet, first+2, 1, b.Say("column.target"), b.head)
	letter, err := excelize.ColumnNumberToName(first)
	b.do(err)
	b.do(b.file.SetColWidth(sheet, letter, letter, 30))
	kind := excelize.Radar
	if len(dims) < 3 || len(dims) > 20 {
		kind = excelize.Bar
	}
	lowest, highest := float64(b.Questionnaire.Lowest()), float64(b.Questionnaire.Highest())
	last := len(dims) + 1
	series := func(column int) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name:       reference(sheet, column, 1, 1),
			Categories: reference(sheet, first, 2, last),
			Values:     reference(sheet, column, 2, last),
		}
	}
	ink := excelize.Font{Color: "333333"}
	b.do(b.file.AddChart(summary, "D2", &excelize.Chart{
		Type: kind, Series: []excelize.ChartSeries{series(first + 1), series(first + 2)},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.Title()}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		YAxis:     excelize.ChartAxis{Minimum: &lowest, Maximum: &highest, MajorUnit: 1, Font: ink},
		XAxis:     excelize.ChartAxis{Font: ink},
		Dimension: excelize.ChartDimension{Width: 640, Height: 480},
	}))
}

// reference names a part of a column, from one row to another, for a chart.
func reference(sheet string, column, from, to int) string {
	first, _ := excelize.CoordinatesToCellName(column, from, true)
	if from == to {
		return "'" + sheet + "'!" + first
	}
	last, _ := excelize.CoordinatesToCellName(column, to, true)
	return "'" + sheet + "'!" + first + ":" + last
}

func (b *book) questionsSheet() {
	var rows [][]any
	for _, it := range b.Result.Overall.AllItems() {
		answer := ""
		if it.Status == assess.Answered {
			o, _ := it.Reached()
			answer = b.Text(o.Text)
		}
		var beside []string
		for i, s := range it.Said {
			beside = append(beside, b.Beside(i, s)...)
		}
		responses, voices := b.Reasons(it)
		for _, r := range slices.Concat(responses, voices) {
			beside = append(beside, b.Say("notes.reason.by", r.Who, r.Text))
		}
		status := b.Say("status." + string(it.Status))
		if it.Unagreed() {
			status = b.Say("status.unagreed", status)
		}
		rows = append(rows, []any{
			it.Question.ID, b.SectionTitle(it.Question.Section()), b.QuestionTitle(it.Question),
			status, it.Points, answer, b.Join(beside),
		})
	}
	b.sheet("sheet.questions", []head{
		{"id", 24}, {b.Say("column.dimension"), 24}, {b.Say("column.question"), 30}, {b.Say("column.status"), 14},
		{b.Say("column.points"), 9}, {b.Say("column.answer"), 60}, {b.Say("notes.heading"), 50},
	}, rows)
}

// votesSheet lists what every response or its voices said: a value, not applicable, or
// that nobody knew. What was agreed after votes stands with them.
func (b *book) votesSheet() {
	var rows [][]any
	for _, it := range b.Result.Overall.AllItems() {
		add := func(who string, said any) {
			rows = append(rows, []any{it.Question.ID, b.QuestionTitle(it.Question), b.User(who), said})
		}
		for i, s := range it.Said {
			if s.State == assess.Skipped || s.State == assess.Unanswered {
				continue
			}
			for _, vote := range b.Labels.Votes(s.Answer) {
				add(b.Labels.Voice(vote.Voice), b.said(vote.State(), vote.Value))
			}
			if !s.Answer.Open() {
				who := b.Labels.Respondent(b.Result.Responses[i], i)
				if len(s.Answer.Votes) > 0 {
					who = b.Say("bracketed.after", b.Say("vote.agreed"), who)
				}
				add(who, b.said(s.State, s.Answer.Value))
			}
		}
	}
	b.sheet("sheet.votes", []head{
		{"id", 24}, {b.Say("column.question"), 36}, {b.Say("column.who"), 24}, {b.Say("column.value"), 9},
	}, rows)
}

// said is an answer as a cell holds it: a value or a word.
func (b *book) said(state assess.State, value assess.Number) any {
	switch state {
	case assess.NotApplicable:
		return b.Say("vote.not_applicable")
	case assess.Unknown:
		return b.Say("vote.unknown")
	}
	return value
}

// roadmapSheet lists the moves of the plan. What rests on votes is no plan yet.
func (b *book) roadmapSheet() {
	var rows [][]any
	if b.Provisional() != "" {
		rows = append(rows, []any{"", "", b.Say("provisional.later")})
	} else if p := b.Result.Plan; p != nil {
		for _, m := range p.Moves {
			to, _ := m.Question.Option(m.To)
			rows = append(rows, []any{
				m.Wave, m.Question.ID, b.QuestionTitle(m.Question), m.From, assess.Num(m.To), m.Cost,
				b.Text(to.Text),
			})
		}
	}
	b.sheet("sheet.roadmap", []head{
		{b.Say("column.wave"), 8}, {"id", 24}, {b.Say("column.question"), 36}, {b.Say("column.from"), 8},
		{b.Say("column.to"), 8}, {b.Say("column.effort"), 9}, {b.Say("column.answer"), 70},
	}, rows)
}
