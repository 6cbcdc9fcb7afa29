package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
)

// PageFormat is the version of the model that templates see.
const PageFormat = "assess/page/v1"

// Safe is a text that is ready for the format of the template: no longer escaped.
type Safe = template.HTML

// A Page is what a template sees: the report in words, chapter by chapter, and every
// number of the JSON result. docs/templates.md describes it for authors. Within a
// version fields are added and never change their meaning.
type Page struct {
	Format   string // PageFormat
	Language string // of the words
	Title    Safe
	Chapters []Chapter
	Contents string       // the word "contents"
	Tool     string       // name and version of the program
	Style    template.CSS // of the built-in page, the brand's colours and fonts in it
	Brand    *Brand       // nil without one

	result func() ([]byte, error)
}

// Result is the result as assess/result/v1 says it (a comparison: assess/comparison/v1):
// maps, lists, texts that are still to be escaped, numbers, nil where a number is not
// defined.
func (p *Page) Result() (map[string]any, error) {
	data, err := p.result()
	if err != nil {
		return nil, err
	}
	var out map[string]any
	return out, json.Unmarshal(data, &out)
}

// A Chapter is what stands below a heading of level 2. What comes before the first one
// is a chapter without title.
type Chapter struct {
	ID     string // of the part of the report, the same in every language; a second one is ID-2
	Number int    // from 1; 0 without title
	Title  Safe
	Blocks []Block
}

// A Block is one thing on a page. Kind says which of the fields it has.
type Block struct {
	// Kind is heading, paragraph, strong, lines, list, table, bars, chart, break, and
	// in HTML figure, tiles, heat, note, dots, waves.
	Kind string

	Level    int    // heading: 1 for the title, 3 and more within a chapter
	Text     Safe   // heading, paragraph, strong; note; chart: alternative text
	Lines    []Safe // lines
	Numbered bool   // list
	Items    []Item // list, tiles, waves
	Columns  []Column
	Rows     []Row // table, heat, dots
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
	Title  string // heat: the question; not escaped
	Share  int    // heat: 0 to 4; -1 without a value
	Dots   int    // dots: how many voices
}

// A Bar is a dimension on the level scale; places are in per cent of the scale.
type Bar struct {
	Title, Score, Range string // not escaped
	Scored              bool
	At                  float64 // of the score
	Low, Wide           float64 // of the possible range
	Ranged              bool
	Target              float64
	Aimed               bool
	Before              float64
	Compared            bool
}

// pageOf lays a document out for templates.
func (w words) pageOf(title string, d document, opts Options, result func() ([]byte, error)) *Page {
	p := &Page{
		Format: PageFormat, Language: w.catalogue.Language, Title: Safe(title), Contents: w.say("html.contents"),
		Tool: strings.TrimSpace("assess " + opts.Version), Style: template.CSS(style + opts.Brand.css()), Brand: opts.Brand, result: result,
	}
	c := Chapter{ID: "title"}
	id, number, used := "page", 0, map[string]int{}
	for _, b := range d {
		switch b := b.(type) {
		case partID:
			id = string(b)
			continue
		case heading:
			if b.level == 2 {
				p.add(c)
				number++
				c = Chapter{ID: id, Number: number, Title: Safe(b.text)}
				if used[id]++; used[id] > 1 {
					c.ID = fmt.Sprintf("%s-%d", id, used[id])
				}
				continue
			}
		}
		c.Blocks = append(c.Blocks, w.blockOf(b))
	}
	p.add(c)
	return p
}

func (p *Page) add(c Chapter) {
	if c.Number > 0 || len(c.Blocks) > 0 {
		p.Chapters = append(p.Chapters, c)
	}
}

func (w words) blockOf(b block) Block {
	switch b := b.(type) {
	case heading:
		return Block{Kind: "heading", Level: b.level, Text: Safe(b.text)}
	case paragraph:
		return Block{Kind: "paragraph", Text: Safe(b)}
	case strong:
		return Block{Kind: "strong", Text: Safe(b)}
	case lines:
		return Block{Kind: "lines", Lines: safe(b)}
	case list:
		return Block{Kind: "list", Numbered: b.numbered, Items: w.itemsOf(b)}
	case table:
		return tableOf(b)
	case bars:
		return barsOf(b)
	case chart:
		return Block{Kind: "chart", Text: Safe(b.alt), File: Safe(destination(b.file))}
	case drawn:
		return Block(b)
	}
	return Block{Kind: "break"}
}

func safe(texts []string) []Safe {
	var out []Safe
	for _, t := range texts {
		out = append(out, Safe(t))
	}
	return out
}

func (w words) itemsOf(l list) []Item {
	var out []Item
	for i, it := range l.items {
		o := Item{Mark: "-", Lead: Safe(it.lead), Text: Safe(it.text), Sub: safe(it.sub)}
		if l.numbered {
			o.Mark = Safe(fmt.Sprintf("%d.", i+1))
		}
		if it.lead != "" && it.text != "" {
			o.Sep = Safe(w.say("lead", "", ""))
		}
		out = append(out, o)
	}
	return out
}

func tableOf(t table) Block {
	out := Block{Kind: "table"}
	for i, c := range t.columns {
		out.Columns = append(out.Columns, Column{Safe(c.title), c.number, Safe(t.rule(i))})
	}
	for _, r := range t.rows {
		o := Row{Depth: min(r.depth, 6), Indent: Safe(strings.Repeat("\u2003", r.depth)), Strong: r.strong}
		for i, c := range r.cells {
			o.Cells = append(o.Cells, Cell{Text: Safe(c), Number: t.columns[i].number, First: i == 0})
		}
		out.Rows = append(out.Rows, o)
	}
	return out
}

// rule is the line under a column's title. Its length is the share of the width that
// pandoc gives the column: enough for a number, which is never to be broken.
func (t table) rule(i int) string {
	if !t.columns[i].number {
		return strings.Repeat("-", 16)
	}
	width := 4
	for _, r := range t.rows {
		width = max(width, min(5, cells.Width(r.cells[i])))
	}
	return strings.Repeat("-", width+2) + ":"
}

func barsOf(bs bars) Block {
	out := Block{Kind: "bars", Drawn: Safe(strings.Join(barLines(bs), "\n"))}
	for _, b := range bs {
		out.Bars = append(out.Bars, b.Bar)
	}
	return out
}

// barOf places a dimension on the level scale.
func (v *view) barOf(n *assess.Node) Bar {
	lowest := float64(v.q.Lowest())
	at := func(level float64) float64 {
		return assess.Round(100*(level-lowest)/float64(v.q.Highest()-v.q.Lowest()), 1)
	}
	b := Bar{Title: v.plain(n.Title.In(v.language)), Score: v.say("dash")}
	if s, ok := n.Score.Get(); ok {
		b.Score, b.Scored, b.At = v.score(n), true, at(s)
	}
	if wide(n) {
		b.Ranged, b.Low, b.Wide = true, at(n.Low.Value()), at(n.High.Value())-at(n.Low.Value())
		b.Range = v.rangeCell(n)
	}
	if t, ok := n.Target.Get(); ok {
		b.Aimed, b.Target = true, at(t)
	}
	if t, ok := v.opts.previous[n.ID].Get(); ok {
		b.Compared, b.Before = true, at(t)
	}
	return b
}
