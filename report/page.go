package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"bankmaturity/report/words"
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
	Skip     string       // what leads past it
	Tool     string       // name and version of the program
	Style    template.CSS // of the built-in page, the brand's colours and fonts in it
	Brand    *Brand       // nil without one

	result   func() []byte
	slides   func() ([]Chapter, error)
	numbered int            // chapters so far
	used     map[string]int // how many of them have an id
}

// newPage lays chapters out for templates.
func newPage(w words.Words, opts Options, title string, chapters []Chapter, result func() []byte) *Page {
	p := &Page{
		Format: PageFormat, Language: w.Spoken(), Title: Safe(title), Contents: w.Say("page.contents"),
		Skip: w.Say("page.skip"), Tool: strings.TrimSpace("assess " + opts.Version),
		Style: template.CSS(style + opts.Brand.css()), Brand: opts.Brand,
		result: result, used: map[string]int{},
	}
	for _, c := range chapters {
		p.add(c)
	}
	return p
}

// Result is the result as assess/result/v1 says it (a comparison: assess/comparison/v1):
// maps, lists, texts that are still to be escaped, numbers, nil where a number is not
// defined.
func (p *Page) Result() (map[string]any, error) {
	var out map[string]any
	return out, json.Unmarshal(p.result(), &out)
}

// Slides are the result for a board on six slides, whose titles are sentences: where the bank
// stands, what holds it, the next steps, what is decided, the strengths, how sure this is. A
// comparison has none.
func (p *Page) Slides() ([]Chapter, error) {
	if p.slides == nil {
		return nil, nil
	}
	return p.slides()
}

// A Chapter is what stands below a heading of level 2. What comes before the first one
// is a chapter without title.
type Chapter struct {
	ID     string // of the part of the report, the same in every language; a second one is ID-2
	Part   string // BoardPart or PapersPart; "" of what has no parts
	Number int    // from 1; 0 without title
	Title  Safe
	Blocks []Block
}

// chapter makes a chapter. Its number comes when it is added to a page.
func chapter(id, title string, blocks ...Block) Chapter {
	return Chapter{ID: id, Title: Safe(title), Blocks: blocks}
}

// add appends a chapter. One without title and blocks has nothing to say and is left out.
func (p *Page) add(c Chapter) {
	switch {
	case c.Title != "":
		p.numbered++
		c.Number = p.numbered
		if p.used[c.ID]++; p.used[c.ID] > 1 {
			c.ID = fmt.Sprintf("%s-%d", c.ID, p.used[c.ID])
		}
	case len(c.Blocks) == 0:
		return
	}
	caption(c)
	p.Chapters = append(p.Chapters, c)
}

// caption names the tables of a chapter that have no caption by the heading above them.
func caption(c Chapter) {
	above := c.Title
	for i := range c.Blocks {
		b := &c.Blocks[i]
		switch b.Kind {
		case "heading":
			above = b.Text
		case "table", "heat", "dots":
			if b.Caption == "" {
				b.Caption = above
			}
		}
	}
}
