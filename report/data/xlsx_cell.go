package data

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf16"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// A cell is what stands in one: a string, an int, a float64, a [time.Time], or nil for
// nothing, and how it looks.
type cell struct {
	value any
	look
}

// bold makes a cell stand out.
func (c cell) bold() cell {
	c.strong = true
	return c
}

// text is a text of the program's own, or a user's that has passed through [words.Words.User].
func text(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{value: s}
}

// indented is a text so many steps further in.
func indented(s string, steps int) cell {
	c := text(s)
	c.indent = min(steps, deepestIndent)
	return c
}

// deepestIndent is as many steps as a cell may be moved in.
const deepestIndent = 15

// atLeft moves a number so many steps from where texts begin.
func atLeft(c cell, steps int) cell {
	c.left, c.indent = true, steps
	return c
}

func whole(n int) cell { return cell{n, look{format: "0"}} }

// figure is a number with a format of its own; nothing where it is undefined.
func figure(n assess.Number, format string) cell {
	v, ok := n.Get()
	if !ok {
		return cell{}
	}
	return cell{assess.Round(v, 6), look{format: format}}
}

const twoDecimals = "0.00"

// score is a score with two decimals; with more where two would show a level that it has not
// reached. It stands in brackets where the coverage is not sufficient.
func (b *book) score(n assess.Number, bracketed bool) cell {
	format := twoDecimals
	v, _ := n.Get()
	if two := words.Decimals(v, 2); b.Shown(v) != two {
		for digits := 3; digits <= 6 && format == twoDecimals; digits++ {
			if more := words.Decimals(v, digits); more != two+strings.Repeat("0", digits-2) {
				format = "0." + strings.Repeat("0", digits)
			}
		}
	}
	if bracketed {
		format = b.Say("bracketed", `"`+format+`"`) // the brackets as texts, the number between
		format = `"` + format + `"`
	}
	return figure(n, format)
}

// points are points as a report shows them: whole where they are.
func points(n assess.Number) cell {
	if v, ok := n.Get(); ok && assess.Round(v, 6) == math.Trunc(assess.Round(v, 6)) {
		return figure(n, "0")
	}
	return figure(n, twoDecimals)
}

// share is a share of 1 in per cent with one decimal; with more where one would show
// everything, or nothing, of what is neither.
func share(n assess.Number) cell {
	v, _ := n.Get()
	v = assess.Round(v, 6)
	format := "0.0%"
	for digits := 1; digits < 4; digits++ {
		shown := assess.Round(100*v, digits)
		if v == 0 || v == 1 || shown > 0 && shown < 100 {
			break
		}
		format = "0." + strings.Repeat("0", digits+1) + "%"
	}
	return figure(n, format)
}

// level is a level's number that shows the level's name behind it.
func (b *book) level(n assess.Number) cell {
	v, ok := n.Get()
	if !ok {
		return cell{}
	}
	number := words.Whole(v)
	name := strings.TrimPrefix(b.Level(v), number)
	return atLeft(figure(n, "0"+literal(cells.Fit(name, widestLevel, b.Say("cut")))), 1)
}

// widestLevel is how much of a level's name is shown behind its number, in characters.
const widestLevel = 16

// literal is a text within a number's format.
func literal(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '"' || r == '\\' {
			return '\''
		}
		return r
	}, s)
	if s == "" {
		return ""
	}
	return `"` + s + `"`
}

// day is a date as a date; what is none, or is older than what a spreadsheet counts from,
// stays a text.
func (b *book) day(s string) cell {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Before(firstDay) {
		return text(b.User(s))
	}
	return atLeft(cell{t, look{format: b.Say("cell.date")}}, 1)
}

// firstDay is the first that all spreadsheet programs count alike.
var firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

// write puts a cell in its place.
func (b *book) write(sheet string, column, row int, c cell) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.do(err)
	switch x := c.value.(type) {
	case nil:
	case string:
		b.do(b.file.SetCellStr(sheet, at, b.cut(x)))
	case int:
		b.do(b.file.SetCellInt(sheet, at, int64(x)))
	case float64:
		b.do(b.file.SetCellFloat(sheet, at, x, -1, 64))
	case time.Time:
		const hours = 24
		days := int64(x.Sub(firstDay).Hours()/hours) + firstSerial
		b.do(b.file.SetCellInt(sheet, at, days))
	default:
		b.do(fmt.Errorf("a cell can't hold a %T", x))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, b.style(c.look)))
}

// firstSerial is the number of firstDay.
const firstSerial = 61

// cut is a text as far as a cell has room for it. Where that is not the whole, it says so.
func (b *book) cut(s string) string {
	if len(utf16.Encode([]rune(s))) <= excelize.TotalCellChars {
		return s
	}
	said := " " + b.Say("cell.cut", excelize.TotalCellChars)
	room := excelize.TotalCellChars - len(utf16.Encode([]rune(said)))
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + said
		}
	}
	return s
}
