package report

import (
	"strings"

	"bankmaturity/assess/cells"
)

// A Block is one thing on a page. Kind says which of the fields it has. Blocks are made
// by the functions below, of texts that are ready for the format.
type Block struct {
	// Kind is heading, paragraph, strong, lines, list, tiles, table, bars, chart, break, and
	// in HTML figure, heat, note, dots; on slides notes.
	Kind string

	Level    int    // heading: 1 for the title, 3 and more within a chapter
	Text     Safe   // heading, paragraph, strong; note; chart: alternative text
	Lines    []Safe // lines
	Numbered bool   // list
	Items    []Item // list, tiles, notes
	Columns  []Column
	Rows     []Row // table, heat, dots
	Caption  Safe  // of them: what they show
	Bars     []Bar
	Drawn    Safe // bars as text
	File     Safe // chart: where it lies
	SVG      Safe // figure
}

// An Item is a line of a list: what it is about, what is said about it, details.
type Item struct {
	Mark Safe // of a Markdown list
	Lead Safe // "" for none
	Sep  Safe // between both
	Text Safe
	Sub  []Safe
}

// A Column of a table.
type Column struct {
	Title  Safe
	Number bool // set flush right
	Aside  bool // a narrow page may do without it
	Rule   Safe // for Markdown: dashes, as many as the column wants of the width
}

// A Row of a table. Depth is that of a section below the whole.
type Row struct {
	Depth  int
	Indent Safe // for Markdown
	Strong bool
	Cells  []Cell
}

// A Cell of a table. Share, in a heat table, is how far up the level scale it lies.
type Cell struct {
	Text   Safe
	Number bool
	First  bool
	Title  string // heat: the question by its name; not escaped
	Share  int    // heat: 0 to 4; -1 without a value
	Dots   int    // dots: how many voices
}

func heading(level int, text string) Block {
	return Block{Kind: "heading", Level: level, Text: Safe(text)}
}
func paragraph(text string) Block { return Block{Kind: "paragraph", Text: Safe(text)} }

// paragraphs are those of the texts that say something.
func paragraphs(texts ...string) []Block {
	var out []Block
	for _, t := range texts {
		if t != "" {
			out = append(out, paragraph(t))
		}
	}
	return out
}

// strong is a paragraph that carries the message of its page.
func strong(text string) Block { return Block{Kind: "strong", Text: Safe(text)} }

// note explains what a page draws.
func note(text string) Block { return Block{Kind: "note", Text: Safe(text)} }

// lines are one paragraph with breaks where the lines end.
func lines(texts []string) Block { return Block{Kind: "lines", Lines: safe(texts)} }

// pageBreak ends a page on paper.
func pageBreak() Block { return Block{Kind: "break"} }

func safe(texts []string) []Safe {
	var out []Safe
	for _, t := range texts {
		out = append(out, Safe(t))
	}
	return out
}

// item makes a line of a list; lead and text may be "".
func item(lead, text string, sub ...string) Item {
	return Item{Mark: "-", Lead: Safe(lead), Text: Safe(text), Sub: safe(sub)}
}

// text and number are columns of a table.
func text(title string) Column   { return Column{Title: Safe(title)} }
func number(title string) Column { return Column{Title: Safe(title), Number: true} }

// row makes a row of a table, one cell for each column.
func row(cells ...string) Row { return section(0, false, cells...) }

// section makes the row of a section that stands so many sections below the topmost ones.
func section(depth int, strong bool, cells ...string) Row {
	const deepest = 6 // the style knows no more
	r := Row{Depth: min(depth, deepest), Indent: Safe(strings.Repeat("\u2003", depth)), Strong: strong}
	for i, c := range cells {
		r.Cells = append(r.Cells, Cell{Text: Safe(c), First: i == 0})
	}
	return r
}

// table makes a table of rows that have a cell for each column.
func table(columns []Column, rows []Row) Block {
	rules := ruled(columns, rows)
	for i := range columns {
		columns[i].Rule = rules[i]
		for _, r := range rows {
			r.Cells[i].Number = columns[i].Number
		}
	}
	return Block{Kind: "table", Columns: columns, Rows: rows}
}

// The line under a column's title is as long as the share of the width that pandoc gives the
// column: enough for its longest word; what is left goes to texts, to long ones more.
const (
	paperWidth  = 76 // cells of a line on pandoc's paper
	mostInWord  = 12 // a longer word may break
	mostInText  = 80 // a longer text wants no more width
	cellMargins = 3
)

func ruled(columns []Column, rows []Row) []Safe {
	needs, wants := make([]int, len(columns)), make([]int, len(columns))
	left, wanted := paperWidth, 0
	for i, c := range columns {
		word, widest := longestWord(c.Title), 0
		for _, r := range rows {
			word = max(word, longestWord(r.Cells[i].Text))
			widest = max(widest, cells.Width(string(r.Cells[i].Text)))
		}
		needs[i] = min(word, mostInWord) + cellMargins
		if !c.Number {
			wants[i] = max(0, min(widest, mostInText)-needs[i]) + 1
		}
		left -= needs[i]
		wanted += wants[i]
	}
	var out []Safe
	for i, c := range columns {
		if wanted > 0 && left > 0 {
			needs[i] += left * wants[i] / wanted
		}
		rule := strings.Repeat("-", needs[i])
		if c.Number {
			rule = rule[1:] + ":"
		}
		out = append(out, Safe(rule))
	}
	return out
}

func longestWord(text Safe) int {
	longest := 0
	for word := range strings.FieldsSeq(string(text)) {
		longest = max(longest, cells.Width(word))
	}
	return longest
}
