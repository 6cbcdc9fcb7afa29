package report

import (
	"math"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/assess/workbook"

	"github.com/xuri/excelize/v2"
)

// XLSX writes the result as a workbook: a summary with a chart, the sections, the
// questions, the votes and the roadmap. Numbers are numbers, texts are texts.
func XLSX(res *assess.Result, opts Options) ([]byte, error) {
	v, err := newView(res, opts, escapePlain)
	if err != nil {
		return nil, err
	}
	b := &book{view: v, file: excelize.NewFile()}
	defer b.file.Close()
	b.styles()
	b.summary()
	b.sections()
	b.questions()
	b.votes()
	b.plan()
	b.do(b.file.DeleteSheet("Sheet1"))
	if b.err != nil {
		return nil, b.err
	}
	return workbook.Bytes(b.file)
}

// book is a workbook in the making; err is the first error.
type book struct {
	*view
	file              *excelize.File
	err               error
	head, text, score int    // styles
	top               string // the sheet of the summary, which bears the chart
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) styles() {
	add := func(s *excelize.Style) int {
		id, err := b.file.NewStyle(s)
		b.do(err)
		return id
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	two := "0.00"
	b.head = add(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1A56C4"}}, Alignment: top})
	b.text = add(&excelize.Style{Alignment: top})
	b.score = add(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &two})
}

// sheet adds a table: column titles with their widths, then rows of texts and
// numbers. The head is frozen and repeated on every printed page.
func (b *book) sheet(key string, titles []string, widths []float64, rows [][]any) string {
	name := b.say(key)
	_, err := b.file.NewSheet(name)
	b.do(err)
	for i, title := range titles {
		b.cell(name, i+1, 1, title, b.head)
		column, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(name, column, column, widths[i]))
	}
	for r, row := range rows {
		height := 1
		for c, value := range row {
			b.cell(name, c+1, r+2, value, b.text)
			if text, ok := value.(string); ok { // a program that prints doesn't fit rows to wrapped text
				height = max(height, len(cells.Wrap(text, max(1, int(widths[c])-2))))
			}
		}
		b.do(b.file.SetRowHeight(name, r+2, min(float64(height)*15, 405)))
	}
	b.do(b.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	landscape, a4, one, none, fit := "landscape", 9, 1, 0, true
	b.do(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &none}))
	b.do(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}))
	return name
}

// cell writes a text or a number; an undefined number stays empty.
func (b *book) cell(sheet string, column, row int, value any, style int) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.do(err)
	switch x := value.(type) {
	case assess.Number:
		if v, ok := x.Get(); ok {
			b.do(b.file.SetCellFloat(sheet, at, assess.Round(v, 6), -1, 64))
			style = b.score
			if v == float64(int(v)) {
				style = b.text
			}
		}
	case int:
		b.do(b.file.SetCellInt(sheet, at, int64(x)))
	case string:
		b.do(b.file.SetCellStr(sheet, at, cut(x)))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, style))
}

// share cuts a share to whole per cent: what is not whole is never shown as such.
func share(n assess.Number) assess.Number {
	v, ok := n.Get()
	if !ok {
		return n
	}
	return assess.Num(math.Floor(100*v+assess.Tolerance) / 100)
}

// mostCell is how many characters a cell takes.
const mostCell = 32_000

func cut(s string) string {
	if r := []rune(s); len(r) > mostCell {
		return string(r[:mostCell]) + "…"
	}
	return s
}

func (b *book) summary() {
	n := b.res.Overall
	rows := [][]any{
		{b.say("xlsx.organization"), b.plain(b.res.Organization)},
		{b.say("provenance.questionnaire"), b.plain(b.q.Title.In(b.language))},
		{b.say("xlsx.date"), b.date(b.res.Date)},
		{b.say("xlsx.responses"), len(b.res.Responses)},
		{b.say("front.score"), n.Score}, {b.say("xlsx.low"), n.Low}, {b.say("xlsx.high"), n.High},
		{b.say("front.level"), n.Level}, {b.say("front.stage"), n.Stage}, {b.say("front.coverage"), share(n.Coverage)},
		{b.say("column.evidenced"), n.Evidenced}, {b.say("front.target"), n.Target}, {b.say("column.gap"), n.Gap},
		{b.say("xlsx.headline"), b.headline()},
	}
	b.top = b.sheet("xlsx.summary", []string{b.say("xlsx.what"), b.say("xlsx.value")}, []float64{28, 60}, rows)
	i, err := b.file.GetSheetIndex(b.top)
	b.do(err)
	b.file.SetActiveSheet(i)
}

// sections are the table of the report, with a native chart of the dimensions.
func (b *book) sections() {
	var rows [][]any
	var walk func(n *assess.Node, title string)
	walk = func(n *assess.Node, title string) {
		weight := assess.Num(n.Weight)
		if n == b.res.Overall { // nothing stands beside it
			weight = assess.Number{}
		}
		rows = append(rows, []any{n.ID, title, weight, n.Score, n.Low, n.High, n.Level, n.Stage, n.Evidenced, n.Target, n.Gap, share(n.Coverage)})
		for _, c := range n.Sections {
			walk(c, b.plain(c.Title.In(b.language)))
		}
	}
	walk(b.res.Overall, b.say("overall"))
	titles := []string{"id", b.say("column.section"), b.say("column.weight"), b.say("column.score"), b.say("xlsx.low"), b.say("xlsx.high"), b.say("column.level"), b.say("column.stage"), b.say("column.evidenced"), b.say("column.target"), b.say("column.gap"), b.say("column.coverage")}
	name := b.sheet("xlsx.sections", titles, []float64{22, 34, 9, 9, 9, 9, 9, 9, 11, 9, 9, 10}, rows)
	dims := b.res.Overall.Dimensions()
	for i, d := range dims { // the chart reads its own block: dimensions only
		b.cell(name, 14, i+2, b.plain(d.Title.In(b.language)), b.text)
		b.cell(name, 15, i+2, d.Score, b.score)
		b.cell(name, 16, i+2, d.Target, b.score)
	}
	b.cell(name, 14, 1, b.say("xlsx.dimension"), b.head)
	b.cell(name, 15, 1, b.say("column.score"), b.head)
	b.cell(name, 16, 1, b.say("column.target"), b.head)
	b.do(b.file.SetColWidth(name, "N", "N", 30))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'" + name + "'!$A$1:$L$" + strconv.Itoa(len(rows)+1), Scope: name}))
	first, last := 2, len(dims)+1
	kind := excelize.Radar
	if len(dims) < 3 || len(dims) > 20 {
		kind = excelize.Bar
	}
	lowest, highest := float64(b.q.Lowest()), float64(b.q.Highest())
	series := func(column string) excelize.ChartSeries {
		return excelize.ChartSeries{Name: ref(name, column, 1, 1), Categories: ref(name, "N", first, last), Values: ref(name, column, first, last)}
	}
	ink := excelize.Font{Color: "333333"}
	b.do(b.file.AddChart(b.top, "D2", &excelize.Chart{
		Type: kind, Series: []excelize.ChartSeries{series("O"), series("P")},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.title()}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		YAxis:     excelize.ChartAxis{Minimum: &lowest, Maximum: &highest, MajorUnit: 1, Font: ink},
		XAxis:     excelize.ChartAxis{Font: ink},
		Dimension: excelize.ChartDimension{Width: 640, Height: 480},
	}))
}

// ref names a range of a column.
func ref(sheet, column string, from, to int) string {
	a, _ := excelize.JoinCellName(column, from)
	z, _ := excelize.JoinCellName(column, to)
	abs := func(cell string) string { return "$" + column + "$" + cell[len(column):] }
	if from == to {
		return "'" + sheet + "'!" + abs(a)
	}
	return "'" + sheet + "'!" + abs(a) + ":" + abs(z)
}

func (b *book) questions() {
	var rows [][]any
	for _, it := range b.res.Overall.AllItems() {
		qu := it.Question
		answer := ""
		if it.Status == assess.Answered {
			o, _ := held(it)
			answer = b.plain(o.Text.In(b.language))
		}
		var beside []string
		for i, s := range it.Said {
			beside = append(beside, b.beside(i, s)...)
		}
		rows = append(rows, []any{qu.ID, b.plain(qu.Section().Title.In(b.language)), b.plain(qu.Title.In(b.language)), b.say("xlsx." + string(it.Status)), it.Points, answer, b.join(beside)})
	}
	b.sheet("xlsx.questions", []string{"id", b.say("xlsx.dimension"), b.say("xlsx.question"), b.say("xlsx.status"), b.say("xlsx.points"), b.say("xlsx.answer"), b.say("notes.heading")}, []float64{24, 24, 30, 14, 9, 60, 50}, rows)
}

// votes lists every value that a response or a voice gave.
func (b *book) votes() {
	var rows [][]any
	for _, it := range b.res.Overall.AllItems() {
		for i, s := range it.Said {
			if s.State != assess.Answered {
				continue
			}
			for _, vote := range s.Answer.Votes {
				rows = append(rows, []any{it.Question.ID, b.plain(it.Question.Title.In(b.language)), b.plain(b.labels.voice(vote.Voice)), assess.Num(vote.Value)})
			}
			if len(s.Answer.Votes) == 0 {
				rows = append(rows, []any{it.Question.ID, b.plain(it.Question.Title.In(b.language)), b.plain(b.labels.respondent(b.res.Responses[i], i)), s.Answer.Value})
			}
		}
	}
	b.sheet("xlsx.votes", []string{"id", b.say("xlsx.question"), b.say("xlsx.who"), b.say("xlsx.value")}, []float64{24, 36, 24, 9}, rows)
}

func (b *book) plan() {
	var rows [][]any
	if p := b.res.Plan; p != nil {
		for _, m := range p.Moves {
			to, _ := m.Question.Option(m.To)
			rows = append(rows, []any{m.Wave, m.Question.ID, b.plain(m.Question.Title.In(b.language)), m.From, assess.Num(m.To), m.Cost, b.plain(to.Text.In(b.language))})
		}
	}
	b.sheet("xlsx.roadmap", []string{b.say("xlsx.wave"), "id", b.say("xlsx.question"), b.say("xlsx.from"), b.say("xlsx.to"), b.say("xlsx.effort"), b.say("xlsx.answer")}, []float64{8, 24, 36, 8, 8, 9, 70}, rows)
}
