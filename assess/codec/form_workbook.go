package codec

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/assess/message"
	"bankmaturity/assess/workbook"

	"github.com/xuri/excelize/v2"
)

// widths of the columns, in characters; the first is hidden.
var widths = []float64{24, 22, 88, 10, 30, 30, 22}

// askSize is the size of what is asked, in points, and askLine the height of a line of it; the
// width of a column counts characters of 11 points.
const (
	askSize = 9
	askLine = 13
)

// countWidth is that of the column of counts.
const countWidth = 10

// NewWorkbook returns the workbook that a department fills in: a question per row with its
// options in sight, a drop-down where one of them is chosen, everything else locked.
func NewWorkbook(blank Blank) ([]byte, error) {
	words, err := sheetWordsIn(blank.Language)
	if err != nil {
		return nil, err
	}
	f := excelize.NewFile()
	defer f.Close()
	name := words.Say("sheet.name")
	b := &sheetBuilder{
		file: f, sheet: name, q: blank.Questionnaire, asks: blank.questions(), language: blank.Language,
		words: words, say: blank.Words(blank.Language), widths: widths,
	}
	if slices.ContainsFunc(b.asks, counted) {
		b.widths = append(slices.Clone(widths), countWidth)
	}
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	b.build(blank)
	if b.err != nil {
		return nil, b.err
	}
	return workbook.Bytes(f)
}

type sheetBuilder struct {
	file     *excelize.File
	sheet    string
	q        *assess.Questionnaire
	asks     []*assess.Question
	language string
	words    *message.Catalogue
	say      Say
	widths   []float64 // of the columns
	row      int
	last     int   // the last column in use, from 0
	err      error // the first
	styles   map[string]int
}

func (b *sheetBuilder) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *sheetBuilder) style(name string, s *excelize.Style) {
	id, err := b.file.NewStyle(s)
	b.do(err)
	if b.styles == nil {
		b.styles = map[string]int{}
	}
	b.styles[name] = id
}

// put writes a cell with a style. A text stays a text, whatever it begins with. One that a
// cell has no room for is refused: the library would cut it.
func (b *sheetBuilder) put(column int, value, style string) {
	name, err := excelize.CoordinatesToCellName(column+1, b.row)
	b.do(err)
	if n := cellLength(value); n > excelize.TotalCellChars {
		b.do(fmt.Errorf("%s can't be written as a workbook: cell %s would hold %d characters, "+
			"and has room for %d; the YAML form has no such limit", b.q.ID, name, n, excelize.TotalCellChars))
	}
	b.do(b.file.SetCellStr(b.sheet, name, value))
	b.do(b.file.SetCellStyle(b.sheet, name, name, b.styles[style]))
}

func (b *sheetBuilder) build(blank Blank) {
	line := []excelize.Border{{Type: "bottom", Color: "CBD2D9", Style: 1}}
	open := &excelize.Protection{Locked: false}
	top := func(wrap bool) *excelize.Alignment { return &excelize.Alignment{Vertical: "top", WrapText: wrap} }
	b.style("plain", &excelize.Style{Font: &excelize.Font{Size: askSize}, Alignment: top(true), Border: line})
	b.style("title", &excelize.Style{Font: &excelize.Font{Bold: true, Size: 15}, Alignment: top(false)})
	white := &excelize.Font{Bold: true, Color: "FFFFFF", Size: askSize}
	b.style("section", &excelize.Style{Font: white, Fill: solid("1A56C4"), Alignment: top(true)})
	b.style("head", &excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top(true), Border: line})
	toFill := func(name string, format int, custom *string) {
		b.style(name, &excelize.Style{
			Alignment: top(true), Border: line, Protection: open, Fill: solid("FFF9E6"),
			NumFmt: format, CustomNumFmt: custom,
		})
	}
	day := "yyyy-mm-dd"
	toFill("open", 49, nil) // texts, whatever is typed
	toFill("number", 0, nil)
	toFill("day", 0, &day)
	for i, w := range b.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(b.sheet, name, name, w))
	}
	b.do(b.file.SetColVisible(b.sheet, "A", false))
	b.fields(blank)
	head := b.row
	b.do(b.file.SetRowHeight(b.sheet, head, 32)) // two lines of words
	var above *assess.Section
	for _, qu := range b.asks {
		if s := qu.Section(); s != above {
			above = s
			b.row++
			lines := b.sectionLines(s)
			texts := map[int]string{
				titleColumn: titled(s.Code, s.Title.In(b.language)), askColumn: strings.Join(lines, "\n"),
			}
			for i := titleColumn; i < len(b.widths); i++ {
				b.put(i, texts[i], "section")
			}
			b.height(lines...)
		}
		b.question(qu)
	}
	b.finish(head)
}

// solid fills a cell with a colour.
func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// fields are what a response says of itself.
func (b *sheetBuilder) fields(blank Blank) {
	b.row = 1
	b.put(keyColumn, sheetMark, "plain")
	b.put(titleColumn, b.q.Title.In(b.language), "title")
	b.row++
	b.put(titleColumn, b.words.Say(b.help()), "plain")
	b.do(b.file.MergeCell(b.sheet, "B2", "G2"))
	b.do(b.file.SetRowHeight(b.sheet, 1, 24))
	b.do(b.file.SetRowHeight(b.sheet, 2, 32))
	for _, f := range []struct{ key, label, value, style string }{
		{"questionnaire", "", b.q.ID, "plain"}, {"questionnaire_version", "", b.q.Version, "plain"},
		{"organization", labelKeys["organization"], blank.Organization, "open"},
		{"respondent", labelKeys["respondent"], blank.Respondent, "open"},
		{"role", labelKeys["role"], "", "open"}, {"date", labelKeys["date"], blank.Date, "open"},
	} {
		b.row++
		b.put(keyColumn, f.key, "plain")
		b.put(titleColumn, b.label(f.label), "head")
		b.put(askColumn, f.value, f.style)
		lines := len(cells.Wrap(b.label(f.label), int(b.widths[titleColumn])-2))
		b.do(b.file.SetRowHeight(b.sheet, b.row, 16*float64(max(1, lines))))
		if f.label == "" { // nothing to fill in
			b.do(b.file.SetRowVisible(b.sheet, b.row, false))
		}
	}
	b.row++
	for i, key := range headKeys[:len(b.widths)] {
		word := sheetHead
		if key != "" {
			word = b.words.Say(key)
		}
		b.put(i, word, "head")
	}
}

func (b *sheetBuilder) label(key string) string {
	if key == "" {
		return ""
	}
	return b.words.Say(key)
}

// help is how to answer: where every lower answer is true as well, and elsewhere.
func (b *sheetBuilder) help() string {
	plain := func(qu *assess.Question) bool { return qu.Level > 0 || len(qu.Options) == 2 }
	if slices.ContainsFunc(b.asks, plain) {
		return "sheet.help.plain"
	}
	return "sheet.help"
}

// height makes room for the lines of the widest column.
func (b *sheetBuilder) height(lines ...string) {
	n := 0
	for _, l := range lines {
		n += max(1, len(cells.Wrap(l, int(b.widths[askColumn])+16)))
	}
	b.do(b.file.SetRowHeight(b.sheet, b.row, min(float64(n)*askLine+6, 405)))
}

// finish freezes the head, sets the print up, and locks what is not to be filled in.
func (b *sheetBuilder) finish(head int) {
	corner, err := excelize.CoordinatesToCellName(answerColumn, head+1)
	b.do(err)
	b.do(b.file.SetPanes(b.sheet, &excelize.Panes{
		Freeze: true, YSplit: head, TopLeftCell: corner, ActivePane: "bottomLeft",
	}))
	landscape, a4, one, none := "landscape", 9, 1, 0
	b.do(b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &none,
	}))
	if b.last > 0 {
		from, err := excelize.ColumnNumberToName(len(b.widths) + 1)
		b.do(err)
		to, err := excelize.ColumnNumberToName(b.last + 1)
		b.do(err)
		b.do(b.file.SetColVisible(b.sheet, from+":"+to, false))
	}
	margin := 0.4 // inches
	b.do(b.file.SetPageMargins(b.sheet, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &margin,
	}))
	fit := true
	b.do(b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	row, err := excelize.CoordinatesToCellName(1, head, true)
	b.do(err)
	number := strings.TrimPrefix(row, "$A")
	titles := "'" + strings.ReplaceAll(b.sheet, "'", "''") + "'!" + number + ":" + number
	name := excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: b.sheet}
	b.do(b.file.SetDefinedName(&name))
	b.do(b.file.ProtectSheet(b.sheet, &excelize.SheetProtectionOptions{
		FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true,
	}))
}
