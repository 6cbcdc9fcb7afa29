package chart

import (
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
	halfTrack   = 12.0 // what a row takes above and below its line
	mostVoices  = 20   // respondents whose own scores are drawn
	voicePitch  = 8.0  // from one respondent to the one below, who has the same score
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
	t, _ := words.Tell(res, opts.Language, false, words.Plain) // usable in any case; the canvas escapes
	d := levelChart{Teller: t, rows: assess.Ranked(opts.nodes(res)), own: map[string][]float64{}}
	if n := len(res.Responses); n >= 2 && n <= mostVoices {
		for _, alone := range res.EachAlone() {
			d.hear(alone.Overall)
		}
	}
	d.cover(0, 0, levelsWidth, 0)
	y := d.scale()
	for _, n := range d.rows {
		y = d.row(n, y)
	}
	below := d.canvas.b.String()
	d.canvas.b.Reset()
	d.grid(y - rowApart + 6)
	d.canvas.b.WriteString(below) // the grid lies under all else
	if entries := d.entries(); len(entries) > 0 {
		d.legend(d.Words, entries, 0, levelsWidth, y+4)
	}
	return d.svg("levels", t.Say("levels.chart", t.Title()), t.Sentences(t.Provisional(), d.described()))
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

// row draws a dimension below y and returns where the next one begins.
func (d *levelChart) row(n *assess.Node, y float64) float64 {
	lines := shortened(d.NodeTitle(n), titleWidth, titleLines, d.Say("cut"))
	title := label{lines: lines, anchor: "start", top: y}
	voices := d.voices(n)
	up := max(title.height()/2, halfTrack)
	down := max(up, halfTrack+float64(voicePitch*float64(deepest(voices))))
	middle := y + up
	title.top = middle - title.height()/2
	d.write(title, "")
	if scored(n) {
		d.score(n, middle, voices)
	} else {
		d.write(label{
			lines: []string{d.without(n)}, anchor: "start", x: trackLeft + 8, top: middle - lineHeight/2,
		}, haloText)
	}
	return middle + down + rowApart
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
