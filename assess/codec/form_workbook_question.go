package codec

import (
	"strings"
	"unicode/utf16"

	"bankmaturity/assess"

	"github.com/xuri/excelize/v2"
)

// question is a row: the question, its options, and the cells to fill in.
func (b *sheetBuilder) question(qu *assess.Question) {
	b.row++
	b.put(keyColumn, qu.ID, "plain")
	b.put(titleColumn, titled(qu.Code, qu.Title.In(b.language)), "head")
	lines := b.questionLines(qu)
	b.put(askColumn, strings.Join(lines, "\n"), "plain")
	b.height(lines...)
	for i := answerColumn; i <= reasonColumnOf; i++ {
		b.put(i, "", "open")
	}
	if counted(qu) {
		b.put(countColumnOf, "", "open")
	}
	if style := typedStyles[qu.Input]; qu.Typed() && style != "" {
		b.put(answerColumn, "", style)
	}
	b.guard(qu)
}

// typedStyles are those of cells into which something else than a text is typed.
var typedStyles = map[assess.Input]string{assess.NumberInput: "number", assess.DateInput: "day"}

// questionLines are what the widest column says of a question.
func (b *sheetBuilder) questionLines(qu *assess.Question) []string {
	var lines []string
	if ask := qu.AskBeside(b.language); ask != "" {
		lines = append(lines, ask)
	}
	for _, o := range offered(qu, b.language, b.say) {
		lines = append(lines, o.answer+"  "+o.text)
		if o.help != "" {
			lines = append(lines, "    "+o.help)
		}
	}
	if how := b.howToAnswer(qu); how != "" {
		lines = append(lines, how)
	}
	if counted(qu) {
		head := b.words.Say(headKeys[countColumnOf])
		of := inBrackets(qu.Of.In(b.language), b.say)
		lines = append(lines, b.words.Say("sheet."+countKeys[qu.Input], head, of))
	}
	if more := about(qu, b.language, b.say); len(more) > 0 {
		lines = append(append(lines, ""), more...)
	}
	return lines
}

// sectionLines are what the widest column says of a section.
func (b *sheetBuilder) sectionLines(s *assess.Section) []string {
	var lines []string
	if summary := s.Summary.In(b.language); summary != "" {
		lines = append(lines, summary)
	}
	return append(lines, readMore(above(s), b.language, b.say)...)
}

// howToAnswer tells how an answer is written that is not chosen from a drop-down; "" where
// it is.
func (b *sheetBuilder) howToAnswer(qu *assess.Question) string {
	head := b.words.Say(headKeys[answerColumn])
	switch {
	case qu.Many():
		return b.words.Say("sheet.many", head, strings.Join(someTicked(qu), "; "))
	case qu.Typed():
		return b.words.Say("sheet.typed."+string(qu.Input), head)
	}
	return ""
}

// guard lets the cell of an answer take what is accepted in it, and tells what that is. A
// list of ids and a text are checked when they are read.
func (b *sheetBuilder) guard(qu *assess.Question) {
	cell, err := excelize.CoordinatesToCellName(answerColumn+1, b.row)
	b.do(err)
	v := excelize.NewDataValidation(true)
	v.SetSqref(cell)
	if how := b.howToAnswer(qu); how != "" {
		v.SetInput(b.words.Say(headKeys[answerColumn]), inPrompt(how))
		if qu.Typed() && qu.Input != assess.TextInput {
			v.Type = "custom"
			v.Formula1 = numberOrWord(cell, b.otherAnswers(qu))
			v.SetError(excelize.DataValidationErrorStyleStop, b.words.Say(headKeys[answerColumn]), inPrompt(how))
		}
		b.do(b.file.AddDataValidation(b.sheet, v))
		return
	}
	var choices []string
	for _, o := range qu.Options {
		choices = append(choices, written(o))
	}
	choices = append(choices, b.otherAnswers(qu)...)
	list := strings.Join(choices, ",")
	if len(list) <= mostInPrompt {
		b.do(v.SetDropList(choices))
	} else {
		list = b.words.Say(headKeys[answerColumn])
		v.SetSqrefDropList(b.aside(choices))
	}
	v.SetError(excelize.DataValidationErrorStyleStop, b.words.Say(headKeys[answerColumn]), list)
	b.do(b.file.AddDataValidation(b.sheet, v))
}

// otherAnswers are the words that every question takes beside its own answers.
func (b *sheetBuilder) otherAnswers(qu *assess.Question) []string {
	if qu.Policy() == assess.Forbid {
		return []string{"unknown"}
	}
	return []string{"unknown", "na"}
}

// numberOrWord is a formula that holds where a cell has a number, which a date is as well, or
// one of some words.
func numberOrWord(cell string, accepted []string) string {
	parts := []string{"ISNUMBER(" + cell + ")"}
	for _, word := range accepted {
		parts = append(parts, cell+`="`+word+`"`)
	}
	return "OR(" + strings.Join(parts, ",") + ")"
}

// mostInPrompt is how many characters a drop-down, or what a cell says when it is entered,
// may have.
const mostInPrompt = 255

// inPrompt is a text without what a prompt has no room for; it stands in full beside the cell.
func inPrompt(text string) string {
	for cellLength(text) > mostInPrompt {
		r := []rune(strings.TrimSuffix(text, "…"))
		text = string(r[:len(r)-1]) + "…"
	}
	return text
}

// cellLength is how long a text is as spreadsheets count.
func cellLength(text string) int { return len(utf16.Encode([]rune(text))) }

// aside puts the choices of a long list into hidden columns of the question's row,
// since a drop-down holds at most 255 characters itself, and returns where they are.
func (b *sheetBuilder) aside(choices []string) string {
	first := len(b.widths)
	for i, c := range choices {
		b.put(first+i, c, "plain")
	}
	b.last = max(b.last, first+len(choices)-1)
	from, err := excelize.CoordinatesToCellName(first+1, b.row, true)
	b.do(err)
	to, err := excelize.CoordinatesToCellName(first+len(choices), b.row, true)
	b.do(err)
	return from + ":" + to
}
