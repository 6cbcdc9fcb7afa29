package report

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/chart"
	"bankmaturity/report/words"
)

// portfolioMember is a row per standing.
type portfolioMember struct {
	Rows []portfolioRow
}

type portfolioRow struct {
	Name, Period, Note Safe
	Earlier            bool // not the latest
	Change             Safe
	Cells              []portfolioCell // the overall first
}

type portfolioCell struct {
	Class string // of its level; none where it has none
	Text  Safe
	Notes []Safe // coverage and range, where the score is in brackets
}

type portfolioSpread struct {
	Title  Safe
	Strong bool // the overall
	SVG    Safe
	Cells  []Safe
}

type portfolioQuality struct {
	Title Safe
	Cells []Safe
}

// charts draws the distributions, the overall first.
func (b *portfolioBuilder) charts(page *portfolioPage) {
	page.Scale = Safe(chart.Scale(b.Questionnaire))
	for _, d := range append([]assess.Distribution{b.Overall}, b.Spreads...) {
		row := portfolioSpread{SVG: Safe(chart.Spread(d, b.Questionnaire)), Strong: d.Dimension == nil}
		if row.Title = Safe(b.Say("overall")); d.Dimension != nil {
			row.Title = Safe(b.SectionTitle(d.Dimension))
		}
		row.Cells = []Safe{Safe(strconv.Itoa(d.N))}
		for _, n := range []assess.Number{d.Min, d.Q1, d.Median, d.Q3, d.Max} {
			row.Cells = append(row.Cells, Safe(b.score(n)))
		}
		page.Spreads = append(page.Spreads, row)
	}
}

// table fills in the heat table.
func (b *portfolioBuilder) table(page *portfolioPage) {
	page.Heads = []Safe{Safe(b.Say("column.organization"))}
	page.Heads = append(page.Heads, Safe(b.Say(b.when())), Safe(b.Say("overall")))
	if b.ByPeriod {
		page.Heads = append(page.Heads, Safe(b.Say("portfolio.change")))
	}
	for _, d := range b.Dimensions {
		page.Dimensions = append(page.Dimensions, Safe(b.SectionTitle(d)))
	}
	page.Columns = len(page.Heads) + len(page.Dimensions)
	for i, m := range b.Members {
		rows := b.member(m)
		if b.Left > 0 && i >= b.Portfolio.Before {
			page.After = append(page.After, rows)
			continue
		}
		page.Before = append(page.Before, rows)
	}
	if b.Left > 0 {
		page.Left = Safe(b.Say("portfolio.left", b.count(b.Left)))
	}
}

// when is the key of the heading for when a member was assessed.
func (b *portfolioBuilder) when() string {
	if b.ByPeriod {
		return "portfolio.period"
	}
	return "column.date"
}

func (b *portfolioBuilder) member(m assess.Member) portfolioMember {
	var out portfolioMember
	for i := range m.Standings {
		s := &m.Standings[i]
		row := portfolioRow{Name: Safe(b.User(s.Organization)), Earlier: i > 0, Period: Safe(b.User(s.Date))}
		if b.ByPeriod {
			row.Period = Safe(b.User(s.Period))
			row.Change = Safe(b.Number(m.Change(i), words.Signed))
		}
		if s.Provisional > 0 {
			row.Note = Safe(b.Count("portfolio.provisional", s.Provisional))
		}
		row.Cells = append(row.Cells, b.cell(s.Overall))
		for _, f := range s.Dimensions {
			row.Cells = append(row.Cells, b.cell(f))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// cell shows a figure: in brackets, with coverage and range, where there are too few answers.
func (b *portfolioBuilder) cell(f assess.Figure) portfolioCell {
	switch {
	case !f.Applicable():
		return portfolioCell{Class: "none", Text: Safe(b.Say("portfolio.na"))}
	case !f.Score().Defined():
		return portfolioCell{Class: "none", Text: Safe(b.Say("dash"))}
	}
	shown := f.Shown(b.Questionnaire)
	if level, ok := f.Level().Get(); ok {
		return portfolioCell{Class: levelClass(int(level)), Text: Safe(shown)}
	}
	low, high := f.Bounds()
	span := b.Span(low.Value(), high.Value())
	notes := []Safe{Safe(b.Percent(f.Coverage().Value(), true)), Safe(span)}
	return portfolioCell{Class: "none", Text: Safe(b.Say("bracketed", shown)), Notes: notes}
}

// quality are the figures of each dimension's questions, with the question that goes least
// with the others; none where no dimension has any.
func (b *portfolioBuilder) quality() []portfolioQuality {
	var out []portfolioQuality
	if !slices.ContainsFunc(b.Qualities, func(d assess.Quality) bool { return d.Alpha.Defined() }) {
		return nil
	}
	for _, d := range b.Qualities {
		if len(d.Dimension.Scored()) == 0 {
			continue
		}
		interval := b.Say("dash")
		if d.AlphaLow.Defined() {
			interval = b.Say("range", b.score(d.AlphaLow), b.score(d.AlphaHigh))
		}
		cells := []string{
			strconv.Itoa(d.N), b.score(d.Alpha), interval, b.score(d.Lambda2), b.loosest(d),
		}
		row := portfolioQuality{Title: Safe(b.SectionTitle(d.Dimension))}
		for _, c := range cells {
			row.Cells = append(row.Cells, Safe(c))
		}
		out = append(out, row)
	}
	return out
}

// loosest names the question with the lowest correlation with the rest.
func (b *portfolioBuilder) loosest(d assess.Quality) string {
	at := d.Loosest()
	if at < 0 {
		return b.Say("dash")
	}
	title := b.QuestionTitle(d.Dimension.Questions[at])
	return strings.TrimSpace(b.Say("question.in", title, b.score(d.ItemRest[at])))
}
