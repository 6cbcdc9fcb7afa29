package report

import "bankmaturity/assess"

// A document is a report before any format: blocks whose texts are in words and
// escaped for the format that lays them out.
type document []block

// A block is one of heading, paragraph, strong, lines, list, table, bars, chart,
// pageBreak, partID, drawn.
type block any

type (
	// heading has a level from 1, the title, downwards.
	heading struct {
		level int
		text  string
	}
	paragraph string
	// strong is a paragraph that carries the message of its page.
	strong string
	// lines are one paragraph with breaks where the lines end.
	lines []string
	// list is numbered where its order matters.
	list struct {
		numbered bool
		items    []item
	}
	// item is a line of a list: what it is about, what is said about it, details.
	item struct {
		lead string // "" for none
		text string
		sub  []string
	}
	table struct {
		columns []column
		rows    []row
	}
	column struct {
		title  string
		number bool // set flush right
	}
	// row is a line of a table; the first cell is indented by depth.
	row struct {
		depth  int
		strong bool
		cells  []string
	}
	// bars hold plain texts, which no format may read as markup.
	bars []bar
	bar  struct {
		Bar
		filled int // of total; both 0 where there is no score
		total  int
	}
	chart struct {
		file, alt string
	}
	pageBreak struct{} // on paper
	// partID names the part of the report that follows.
	partID string
	// drawn is for a page only, which shows what others say in words.
	drawn Block
)

// view is a result on its way to a document.
type view struct {
	words
	res    *assess.Result
	q      *assess.Questionnaire
	labels labels
	opts   Options
	tally  tally
}

func newView(res *assess.Result, opts Options, escape func(string) string) (*view, error) {
	opts = opts.beside(res)
	w, err := newWords(res, opts, escape)
	return &view{
		words: w, res: res, q: res.Questionnaire, labels: newLabels(res, opts), opts: opts,
		tally: count(res.Overall.AllItems()),
	}, err
}

// document puts the parts of a report in the order in which they are read.
func (v *view) document() document {
	var d document
	for _, part := range []struct {
		id     string
		blocks func() []block
	}{
		{"summary", v.front}, {"profile", v.profile}, {"strengths", v.strengths}, {"gates", v.gates}, {"gaps", v.gaps},
		{"roadmap", v.roadmap}, {"firmness", v.firmness}, {"peers", v.peers}, {"outside", v.outside}, {"open", v.open},
		{"agreement", v.agreement}, {"scope", v.disagreements}, {"notes", v.notes}, {"method", v.method},
		{"trace", v.trace}, {"provenance", v.provenance},
	} {
		d = append(append(d, partID(part.id)), part.blocks()...)
	}
	return d
}

// level names a level, "3, Standardised".
func (v *view) level(n float64) string {
	l, _ := v.q.LevelAt(int(n))
	return v.say("level", whole(n), v.text(l.Name))
}

// titles returns the titles of nodes.
func (v *view) titles(nodes []*assess.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, v.text(n.Title))
	}
	return out
}

// question names a question and, where there are several, its dimension.
func (v *view) question(qu *assess.Question) string {
	if len(v.q.Dimensions()) == 1 {
		return v.text(qu.Title)
	}
	return v.say("question.in", v.text(qu.Title), v.text(qu.Section().Title))
}

// quote sets a text of the questionnaire off from the report's own words.
func (v *view) quote(t assess.Text) string { return v.say("quote", v.text(t)) }
