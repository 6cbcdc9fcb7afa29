package chart

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/report/words"
)

// The measures of a level chart. It is narrow, so that its text can be read on a phone, and
// on paper at half the width of a page.
const (
	levelsWidth = 500.0
	titleWidth  = 164.0
	trackLeft   = titleWidth + 22 // where the lowest level lies
	trackRight  = 440.0           // where the highest level lies
	titleLines  = 6               // of a title; what is longer is cut
	rowApart    = 12.0
	halfTrack   = 12.0  // what a row takes above and below its line
	mostVoices  = 20    // respondents whose own scores are drawn
	sheetHeight = 760.0 // of the rows that fit a printed page
	voicePitch  = 8.0   // from one respondent to the one below, who has the same score
)

// levelChart is a level chart in the making.
type levelChart struct {
	*words.Teller
	canvas
	rows []*assess.Node
	tops []float64            // where the lines of the levels begin
	own  map[string][]float64 // the respondents' own scores by section; none of one, or of too many
}

// Levels draws the dimensions on the level scale as an SVG, a row each, the highest score
// first: the score as a dot, what open questions allow as a line, the target as a tick, the
// peers' quartiles and median as a box and a diamond, each respondent's own score as a ring
// below. Where there is no score it says why, and draws nothing.
func Levels(res *assess.Result, opts Options) []byte {
	d := newLevelChart(res, opts)
	return d.draw("levels")
}

// LevelSheets draws the same as one chart or more, each of which fits a printed page.
func LevelSheets(res *assess.Result, opts Options) [][]byte {
	whole := newLevelChart(res, opts)
	var out [][]byte
	for rest := whole.rows; len(rest) > 0; {
		n, height := 0, 0.0
		for n < len(rest) && (n == 0 || height+whole.extent(rest[n]) <= sheetHeight) {
			height += whole.extent(rest[n])
			n++
		}
		sheet := levelChart{Teller: whole.Teller, rows: rest[:n], own: whole.own}
		out = append(out, sheet.draw(fmt.Sprintf("levels-%d", len(out)+1)))
		rest = rest[n:]
	}
	return out
}

func newLevelChart(res *assess.Result, opts Options) levelChart {
	t, _ := words.Tell(res, opts.Language, false, words.Plain) // usable in any case; the canvas escapes
	d := levelChart{Teller: t, rows: assess.Ranked(opts.nodes(res)), own: map[string][]float64{}}
	if n := len(res.Responses); n >= 2 && n <= mostVoices {
		for _, alone := range res.EachAlone() {
			d.hear(alone.Overall)
		}
	}
	return d
}

// draw draws the rows.
func (d *levelChart) draw(id string) []byte {
	d.cover(0, 0, levelsWidth, 0)
	y := d.scale()
	for _, n := range d.rows {
		y = d.row(n, y)
	}
	above := d.canvas.b.String()
	d.canvas.b.Reset()
	d.grid(y - rowApart + 6)
	d.canvas.b.WriteString(above) // the grid lies under all else
	if entries := d.entries(); len(entries) > 0 {
		d.legend(d.Words, entries, 0, levelsWidth, y+4)
	}
	return d.svg(id, d.Say("levels.chart", d.Title()), d.Sentences(d.Provisional(), d.described()))
}

// hear keeps what one respondent's own scores of the sections below a node are, where they
// rest on enough answers.
func (d *levelChart) hear(n *assess.Node) {
	for _, child := range n.Sections {
		if score, ok := child.Score.Get(); ok && child.Sufficient {
			d.own[child.ID] = append(d.own[child.ID], score)
		}
		d.hear(child)
	}
}

// at returns where a score lies.
func (d *levelChart) at(score float64) float64 {
	lowest, highest := float64(d.Questionnaire.Lowest()), float64(d.Questionnaire.Highest())
	share := (score - lowest) / (highest - lowest)
	return trackLeft + float64(share*(trackRight-trackLeft))
}

// name is a dimension's title in lines of its column.
func (d *levelChart) name(n *assess.Node) label {
	return label{lines: shortened(d.NodeTitle(n), titleWidth, titleLines, d.Say("cut")), anchor: "start"}
}

// extent is how high a row is, with the room to the next one.
func (d *levelChart) extent(n *assess.Node) float64 {
	half := d.name(n).height() / 2
	below := halfTrack + float64(voicePitch*float64(deepest(d.voices(n))))
	return max(half, halfTrack) + max(half, below) + rowApart
}

// row draws a dimension below y and returns where the next one begins.
func (d *levelChart) row(n *assess.Node, y float64) float64 {
	title := d.name(n)
	middle := y + max(title.height()/2, halfTrack)
	title.top = middle - title.height()/2
	d.write(title, "")
	if scored(n) {
		d.score(n, middle, d.voices(n))
	} else {
		d.writeOver(label{
			lines: []string{d.without(n)}, anchor: "start", x: trackLeft + 8, top: middle - lineHeight/2,
		}, softText)
	}
	return y + d.extent(n)
}

// without says why a dimension has no score.
func (d *levelChart) without(n *assess.Node) string {
	switch {
	case !n.Applicable:
		return d.Say("score.not_applicable")
	case assess.CountItems(n.AllItems()).Unanswered == 0:
		return d.Say("levels.unknown")
	}
	return d.Say("levels.unanswered")
}

// shortened sets a text in lines of a width, at most so many; what is longer is cut.
func shortened(s string, width float64, most int, more string) []string {
	lines := cells.Wrap(s, columnsIn(width))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = cells.Fit(lines[most-1], columnsIn(width)-cells.Width(more), "") + more
	}
	return lines
}

// described is the chart in words, for those who cannot see it.
func (d *levelChart) described() string {
	var out []string
	for _, n := range d.rows {
		if !scored(n) {
			out = append(out, d.Say("radar.item", d.NodeTitle(n), d.without(n)))
			continue
		}
		said := []string{d.Score(n)}
		add := func(key, text string) { said = append(said, d.Say("levels.said", d.Say(key), text)) }
		if n.Ranged() {
			add("radar.key.range", d.Range(n))
		}
		if t, ok := n.Target.Get(); ok {
			add("radar.key.target", words.Whole(t))
		}
		if m, ok := d.Result.Peers[n.ID].Median.Get(); ok {
			add("radar.key.peers", assess.Shown(m))
		}
		out = append(out, d.Say("radar.item", d.NodeTitle(n), d.Join(said)))
	}
	return strings.Join(out, " ")
}
